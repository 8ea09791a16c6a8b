"""The pack of a visit: what it holds, what it prints, what has changed since."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.day_papers import PAPERS
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, RuleBroken, Unavailable
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.delegations import attendee_form, edit_attendee, mark_attendance
from kunjungan.services.letters.letters import add_letter, new_letter
from kunjungan.services.office import Office
from kunjungan.services.pack.changes import on_the_table
from kunjungan.services.pack.contents import ORIGINALS, Pack, pack_of
from kunjungan.services.pack.making import PackPaper, PackWish, make_paper
from kunjungan.services.pack.outdated import due_cards
from kunjungan.services.pack.printing import make_ready, make_what_can, stage_pack
from kunjungan.services.people import PersonForm
from kunjungan.services.representing import represent
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import PrintRun
from tests.day_case import Day, a_day
from tests.documents.reading import words


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


@pytest.fixture
def pack(day: Day) -> Pack:
    return pack_of(day.office, day.visit)


def made(day: Day, press: Press, slug: str, wish: PackWish = PackWish()) -> PackPaper:  # noqa: B008
    pack = pack_of(day.office, day.visit)
    return make_paper(day.office, press, pack, pack.named([slug])[0], wish)


def printed(day: Day, press: Press, folder: Path, *slugs: str, changed: bool = False) -> list[str]:
    """Print papers into a folder and return the names of their files."""
    pack = pack_of(day.office, day.visit)
    wish = PackWish(changed=changed)
    papers = make_ready(day.office, press, pack, pack.named(slugs), lambda _item: wish)
    return [path.name for _, path in stage_pack(day.office, pack, papers, folder).keep()]


def test_nothing_is_printed_that_could_not_be_logged(day: Day, press: Press, pack: Pack) -> None:
    """An office that somebody else holds is looked at; a page of it would be in no log."""
    day.office.store.read_only = True
    with pytest.raises(Unavailable):
        make_ready(day.office, press, pack, pack.named(["badges"]), lambda _item: PackWish())
    with pytest.raises(Unavailable):
        make_what_can(day.office, press, pack, PackWish())


def test_originals_lead_and_every_paper_of_the_day_follows_in_order(pack: Pack) -> None:
    slugs = [item.slug for item in pack.items]
    assert slugs == [ORIGINALS, ORIGINALS, *PAPERS]


def test_files_have_dated_names_and_the_log_tells_what_was_printed(
    day: Day, press: Press, tmp_path: Path
) -> None:
    names = printed(day, press, tmp_path, "badges", "tents")
    assert names == [
        "2022-09-01 Tanda pengenal - Kunjungan SPBE.pdf",
        "2022-09-01 Papan nama meja - Kunjungan SPBE.pdf",
    ]
    with day.office.store.read() as session:
        runs = session.exec(select(PrintRun).order_by(PrintRun.what)).all()
    assert [(run.what, run.visit_id, len(run.marks)) for run in runs] == [
        ("badges", day.visit, 3),
        ("tents", day.visit, 3),
    ]


def test_only_the_card_that_changed_is_printed_again(
    day: Day, press: Press, tmp_path: Path
) -> None:
    printed(day, press, tmp_path, "tents")
    second = day.guests[1]
    form = attendee_form(day.office, second)
    edit_attendee(day.office, second, replace(form, person=PersonForm("Nama Yang Baru")))
    paper = made(day, press, "tents")
    assert (paper.since.changed, paper.since.stale) == (frozenset({str(second)}), True)
    again = made(day, press, "tents", PackWish(changed=True))
    assert (again.cards, again.partial) == (1, True)
    assert "NAMA YANG BARU" in words(again.pdf)
    assert "RIDHO" not in words(again.pdf)
    assert printed(day, press, tmp_path, "tents", changed=True) == [
        "2022-09-01 Papan nama meja - Kunjungan SPBE - cetak ulang.pdf"
    ]
    assert not made(day, press, "tents").since.stale


def test_what_was_printed_otherwise_than_usual_is_compared_as_it_was_printed(
    day: Day, press: Press, tmp_path: Path
) -> None:
    wish = PackWish(language="en", paper=Paper.A4)
    slugs = ("tents", "attendance")
    pack = pack_of(day.office, day.visit)
    assert [item.papers[0] for item in pack.named(slugs)] != [Paper.A4, Paper.A4]
    papers = make_ready(day.office, press, pack, pack.named(slugs), lambda _item: wish)
    stage_pack(day.office, pack, papers, tmp_path).keep()
    for slug in slugs:
        again = made(day, press, slug)
        assert (again.since.changed, again.paper, again.language) == (frozenset(), Paper.A4, "en")
    assert printed(day, press, tmp_path, *slugs, changed=True) == []
    assert made(day, press, "tents", PackWish(language="id")).since.stale


def test_a_substitution_names_exactly_the_cards_that_the_pack_prints_again(
    day: Day, press: Press, tmp_path: Path
) -> None:
    def due() -> set[tuple[str, str]]:
        return {(card.slug, card.key) for card in due_cards(day.office, day.visit).cards}

    cards = ("badges", "tents")
    represent(day.office, day.guests[0], day.guests[1])
    assert due() == set()  # nothing is printed yet
    mark_attendance(day.office, day.guests[:1], "confirmed")
    printed(day, press, tmp_path, *cards)
    assert due() == set()
    represent(day.office, day.guests[0], day.guests[1])
    assert due() == {(slug, key) for slug in cards for key in made(day, press, slug).since.changed}
    assert due() == {("tents", str(day.guests[1]))}
    printed(day, press, tmp_path, *cards, changed=True)
    assert due() == set()


def test_a_guest_who_stays_away_leaves_a_card_of_no_use(
    day: Day, press: Press, tmp_path: Path
) -> None:
    printed(day, press, tmp_path, "tents")
    mark_attendance(day.office, [day.guests[2]], "absent")
    since = made(day, press, "tents").since
    assert since.gone == {str(day.guests[2])}
    assert not since.changed


def test_what_never_was_printed_is_not_printed_again(
    day: Day, press: Press, tmp_path: Path
) -> None:
    assert printed(day, press, tmp_path, "badges", changed=True) == []
    assert list(tmp_path.iterdir()) == [tmp_path / "kunjungan.db"] or not [
        path for path in tmp_path.iterdir() if path.suffix == ".pdf"
    ]


def test_originals_come_out_once_and_lock_their_draft(
    day: Day, press: Press, tmp_path: Path
) -> None:
    names = printed(day, press, tmp_path / "out", ORIGINALS)
    assert [name.rpartition(" - ")[2] for name in names] == [
        "KS-2022-001 asli 1.pdf",
        "KS-2022-001 asli 2.pdf",
    ]
    assert agreement_view(day.office, day.agreement).locked
    pack = pack_of(day.office, day.visit)
    assert [item.usual for item in pack.named([ORIGINALS])] == [False, False]
    papers, _ = make_what_can(day.office, press, pack, PackWish())
    assert not [paper for paper in papers if paper.item.slug == ORIGINALS]


def test_a_paper_that_something_blocks_is_refused_by_name_and_nothing_is_written(
    day: Day, press: Press, tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="No letter of assignment"):
        printed(day, press, tmp_path / "out", "badges", "assignment")
    assert not (tmp_path / "out").exists()


def test_the_whole_pack_leaves_out_what_is_blocked_and_says_so(
    day: Day, press: Press, pack: Pack
) -> None:
    papers, blocked = make_what_can(day.office, press, pack, PackWish())
    assert {"badges", "tents", ORIGINALS} <= {paper.item.slug for paper in papers}
    assert {"visum", "rundown_guest", "assignment"} <= {paper.item.slug for paper in blocked}
    assert all(paper.blockers for paper in blocked)


def test_a_folder_that_cannot_be_written_leaves_no_file_and_no_line_in_the_log(
    day: Day, press: Press, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match=r"None of the papers was saved\.$"):
        printed(day, press, tmp_path / "no" / "such" / "folder", "badges", ORIGINALS)
    with day.office.store.read() as session:
        assert session.exec(select(PrintRun)).all() == []
    assert not agreement_view(day.office, day.agreement).locked


def test_a_slug_that_nothing_is_called_by_is_refused(pack: Pack) -> None:
    with pytest.raises(NotFound, match="no paper of the day"):
        pack.named(["bagdes"])


def test_the_letter_of_assignment_names_the_crew_and_addresses_nobody(
    day: Day, press: Press
) -> None:
    from kunjungan.domain.visit_words import Duty  # noqa: PLC0415
    from kunjungan.services.visiting.crew import AssignmentForm, assign  # noqa: PLC0415

    crew = AssignmentForm(Duty.LIAISON, name="Petugas Contoh", delegation_id=day.delegation)
    assign(day.office, day.visit, crew)
    form = new_letter(day.office, day.visit, LetterKind.ASSIGNMENT)
    add_letter(day.office, day.visit, replace(form, number="090/1/2022"))
    said = words(made(day, press, "assignment").pdf)
    assert "SURAT TUGAS NOMOR 090/1/2022" in said
    assert "1. Petugas Contoh, sebagai penghubung rombongan Pemerintah" in said
    assert "Yth." not in said
    assert "WALI KOTA BANDUNG" in said


def test_a_letter_of_assignment_that_names_the_day_before_the_move_is_warned_of(
    day: Day, press: Press
) -> None:
    add_letter(day.office, day.visit, new_letter(day.office, day.visit, LetterKind.ASSIGNMENT))
    named = "names another day"
    before = made(day, press, "assignment").warnings
    form = visit_form(day.office, day.visit)
    later_on = form.on.first + timedelta(days=7)
    on = PartialDate(later_on.year, later_on.month, later_on.day)
    edit_visit(day.office, day.visit, replace(form, on=on, until=None))
    after = made(day, press, "assignment").warnings
    assert not any(named in each.message for each in before)
    assert any(named in each.message for each in after)


def test_the_newest_mark_of_each_card_counts() -> None:
    assert on_the_table([("a=1", "b=2"), ("b=3",)]) == {"a": "1", "b": "3"}


def test_a_paper_is_on_the_sheet_asked_for(day: Day, press: Press) -> None:
    assert made(day, press, "attendance", PackWish(paper=Paper.A4)).paper is Paper.A4


@pytest.mark.parametrize("slug", PAPERS)
def test_every_paper_is_made_or_says_why_not(day: Day, press: Press, slug: str) -> None:
    paper = made(day, press, slug)
    assert paper.ready or all(each.message for each in paper.blockers)
    assert bool(paper.pages) is not bool(paper.blockers)
    assert bool(paper.pages) is bool(paper.marks)
    again = made(day, press, slug)
    assert dict(again.marks) == dict(paper.marks)
