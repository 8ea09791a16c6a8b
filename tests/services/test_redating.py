"""Another day of signing moves all that follows from it, in one step that can be undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_content import PaperChoice, agreement_content
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.history import undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import edit_party, parties_of, set_number
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import print_to_folder
from kunjungan.services.redating import Moved, foreseen, redate
from kunjungan.services.signing import SignatureForm, sign
from tests.builders import AFTER_SIGNING, SIGNING_DAY, an_agreement
from tests.services.contents import side
from tests.services.processing import at

OWN = "100.3.7.1/007/KSD/IX/2022"
NEW_YEAR = date(2023, 1, 5)
BOTH = [PaperChoice(1, "original"), PaperChoice(2, "original")]


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def numbered(office: Office, *, on: date | None = SIGNING_DAY, number: str = OWN) -> UUID:
    """An agreement with a number of the office's own series."""
    agreement = an_agreement(office)
    form = parties_of(office, agreement)[0]
    edit_party(office, agreement, 1, replace(form, number=number, number_on=on))
    return agreement


def opening(office: Office, agreement: UUID) -> str:
    with office.store.read() as session:
        content = agreement_content(office, session, agreement, PaperChoice())
    return "\n".join(side(content, "id"))


def own(office: Office, agreement: UUID) -> tuple[str, date | None]:
    party = parties_of(office, agreement)[0]
    return party.number, party.number_on


def test_weekday_end_and_roman_month_move_and_one_undo_brings_all_back(office: Office) -> None:
    agreement = numbered(office)
    before = agreement_form(office, agreement), parties_of(office, agreement)
    result = redate(office, agreement, NEW_YEAR)
    assert {move.what: (move.before, move.after) for move in result.moved} == {
        "Date of signing": (SIGNING_DAY, NEW_YEAR),
        "End": (date(2027, 9, 1), date(2028, 1, 5)),
        "Our number": (OWN, "100.3.7.1/007/KSD/I/2023"),
    }
    assert "Kamis, tanggal Lima bulan Januari tahun Dua Ribu Dua Puluh Tiga" in opening(
        office, agreement
    )
    assert own(office, agreement) == ("100.3.7.1/007/KSD/I/2023", NEW_YEAR)
    undo(office)
    restored = agreement_form(office, agreement), parties_of(office, agreement)
    assert replace(restored[0], version=0) == replace(before[0], version=0)
    assert [replace(p, version=0) for p in restored[1]] == [
        replace(p, version=0) for p in before[1]
    ]


@pytest.mark.parametrize(
    ("number", "on"),
    [("CONTOH-1", SIGNING_DAY), (OWN, date(2022, 8, 30)), (OWN, None)],
    ids=["of another's making", "of another day", "undated"],
)
def test_a_number_of_another_making_or_day_stays(
    office: Office, number: str, on: date | None
) -> None:
    agreement = numbered(office, number=number, on=on)
    redate(office, agreement, NEW_YEAR)
    assert own(office, agreement) == (number, on)


def test_the_partners_number_stays_even_if_it_looks_like_ours(office: Office) -> None:
    agreement = an_agreement(office)
    set_number(office, agreement, 2, OWN, SIGNING_DAY)
    redate(office, agreement, NEW_YEAR)
    party = parties_of(office, agreement)[1]
    assert (party.number, party.number_on) == (OWN, SIGNING_DAY)


def test_the_number_follows_the_office_where_it_is_the_second_party(office: Office) -> None:
    agreement = an_agreement(office)
    second = parties_of(office, agreement)[1]
    settings = replace(office_settings(office), own_institution=second.institution_id)
    change_settings(office, settings)
    set_number(office, agreement, 2, OWN, SIGNING_DAY)
    redate(office, agreement, NEW_YEAR)
    assert parties_of(office, agreement)[1].number == "100.3.7.1/007/KSD/I/2023"


def test_a_running_number_that_is_taken_in_the_new_year_gets_the_next_one(office: Office) -> None:
    numbered(office, number="100.3.7.1/007/KSD/II/2023", on=date(2023, 2, 1))
    agreement = numbered(office)
    redate(office, agreement, NEW_YEAR)
    assert own(office, agreement)[0] == "100.3.7.1/008/KSD/I/2023"


def test_within_the_year_the_running_number_stays(office: Office) -> None:
    numbered(office, number="100.3.7.1/008/KSD/IX/2022")
    agreement = numbered(office)
    redate(office, agreement, date(2022, 10, 3))
    assert own(office, agreement)[0] == "100.3.7.1/007/KSD/X/2022"


def test_a_printed_original_becomes_stale_in_the_same_step_and_undo_restores_it(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    result = redate(office, agreement, date(2022, 9, 2))
    assert Moved("Draft", 1, 2) in result.moved
    assert result.stale == 2
    assert all(line.stale for line in list_prints(office, agreement))
    assert agreement_view(office, agreement).open
    assert undo_label(office) == "Move the signing date"
    undo(office)
    assert not any(line.stale for line in list_prints(office, agreement))
    assert all(line.printed for line in list_originals(office, agreement))
    view = agreement_view(office, agreement)
    assert (view.stage, view.locked, view.draft_no) == (AgreementStage.FINAL, True, 1)


def test_a_printed_draft_becomes_stale_without_a_new_draft(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)
    result = redate(office, agreement, date(2022, 9, 2))
    assert (result.stale, agreement_view(office, agreement).draft_no) == (1, 1)
    assert [line.stale for line in list_prints(office, agreement)] == [True]


def test_the_same_day_moves_nothing(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    result = redate(office, agreement, SIGNING_DAY)
    assert (result.moved, result.stale) == ((), 0)
    assert not any(line.stale for line in list_prints(office, agreement))


def test_after_one_signature_the_day_stays(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    sign(office, agreement, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    with pytest.raises(RuleBroken, match="A signed text is never changed"):
        redate(office, agreement, NEW_YEAR)
    assert agreement_form(office, agreement).signing_on == SIGNING_DAY


def test_a_date_changed_among_the_facts_moves_the_number_too(office: Office) -> None:
    agreement = numbered(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, signing_on=date(2022, 10, 3)))
    assert own(office, agreement) == ("100.3.7.1/007/KSD/X/2022", date(2022, 10, 3))


def test_without_a_term_nothing_ends(office: Office) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, term_years=None))
    assert agreement_view(office, agreement).ends_on is None


def test_what_a_day_would_move_is_told_before_anything_moves(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = numbered(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    before = agreement_form(office, agreement), parties_of(office, agreement)
    told = foreseen(office, agreement, NEW_YEAR)
    assert (agreement_form(office, agreement), parties_of(office, agreement)) == before
    assert not any(line.stale for line in list_prints(office, agreement))
    assert redate(office, agreement, NEW_YEAR) == told
    assert len(told.moved) == 4
