"""What tests of the index for finding share."""

from uuid import UUID

from kunjungan.domain.search_words import read_query
from kunjungan.store.finding.feeds import Kind
from kunjungan.store.store import Store


def built(store: Store) -> Store:
    """A store whose index is whole."""
    while not store.build_index():
        pass
    return store


def look(store: Store, words: str, kind: Kind, most: int = 8) -> list[UUID]:
    return store.look(read_query(words), [kind], most).get(kind, [])


def put(store: Store, *records: object) -> None:
    with store.change("Put") as session:
        session.add_all(records)
