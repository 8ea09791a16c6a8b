"""One object of the form by itself, as it is handed to whoever keeps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kunjungan.domain.ranks import rank_between, ranks


@dataclass(frozen=True, slots=True)
class Reference:
    """That an entry names another one, and in which field of the file."""

    kind: str
    id: UUID
    place: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An object with its kind, its id and its values; ``place`` is where it stood in the file.

    Values stand under the office's own words for them (``name_id``, ``visit_id``), so that
    whoever keeps entries need not know the form.
    """

    kind: str
    id: UUID
    values: dict[str, Any]
    place: str = "$"
    references: tuple[Reference, ...] = ()


def all_ranked(given: Sequence[str | None]) -> list[str]:
    """Return a sort key for each row of a list, keeping the keys that are given.

    Raises:
        ValueError: the given keys do not rise.
    """
    if not any(given):
        return ranks(len(given))
    done: list[str] = []
    for place, key in enumerate(given):
        last = done[-1] if done else None
        if key is not None and last is not None and key < last:
            raise ValueError(key)
        done.append(key or rank_between(last, _next(given[place:])))
    return done


def _next(keys: Iterable[str | None]) -> str | None:
    return next((key for key in keys if key is not None), None)
