"""Proves before printing that the originals of an agreement say the same, party order aside."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.content import AgreementContent, PartyBlock, Piece
from kunjungan.domain.alternat_proof import PartyNames, Row, differing
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import plain
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.office import Office
from kunjungan.services.party_names import party_names
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement

_OF_ONE_ORIGINAL = frozenset(
    {"parties", "pieces", "original_no", "holder", "first_signs", "data", "printed_at"}
)
"""What is compared on its own, or may differ from original to original."""
_PLACES = {
    "title": later("Title"),
    "subject": later("Subject"),
    "witnesses": later("Witnesses"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two originals do not have alike.

    ``where`` is an untranslated word or, in the text, the mark of a row, whose place (from 0) is
    then ``row``; ``first`` and ``second`` are what the two ``originals`` say there.
    """

    where: str | Bilingual
    first: str
    second: str
    originals: tuple[int, int]
    row: int | None = None


@dataclass(frozen=True, slots=True)
class AlternatProof:
    """What a comparison of originals found; they may be printed while ``other`` is empty.

    ``equal`` says that they are word for word the same. ``order_differs`` is what follows from
    the order of the parties, ``besides`` what differs beside the text: holders and stamps.
    """

    equal: bool
    order_differs: tuple[Difference, ...]
    other: tuple[Difference, ...]
    besides: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two originals side by side, and the order of the parties in each."""

    first: AgreementContent
    second: AgreementContent

    @property
    def numbers(self) -> tuple[int, int]:
        return self.first.original_no, self.second.original_no

    @property
    def orders(self) -> tuple[list[int], list[int]]:
        return party_order(self.first), party_order(self.second)

    def difference(self, where: str | Bilingual, one: object, two: object) -> Difference:
        """Return what the two say somewhere."""
        return Difference(where, str(one), str(two), self.numbers)


def compare_originals(
    office: Office, agreement_id: UUID, numbers: Collection[int] = ()
) -> AlternatProof:
    """Return how an agreement's originals, or those of some numbers, differ from each other.

    Volumes are compared language by language. Without the alternat no order may differ either.
    """
    with office.store.read() as session:
        return proof_in(office, session, agreement_id, numbers)


def proof_in(
    office: Office, session: Session, agreement_id: UUID, numbers: Collection[int] = ()
) -> AlternatProof:
    """Return the proof as an open session sees the agreement."""
    row = found(session, Agreement, agreement_id)
    names = party_names(agreement_facts(session, row))
    ordered: list[Difference] = []
    other: list[Difference] = []
    besides: list[Difference] = []
    for pair in _pairs(office, session, agreement_id, numbers):
        for difference, by_order in _differences(pair, names):
            (ordered if by_order and row.alternat else other).append(difference)
        besides += _besides(pair)
    return AlternatProof(not ordered and not other, tuple(ordered), tuple(other), tuple(besides))


def party_order(content: AgreementContent) -> list[int]:
    """Return the parties, counted from 1, in the order of a paper, as the data in its file says."""
    return [party["party"] for party in json.loads(content.data)["parties"]]


def _pairs(
    office: Office, session: Session, agreement_id: UUID, numbers: Collection[int]
) -> Iterator[_Pair]:
    """Yield the first original of each language beside each other one in it."""
    volumes: dict[str, list[AgreementContent]] = {}
    for original in originals_of(session, agreement_id):
        if not numbers or original.no in numbers:
            choice = PaperChoice(original.no, "original", language=original.language)
            content = agreement_content(office, session, agreement_id, choice)
            volumes.setdefault(original.language, []).append(content)
    for first, *others in volumes.values():
        yield from (_Pair(first, second) for second in others)


def _differences(pair: _Pair, names: PartyNames) -> Iterator[tuple[Difference, bool]]:
    """Yield what differs in the words of two originals, and whether by the party order alone."""
    for field in fields(AgreementContent):
        one, two = getattr(pair.first, field.name), getattr(pair.second, field.name)
        if field.name not in _OF_ONE_ORIGINAL and one != two:
            where = _PLACES.get(field.name, later("Head and form of the paper"))
            yield pair.difference(where, one, two), False
    yield from _in_parties(pair)
    yield from _in_text(pair, names)


def _in_parties(pair: _Pair) -> Iterator[tuple[Difference, bool]]:
    orders = pair.orders
    blocks = [
        dict(zip(order, content.parties, strict=True))
        for order, content in zip(orders, (pair.first, pair.second), strict=True)
    ]
    for party, block in blocks[0].items():
        one, two = _cell(block), _cell(blocks[1][party])
        if one != two:
            yield pair.difference(later("Signature"), _line(block), _line(blocks[1][party])), False
    if orders[0] != orders[1]:
        first, second = (
            ", ".join(block.government[0] for block in content.parties)
            for content in (pair.first, pair.second)
        )
        yield pair.difference(later("Order of the parties"), first, second), True
    if pair.first.first_signs != pair.second.first_signs:
        sides = pair.first.first_signs, pair.second.first_signs
        yield pair.difference(later("Side of the first signature"), *sides), True


def _in_text(pair: _Pair, names: PartyNames) -> Iterator[tuple[Difference, bool]]:
    first, second = pair.first.pieces, pair.second.pieces
    rows = [_row(piece) for piece in first], [_row(piece) for piece in second]
    for each in differing(*rows, names, pair.orders):
        yield _of_rows(pair, each.start, each.stop), each.order


def _of_rows(pair: _Pair, start: int, stop: int) -> Difference:
    """Return what two originals say in some rows, in the first language in which they differ."""
    first, second = (
        [_row(piece) for piece in content.pieces[start:stop]]
        for content in (pair.first, pair.second)
    )
    sides = [
        (
            "\n".join(row.texts[number] for row in first),
            "\n".join(row.texts[number] for row in second),
        )
        for number in range(min((len(row.texts) for row in (*first, *second)), default=0))
    ]
    one, two = next(((one, two) for one, two in sides if one != two), ("", ""))
    return Difference(_mark(pair.first, start), one, two, pair.numbers, start)


def _besides(pair: _Pair) -> Iterator[Difference]:
    """Yield what every original has for itself: who keeps it, and where the stamps go."""
    holders = [content.holder[0] if content.holder else "" for content in (pair.first, pair.second)]
    yield pair.difference(later("Foot of the page: number and keeper"), *holders)
    first, second = (
        ", ".join(block.name[0] for block in content.parties if block.stamp)
        for content in (pair.first, pair.second)
    )
    if first != second:
        yield pair.difference(later("Duty stamp"), first, second)


def _row(piece: Piece) -> Row:
    texts = (piece.text, *piece.cells)
    return Row(piece.level, piece.marker, tuple(plain(text) for side in texts for text in side))


def _mark(content: AgreementContent, place: int) -> str | Bilingual:
    """Return the marks of a row and of the article or annex it stands in: Pasal 3 (1)."""
    above = content.pieces[: place + 1]
    heads = [piece.marker for piece in above if piece.level in {Level.ARTICLE, Level.ANNEX}]
    own = above[-1].marker if above else ()
    marks = [
        each for each in (*heads[-1:], *((own,) if own not in heads[-1:] else ())) if any(each)
    ]
    if not marks:
        return later("Opening of the text")
    return Bilingual(*(" ".join(each[side] for each in marks) for side in (0, -1)))


def _cell(block: PartyBlock) -> PartyBlock:
    return replace(block, stamp=False)


def _line(block: PartyBlock) -> str:
    return ", ".join((*block.label, *block.office, *block.name, block.number or ""))
