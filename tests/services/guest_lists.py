"""Lists and a visit of two delegations, as the tests of importing use them."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.guest_import.columns import guess, remembered
from kunjungan.services.guest_import.judged import Choices, Judged, JudgedRow, Target
from kunjungan.services.guest_import.judging import Table, judge
from kunjungan.services.guest_import.lists import open_list
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.office import Office
from tests.builders import a_region, a_visit, prabumulih

HEADS = ("No", "Nama lengkap", "Jabatan", "NIP", "No. HP", "Ket")
NAME, TITLE, NIP, PHONE, NOTE = range(1, 6)


@dataclass(frozen=True, slots=True)
class Guests:
    """A visit with the delegations of Prabumulih and of Ogan Ilir, and how lists come into it."""

    office: Office
    visit: UUID
    prabumulih: UUID
    ogan_ilir: UUID
    folder: Path

    def judged(
        self, *rows: tuple[Cell, ...], choices: Choices | None = None, to: Target | None = None
    ) -> Judged:
        """Return how it stands with the rows of a workbook; columns as HEADS, numbered here."""
        path = self.folder / "tamu.xlsx"
        numbered = tuple((n, *row) for n, row in enumerate(rows, 1))
        path.write_bytes(xlsx_of([SheetOut("Peserta", HEADS, numbered)]))
        target = to or self.target
        sheet = open_list(path).best
        columns = guess(sheet, sheet.head, remembered(self.office, target.delegation_id))
        return judge(self.office, target, Table(sheet, sheet.head, columns), choices)

    def row(self, *cells: Cell) -> JudgedRow:
        """Return how it stands with the only row of a list."""
        [row] = self.judged(cells).rows
        return row

    def come(self, *rows: tuple[Cell, ...]) -> None:
        """Bring rows into the delegation of Prabumulih."""
        bring_in(self.office, self.judged(*rows))

    @property
    def target(self) -> Target:
        """The delegation of Prabumulih."""
        return Target(self.visit, self.prabumulih)


def guests_of(office: Office, folder: Path) -> Guests:
    """Return a visit with two delegations and nobody on their lists."""
    visit = a_visit(office)
    bodies = prabumulih(office).id, a_region(office, "16.10", "Panca Wijaya Akbar").id
    first, second = (add_delegation(office, visit, DelegationForm(body)) for body in bodies)
    return Guests(office, visit, first, second, folder)
