"""Agreements with a third language in a script of its own, and the names that they must show."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kunjungan.documents.content import AgreementContent, PartyBlock, Piece
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import rich
from tests.documents.file_samples import SIXTEEN, in_sequence


class Words(NamedTuple):
    """What one language says: kind of paper, city, office, name, article and a paragraph."""

    kind: str
    city: str
    office: str
    name: str
    article: str
    text: str


_TEXTS = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
WORDS = {code: Words(**said) for code, said in tomllib.loads(_TEXTS).items()}
LEFTWARD = ("ar", "he")


def partners_paper(code: str, times: int = 3) -> AgreementContent:
    """A paper in Indonesian, English and the partner's own language, one after the other."""
    content, said = in_sequence(SIXTEEN, code), WORDS[code]
    ours, theirs = content.parties
    partner = _party(
        theirs,
        government=("Pemerintah Kota Mitra", "the Government of the Partner City", said.city),
        office=("WALI KOTA MITRA", "MAYOR OF THE PARTNER CITY", said.office),
        name=(said.name,) * 3,
    )
    return replace(
        content,
        title=(*content.title[:2], said.kind),
        subject=(*content.subject[:2], said.text[:40]),
        parties=(_party(ours, label=(*ours.label[:2], said.kind)), partner),
        pieces=(*content.pieces[:3], *_pieces(said, times), *content.pieces[-1:]),
    )


def _party(party: PartyBlock, **changes: tuple[str, ...]) -> PartyBlock:
    return replace(party, **changes)  # type: ignore[arg-type]


def _pieces(said: Words, times: int) -> list[Piece]:
    """An article in three languages, with numbered paragraphs, letters and a table."""

    def piece(level: Level, marker: str, text: str, third: str = "") -> Piece:
        home = f"Wali Kota {said.name} dari {said.city}."
        texts = (rich(text or home), rich(text or home), rich(third or said.text))
        return Piece(level, (marker, marker, marker), texts)

    article = Piece(
        Level.ARTICLE,
        ("Pasal 3", "Article 3", said.article),
        (*map(rich, ("Kerja sama", "Cooperation", said.kind)),),
    )
    cells = [
        Piece(level, ("", "", ""), (), tuple((rich(cell),) * 3 for cell in row))
        for level, *row in (
            (Level.TABLE_HEAD, said.kind, said.office, said.city),
            (Level.TABLE_ROW, "1.", said.name, said.text[:60]),
        )
    ]
    return [
        article,
        *(piece(Level.PARAGRAPH, f"({number})", "") for number in range(1, times + 1)),
        piece(Level.LETTER, "a.", ""),
        piece(Level.NUMBER, "1)", "Rincian:"),
        *cells,
    ]
