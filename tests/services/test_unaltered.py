"""Printed texts are proved against what was kept of them, in an office and in a file."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreements import new_draft
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.transfer import export_office, import_office, plan_import
from kunjungan.services.upkeep import problems
from kunjungan.store.tables import Attachment, Clause
from tests.builders import an_agreement
from tests.services.processing import at, file
from tests.services.signed_agreements import printed, signed
from tests.services.transfer_offices import as_file, empty_office

Agreement = dict[str, Any]
AFTER = date(2022, 9, 9)


def _other_word(agreement: Agreement) -> None:
    agreement["clauses"][3]["text"]["id"] += " dan lain-lain"


def _row_gone(agreement: Agreement) -> None:
    del agreement["clauses"][-1]


def _other_subject(agreement: Agreement) -> None:
    agreement["subject"]["id"] += " lain"


@pytest.mark.parametrize("alter", [_other_word, _row_gone, _other_subject])
def test_a_file_whose_signed_text_was_altered_is_refused_whole(
    office: Office, press: Press, tmp_path: Path, alter: Callable[[Agreement], None]
) -> None:
    signed(at(office, AFTER), press, tmp_path)
    event = json.loads(export_office(office))
    other = empty_office(tmp_path / "lain")
    assert plan_import(other, as_file(event)).refused == ()
    alter(event["agreements"][0])
    for take in (plan_import, import_office):
        (refused,) = take(other, as_file(event)).refused
        assert refused.place == "$.agreements[0]"
        assert refused.values["number"] == 1
    assert list_agreements(other) == []
    other.store.close()


def test_an_open_text_may_be_another_than_its_last_draft(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    new_draft(office, agreement)
    write_clause(office, list_clauses(office, agreement)[3].id, "id", "Lain.")
    other = empty_office(tmp_path / "lain")
    assert import_office(other, export_office(office)).refused == ()
    assert problems(other) == []
    other.store.close()


def _careless(office: Office, clause: UUID) -> None:
    with office.store.change("Careless") as session:
        session.get_one(Clause, clause).text_en = "Other."


def test_the_office_check_finds_a_printed_text_that_was_altered(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    assert problems(office) == []
    _careless(office, list_clauses(office, agreement)[3].id)
    (found,) = problems(office)
    assert found.values["number"] == 1
    assert "not the one that was printed" in found.message


def test_marked_prints_are_not_missed_in_another_office(
    office: Office, press: Press, tmp_path: Path
) -> None:
    printed(office, press, tmp_path)
    event = json.loads(export_office(office))
    for run in event["agreements"][0]["prints"]:
        run |= {"what": "copy", "sha256": "0" * 64}
    other = empty_office(tmp_path / "lain")
    assert import_office(other, as_file(event)).missing_files == ()
    other.store.close()


def test_a_lost_file_is_told_once_with_every_stage_that_needs_it(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K10.kak")
    with office.store.change("Again") as session:
        kept = session.exec(select(Attachment)).one()
        session.add(
            Attachment(agreement_id=agreement, name="kak.pdf", sha256=kept.sha256, size=16,
                       stage="K20", document="surat_penawaran")
        )  # fmt: skip
    office.archive.path(kept.sha256).unlink()
    (found,) = problems(office)
    assert str(found.values["fingerprint"]).startswith("“kak.pdf” K10, “kak.pdf” K20 (")
