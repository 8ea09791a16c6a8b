"""What must hold after every test that writes."""

from typing import Any

from kunjungan.store.rows import Key, all_rows
from kunjungan.store.store import Store
from kunjungan.store.verify import replay


def state(store: Store) -> dict[Key, dict[str, Any]]:
    """Return every row of every journaled table."""
    with store.read() as session:
        return dict(all_rows(session.connection()))


def check_replay(store: Store, *, grown: bool = False) -> None:
    """Fail unless the journal alone gives the tables, without a gap, and its chain is whole.

    The journal of a ``grown`` database says nothing of the columns that came later.
    """
    with store.read() as session:
        rebuilt, gaps = replay(session.connection())
        assert gaps == []
        rows = dict(all_rows(session.connection()))
        assert rebuilt.keys() == rows.keys()
        for key, row in rows.items():
            told = {n: v for n, v in row.items() if n in rebuilt[key]} if grown else row
            assert rebuilt[key] == told
    assert store.verify() == []
