"""Who signs without being a party: below the parties, apart from them, and over no stamp."""

from itertools import groupby

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.bands import Band, CellSetter, places
from kunjungan.documents.sheet import MM, Sheet

_SPACE = 25 * MM
"""Room for a witness to sign (office practice)."""


def witness_bands(setter: CellSetter, sheet: Sheet, content: AgreementContent) -> list[Band]:
    """Return the bands of the witnesses in their order; neighbours alike share one caption."""
    room = _SPACE if setter.signed else 0.0
    bands = list[Band]()
    for texts, group in groupby(content.witnesses, key=lambda witness: witness.caption):
        waiting = list(group)
        caption = setter.caption(texts, sheet.right - sheet.left)
        for band in places(sheet, content, len(waiting)):
            cells = [setter.cell(place, waiting.pop(0)) for place in band]
            bands.append(Band(cells, sheet, room, caption))
            caption = ()
    return bands
