"""Narrows the register by state, kind, field, year, end and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.life import PAST, AgreementStatus
from kunjungan.domain.names import search_key
from kunjungan.services.registry.row import RegisterRow

GROUPS: Mapping[str, frozenset[AgreementStatus]] = MappingProxyType(
    {
        "all": frozenset(AgreementStatus),
        "in_force": frozenset({AgreementStatus.IN_FORCE}),
        "ending": frozenset({AgreementStatus.ENDING}),
        "preparing": frozenset({AgreementStatus.DRAFT, AgreementStatus.IN_PROCESS}),
        "over": PAST,
    }
)
"""The states that are looked at together; each agreement is in one group beside ``all``."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which agreements are wanted: those that fulfil everything that is said.

    ``ending_days`` wants a last day from today to so many days from now; ``words`` may stand
    anywhere and in any order.
    """

    statuses: frozenset[AgreementStatus] = GROUPS["all"]
    kind: AgreementKind | None = None
    field: str | None = None
    year: int | None = None
    ending_days: int | None = None
    words: str = ""


def narrowed(
    rows: Iterable[RegisterRow], wanted: Narrowing, keys: Mapping[object, str] | None = None
) -> list[RegisterRow]:
    """Return the agreements that are wanted, in their order.

    ``keys`` are the texts to search by agreement, where somebody made them already. Words without
    a letter or digit, such as a lone sign, are found nowhere.
    """
    words = search_key(wanted.words).split() or wanted.words.split()
    return [row for row in rows if _fits(row, wanted) and (not words or _holds(row, words, keys))]


def fields_known(rows: Iterable[RegisterRow]) -> list[str]:
    """Return the fields of cooperation that stand in the register, by the alphabet."""
    return sorted({row.field for row in rows if row.field}, key=str.casefold)


def search_text(row: RegisterRow) -> str:
    """Return what an agreement is found by: numbers of all parties, names, subject, field, unit."""
    kind = KINDS[row.kind].name
    often = [part for p in row.parties for part in (p.name.id, p.name.en, p.short)]
    often += [kind.id, kind.en, row.kind.value, row.field, row.unit]
    own = [party.number for party in row.parties]
    own += [row.subject.id, row.subject.en, row.reference, row.register_no]
    return " ".join((*map(_known_key, often), search_key(" ".join(own))))


def _fits(row: RegisterRow, wanted: Narrowing) -> bool:
    days = wanted.ending_days
    return (
        row.status in wanted.statuses
        and wanted.kind in {None, row.kind}
        and wanted.field in {None, row.field}
        and wanted.year in {None, row.year}
        and (days is None or (row.days_left is not None and 0 <= row.days_left <= days))
    )


def _holds(row: RegisterRow, words: Sequence[str], keys: Mapping[object, str] | None) -> bool:
    text = keys[row.id] if keys is not None else search_text(row)
    return all(word in text for word in words)


@lru_cache(maxsize=4096)
def _known_key(text: str) -> str:
    """Return what a name is searched by; the same few stand in thousands of agreements."""
    return search_key(text)
