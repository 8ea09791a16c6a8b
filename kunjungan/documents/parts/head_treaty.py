"""The head of a paper with a foreign partner: as treaties have it, no emblem and no number."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from typing_extensions import override

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.head_flow import HeadFlow
from kunjungan.documents.parts.titles import Item, Setter, title_items
from kunjungan.documents.parts.translation_note import TranslationNote
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, Sheet

_KIND, _TITLE = 1.2, 1.05
"""The size of its type, in those of the text."""
_LEAD = 1.42
_OVER_ITEM, _OVER_SMALL = 0.35, 0.55
"""White above a part of the title, and above a word between two parts, in leads."""
_ALONE = 1.06
"""How much larger the type is where one language stands alone."""
_FULL = 0.92
"""The part of a column that a line may fill."""
_UNDER = 8 * MM


class TreatyHead(HeadFlow):
    """The title of a paper abroad, over each column in its language and there level."""

    def __init__(
        self, faces: FaceCase, sheet: Sheet, content: AgreementContent, scale: float
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._languages = content.languages
        self._setter = Setter(faces)
        self._size = sheet.size * scale * (_ALONE if sheet.columns == 1 else 1.0)
        note = TranslationNote(sheet, content)
        self.add(note.height, note.draw)
        columns = [title_items(content, column, running=False) for column in range(sheet.columns)]
        for items in zip_longest(*columns):
            self._add_item(items)
        self.skip(_UNDER)

    @property
    @override
    def cut(self) -> list[str]:
        return self._setter.cut

    def _add_item(self, items: Sequence[Item | None]) -> None:
        """Add the same part of the title in every language, in as many rows as one needs."""
        sets = [self._set(item, column) if item else [] for column, item in enumerate(items)]
        first = next(item for item in items if item)
        lead = self._size * _LEAD
        if not first.kind:
            self.skip((_OVER_SMALL if first.small else _OVER_ITEM) * lead)
        for number, row in enumerate(zip_longest(*sets)):
            down = self._size if first.kind and not number else lead
            self.add(down, partial(self._draw_row, row, down))

    def _draw_row(self, row: Sequence[Line | None], down: float, ink: Ink, top: float) -> None:
        for column, line in enumerate(row):
            if line is not None:
                middle = self._sheet.edge(column) + self._sheet.measure / 2
                with ink.tagged("H1", self._languages[column], key="title"):
                    ink.centred(middle, top - down, line)

    def _set(self, item: Item, column: int) -> list[Line]:
        key: FaceKey = "bold_italic" if column else "bold"
        size = self._size * (_KIND if item.kind else _TITLE)
        return self._setter.lines(item.texts, key, size, self._sheet.measure * _FULL)
