"""What the comparison of originals has shown: a line, and where they differ."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof, Difference
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.chips import ChipText

_MOST = 5
"""So many chips stand in one line."""


def proof_line(proof: AlternatProof, parent: QWidget) -> Notice:
    """Return a line that says whether the originals may be printed as they are."""
    if proof.other:
        words = tr(
            "The originals differ in more than the order of the parties: {count} places. "
            "Mend the text; until then none is printed.",
            count=len(proof.other),
        )
        return Notice(Tone.BAD, words, parent)
    if proof.order_differs:
        words = tr(
            "Only the order of the parties differs, in {count} places; all else is word for word "
            "the same.",
            count=len(proof.order_differs),
        )
        return Notice(Tone.OK, words, parent)
    words = tr("The originals are word for word the same; only keeper and stamp differ.")
    return Notice(Tone.OK, words, parent)


def difference_chips(proof: AlternatProof) -> list[ChipText]:
    """Return where originals differ, what must not differ first; beyond a few only how many."""
    wrong = [ChipText(word, Tone.BAD) for word in _places(proof.other)]
    right = [ChipText(word) for word in _places((*proof.order_differs, *proof.besides))]
    chips = [*wrong, *right]
    if len(chips) <= _MOST:
        return chips
    more = tr("{count} more", count=len(chips) - _MOST + 1)
    return [*chips[: _MOST - 1], ChipText(more)]


def _places(differences: Sequence[Difference]) -> list[str]:
    found = (
        tr(each.where) if isinstance(each.where, str) else screen_side(each.where)
        for each in differences
    )
    return list(dict.fromkeys(found))
