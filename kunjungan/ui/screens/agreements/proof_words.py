"""What the comparison of the originals has shown, in a line."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.alternat import AlternatProof
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice


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
