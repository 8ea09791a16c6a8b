"""Finds anything in the office by words in any order: visits, agreements, people, bodies, text."""

from collections.abc import Collection

from kunjungan.domain.search_words import Query, read_query
from kunjungan.services.found_lines import FoundLine, found_lines
from kunjungan.services.office import Office
from kunjungan.store.finding.feeds import KINDS, Kind

__all__ = ["KINDS", "FoundLine", "Kind", "asked", "build_index", "mend_index", "search"]

PEOPLE, AGREEMENTS, COMMANDS = "@", "#", ">"
"""What a search begins with that wants only people, only agreements, or only commands."""
_NARROWED: dict[str, tuple[Kind, ...]] = {
    PEOPLE: ("person",),
    AGREEMENTS: ("agreement", "clause"),
    COMMANDS: (),
}


def search(
    office: Office, text: str, *, most: int = 8, kinds: Collection[Kind] = KINDS
) -> list[FoundLine]:
    """Return what has all the words, at most so many of each kind, kind after kind.

    The last word may be unfinished. What has the words as they are written comes before what has
    them in another spelling, and of those the newest first. ``@`` before the words asks for people,
    ``#`` for agreements and their text.
    """
    wanted, query = asked(text)
    looked = office.store.look(query, [kind for kind in wanted if kind in kinds], most)
    with office.store.read() as session:
        return [
            line for kind, ids in looked.items() for line in found_lines(session, kind, ids, query)
        ]


def asked(text: str) -> tuple[tuple[Kind, ...], Query]:
    """Return which kinds a text asks for, and its words."""
    mark, words = text.strip()[:1], text.strip()[1:]
    if mark in _NARROWED:
        return _NARROWED[mark], read_query(words)
    return KINDS, read_query(text)


def build_index(office: Office) -> bool:
    """Go on for a moment with what lets a search be quick; True when there is no more to do.

    Until then a search reads every record, which takes its time in a big office.
    """
    return office.store.build_index()


def mend_index(office: Office) -> bool:
    """Build the index anew if it is not whole or not in step with the data; True if it was not."""
    return office.store.mend_index()
