"""Letters of request: what they become, twice the same, with their scan."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import DelegationForm
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.overview import visit_overview
from kunjungan.services.reception.intake import LetterForm, take_letter
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visits import visit_form
from kunjungan.store.tables import Attachment, Visit
from tests.builders import a_visit, bandung, prabumulih


def a_letter(office: Office, **more: object) -> LetterForm:
    body = prabumulih(office)
    form = DelegationForm(
        body.id, body.head, 18, "005/12/2022", date(2022, 8, 9), date(2022, 8, 10), "0412",
        ("2022-10", "2022-09-08", "2022-09-01"), "Sari", "0800-1",
    )  # fmt: skip
    return LetterForm(form, theme_id="SPBE", kind=VisitKind.SIGNING, **more)  # type: ignore[arg-type]


def test_a_letter_becomes_a_visit_on_its_first_date_with_all_it_says(office: Office) -> None:
    taken = take_letter(office, a_letter(office))
    seen = visit_overview(office, taken.visit_id)
    assert (seen.stage, seen.kind) == (VisitStage.LETTER, VisitKind.SIGNING)
    assert seen.when.on == PartialDate(2022, 9, 1)
    assert [step.on for step in seen.steps] == [date(2022, 8, 10)], "the day it came"
    (line,) = seen.delegations
    assert (line.agenda_number, line.contact, line.contact_phone) == ("0412", "Sari", "0800-1")
    assert line.proposed == ("2022-10", "2022-09-08", "2022-09-01")
    assert line.heads == 18, "heads count without names"


def test_a_letter_without_dates_stands_in_the_month_it_came(office: Office) -> None:
    taken = take_letter(office, LetterForm(DelegationForm(prabumulih(office).id)))
    assert visit_form(office, taken.visit_id).on == PartialDate(2022, 8)
    assert list_delegations(office, taken.visit_id)[0].received_on == date(2022, 8, 26)


def test_a_second_letter_adds_a_delegation_to_the_same_visit(office: Office) -> None:
    visit = a_visit(office)
    taken = take_letter(office, a_letter(office, visit_id=visit))
    assert taken.visit_id == visit
    assert [line.id for line in list_delegations(office, visit)] == [taken.delegation_id]
    assert visit_form(office, visit).on == PartialDate(2022, 9, 1), "its day stays"


def test_the_same_letter_is_not_recorded_twice(office: Office) -> None:
    form = a_letter(office)
    take_letter(office, form)
    with pytest.raises(Conflict, match="recorded already"):
        take_letter(office, form)
    assert len(list_visits(office)) == 1


def test_the_scan_is_kept_with_the_visit_and_one_undo_takes_all_back(
    office: Office, tmp_path: Path
) -> None:
    scan = tmp_path / "surat.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n rest")
    taken = take_letter(office, a_letter(office, scan=scan))
    with office.store.read() as session:
        row = session.exec(select(Attachment)).one()
    assert (row.visit_id, row.document, row.number) == (taken.visit_id, "request", "005/12/2022")
    assert office.archive.get(row.sha256) == scan.read_bytes()
    undo(office)
    assert list_visits(office) == []


def test_a_scan_that_is_gone_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        take_letter(office, a_letter(office, scan=tmp_path / "hilang.pdf"))
    with office.store.read() as session:
        assert session.exec(select(Visit)).all() == []


def test_a_letter_cannot_come_before_it_is_dated(office: Office) -> None:
    form = DelegationForm(
        prabumulih(office).id, letter_on=date(2022, 8, 9), received_on=date(2022, 8, 8)
    )
    with pytest.raises(RuleBroken, match="not received before"):
        take_letter(office, LetterForm(form))


def test_the_own_office_receives_who_writes_and_is_received_when_it_goes_out(
    office: Office,
) -> None:
    own = bandung(office)
    change_settings(office, replace(office_settings(office), own_institution=own.id))
    incoming = take_letter(office, a_letter(office))
    assert visit_form(office, incoming.visit_id).host_id == own.id
    outgoing = take_letter(
        office,
        LetterForm(
            DelegationForm(incoming_sender(office, incoming.visit_id)), direction="outgoing"
        ),
    )
    form = visit_form(office, outgoing.visit_id)
    assert form.host_id == list_delegations(office, incoming.visit_id)[0].institution_id


def incoming_sender(office: Office, visit: UUID) -> UUID:
    """Return who wrote the letter of a visit."""
    return list_delegations(office, visit)[0].institution_id
