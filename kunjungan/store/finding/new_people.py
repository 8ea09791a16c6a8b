"""The words of people who are new, from the change that adds them: nothing is read back."""

from collections.abc import Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from kunjungan.domain.search_words import indexed
from kunjungan.store.finding.documents import GUEST_WORDS, PERSON_WORDS, Document, words_of
from kunjungan.store.finding.feeds import FEEDS
from kunjungan.store.rows import RowChange

_PERSON, _GUEST = itemgetter(*PERSON_WORDS), itemgetter(*GUEST_WORDS)


def people_apart(changes: Sequence[RowChange]) -> tuple[list[Document], list[RowChange]]:
    """Return the documents of people whom a change adds, and the changes that concern others.

    A document is what ``documents`` would read, for somebody who has no more in the office than
    places as a guest; whom any other row names is one of the others.
    """
    added: dict[str, list[RowChange]] = {"person": [], "attendee": []}
    others: list[RowChange] = []
    for change in changes:
        (added.get(change.table, others) if change.before is None else others).append(change)
    named = set().union(*map(_people_of, others))
    new = {change.id.hex: change for change in added["person"] if change.id.hex not in named}
    texts = {key: words_of(_PERSON(_row(change))) for key, change in new.items()}
    for change in sorted(added["attendee"], key=attrgetter("id.int")):
        row = _row(change)
        if row["person_id"] in texts:
            texts[row["person_id"]] += words_of(_GUEST(row))
        else:
            others.append(change)
    others += [change for change in added["person"] if change.id.hex in named]
    made = [
        Document("person", change.id, 0, *indexed("\n".join(texts[key])))
        for key, change in new.items()
    ]
    return made, others


def _row(change: RowChange) -> Mapping[str, Any]:
    return change.after or {}


def _people_of(change: RowChange) -> set[str]:
    """Return the people whom a row names or did name."""
    name = FEEDS[change.table].names.get("person", "")
    return {str((side or {}).get(name, "")) for side in (change.before, change.after)}
