"""What must hold for every table, now and for those to come."""

from typing import Any

import pytest
from sqlalchemy import Column, DateTime, ForeignKeyConstraint, Table, TypeDecorator, inspect
from sqlalchemy.orm import configure_mappers
from sqlmodel import SQLModel

from kunjungan.store import tables
from kunjungan.store.codec import fields
from kunjungan.store.columns import UtcDateTime
from kunjungan.store.shape import journaled, uniques
from kunjungan.store.tables import Record
from tests.store.records import one_of_each

TABLES = list(SQLModel.metadata.sorted_tables)
NOT_TYPED = {
    ("region", ("code",)): "from the list of the Ministry of Home Affairs",
    ("setting", ("key",)): "a word of the program",
    ("signature", ("original_id", "party_id")): "ids made by the program",
    ("register_entry", ("agreement_id",)): "an id made by the program",
}


def every_column() -> list[Column[Any]]:
    return [column for table in TABLES for column in table.columns]


def names_in(table: Table) -> list[str]:
    constraints = [str(constraint.name) for constraint in table.constraints]
    return [*constraints, *(str(index.name) for index in table.indexes)]


@pytest.mark.parametrize("column", every_column(), ids=str)
def test_no_moment_is_kept_without_its_zone(column: Column[Any]) -> None:
    plain = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    assert not isinstance(plain, DateTime) or isinstance(column.type, UtcDateTime)


@pytest.mark.parametrize("table", journaled().values(), ids=str)
def test_the_journal_can_write_every_column(table: Table) -> None:
    names = {field.name for field in fields(table)}
    assert names == {column.name for column in table.columns} - {"id", "version"}


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_link_waits_for_the_commit_and_never_cascades(table: Table) -> None:
    for constraint in table.foreign_key_constraints:
        assert constraint.deferrable
        assert constraint.initially == "DEFERRED"
        assert constraint.ondelete is None
        assert constraint.onupdate is None


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_link_is_indexed(table: Table) -> None:
    first = {next(iter(index.columns)).name for index in table.indexes}
    first |= {names[0] for names in uniques(table)}
    assert {fk.parent.name for fk in table.foreign_keys} <= first


@pytest.mark.parametrize("table", journaled().values(), ids=str)
def test_a_unique_that_people_type_can_be_left_empty_by_a_merge(table: Table) -> None:
    for names in uniques(table):
        empty = any(table.c[name].nullable for name in names)
        assert empty or (table.name, names) in NOT_TYPED


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_constraint_and_index_has_a_name(table: Table) -> None:
    names = names_in(table)
    assert all(name.startswith(("pk_", "fk_", "uq_", "ck_", "ix_")) for name in names)
    assert all(f"_{table.name}" in name for name in names)


def test_names_fit_into_postgresql() -> None:
    names = [name for table in TABLES for name in names_in(table)]
    assert max(map(len, names)) <= 63
    assert len(set(names)) == len(names)


def test_no_class_has_relationships_that_write_on_their_own() -> None:
    configure_mappers()
    assert [cls for cls in Record.__subclasses__() if inspect(cls).relationships] == []


def test_every_class_is_exported_and_has_a_record_to_test_with() -> None:
    classes = {cls.__name__ for cls in Record.__subclasses__()}
    assert classes <= set(tables.__all__)
    assert {type(record).__name__ for record in one_of_each()} == classes


def test_table_names_are_words_with_underscores() -> None:
    assert "agenda_item" in journaled()
    assert all(table.name == table.name.lower() for table in TABLES)


def test_links_are_constraints_of_one_column() -> None:
    links = [c for t in TABLES for c in t.constraints if isinstance(c, ForeignKeyConstraint)]
    assert len(links) > 30
    assert all(len(link.columns) == 1 for link in links)
