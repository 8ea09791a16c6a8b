"""The home page names what needs attention, the gravest first, and puts off what may wait."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from kunjungan.domain.attention import Attention, AttentionArea, AttentionKind, Said, ranked
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.stages import VisitStage
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.history import undo
from kunjungan.services.home import attention as gathered
from kunjungan.services.home.attention import attention
from kunjungan.services.home.figures import agreements_by_time_left, visits_by_month
from kunjungan.services.home.next_visit import next_visit
from kunjungan.services.home.snoozing import put_off
from kunjungan.services.office import Office
from kunjungan.services.sample import make_sample
from kunjungan.services.visits import move_visit
from kunjungan.store.tables import Clause, Visit
from tests.services.calendar import planned

TODAY = date(2022, 8, 29)
KINDS = st.sampled_from(AttentionKind)
LINES = st.builds(
    Attention,
    kind=KINDS,
    what=st.uuids().map(str),
    title=st.just(Said("x")),
    cause=st.just(Said("y")),
    due_on=st.none() | st.dates(),
    blocking=st.booleans(),
)


@pytest.fixture
def monday(office: Office) -> Office:
    """The sample office on Monday 29 August 2022."""
    make_sample(office)
    return replace(office, today=lambda: TODAY)


def kinds(office: Office) -> list[AttentionKind]:
    return [line.kind for line in attention(office)]


@given(st.lists(LINES, max_size=12))
def test_what_blocks_comes_first_and_the_order_of_reading_changes_nothing(
    lines: list[Attention],
) -> None:
    found = ranked(lines)
    assert found == ranked(reversed(lines))
    flags = [line.blocking for line in found]
    assert flags == sorted(flags, reverse=True)
    due = [line.due_on or date.max for line in found if not line.blocking]
    assert due == sorted(due)


def test_every_kind_belongs_to_an_area() -> None:
    areas = {Attention(kind=k, what="", title=Said(""), cause=Said("")).area for k in AttentionKind}
    assert areas == set(AttentionArea)


def test_the_true_case_names_guests_and_the_clash_of_the_auditorium(monday: Office) -> None:
    found = attention(monday)
    clash = next(line for line in found if line.kind is AttentionKind.CONFLICT)
    assert clash.title.values["name"] == "Auditorium (contoh)"
    assert clash.due_on == date(2022, 9, 1)
    guests = [line for line in found if line.kind is AttentionKind.GUESTS]
    assert {line.title.values["all"] for line in guests} == {16}  # all others confirmed


def test_a_line_put_off_is_gone_today_and_back_tomorrow(monday: Office) -> None:
    line = next(one for one in attention(monday) if one.kind is AttentionKind.GUESTS)
    put_off(monday, line)
    assert line.what not in {one.what for one in attention(monday)}
    tomorrow = replace(monday, today=lambda: TODAY + timedelta(days=1))
    assert line.what in {one.what for one in attention(tomorrow)}
    undo(monday)
    assert line.what in {one.what for one in attention(monday)}


def test_what_blocks_is_never_put_off(monday: Office) -> None:
    line = Attention(
        kind=AttentionKind.TRANSLATION,
        what="translation:x",
        title=Said("x"),
        cause=Said(""),
        blocking=True,
    )
    with pytest.raises(RuleBroken, match="blocks"):
        put_off(monday, line)


def test_a_kind_that_cannot_be_looked_into_says_why_and_the_others_are_there(
    monday: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_office: Office) -> object:
        raise Unavailable("The folder is not there.")

    sources = [
        (kind, fails if kind is AttentionKind.BACKUP else source)
        for kind, source in gathered.SOURCES
    ]
    monkeypatch.setattr(gathered, "SOURCES", tuple(sources))
    found = attention(monday)
    broken = next(line for line in found if line.kind is AttentionKind.BACKUP)
    assert broken.cause.message == "The folder is not there."
    assert AttentionKind.GUESTS in {line.kind for line in found}


def test_a_visit_that_is_over_asks_for_its_report(monday: Office) -> None:
    later = replace(monday, today=lambda: date(2022, 9, 3))
    report = next(line for line in attention(later) if line.kind is AttentionKind.REPORT)
    assert report.due_on == date(2022, 9, 8)
    assert AttentionKind.REPORT not in kinds(monday)


@pytest.mark.parametrize("stage", [VisitStage.LETTER, VisitStage.APPROVED, VisitStage.SCHEDULED])
def test_a_visit_that_was_never_scheduled_is_not_asked_for_a_report(
    office: Office, stage: VisitStage
) -> None:
    planned.visit(office, stage=stage)
    after = replace(office, today=lambda: date(2022, 9, 3))
    assert (AttentionKind.REPORT in kinds(after)) == (stage is VisitStage.SCHEDULED)


def test_a_present_is_to_be_reported_once_it_was_received(monday: Office) -> None:
    assert AttentionKind.GIFT not in kinds(monday)
    assert AttentionKind.GIFT in kinds(replace(monday, today=lambda: date(2022, 9, 2)))


def test_a_cancelled_visit_needs_no_attention(monday: Office) -> None:
    coming = next_visit(monday)
    assert coming is not None
    move_visit(monday, coming.id, VisitStage.CANCELLED, reason="Bencana", on=TODAY)
    assert next_visit(monday) is None
    assert not {AttentionKind.GUESTS, AttentionKind.REPORT} & set(kinds(monday))


def test_the_next_visit_is_the_true_case_in_three_days(monday: Office) -> None:
    coming = next_visit(monday)
    assert coming is not None
    assert (coming.days, coming.guests, coming.agreements) == (3, 34, 2)
    assert 0 < coming.steps_done < coming.steps


def test_on_its_own_day_a_visit_is_today(monday: Office) -> None:
    coming = next_visit(replace(monday, today=lambda: date(2022, 9, 1)))
    assert coming is not None
    assert coming.days == 0


def test_a_text_without_english_blocks_over_the_end_of_a_month(monday: Office) -> None:
    visit = next_visit(monday)
    assert visit is not None
    with monday.store.change("Leave English out") as session:
        session.get_one(Visit, visit.id).until = PartialDate(2022, 10, 2)
        for clause in session.exec(select(Clause).where(Clause.text_id != "").limit(1)):
            clause.text_en = ""
    assert AttentionKind.TRANSLATION in kinds(monday)
    in_october = replace(monday, today=lambda: date(2022, 10, 1))
    assert AttentionKind.TRANSLATION in kinds(in_october)


def test_visits_are_counted_by_the_month_in_which_they_came(monday: Office) -> None:
    assert visits_by_month(monday).counts == (0,) * 8
    months = visits_by_month(replace(monday, today=lambda: date(2022, 9, 30)))
    assert months.counts == (0,) * 8 + (1,)
    assert visits_by_month(replace(monday, today=lambda: date(2021, 12, 31))).counts[-1] == 1


def test_an_office_without_signed_agreements_has_none_in_force(monday: Office) -> None:
    left = agreements_by_time_left(monday)
    assert (left.long, left.year, left.near) == (0, 0, 0)


def test_an_empty_office_asks_only_for_a_backup(office: Office) -> None:
    assert set(kinds(office)) <= {AttentionKind.BACKUP, AttentionKind.HOLIDAYS}
    assert next_visit(office) is None


def test_too_short_a_turn_around_is_not_called_a_conflict(monday: Office) -> None:
    for title, start, end in (("Rapat", 8, 10), ("Rakor", 10, 11)):
        form = EntryForm(
            title=title, on=date(2022, 9, 5), starts_at=time(start), ends_at=time(end), room="Aula"
        )
        add_entry(monday, form)
    (line,) = (one for one in attention(monday) if one.title.values.get("name") == "Aula")
    assert line.title.message.format(**line.title.values) == "30 minutes short: Aula"
