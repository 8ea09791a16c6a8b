"""Papers of every layout, language and state for the tests of the file, and what they must say."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image

from kunjungan.documents.content import AgreementContent, PartyBlock, Piece, State, Texts
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import Rich, plain, rich
from tests.documents.samples import AGREEMENT, BANDUNG, PRABUMULIH

DATA = b'{"title": "Kesepakatan Bersama", "parties": ["Kota Bandung", "Kota Prabumulih"]}'
ARCHIVED = replace(AGREEMENT, data=DATA, author="Sekretariat Daerah Kota Bandung")

ANNEX = (
    Piece(Level.ANNEX, ("LAMPIRAN", "ANNEX"), (rich("Rincian Kegiatan"), rich("The Activities"))),
    Piece(Level.TEXT, ("", ""), (rich("Kegiatan tahun pertama:"), rich("In the first year:"))),
    *(
        Piece(level, ("", ""), (), tuple((rich(left), rich(right)) for left, right in cells))
        for level, *cells in (
            (Level.TABLE_HEAD, ("No.", "No."), ("Kegiatan", "Activity"), ("Biaya", "Cost")),
            (Level.TABLE_ROW, ("1.", "1."), ("Pelatihan", "Training"), ("Rp52.245.500", "IDR 1")),
            (Level.TABLE_ROW, ("2.", "2."), ("Magang", "Internship"), ("Rp7.000.000", "IDR 2")),
        )
    ),
    Piece(Level.TEXT, ("", ""), (rich("Demikian rinciannya."), rich("These are the details."))),
)
"""Two texts round a table of three rows."""

SIXTEEN = replace(
    ARCHIVED, pieces=(*ARCHIVED.pieces[:16], *ARCHIVED.pieces[-1:]), logos=False, numbers=False
)
"""A short paper: its opening and its end."""


def in_sequence(content: AgreementContent, third: str = "") -> AgreementContent:
    """The same agreement in one language after the other; the third one's words are accented."""

    def more(texts: Texts) -> Texts:
        return (*texts, _accented(texts[1])) if third else texts

    def more_rich(texts: tuple[Rich, ...]) -> tuple[Rich, ...]:
        return (*texts, rich(_accented(plain(texts[1])))) if third and texts else texts

    def own(party: PartyBlock) -> PartyBlock:
        return replace(
            party,
            label=more(party.label),
            government=more(party.government),
            office=more(party.office),
            name=more(party.name),
        )

    pieces = tuple(
        Piece(
            each.level, more(each.marker), more_rich(each.text), tuple(map(more_rich, each.cells))
        )
        for each in content.pieces
    )
    return replace(
        content,
        layout=Layout.SEQUENCE,
        languages=("id", "en", third) if third else ("id", "en"),
        official=(True,) * (3 if third else 2),
        title=more(content.title),
        between=more(content.between),
        joining=more(content.joining),
        about=more(content.about),
        subject=more(content.subject),
        holder=more(content.holder) if content.holder else None,
        parties=tuple(map(own, content.parties)),
        pieces=pieces,
    )


def volume(content: AgreementContent, language: int) -> AgreementContent:
    """One of the languages as a volume of its own."""
    return replace(in_sequence(content).side(language), layout=Layout.VOLUMES)


def translation(content: AgreementContent) -> AgreementContent:
    """The unofficial English of an agreement at home, printed apart."""
    return replace(
        volume(content, 1), official=(False,), numbers=False, state=State.TRANSLATION, original_no=0
    )


def _accented(text: str) -> str:
    return text.replace("e", "é").replace("ss", "ß")


PAPERS = {
    "columns": ARCHIVED,
    "columns, annex": replace(ARCHIVED, pieces=(*ARCHIVED.pieces, *ANNEX)),
    "sequence of two": in_sequence(ARCHIVED),
    "sequence of three": in_sequence(replace(ARCHIVED, pieces=(*ARCHIVED.pieces, *ANNEX)), "fr"),
    "Indonesian volume": volume(replace(ARCHIVED, pieces=(*ARCHIVED.pieces, *ANNEX)), 0),
    "English volume": volume(ARCHIVED, 1),
    "translation": translation(ARCHIVED),
    "draft": replace(ARCHIVED, state=State.DRAFT),
    "copy": replace(in_sequence(ARCHIVED), state=State.COPY),
    "A4": replace(ARCHIVED, paper=Paper.A4),
    "A4 draft in three languages": replace(
        in_sequence(ARCHIVED, "fr"), paper=Paper.A4, state=State.DRAFT
    ),
    "foreign": replace(ARCHIVED, logos=False, numbers=False),
}
"""Every layout, state and paper size, by name."""


def said(content: AgreementContent) -> dict[str, list[str]]:
    """What a paper's body says in each language: clause after clause and cell after cell.

    A cell that says the same in both columns is printed once, in the first language.
    """
    return {
        language: [text for piece in content.pieces for text in _said(piece, number)]
        for number, language in enumerate(content.languages)
    }


def _said(piece: Piece, language: int) -> list[str]:
    if piece.cells:
        once = [cell for cell in piece.cells if not language or cell[language] != cell[0]]
        return [_tidy(plain(cell[language])) for cell in once]
    text = _tidy(f"{piece.marker[language]} {plain(piece.text[language])}")
    return [text] if text else []


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@cache
def emblem(mode: str, form: str) -> bytes:
    """A picture of 60 x 90 pixels in a mode of Pillow's, as PNG or JPEG."""
    clear = Image.new("RGBA", (60, 90), (200, 30, 30, 120))
    file = BytesIO()
    clear.convert(mode).save(file, form)
    return file.getvalue()


def with_emblems(first: bytes | None, second: bytes | None) -> AgreementContent:
    """A short paper with pictures in its head."""
    parties = (replace(BANDUNG, logo=first), replace(PRABUMULIH, logo=second))
    return replace(SIXTEEN, parties=parties, logos=True)
