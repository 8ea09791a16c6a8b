"""What is proven before an agreement prints: every finding with its place and what mends it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.preflight.agreeing import about_agreeing
from kunjungan.services.preflight.clearing import about_clearance
from kunjungan.services.preflight.draft import Draft, draft_in
from kunjungan.services.preflight.evidence import about_evidence
from kunjungan.services.preflight.facts import about_facts
from kunjungan.services.preflight.fields import about_fields
from kunjungan.services.preflight.findings import About, Finding, Rule
from kunjungan.services.preflight.images import about_images
from kunjungan.services.preflight.language_clause import about_language_clause
from kunjungan.services.preflight.paper import SetSheet, about_paper, about_sheet
from kunjungan.services.preflight.signatories import about_parties, about_witnesses
from kunjungan.services.preflight.term_said import about_term
from kunjungan.services.preflight.translations import about_translations
from kunjungan.services.preflight.wording import about_wording
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press

__all__ = [
    "About",
    "Finding",
    "Rule",
    "findings_in",
    "preflight",
    "refuse_unless_ready",
    "without_press",
]


def preflight(office: Office, press: "Press", agreement_id: UUID) -> list[Finding]:
    """Return everything that speaks against printing an agreement's originals, blocking first.

    The originals are set for it, so that letters and room are proven, too.
    """
    with office.store.read() as session:
        draft = draft_in(session, found(session, Agreement, agreement_id))
        findings = [*_of_text(session, draft), *about_images(office, draft)]
        if all(finding.code != "missing-image" for finding in findings):
            findings += about_paper(office, press, session, draft)
        return _sorted(draft, findings)


def without_press(
    office: Office, agreement_id: UUID, paper: SetSheet | None = None
) -> list[Finding]:
    """Return the findings of data and text, and of a paper that was set elsewhere.

    It sets none itself, and so is quick enough for every pause of typing.
    """
    with office.store.read() as session:
        draft = draft_in(session, found(session, Agreement, agreement_id))
        findings = [*_of_text(session, draft), *about_images(office, draft)]
        if paper is not None:
            findings += about_sheet(draft, paper.missing, paper.overflows)
        return _sorted(draft, findings)


def findings_in(session: Session, agreement_id: UUID) -> list[Finding]:
    """Return the findings of data and text alone, as an open session sees them."""
    draft = draft_in(session, found(session, Agreement, agreement_id))
    return _sorted(draft, _of_text(session, draft))


def refuse_unless_ready(session: Session, agreement_id: UUID) -> None:
    """Raise RuleBroken with the first thing that keeps originals from being printed."""
    for finding in findings_in(session, agreement_id):
        if finding.blocking:
            raise _refusal(finding)


def _refusal(finding: Finding) -> RuleBroken:
    """Return a finding as a refusal that says of whom it speaks."""
    said = RuleBroken(finding.message, **finding.values)
    if not finding.person or {"{name}", "{who}"} & set(re.findall(r"{\w+}", finding.message)):
        return said
    return RuleBroken(later("{name}: {what}"), name=finding.person, what=said)


def _of_text(session: Session, draft: Draft) -> list[Finding]:
    return [
        *about_translations(draft),
        *about_fields(draft),
        *about_wording(draft),
        *about_language_clause(draft),
        *about_facts(session, draft),
        *about_term(draft),
        *about_parties(draft),
        *about_witnesses(session, draft),
        *about_evidence(session, draft),
        *about_agreeing(draft),
        *about_clearance(session, draft),
    ]


def _sorted(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    weighed = map(draft.weighed, findings)
    return sorted(weighed, key=lambda finding: not finding.blocking)
