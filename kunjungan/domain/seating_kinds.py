"""What a seated room is made of: parts such as rows and tables, their seats, what stands there.

Measures are in seat widths, seen from the audience: ``x`` grows to the right, ``y`` from the stage
towards the door. ``turn`` is where a seated person looks: 0 at the audience, 90 to the left of the
drawing, 180 at the stage, 270 to the right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

CARD_WIDTH, CARD_HEIGHT = 0.92, 0.46
"""How large the card of a seat may be drawn without touching another."""

NO_WORDS = Bilingual("", "")
SeatSide = Literal["", "host", "guest"]
"""For whose people a seat is; empty for anybody."""


class PartKind(StrEnum):
    """How the seats of a part stand."""

    SIGNING = "signing"
    HEAD = "head"
    ROWS = "rows"
    MEETING = "meeting"
    U_SHAPE = "u_shape"
    ROUND = "round"
    BANQUET = "banquet"


TABLED = frozenset({PartKind.SIGNING, PartKind.HEAD})
"""Parts that stand before the stage and look at the audience."""

RINGS = frozenset({PartKind.ROUND, PartKind.BANQUET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table, a block of rows or a group of round tables.

    ``seats`` are those of a row, a side, a closed end or a table; ``rows`` how many rows or round
    tables there are; ``arm`` the seats on each arm of a U; ``behind`` the chairs behind the middle
    of each side, for interpreters and aides. ``aisles`` says after which seats of a row an aisle
    goes. With ``halves`` guests sit on the right half of each row and hosts on the left;
    ``guest_right`` seats the guest at the host's right hand. ``emblem`` hangs the state emblem
    with both portraits in its room, ``region_flags`` sets up the flags of the regions.
    """

    kind: PartKind
    key: str
    seats: int
    rows: int = 1
    arm: int = 0
    behind: int = 0
    aisles: tuple[int, ...] = ()
    halves: bool = False
    guest_right: bool = True
    emblem: bool = False
    region_flags: bool = False
    name: Bilingual = NO_WORDS

    def __post_init__(self) -> None:
        """Refuse a part that no room could hold."""
        if not (1 <= self.seats <= 60 and 1 <= self.rows <= 100):
            raise RuleBroken(later("A row has 1 to 60 seats, a room 1 to 100 rows or tables."))
        if not (0 <= self.arm <= 60 and 0 <= self.behind <= 20):
            raise RuleBroken(later("An arm has up to 60 seats, and up to 20 chairs stand behind."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlace:
    """A seat in a room; ``x`` and ``y`` are its middle.

    ``number`` counts a row or a table from the left of the audience, ``honour`` the whole room by
    rank from 1. ``behind`` is a chair in the second line.
    """

    key: str
    part: str
    row: int
    number: int
    x: float
    y: float
    turn: int
    honour: int
    side: SeatSide = ""
    behind: bool = False


class ObjectKind(StrEnum):
    """What stands in a room besides seats."""

    STAGE = "stage"
    FLAG = "flag"
    FLAG_NAME = "flag_name"
    EMBLEM = "emblem"
    PORTRAIT = "portrait"
    LECTERN = "lectern"
    TABLE = "table"
    ROUND_TABLE = "round_table"
    FOLDERS = "folders"
    PENS = "pens"
    STAMPS = "stamps"
    TABLE_FLAGS = "table_flags"
    AISLE = "aisle"
    ROW_NAME = "row_name"
    DOOR = "door"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomObject:
    """A thing in the room; ``x`` and ``y`` are its middle, ``w`` and ``h`` its size.

    ``label`` is what a drawing writes at it, ``owner`` whose it is, such as a flag's.
    """

    kind: ObjectKind
    x: float
    y: float
    w: float
    h: float
    label: Bilingual = NO_WORDS
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """How wide and how deep a room is."""

    width: float
    depth: float


OBJECT_NAMES: Mapping[ObjectKind, Bilingual] = MappingProxyType(
    {
        ObjectKind.STAGE: Bilingual("Latar panggung dan layar", "Backdrop and screen"),
        ObjectKind.FLAG: Bilingual("Bendera", "Flag"),
        ObjectKind.FLAG_NAME: NO_WORDS,
        ObjectKind.EMBLEM: Bilingual("Garuda Pancasila", "State emblem"),
        ObjectKind.PORTRAIT: Bilingual("Gambar resmi", "Portrait"),
        ObjectKind.LECTERN: Bilingual("Mimbar", "Lectern"),
        ObjectKind.TABLE: Bilingual("Meja", "Table"),
        ObjectKind.ROUND_TABLE: Bilingual("Meja {number}", "Table {number}"),
        ObjectKind.FOLDERS: Bilingual("Map naskah", "Folders"),
        ObjectKind.PENS: Bilingual("Pena", "Pens"),
        ObjectKind.STAMPS: Bilingual("Cap, meterai", "Seals, duty stamps"),
        ObjectKind.TABLE_FLAGS: Bilingual("Bendera meja", "Table flags"),
        ObjectKind.AISLE: Bilingual("", ""),
        ObjectKind.ROW_NAME: Bilingual("Baris {number}", "Row {number}"),
        ObjectKind.DOOR: Bilingual("Pintu masuk hadirin", "Audience entrance"),
    }
)

PART_NAMES: Mapping[PartKind, Bilingual] = MappingProxyType(
    {
        PartKind.SIGNING: Bilingual("Meja penandatanganan", "Signing table"),
        PartKind.HEAD: Bilingual("Meja utama", "Head table"),
        PartKind.ROWS: Bilingual("Baris kursi", "Rows of seats"),
        PartKind.MEETING: Bilingual("Meja rapat", "Meeting table"),
        PartKind.U_SHAPE: Bilingual("Meja bentuk U", "U-shaped table"),
        PartKind.ROUND: Bilingual("Meja bundar", "Round table"),
        PartKind.BANQUET: Bilingual("Meja jamuan", "Banquet tables"),
    }
)


def name_of_part(part: Part) -> Bilingual:
    """Return a part's own name, else that of its kind."""
    return part.name if part.name.complete else PART_NAMES[part.kind]


def dressed(parts: Sequence[Part], *, emblem: bool, region_flags: bool) -> tuple[Part, ...]:
    """Return the parts of a room with or without emblem and regional flags; its first has them."""
    return tuple(
        replace(part, emblem=emblem and not at, region_flags=region_flags and not at)
        for at, part in enumerate(parts)
    )


def part_from(data: Mapping[str, Any]) -> Part:
    """Read a part as it is stored; RuleBroken where it is damaged."""
    try:
        return Part(
            kind=PartKind(data["kind"]),
            key=str(data["key"]),
            seats=int(data["seats"]),
            rows=int(data.get("rows", 1)),
            arm=int(data.get("arm", 0)),
            behind=int(data.get("behind", 0)),
            aisles=tuple(int(seat) for seat in data.get("aisles", ())),
            halves=bool(data.get("halves", False)),
            guest_right=bool(data.get("guest_right", True)),
            emblem=bool(data.get("emblem", False)),
            region_flags=bool(data.get("region_flags", False)),
            name=Bilingual(str(data.get("id", "")), str(data.get("en", ""))),
        )
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        message = later("A part of this seating plan cannot be read. Remove it and add it again.")
        raise RuleBroken(message) from error


def json_of(part: Part) -> dict[str, Any]:
    """Return a part as it is stored; what it does not say is as by default."""
    data: dict[str, Any] = {"kind": part.kind.value, "key": part.key, "seats": part.seats}
    data |= {"rows": part.rows} if part.rows != 1 else {}
    data |= {"arm": part.arm} if part.arm else {}
    data |= {"behind": part.behind} if part.behind else {}
    data |= {"aisles": list(part.aisles)} if part.aisles else {}
    data |= {"halves": True} if part.halves else {}
    data |= {} if part.guest_right else {"guest_right": False}
    data |= {name: True for name in ("emblem", "region_flags") if getattr(part, name)}
    return data | ({"id": part.name.id, "en": part.name.en} if part.name.id else {})
