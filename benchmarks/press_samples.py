"""The agreements that ``benchmarks/press.py`` has set: as many pages as wanted, no text twice."""

import json
from dataclasses import replace
from itertools import count

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import Span, plain
from tests.documents.samples import AGREEMENT

_FIRST, _LAST = 2, 3
"""Articles that stay at the beginning, and rows at the end."""


def agreement(added: int) -> AgreementContent:
    """Return the sample agreement with so many clauses more, each of them another text."""
    pieces = AGREEMENT.pieces
    starts = [at for at, each in enumerate(pieces) if each.level is Level.ARTICLE]
    body = pieces[starts[_FIRST] : -_LAST]
    more = tuple(reworded(body[at % len(body)], at) for at in range(added))
    whole = replace(AGREEMENT, pieces=(*pieces[:-_LAST], *more, *pieces[-_LAST:]))
    return replace(whole, data=_data(whole), author="Sekretariat Daerah Kota Bandung")


def reworded(piece: Piece, number: int) -> Piece:
    """Return a clause with other words, so that no line of it was set before."""
    if not piece.text:
        return piece
    left, right = piece.text
    return replace(
        piece,
        text=((Span(f"Selanjutnya ke-{number} "), *left), (Span(f"Then number {number} "), *right)),
    )


def agreement_of(pages: int) -> AgreementContent:
    """Return an agreement that fills so many pages, or hardly more."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - not part of any time

    press, few = Press(), min(pages, 20)
    short = next(each for each in map(agreement, count()) if press.set_agreement(each).pages == few)
    if few == pages:
        return short
    return agreement(len(short.pieces) * pages // few - len(AGREEMENT.pieces))


def _data(content: AgreementContent) -> bytes:
    """Return the clauses as the data that every paper carries."""
    rows = [[plain(text) for text in piece.text] for piece in content.pieces]
    return json.dumps(rows, ensure_ascii=False).encode()
