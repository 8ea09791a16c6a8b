from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clearance import OWN_ROUTE, route_from, route_lines
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.clearance import (
    RecordForm,
    StepForm,
    clear,
    reopen,
    return_,
    route,
    same_text,
    set_route,
)
from kunjungan.services.drafts.clearance_sheet import clearance_pdf, write_clearance
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.preflight import Finding, findings_in
from tests.builders import an_agreement
from tests.documents.reading import words

DAY = date(2022, 8, 20)


def change_text(office: Office, agreement: UUID) -> None:
    row = list_clauses(office, agreement)[-1]
    write_clause(office, row.id, "id", row.text.id + " Ditambah.")


def clear_all(office: Office, agreement: UUID) -> None:
    for step in route(office, agreement).steps:
        clear(office, agreement, step.seq, RecordForm(DAY))


def advice(office: Office, agreement: UUID) -> dict[str, Finding]:
    with office.store.read() as session:
        found = findings_in(session, agreement)
    return {f.code: f for f in found if "cleared" in f.code}


def test_a_new_text_goes_through_the_own_offices_and_then_to_the_partner(office: Office) -> None:
    steps = route(office, an_agreement(office)).steps
    assert [step.office.id for step in steps] == [
        "OPD pemrakarsa",
        "Bagian Hukum",
        "Bagian Kerja Sama",
        "Asisten",
        "Sekretaris Daerah",
        "Mitra",
    ]
    assert [step.party for step in steps] == [1, 1, 1, 1, 1, 2]
    assert {step.id for step in steps} == {None}


def test_the_office_may_choose_another_usual_route(office: Office) -> None:
    lines = ("Bagian Hukum | Legal Division", "Sekda")
    change_settings(office, replace(office_settings(office), clearance_route=lines))
    steps = route(office, an_agreement(office)).steps
    assert [(step.office.id, step.office.en) for step in steps] == [
        ("Bagian Hukum", "Legal Division"),
        ("Sekda", "Sekda"),
        ("Mitra", "Partner"),
    ]


def test_a_route_as_a_setting_reads_back_as_it_was() -> None:
    other = (Bilingual("Sekda", ""), Bilingual("Bagian Hukum", "Legal Division"))
    assert route_from(route_lines(other)) == other
    assert route_lines(OWN_ROUTE) == ()
    assert route_from([" ", "| only English"]) == OWN_ROUTE


def test_the_first_record_makes_the_route_the_agreements_own(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 2, RecordForm(DAY, "Budi Contoh", "sesuai"))
    steps = route(office, agreement).steps
    assert [step.outcome for step in steps] == ["", "cleared", "", "", "", ""]
    legal = steps[1]
    assert (legal.name, legal.done_on, legal.note, legal.draft_no) == (
        "Budi Contoh",
        DAY,
        "sesuai",
        1,
    )
    assert legal.fingerprint == route(office, agreement).fingerprint
    undo(office)
    assert {step.id for step in route(office, agreement).steps} == {None}


def test_a_text_that_changes_makes_its_clearances_stale(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 2, RecordForm(DAY))
    assert route(office, agreement).steps[1].stands
    change_text(office, agreement)
    assert route(office, agreement).steps[1].stale
    undo(office)
    assert route(office, agreement).steps[1].stands


def test_both_sides_have_the_same_text_only_when_every_step_cleared_it(office: Office) -> None:
    agreement = an_agreement(office)
    assert not same_text(office, agreement).same
    clear_all(office, agreement)
    told = same_text(office, agreement)
    assert (told.same, told.on, told.waiting, told.elsewhere) == (True, DAY, (), ())
    change_text(office, agreement)
    told = same_text(office, agreement)
    assert not told.same
    assert told.agreed is not None
    assert told.agreed[0] == 1
    assert len(told.elsewhere) == 6


def test_steps_that_cleared_different_texts_agree_on_none(office: Office) -> None:
    agreement = an_agreement(office)
    clear_all(office, agreement)
    change_text(office, agreement)
    clear(office, agreement, 6, RecordForm(DAY))
    told = same_text(office, agreement)
    assert told.agreed is None
    assert [step.seq for step in told.elsewhere] == [1, 2, 3, 4, 5]


def test_a_partner_may_clear_a_draft_that_was_kept(office: Office) -> None:
    agreement = an_agreement(office)
    keep_and_start(office, agreement, "dikirim ke mitra")
    change_text(office, agreement)
    clear(office, agreement, 6, RecordForm(DAY, draft_no=1))
    step = route(office, agreement).steps[5]
    assert (step.draft_no, step.stale) == (1, True)
    with pytest.raises(NotFound, match="was not kept"):
        clear(office, agreement, 6, RecordForm(DAY, draft_no=9))


