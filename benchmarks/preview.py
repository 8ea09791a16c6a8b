"""Measures a keystroke until its page is on the screen: store, content, type, file, picture.

Run: ``python -m benchmarks.preview``. The text is the sample's, repeated to ten pages; the aim is
under 150 ms beyond the idle delay. Shares of the way are printed, and the floor: drawing the page
of a finished file.
"""

import tempfile
from itertools import count
from pathlib import Path
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped] # it ships no types

from benchmarks.measure import interleaved, report
from kunjungan.app.desk import new_sample, open_desk
from kunjungan.documents.agreement import Press
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.printing import preview
from kunjungan.services.writing.shape import add_clause

PAGES, DPI = 10, 96


def main() -> None:
    """Lengthen the sample's text, then time one changed word after another."""
    with tempfile.TemporaryDirectory() as name:
        office, _ = open_desk(new_sample(Path(name) / "office"), "write")
        agreement = list_agreements(office)[0].id
        press = Press()
        clause = _lengthen(office, press, agreement)
        numbers = count()
        set_now = preview(office, press, agreement, PaperChoice())
        print(f"{set_now.pages} pages")

        def keystroke() -> None:
            write_clause(office, clause, "id", f"Ruang lingkup diubah {next(numbers)} kali.")
            _picture(preview(office, press, agreement, PaperChoice()).pdf)

        times = interleaved(
            {
                "draw a finished page": lambda: _picture(set_now.pdf),
                "set all pages again": lambda: preview(office, press, agreement, PaperChoice()),
                "keystroke to new picture": keystroke,
            },
            rounds=21,
        )
        report("Preview of ten pages", times, against="draw a finished page", aim="under 150 ms")
        office.store.close()


def _lengthen(office: Office, press: Press, agreement: UUID) -> UUID:
    """Repeat the text until it fills the pages; return a row in its middle."""
    rows = list_clauses(office, agreement)[11:-2]
    last = rows[-1].id
    while preview(office, press, agreement, PaperChoice()).pages < PAGES:
        for row in rows:
            last = add_clause(office, agreement, row.level, after=last)
            write_clause(office, last, "id", row.text.id)
            write_clause(office, last, "en", row.text.en)
    return list_clauses(office, agreement)[60].id


def _picture(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    document[min(3, len(document) - 1)].render(scale=DPI / 72).to_pil()
    document.close()


if __name__ == "__main__":
    main()
