"""Steps build exactly the declared tables, keep every old value, and protect the journal."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel, select

from kunjungan.domain.errors import Conflict
from kunjungan.store import migrations
from kunjungan.store.database import open_office
from kunjungan.store.engines import file_engine, memory_engine
from kunjungan.store.migrations import SCHEMA, create, schema_of, upgrade
from kunjungan.store.rows import all_rows
from kunjungan.store.store import Store
from kunjungan.store.tables import PrintRun
from tests.store.backends import BACKENDS, empty_server
from tests.store.checks import check_replay
from tests.store.clock import Clock
from tests.store.old.released import RELEASED

OLD = Path(__file__).parent / "old"


@pytest.fixture(params=BACKENDS)
def empty(request: pytest.FixtureRequest) -> Iterator[Engine]:
    engine = memory_engine() if request.param == "sqlite" else empty_server()
    yield engine
    engine.dispose()


def shape(engine: Engine) -> dict[str, Any]:
    """Return what the database says of its tables, apart from the order of columns."""
    looking = inspect(engine)
    return {
        table: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in looking.get_columns(table)),
            sorted(str(sorted(key.items(), key=str)) for key in looking.get_foreign_keys(table)),
            sorted(str(sorted(i.items(), key=str)) for i in looking.get_indexes(table)),
            sorted(str(u["name"]) for u in looking.get_unique_constraints(table)),
            looking.get_pk_constraint(table)["constrained_columns"],
        )
        for table in looking.get_table_names()
    }


def test_migrations_build_exactly_the_tables_we_declare(empty: Engine) -> None:
    upgrade(empty)
    upgrade(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_new_database_is_what_all_steps_would_build(empty: Engine) -> None:
    create(empty)
    at_once = shape(empty)
    with empty.connect() as connection:
        assert schema_of(connection) == SCHEMA
    stepwise = memory_engine() if empty.dialect.name == "sqlite" else empty_server()
    upgrade(stepwise)
    assert shape(stepwise) == at_once
    stepwise.dispose()


def test_the_number_of_the_newest_step_is_the_schema() -> None:
    folder = Path(migrations.__file__).parent
    script = ScriptDirectory(str(folder))
    assert script.get_heads() == [f"{SCHEMA:04}"]
    assert len(list((folder / "versions").glob("[0-9]*.py"))) == SCHEMA


def test_an_empty_database_has_had_no_step(empty: Engine) -> None:
    with empty.connect() as connection:
        assert schema_of(connection) == 0


def test_the_journal_is_protected_after_every_step(empty: Engine) -> None:
    upgrade(empty)
    store = Store(empty, user="tester", now=Clock())
    with empty.connect() as connection:
        if empty.dialect.name == "sqlite":
            query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        else:
            query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        names = set(connection.exec_driver_sql(query).scalars())
    wanted = {"jr_txn_update", "jr_txn_delete", "jr_change_update", "jr_change_delete"}
    assert names == (wanted if empty.dialect.name == "sqlite" else {"jr_txn_ro", "jr_change_ro"})
    assert store.verify() == []


def test_opening_an_office_of_today_needs_no_alembic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "alembic"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "alembic", None)
    for _ in range(2):
        opened = open_office(tmp_path, user="tester", now=Clock())
        assert opened.store.verify() == []
        opened.store.close()


MOVED = frozenset({"session_starts_at", "session_ends_at"})
"""A delegation's own hours, which became a session."""


@pytest.mark.parametrize("number", RELEASED)
def test_a_database_of_every_release_is_kept(number: int) -> None:
    assert (OLD / f"{number:04}.db").is_file()
    assert RELEASED[-1] == SCHEMA


@pytest.mark.parametrize("number", RELEASED)
def test_an_old_database_keeps_every_field(number: int, tmp_path: Path) -> None:
    path = tmp_path / "kunjungan.db"
    shutil.copy(OLD / f"{number:04}.db", path)
    told = json.loads((OLD / f"{number:04}.json").read_text(encoding="utf-8"))
    engine = file_engine(path)
    upgrade(engine)
    with engine.connect() as connection:
        now = {f"{table}/{row.hex}": values for (table, row), values in all_rows(connection)}
    assert [key.split("/")[0] for key in now if key not in told] == (
        ["visit_session", "session_delegation"] if number < 4 else []
    )
    for key, old in told.items():
        assert {name: now[key][name] for name in old if name not in MOVED} == {
            name: value for name, value in old.items() if name not in MOVED
        }
    moved = {(row["starts_at"], row["ends_at"]) for key, row in now.items() if "_session/" in key}
    assert moved == {("09:05:30", "09:05:30")}
    store = Store(engine, user="tester", now=Clock())
    check_replay(store, grown=number < SCHEMA)
    with nullcontext() if number >= 4 else pytest.raises(Conflict, match="depend on this"):
        store.undo()
        store.redo()
    with store.change("Remove") as session:
        session.delete(session.exec(select(PrintRun)).one())
    check_replay(store, grown=number < SCHEMA)
    store.undo()
    check_replay(store, grown=number < SCHEMA)
    store.close()
