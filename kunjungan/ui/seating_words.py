"""Words for what a seated room is made of, and for how somebody sits otherwise than by rank."""

from collections.abc import Sequence
from enum import Enum

from kunjungan.domain.seating_kinds import ObjectKind, PartKind
from kunjungan.domain.seating_order import Deviation
from kunjungan.i18n import later

SEATING_WORDS: Sequence[tuple[Enum, str]] = (
    (PartKind.SIGNING, later("Signing table")),
    (PartKind.HEAD, later("Head table")),
    (PartKind.ROWS, later("Rows of seats")),
    (PartKind.MEETING, later("Meeting table")),
    (PartKind.U_SHAPE, later("U-shaped table")),
    (PartKind.ROUND, later("Round table")),
    (PartKind.BANQUET, later("Banquet tables")),
    (ObjectKind.STAGE, later("Backdrop and screen")),
    (ObjectKind.FLAG, later("Flag")),
    (ObjectKind.FLAG_NAME, later("Name of a flag")),
    (ObjectKind.EMBLEM, later("State emblem")),
    (ObjectKind.PORTRAIT, later("Official portrait")),
    (ObjectKind.LECTERN, later("Lectern")),
    (ObjectKind.TABLE, later("Table")),
    (ObjectKind.ROUND_TABLE, later("Round table")),
    (ObjectKind.FOLDERS, later("Folders")),
    (ObjectKind.PENS, later("Pens")),
    (ObjectKind.STAMPS, later("Seals and duty stamps")),
    (ObjectKind.TABLE_FLAGS, later("Table flags")),
    (ObjectKind.AISLE, later("Aisle")),
    (ObjectKind.ROW_NAME, later("Name of a row")),
    (ObjectKind.DOOR, later("Entrance")),
    (Deviation.RANK, later("not by rank")),
    (Deviation.SIDE, later("on the other party's side")),
    (Deviation.TABLE, later("at the signing table without signing")),
    (Deviation.AWAY, later("signs, but not at the signing table")),
    (Deviation.COUPLE, later("beside the own spouse")),
)
