"""What was done: the office's changes, what each did in detail, what stands undone."""

from dataclasses import replace

from sqlalchemy import text

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.paper import Paper
from kunjungan.services.change_details import RecordStep, Reference, change_details
from kunjungan.services.history import (
    ChangeLine,
    count_changes,
    history,
    recent_changes,
    redo,
    redo_label,
    undo,
    undo_label,
)
from kunjungan.services.institutions import (
    InstitutionForm,
    add_institution,
    institution_form,
    remove_institution,
)
from kunjungan.services.institutions import edit_institution as edit
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.officials import edit_official, official_form
from tests.builders import a_visit, an_agreement, bandung


def done(office: Office) -> list[ChangeLine]:
    """What people did, without what the program brought along."""
    return [line for line in recent_changes(office) if line.kind != "system"]


def details(office: Office, place: int = 0) -> list[RecordStep]:
    return change_details(office, done(office)[place].id)


def fields(step: RecordStep) -> dict[str, tuple[object, object]]:
    return {each.field: (each.old, each.new) for each in step.fields}


def test_changes_come_latest_first_with_who_and_how_many_records(office: Office) -> None:
    bandung(office)
    labels = [(line.label, line.who, line.rows) for line in done(office)]
    assert labels == [("Add official", "tester", 3), ("Add institution", "tester", 1)]
    assert recent_changes(office, most=1) == done(office)[:1]
    assert count_changes(office) == len(recent_changes(office))


def test_an_undone_change_is_marked_until_it_is_done_again(office: Office) -> None:
    a_visit(office)
    undo(office)
    assert [(line.kind, line.undone) for line in done(office)] == [("undo", False), ("cmd", True)]
    assert (undo_label(office), redo_label(office)) == (None, "Schedule visit")
    redo(office)
    assert [line.undone for line in done(office)] == [False, False, False]
    assert (undo_label(office), redo_label(office)) == ("Schedule visit", None)


def test_a_changed_record_tells_old_and_new_of_what_changed_only(office: Office) -> None:
    body = bandung(office)
    form = replace(official_form(office, body.head), capacity=Capacity.PLT, decree="131/1")
    edit_official(office, body.head, form)
    (step,) = details(office)
    assert (step.table, step.what, step.name) == ("tenure", "changed", "Yana Mulyana")
    assert fields(step) == {
        "capacity": (Capacity.DEFINITIVE, Capacity.PLT),
        "decree": ("", "131/1"),
    }


def test_other_records_are_told_by_name_also_within_the_change(office: Office) -> None:
    bandung(office)
    steps = {step.table: step for step in details(office)}
    assert fields(steps["position"])["institution_id"] == (
        None,
        Reference("Pemerintah Kota Bandung"),
    )
    assert fields(steps["tenure"])["person_id"] == (None, Reference("Yana Mulyana"))
    assert fields(steps["tenure"])["position_id"] == (None, Reference("Wali Kota Bandung"))


def test_a_record_that_is_gone_leaves_its_reference_without_a_name(office: Office) -> None:
    parent = add_institution(office, InstitutionForm(InstitutionKind.COMPANY, "Induk"))
    child = add_institution(
        office, InstitutionForm(InstitutionKind.COMPANY, "Anak", parent_id=parent)
    )
    form = institution_form(office, child)
    edit(office, child, replace(form, parent_id=None))
    remove_institution(office, parent)
    assert details(office)[0].name == "Induk"
    assert fields(details(office, 1)[0])["parent_id"] == (Reference(""), None)


def test_the_own_institution_among_the_settings_is_told_by_name(office: Office) -> None:
    body = bandung(office)
    change_settings(office, OfficeSettings(own_institution=body.id, paper=Paper.A4))
    told = {step.name: fields(step)["value"][1] for step in details(office)}
    assert told == {"own_institution": Reference("Pemerintah Kota Bandung"), "paper": "a4"}


def test_of_a_long_change_only_the_first_records_are_told(office: Office) -> None:
    an_agreement(office)
    assert done(office)[0].rows > 3
    assert len(change_details(office, done(office)[0].id, most=3)) == 3


def test_a_change_whose_contents_were_removed_still_tells_its_records(office: Office) -> None:
    body = bandung(office)
    with office.store.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER jr_change_update"))
        connection.execute(text("UPDATE jr_change SET delta = NULL"))
    steps = details(office)
    assert {step.table for step in steps} == {"position", "person", "tenure"}
    assert all(step.fields == () for step in steps)
    assert history(office, "institution", body.id) == []
