"""The databases of released versions, and how the newest one is made.

Run ``python -m tests.store.old.released`` once when a release brings a new step; never make an
old one anew.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from kunjungan.store.memory import open_memory
from kunjungan.store.migrations import SCHEMA
from kunjungan.store.rows import all_rows
from tests.store.clock import Clock
from tests.store.records import one_of_each

RELEASED = (1, 2, 3, 4, 5, 6)
SMALL_PAGE = 512


def make(folder: Path) -> None:
    """Write a small database of today with one record of every table, and what it holds."""
    database, told = (folder / f"{SCHEMA:04}{ending}" for ending in (".db", ".json"))
    with closing(open_memory(now=Clock())) as store:
        with store.change("Add everything") as session:
            session.add_all(one_of_each())
        with store.read() as session:
            rows = {f"{t}/{row.hex}": v for (t, row), v in all_rows(session.connection())}
        with store.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            with closing(sqlite3.connect(database)) as file:
                raw.backup(file)
                file.execute(f"PRAGMA page_size = {SMALL_PAGE}")
                file.execute("VACUUM")
    text = json.dumps(rows, indent=1, ensure_ascii=False, sort_keys=True)
    told.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(__file__).parent)
