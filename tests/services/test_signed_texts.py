"""A signed text stays as it was signed, by whatever way one comes at it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.services.agreements import (
    agreement_form,
    edit_agreement,
    new_draft,
    remove_agreement,
)
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.clearance import (
    RecordForm,
    StepForm,
    clear,
    reopen,
    return_,
    set_route,
)
from kunjungan.services.drafts.restoring import restore_draft
from kunjungan.services.history import redo, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.originals import edit_original, original_form
from kunjungan.services.parties import edit_party, parties_of, set_number
from kunjungan.services.printing import print_to_folder
from kunjungan.services.redating import redate
from kunjungan.services.signing import SignatureForm, sign
from kunjungan.services.transfer import export_office, import_office
from kunjungan.services.transfer_plan import LOCKED, UNPRINTED
from kunjungan.services.witnesses import WitnessForm, set_witnesses
from kunjungan.services.writing.cutting import join_clause, split_clause
from kunjungan.services.writing.paste import Clipping, apply_paste, plan_paste
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from kunjungan.store.store import Store
from kunjungan.store.tables import Agreement, Clause, Original, Party, Witness
from tests.builders import AFTER_SIGNING, SIGNING_DAY, an_agreement
from tests.services.processing import at
from tests.services.signed_agreements import BOTH, half_signed, signed
from tests.services.transfer_offices import empty_office

REFUSED = "A signed text is never changed"


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def text_of(office: Office, agreement: UUID) -> list[tuple[str, str]]:
    return [(line.text.id, line.text.en) for line in list_clauses(office, agreement)]


def _write(office: Office, agreement: UUID) -> None:
    write_clause(office, list_clauses(office, agreement)[0].id, "id", "Lain")


def _facts(office: Office, agreement: UUID) -> None:
    form = replace(agreement_form(office, agreement), subject_id="Lain")
    edit_agreement(office, agreement, form)


def _party(office: Office, agreement: UUID) -> None:
    edit_party(office, agreement, 1, replace(parties_of(office, agreement)[0], authority="Lain"))


def _original(office: Office, agreement: UUID) -> None:
    edit_original(office, agreement, 1, replace(original_form(office, agreement, 1), stamps=()))


def _paste(office: Office, agreement: UUID) -> None:
    clipping = Clipping("Pasal 1\nLain\n(1) Lain.", "")
    plan = plan_paste(office, agreement, clipping, after=None, column="id")
    apply_paste(office, agreement, plan)


SERVICES: list[Callable[[Office, UUID], object]] = [
    _write,
    _facts,
    _party,
    _original,
    lambda office, agreement: set_witnesses(office, agreement, [WitnessForm(name="Saksi")]),
    lambda office, agreement: redate(office, agreement, date(2023, 1, 5)),
    new_draft,
    remove_agreement,
    lambda office, agreement: add_clause(office, agreement, Level.TEXT, after=None),
    lambda office, agreement: move_clause(office, list_clauses(office, agreement)[2].id, 1),
    lambda office, agreement: remove_clause(office, list_clauses(office, agreement)[2].id),
    lambda office, agreement: split_clause(office, list_clauses(office, agreement)[2].id, 5, 5),
    lambda office, agreement: join_clause(office, list_clauses(office, agreement)[2].id),
    lambda office, agreement: restore_draft(office, agreement, 1),
    _paste,
]


@pytest.mark.parametrize("change", SERVICES)
def test_one_signature_is_enough_for_every_service_to_refuse(
    office: Office, press: Press, tmp_path: Path, change: Callable[[Office, UUID], object]
) -> None:
    agreement = half_signed(office, press, tmp_path)
    before = export_office(office)
    with pytest.raises(RuleBroken, match=REFUSED):
        change(office, agreement)
    assert export_office(office) == before


def _row(office: Office, table: type[Any], agreement: UUID, **values: object) -> None:
    with office.store.change("Careless") as session:
        row = session.exec(select(table).where(table.agreement_id == agreement)).first()
        for name, value in values.items():
            setattr(row, name, value)


def _gone(office: Office, table: type[Any], agreement: UUID) -> None:
    with office.store.change("Careless") as session:
        session.delete(session.exec(select(table).where(table.agreement_id == agreement)).first())


def _new(office: Office, row: Clause | Witness) -> None:
    with office.store.change("Careless") as session:
        session.add(row)


def _draft(office: Office, agreement: UUID) -> None:
    with office.store.change("Careless") as session:
        session.get_one(Agreement, agreement).locked_on = None


CARELESS: list[Callable[[Office, UUID], None]] = [
    lambda office, agreement: _row(office, Clause, agreement, text_en="Other"),
    lambda office, agreement: _row(office, Party, agreement, tenure_id=None),
    lambda office, agreement: _row(office, Original, agreement, first_signs="left"),
    lambda office, agreement: _gone(office, Clause, agreement),
    lambda office, agreement: _new(
        office, Clause(agreement_id=agreement, rank="zz", level=Level.TEXT, text_id="Lain")
    ),
    lambda office, agreement: _new(office, Witness(agreement_id=agreement, seq=1, name="Saksi")),
    _draft,
]


@pytest.mark.parametrize("change", CARELESS)
def test_a_service_that_forgot_to_ask_is_refused_all_the_same(
    office: Office, press: Press, tmp_path: Path, change: Callable[[Office, UUID], None]
) -> None:
    agreement = half_signed(office, press, tmp_path)
    before = export_office(office)
    with pytest.raises(RuleBroken, match=REFUSED):
        change(office, agreement)
    assert export_office(office) == before


def test_what_does_not_stand_in_the_text_may_follow_later(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    set_number(office, agreement, 2, "119/77/2022", date(2022, 9, 9))
    _row(office, Original, agreement, kept_at="Lemari 3")
    _row(office, Clause, agreement, rendered="0" * 8)
    with office.store.change("Note") as session:
        session.get_one(Agreement, agreement).note = "Diarsipkan"
    assert parties_of(office, agreement)[1].number == "119/77/2022"


def test_who_cleared_a_signed_text_stays_as_recorded(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 1, RecordForm(SIGNING_DAY))
    _print_and_sign(office, press, agreement, tmp_path)
    before = export_office(office)
    rewrites: list[Callable[[], object]] = [
        lambda: clear(office, agreement, 1, RecordForm(AFTER_SIGNING)),
        lambda: return_(office, agreement, 2, RecordForm(SIGNING_DAY, note="Ubah")),
        lambda: reopen(office, agreement, 1),
        lambda: set_route(office, agreement, [StepForm("Sekda")]),
    ]
    for rewrite in rewrites:
        with pytest.raises(RuleBroken, match="cleared"):
            rewrite()
    assert export_office(office) == before


def test_a_careless_service_does_not_change_a_number_that_is_printed(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = half_signed(office, press, tmp_path)
    for values in ({"number": "X"}, {"number": None}, {"number_on": None}):
        with pytest.raises(RuleBroken, match="stands on the signed original"):
            _row(office, Party, agreement, **values)


def test_a_signature_ends_undo_and_redo_at_its_own_desk(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = half_signed(office, press, tmp_path)
    assert undo_label(office) is None
    for step in (undo, redo):
        with pytest.raises(RuleBroken, match="There is nothing to"):
            step(office)
    assert len(text_of(office, agreement)) > 10


@pytest.mark.parametrize("undone", [False, True])
def test_another_desk_neither_undoes_nor_redoes_its_edit_of_a_text_signed_since(
    office: Office, press: Press, tmp_path: Path, *, undone: bool
) -> None:
    other = Office(
        Store(office.store.engine, user="Meja 2", now=office.now, desk="meja 2"),
        office.archive,
        office.folder,
        "Meja 2",
        office.today,
        office.now,
    )
    agreement = an_agreement(office)
    clause = list_clauses(office, agreement)[0]
    write_clause(other, clause.id, "en", f"{clause.text.en} Truly.")
    if undone:
        undo(other)
    _print_and_sign(office, press, agreement, tmp_path)
    before = text_of(office, agreement)
    with pytest.raises(RuleBroken, match=REFUSED):
        (redo if undone else undo)(other)
    assert text_of(office, agreement) == before


def _print_and_sign(office: Office, press: Press, agreement: UUID, folder: Path) -> None:
    print_to_folder(office, press, agreement, BOTH, folder)
    sign(office, agreement, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])


def _agreement(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    event = json.loads(data)
    return event, event["agreements"][0]


def test_a_file_changes_nothing_in_a_signed_text_and_adds_nothing_to_it(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    before = text_of(office, agreement)
    event, theirs = _agreement(export_office(office))
    theirs["clauses"][0]["text"]["id"] = "Lain"
    theirs["clauses"].append({**theirs["clauses"][-1], "ref": str(uuid4()), "rank": "zzz"})
    theirs["witnesses"] = [{"ref": str(uuid4()), "name": "Saksi"}]
    report = import_office(office, json.dumps(event).encode())
    assert report.written, report.refused
    assert [line.kind for line in report.differing if line.reason == LOCKED] == [
        "clause",
        "witness",
    ]
    assert text_of(office, agreement) == before


def test_a_file_signs_no_text_that_is_open_here(office: Office) -> None:
    agreement = an_agreement(office)
    event, theirs = _agreement(export_office(office))
    theirs["originals"][0]["signatures"] = [{"party": 1, "on": "2022-09-01"}]
    report = import_office(office, json.dumps(event).encode())
    assert [line.reason for line in report.differing] == [UNPRINTED]
    write_clause(office, list_clauses(office, agreement)[0].id, "id", "Masih terbuka")


def test_an_import_of_signed_agreements_is_undone_and_redone_whole(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    data = export_office(office)
    fresh = empty_office(tmp_path / "lain")
    assert import_office(fresh, data).written
    undo(fresh)
    with fresh.store.read() as session:
        assert session.get(Agreement, agreement) is None
    redo(fresh)
    assert text_of(fresh, agreement) == text_of(office, agreement)
    with pytest.raises(RuleBroken, match=REFUSED):
        _write(fresh, agreement)
