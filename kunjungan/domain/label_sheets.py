"""Sheets of cards and labels, as data (``labels.toml``): where each stands, in mm.

The measures of ready cut labels are their makers'; those of plain paper are office practice. An
office keeps its own, and corrects a printer that is a little off by ``offset_x``/``offset_y``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.resources import resource

CardUse = Literal["badge", "tent", "place", "folder", "vehicle", "door", "certificate"]
"""What stands on the cards of a sheet."""

_HAIR = 0.01
_LEAST, _MOST = 10.0, 1000.0
_MEASURES = ("page_width", "page_height", "width", "height", "left", "top", "gap_x", "gap_y",
             "offset_x", "offset_y")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Equal cards in rows and columns on a page, measured from its upper left corner in mm.

    ``offset_x`` and ``offset_y`` move the print to the right and down. ``cut`` is plain paper that
    gets cut marks, ``folds`` into how many parts a card is folded, ``post_first`` sets the post
    larger than the name, ``mono`` is a printer that knows black alone.
    """

    slug: str
    name: Bilingual
    uses: tuple[CardUse, ...]
    page_width: float
    page_height: float
    width: float
    height: float
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    gap_x: float = 0.0
    gap_y: float = 0.0
    offset_x: float = 0.0
    offset_y: float = 0.0
    cut: bool = False
    folds: int = 0
    post_first: bool = False
    mono: bool = False

    @property
    def per_page(self) -> int:
        """How many cards a page has."""
        return self.columns * self.rows

    def spot(self, number: int) -> "Spot":
        """Return where the card of a number (from 0) stands: rows first, from the left."""
        page, place = divmod(number, self.per_page)
        row, column = divmod(place, self.columns)
        x = self.left + column * (self.width + self.gap_x) + self.offset_x
        y = self.top + row * (self.height + self.gap_y) + self.offset_y
        return Spot(page, x, y)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a card stands: its page (from 0), its upper left corner in mm from the page's own."""

    page: int
    x: float
    y: float


@cache
def shipped_sheets() -> tuple[LabelSheet, ...]:
    """Return the sheets that the program brings."""
    text = resource("data/labels.toml").read_text(encoding="utf-8")
    return tuple(sheet_of(data) for data in tomllib.loads(text)["sheet"])


def sheet_of(data: Mapping[str, Any]) -> LabelSheet:
    """Read a sheet as TOML or an office's own template holds it.

    Raises:
        KeyError, TypeError, ValueError: a measure is missing or is no number.
    """
    plain = {name: float(data[name]) for name in _MEASURES if name in data}
    return LabelSheet(
        slug=str(data["slug"]),
        name=Bilingual(str(data["name_id"]), str(data.get("name_en") or data["name_id"])),
        uses=tuple(use for use in get_args(CardUse) if use in data["uses"]),
        columns=int(data.get("columns", 1)),
        rows=int(data.get("rows", 1)),
        cut=bool(data.get("cut", False)),
        folds=int(data.get("folds", 0)),
        post_first=bool(data.get("post_first", False)),
        mono=bool(data.get("mono", False)),
        **plain,
    )


def data_of(sheet: LabelSheet) -> dict[str, Any]:
    """Return a sheet as plain values that ``sheet_of`` reads again."""
    plain = {field.name: getattr(sheet, field.name) for field in fields(sheet)}
    del plain["name"]
    names = {f"name_{side}": words for side, words in asdict(sheet.name).items()}
    return plain | names | {"uses": list(sheet.uses)}


def check_sheet(sheet: LabelSheet) -> None:
    """Refuse a sheet that no paper can be.

    Raises:
        RuleBroken: a measure is out of reach, cards overlap, or one is beyond the page.
    """
    if not (sheet.name.id.strip() and sheet.uses):
        raise RuleBroken(later("A label sheet needs a name and something to print on it."))
    sides = (sheet.page_width, sheet.page_height, sheet.width, sheet.height)
    if not all(_LEAST <= side <= _MOST for side in sides):
        raise RuleBroken(
            later("Pages and labels are {least} to {most} mm wide and high."),
            least=int(_LEAST),
            most=int(_MOST),
        )
    if sheet.columns < 1 or sheet.rows < 1:
        raise RuleBroken(later("A label sheet has one row and one column at least."))
    if min(sheet.left, sheet.top, sheet.gap_x, sheet.gap_y) < 0:
        raise RuleBroken(later("Margins and gaps are 0 mm or more."))
    _refuse_beyond(sheet)


def _refuse_beyond(sheet: LabelSheet) -> None:
    """Refuse cards that do not fit on their page."""
    across = sheet.left + sheet.columns * (sheet.width + sheet.gap_x) - sheet.gap_x
    down = sheet.top + sheet.rows * (sheet.height + sheet.gap_y) - sheet.gap_y
    wanted = (
        (across, sheet.page_width, later("The columns take {need} mm, the page is {has} mm wide.")),
        (down, sheet.page_height, later("The rows take {need} mm, the page is {has} mm high.")),
    )
    for need, has, message in wanted:
        if need > has + _HAIR:
            raise RuleBroken(message, need=f"{need:g}", has=f"{has:g}")
