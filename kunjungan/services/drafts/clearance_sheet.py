"""The clearance sheet of an agreement, to be printed and sent round with its draft."""

from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.clearance import ClearanceSheet, SheetStep, clearance_paper
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.listing import listed
from kunjungan.domain.paper import Paper
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.services.agreement_fields import agreement_facts, body_name
from kunjungan.services.drafts.route import ClearanceStep, route_in
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement


def clearance_pdf(office: Office, agreement_id: UUID, paper: Paper | None = None) -> bytes:
    """Return the clearance sheet of the present text as PDF; the same state gives the same bytes.

    ``paper`` None takes the agreement's own format.
    """
    from kunjungan.documents.office.paper import office_pdf  # noqa: PLC0415 - slow to load

    with office.store.read() as session:
        sheet = _sheet(session, found(session, Agreement, agreement_id), paper)
    return office_pdf(clearance_paper(sheet))


def clearance_name(office: Office, agreement_id: UUID) -> str:
    """Return a name for the file that tells the agreement and its draft."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
    name = f"Lembar paraf {row.reference or row.id.hex[:8]}"
    return safe_file_name(name, f" - draf {row.draft_no}.pdf")


def write_clearance(
    office: Office, agreement_id: UUID, path: Path, paper: Paper | None = None
) -> Path:
    """Write the clearance sheet and return its file; a folder gets a file named by the draft.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    pdf = clearance_pdf(office, agreement_id, paper)
    if path.suffix.lower() != ".pdf":
        path /= clearance_name(office, agreement_id)
    return write_whole(path, pdf)


def _sheet(session: Session, row: Agreement, paper: Paper | None) -> ClearanceSheet:
    facts, route = agreement_facts(session, row), route_in(session, row)
    names = {party.row.seq: body_name(party.body) for party in facts.parties}
    return ClearanceSheet(
        kind=facts.rule.name,
        subject=Bilingual(row.subject_id, row.subject_en or row.subject_id),
        reference=row.reference,
        parties=listed(list(names.values())),
        draft_no=route.draft_no,
        fingerprint=route.fingerprint,
        steps=tuple(_step(names, step) for step in route.steps),
        paper=paper or row.paper,
        author=names[route.own].id,
    )


def _step(names: dict[int, Bilingual], step: ClearanceStep) -> SheetStep:
    return SheetStep(
        names.get(step.party, Bilingual("", "")),
        step.office,
        step.name,
        day_month_year(step.done_on) if step.done_on and step.stands else "",
        step.outcome,
        step.draft_no,
        step.stale,
        day_month_year(step.due_on) if step.due_on else "",
        step.note,
    )
