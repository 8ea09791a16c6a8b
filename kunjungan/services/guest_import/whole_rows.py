"""The rows of a sheet with what they have from the rows round them: merged cells, "sda", a NIP."""

from collections.abc import Iterator

from kunjungan.domain.guest_cells import is_ditto, is_nip_alone, words_of
from kunjungan.domain.guest_heads import Columns, GuestField
from kunjungan.domain.register_cells import Cell
from kunjungan.services.guest_import.lists import GuestSheet

F = GuestField
_SHARED = frozenset({F.BODY, F.TITLE, F.VEHICLE, F.TRAVEL_ORDER})
"""What several guests may have in common."""


class WholeRows:
    """The rows of one sheet, asked for from above to below; ``taken`` are those told already."""

    def __init__(self, sheet: GuestSheet) -> None:
        self._rows = sheet.rows
        self._tall = dict(_tall_cells(sheet))
        self._above: dict[int, Cell] = {}
        self.taken: set[int] = set()

    def row(self, place: int, columns: Columns) -> tuple[Cell, ...]:
        """Return a row; one with a name has what it shares with the guest above it.

        That is a cell merged over several rows, and what "sda" stands for. A NIP that stands
        alone below the name is part of it.
        """
        cells = list(self._rows[place])
        named = next((at for at, column in columns.items() if column.field is F.NAME), None)
        if named is None or named >= len(cells) or cells[named] is None:
            return tuple(cells)
        for at, column in columns.items():
            if column.field in _SHARED:
                cells += [None] * (at + 1 - len(cells))
                cells[at] = self._from_above(place, at, cells[at])
        if nip := self._nip_below(place, named):
            cells[named] = f"{cells[named]}\n{nip}"
        return tuple(cells)

    def _from_above(self, place: int, at: int, cell: Cell) -> Cell:
        """Return what a cell holds, or what the one above it does where it says the same."""
        cell = self._tall.get((place, at), cell)
        if isinstance(cell, str) and is_ditto(cell):
            return self._above.get(at, cell)
        self._above[at] = cell
        return cell

    def _nip_below(self, place: int, named: int) -> str:
        """Return the NIP in the row below under the name, "" where the row tells something else."""
        below = self._rows[place + 1] if place + 1 < len(self._rows) else ()
        filled = [at for at, cell in enumerate(below) if cell is not None]
        if filled != [named] or not is_nip_alone(words_of(below[named])):
            return ""
        self.taken.add(place + 1)
        return words_of(below[named])


def _tall_cells(sheet: GuestSheet) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Yield what stands in the rows below the first one of a cell that is merged over several."""
    for at, top, bottom in sheet.tall:
        row = sheet.rows[top] if top < len(sheet.rows) else ()
        if at < len(row) and row[at] is not None:
            yield from (((place, at), row[at]) for place in range(top + 1, bottom + 1))
