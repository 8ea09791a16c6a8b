"""Whatever is altered in the journal or behind its back is found."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from kunjungan.store.store import Store
from kunjungan.store.tables import Visit
from tests.store.records import a_visit, key


@pytest.fixture
def filled(store: Store) -> Store:
    for title in "ABC":
        with store.change(f"Add {title}") as session:
            session.add(a_visit(title, title))
    with store.change("Edit") as session:
        session.get_one(Visit, key("A")).title = "A2"
    assert store.verify() == []
    return store


def sql(*statements: str) -> Callable[[Connection], None]:
    def run(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return run


TAMPERINGS = {
    "a word in a change": (
        sql("UPDATE jr_change SET delta = replace(delta, '\"C\"', '\"X\"') WHERE id = 3"),
        "was altered",
    ),
    "the author": (sql("UPDATE jr_txn SET who = 'someone' WHERE seq = 2"), "was altered"),
    "the moment": (
        sql("UPDATE jr_txn SET at = '2000-01-01T00:00:00.000000Z' WHERE seq = 2"),
        "was altered",
    ),
    "the label": (sql("UPDATE jr_txn SET label = 'Nothing' WHERE seq = 2"), "was altered"),
    "finality": (sql("UPDATE jr_txn SET final = 1 WHERE seq = 2"), "was altered"),
    "one change removed": (sql("DELETE FROM jr_change WHERE id = 2"), "was altered"),
    "a header removed": (sql("DELETE FROM jr_txn WHERE seq = 2"), "without a header"),
    "a whole step removed": (
        sql("DELETE FROM jr_change WHERE id = 2", "DELETE FROM jr_txn WHERE seq = 2"),
        "some before it are missing",
    ),
    "the end cut off": (
        sql("DELETE FROM jr_change WHERE id = 4", "DELETE FROM jr_txn WHERE seq = 4"),
        "its end is missing",
    ),
    "two steps swapped": (
        sql(
            "UPDATE jr_txn SET seq = 99 WHERE seq = 2",
            "UPDATE jr_txn SET seq = 2 WHERE seq = 3",
            "UPDATE jr_txn SET seq = 3 WHERE seq = 99",
        ),
        "not linked",
    ),
    "a row changed behind its back": (
        sql("UPDATE visit SET title = 'X' WHERE title = 'B'"),
        "differs from the journal in title",
    ),
    "a row removed behind its back": (
        sql("DELETE FROM visit WHERE title = 'B'"),
        "disagree whether it exists",
    ),
    "a row added behind its back": (
        sql(
            "INSERT INTO person SELECT lower(hex(randomblob(16))), 1, 'X', '[]', '[]', '', '', '', "
            "'', NULL, NULL, NULL, NULL, NULL, NULL, '', '', ''"
        ),
        "disagree whether it exists",
    ),
    "a change put in": (
        sql(
            "INSERT INTO jr_change(txn, n, op, tbl, row, delta, digest) "
            "SELECT txn, 2, op, tbl, row, delta, digest FROM jr_change WHERE id = 4"
        ),
        "does not follow on",
    ),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_found(filled: Store, tampering: str) -> None:
    tamper, words = TAMPERINGS[tampering]
    with filled.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        for table in ("jr_txn", "jr_change"):
            for verb in ("update", "delete"):
                raw.execute(f"DROP TRIGGER {table}_{verb}")
        connection.info["journal_open"] = True
        tamper(connection)
        connection.commit()
        connection.info["journal_open"] = False
    assert any(words in fault for fault in filled.verify()), filled.verify()
