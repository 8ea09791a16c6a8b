"""The visum register as a paper: evidence when auditors ask whose travel orders were signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper

TITLE = Bilingual("REGISTER VISUM PERJALANAN DINAS", "REGISTER OF TRAVEL ORDER VISUMS")
_COLUMNS = (
    Column(Bilingual("No.", "No."), 4, "middle"),
    Column(Bilingual("Nama dan jabatan", "Name and post"), 22),
    Column(Bilingual("Instansi", "Institution"), 14),
    Column(Bilingual("Nomor SPPD", "Travel order"), 14),
    Column(Bilingual("Tiba", "Arrived"), 9),
    Column(Bilingual("Berangkat", "Departed"), 9),
    Column(Bilingual("Penanda tangan", "Signed by"), 18),
    Column(Bilingual("Dicetak", "Printed"), 10),
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A visum as the register has it; days and moments as they are printed."""

    who: Said
    body: Bilingual
    travel_order: str
    arrived_on: str
    departed_on: str
    signer: Said
    printed_at: str


def register_paper(
    rows: Sequence[RegisterRow],
    facts: Sequence[tuple[Bilingual, Said]],
    foot: str,
    paper: Paper,
    author: str,
) -> OfficePaper:
    """Return the register of one visit, set across."""
    table = tuple(
        (
            str(number), row.who, row.body, row.travel_order, row.arrived_on, row.departed_on,
            row.signer, row.printed_at,
        )
        for number, row in enumerate(rows, 1)
    )  # fmt: skip
    return OfficePaper(
        title=TITLE,
        facts=tuple(facts),
        tables=(Table(_COLUMNS, table),),
        paper=paper,
        landscape=True,
        foot=foot,
        author=author,
    )
