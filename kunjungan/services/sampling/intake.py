"""The sample's letters of request, as they came in, and its checklist of 21 steps."""

from dataclasses import replace
from datetime import date

from sqlmodel import select

from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import later
from kunjungan.services.checklists.checklist import apply_checklist
from kunjungan.services.delegations import delegation_form, edit_delegation
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SampleCase
from kunjungan.store.tables import Task

_DONE = frozenset(
    {"answer", "invitation", "catering", "seating", "crew", "vehicles", "souvenirs", "rundown",
     "signing_table"}
)  # fmt: skip
"""Steps that a person ticked off; others tick themselves, and some are still open."""


def add_intake(office: Office, case: SampleCase) -> None:
    """Add whom to ring, the agenda numbers and dates of the letters, and the checklist."""
    for delegation, number in zip(case.delegations, ("0412", "0413"), strict=True):
        form = replace(
            delegation_form(office, delegation),
            agenda_number=f"{number}-CONTOH/2022",
            proposed=("2022-09-01", "2022-09-08"),
            contact="Penghubung (contoh)",
            contact_phone=f"0800-0000-{number}",
        )
        edit_delegation(office, delegation, form)
    apply_checklist(office, case.visit, VisitKind.SIGNING)
    with office.store.change(later("Tick step")) as session:
        for task in session.exec(select(Task).where(Task.visit_id == case.visit)):
            if task.code in _DONE:
                task.done_on = task.due_on or date(2022, 8, 26)