def test_a_returned_text_waits_with_its_reason(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken, match="what is to be changed"):
        return_(office, agreement, 2, RecordForm(DAY))
    return_(office, agreement, 2, RecordForm(DAY, note="Pasal 3 belum jelas"))
    assert route(office, agreement).steps[1].outcome == "returned"
    assert [step.seq for step in same_text(office, agreement).waiting] == [1, 2, 3, 4, 5, 6]
    reopen(office, agreement, 2)
    step = route(office, agreement).steps[1]
    assert (step.outcome, step.note, step.fingerprint, step.done_on) == ("", "", "", None)


def test_nothing_is_cleared_in_the_future_or_where_there_is_no_step(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken, match="still to come"):
        clear(office, agreement, 1, RecordForm(date(2022, 8, 27)))
    with pytest.raises(NotFound, match="no step 9"):
        clear(office, agreement, 9, RecordForm(DAY))
    assert {step.id for step in route(office, agreement).steps} == {None}


def test_a_step_that_somebody_changed_meanwhile_is_not_written_over(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 1, RecordForm(DAY))
    seen = route(office, agreement).steps[0].version
    clear(office, agreement, 1, RecordForm(DAY, note="lain"))
    with pytest.raises(Conflict):
        return_(office, agreement, 1, RecordForm(DAY, note="x", version=seen))


def test_a_planned_route_keeps_what_its_steps_have_said(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 2, RecordForm(DAY))
    old = route(office, agreement).steps
    forms = [
        StepForm("Sekda", "Regional Secretary", due_on=DAY),
        StepForm(old[1].office.id, old[1].office.en, 1, id=old[1].id),
        StepForm("Biro Hukum mitra", party=2),
    ]
    set_route(office, agreement, forms)
    steps = route(office, agreement).steps
    assert [(step.seq, step.office.id, step.outcome) for step in steps] == [
        (1, "Sekda", ""),
        (2, "Bagian Hukum", "cleared"),
        (3, "Biro Hukum mitra", ""),
    ]


def test_a_step_that_has_spoken_is_not_left_out(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 2, RecordForm(DAY))
    with pytest.raises(RuleBroken, match="Take its record back"):
        set_route(office, agreement, [StepForm("Sekda")])
    for forms in ([], [StepForm(" ")], [StepForm("Sekda", party=3)]):
        with pytest.raises(RuleBroken):
            set_route(office, agreement, [*map_kept(office, agreement), *forms] if forms else [])


def map_kept(office: Office, agreement: UUID) -> list[StepForm]:
    return [
        StepForm(step.office.id, step.office.en, step.party, id=step.id)
        for step in route(office, agreement).steps
    ]


def test_the_legal_office_is_missed_before_the_originals_but_does_not_block(
    office: Office,
) -> None:
    agreement = an_agreement(office)
    assert advice(office, agreement) == {}
    clear(office, agreement, 1, RecordForm(DAY))
    found = advice(office, agreement)
    assert list(found) == ["not-cleared"]
    assert not found["not-cleared"].blocking
    clear(office, agreement, 2, RecordForm(DAY))
    assert advice(office, agreement) == {}
    change_text(office, agreement)
    assert list(advice(office, agreement)) == ["cleared-other-text"]


def test_an_office_that_chose_a_route_misses_the_legal_office_from_the_start(
    office: Office,
) -> None:
    lines = ("Bagian Hukum | Legal Division", "Sekda")
    change_settings(office, replace(office_settings(office), clearance_route=lines))
    assert list(advice(office, an_agreement(office))) == ["not-cleared"]


def test_an_office_without_a_legal_step_is_not_reminded_of_one(office: Office) -> None:
    change_settings(office, replace(office_settings(office), clearance_route=("Sekda",)))
    assert advice(office, an_agreement(office)) == {}


def test_the_sheet_says_which_text_goes_round_and_who_clears_it(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, 2, RecordForm(DAY, "Budi Contoh"))
    pdf = clearance_pdf(office, agreement)
    printed = " ".join(words(pdf).split())
    known = route(office, agreement)
    for said in (
        "LEMBAR PARAF NASKAH",
        "CLEARANCE SHEET",
        known.fingerprint,
        "OPD pemrakarsa",
        "Legal Division",
        "Budi Contoh",
        "20-08-2022",
        "Mitra",
        "Halaman 1 dari 1 / Page 1 of 1",
    ):
        assert said in printed
    assert clearance_pdf(office, agreement) == pdf


def test_the_sheet_goes_into_a_folder_or_a_file(office: Office) -> None:
    agreement = an_agreement(office)
    named = write_clearance(office, agreement, office.folder / "paraf.pdf")
    assert named.name == "paraf.pdf"
    into = write_clearance(office, agreement, office.folder)
    assert into.name == "Lembar paraf KS-2022-001 - draf 1.pdf"
    assert into.read_bytes() == named.read_bytes()
