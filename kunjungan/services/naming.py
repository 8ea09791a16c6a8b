"""Finds records by what a person types: the whole name, an id, or the beginning of an id."""

from collections.abc import Iterable, Mapping
from uuid import UUID

SHORTEST = 4
"""Characters of an id at least, so that a short word is not taken for one."""


def ids_named(known: Mapping[UUID, str], text: str) -> list[UUID]:
    """Return the ids whose name is the text, whatever its case, else those that begin with it."""
    wanted = text.strip().casefold()
    named = [key for key, name in known.items() if wanted and name.casefold() == wanted]
    return named or ids_beginning(known, wanted)


def ids_beginning(known: Iterable[UUID], wanted: str) -> list[UUID]:
    """Return the ids that begin with a text, written with hyphens or without; none if too short."""
    start = wanted.replace("-", "")
    return [key for key in known if len(wanted) >= SHORTEST and key.hex.startswith(start)]
