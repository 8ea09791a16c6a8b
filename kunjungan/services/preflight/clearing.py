"""Checks that the office's own lawyers have cleared the text that is about to be printed."""

from collections.abc import Iterator

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clearance import LEGAL
from kunjungan.domain.listing import listed
from kunjungan.i18n import later
from kunjungan.services.drafts.route import clearance_rows, usual_steps
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule
from kunjungan.services.print_log import text_that_counts

NOT_CLEARED = Rule(
    "not-cleared",
    later("The clearance by {offices} is not recorded yet."),
    later("Record it on the clearance card, or print the sheet and send it round."),
    blocking=False,
    about="process",
)
CLEARED_OTHER = Rule(
    "cleared-other-text",
    later("{offices} cleared another text than this one."),
    later("Compare it with the draft that was cleared, and have it cleared again."),
    blocking=False,
    about="process",
)


def about_clearance(session: Session, draft: Draft) -> Iterator[Finding]:
    """Yield the legal office that has not cleared the text, and who cleared another one.

    Office practice: PP 28/2018 asks for no initials, so nothing here blocks, and an office that
    keeps no clearances hears nothing.
    """
    row, steps = draft.row, clearance_rows(session, draft.row.id)
    if not steps and draft.facts.chosen.clearance_route:
        steps = usual_steps(session, row)
    legal = [s for s in steps if s.office_id == LEGAL.id and s.outcome != "cleared"]
    cleared = [step for step in steps if step.outcome == "cleared"]
    now = text_that_counts(session, row) if cleared else ""  # slow for a long text
    stale = [step for step in cleared if step.fingerprint != now]
    for rule, found in ((NOT_CLEARED, legal), (CLEARED_OTHER, stale)):
        if found:
            offices = [Bilingual(s.office_id, s.office_en or s.office_id) for s in found]
            yield Finding(rule, {"offices": listed(offices)}, field="clearance")
