"""The rows of a text with the places they stand at, title and parties included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.comparing import Change
from kunjungan.domain.spots import spots
from kunjungan.domain.word_changes import Fate, Part
from kunjungan.services.drafts.texts import DraftText, Said

_TITLE = Bilingual("Judul", "Title")
_SUBJECT = Bilingual("Perihal", "Subject")
_PARTY = Bilingual("Pihak {number}", "Party {number}")
_WITNESS = Bilingual("Saksi {number}", "Witness {number}")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of one side: where it stands, its number and its words in the languages compared."""

    place: Bilingual
    level: str
    marker: Said
    texts: Said
    clause_id: UUID | None = None


def whole(
    change: Change, here: PlacedRow | None, there: PlacedRow | None
) -> tuple[tuple[Part, ...], ...]:
    """Return the words of a row that has no partner beside it: all of them came, or went."""
    row = there if change is Change.ADDED else here
    fate = Fate.ADDED if change is Change.ADDED else Fate.REMOVED
    return tuple((Part(text, fate),) if text else () for text in row.texts) if row else ()


def placed(text: DraftText, languages: Sequence[str]) -> Iterator[tuple[str, PlacedRow]]:
    """Yield head, parties, witnesses and rows of a text, each with what it is known by."""

    def said(words: Sequence[str]) -> Said:
        known = dict(zip(text.languages, words, strict=True))
        return tuple(known.get(language, "") for language in languages)

    nothing = ("",) * len(languages)
    yield "title", PlacedRow(_TITLE, "title", nothing, said(text.title))
    yield "subject", PlacedRow(_SUBJECT, "subject", nothing, said(text.subject))
    for name, place, lines in (
        ("party", _PARTY, text.parties),
        ("witness", _WITNESS, text.witnesses),
    ):
        for number, words in enumerate(lines, 1):
            where = place.filled(number=number)
            yield f"{name}{number}", PlacedRow(where, name, nothing, said(words))
    places = spots([row.level for row in text.rows])
    for row, spot in zip(text.rows, places, strict=True):
        yield (
            str(row.id),
            PlacedRow(spot.words, row.level.value, said(row.marker), said(row.texts), row.id),
        )
