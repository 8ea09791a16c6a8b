"""What must hold after every test that writes."""

from typing import Any

from kunjungan.store.rows import Key, all_rows
from kunjungan.store.store import Store
from kunjungan.store.verify import replay


def state(store: Store) -> dict[Key, dict[str, Any]]:
    """Return every row of every journaled table."""
    with store.read() as session:
        return dict(all_rows(session.connection()))


def check_replay(store: Store) -> None:
    """Fail unless the journal alone gives the tables, without a gap, and its chain is whole."""
    with store.read() as session:
        rebuilt, gaps = replay(session.connection())
        assert gaps == []
        assert rebuilt == dict(all_rows(session.connection()))
    assert store.verify() == []
