"""Findings in a few words: how many block, and what may be printed now."""

from collections.abc import Sequence

from kunjungan.i18n import tr
from kunjungan.services.readiness import Finding
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText


def chips_of(findings: Sequence[Finding]) -> list[ChipText]:
    """Return how many findings block and how many advise, as chips."""
    blocking = sum(finding.blocking for finding in findings)
    advice = len(findings) - blocking
    made = []
    if blocking:
        made.append(ChipText(tr("{count} blocking", count=blocking), Tone.BAD))
    if advice:
        made.append(ChipText(tr("{count} to consider", count=advice), Tone.WARN))
    return made


def advice_on(findings: Sequence[Finding], *, is_open: bool) -> str:
    """Return what may be printed now."""
    if not is_open:
        return tr("The originals of this draft have been printed; its text is locked.")
    if any(finding.blocking for finding in findings):
        return tr(
            "Originals can be printed once nothing blocks. A marked draft can be printed now."
        )
    return tr("The originals can be printed. Printing them locks this draft.")
