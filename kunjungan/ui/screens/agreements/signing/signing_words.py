"""How signatures that are still due are told."""

from collections.abc import Sequence

from kunjungan.i18n import tr
from kunjungan.services.signing import SignatureLine


def due_words(lines: Sequence[SignatureLine]) -> str:
    """Return who has still to sign which originals, in one sentence; empty where all have."""
    waiting: dict[str, list[int]] = {}
    for line in lines:
        if line.on is None:
            waiting.setdefault(line.party, []).append(line.original_no)
    told = [
        tr("{party} (originals {numbers})", party=party, numbers=", ".join(map(str, numbers)))
        for party, numbers in waiting.items()
    ]
    return tr("Still to sign: {who}.", who="; ".join(told)) if told else ""
