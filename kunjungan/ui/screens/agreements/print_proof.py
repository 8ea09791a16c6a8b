"""What the comparison of two originals says, in words."""

from collections.abc import Sequence

from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof, Difference
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

_MOST = 5
"""So many chips stand in one line of the preview."""


def proof_words(proof: AlternatProof) -> str:
    """Return the outcome in one sentence."""
    if proof.other:
        return tr(
            "These originals differ in more than the order of the parties. They cannot be printed."
        )
    if proof.order_differs:
        return tr("Only the order of the parties differs; every other word is the same")
    return tr("The text is the same word for word")


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
