"""The journal's form of every value, and back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, LargeBinary, MetaData, Table

from kunjungan.store.codec import decoded, digest, dumps, fields, moment, read_moment
from kunjungan.store.rows import all_rows
from kunjungan.store.shape import journaled
from kunjungan.store.store import Store
from tests.store.records import one_of_each


def test_every_column_of_every_table_survives_the_journal(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add_all(one_of_each())
    with any_store.read() as session:
        rows = dict(all_rows(session.connection()))
        for (name, row_id), row in rows.items():
            table = journaled()[name]
            kept = session.connection().execute(table.select().where(table.c.id == row_id)).one()
            told = decoded(table, row)
            assert told == {field.name: getattr(kept, field.name) for field in fields(table)}
            assert all(value is not None for value in row.values()), (name, row)
    assert len(rows) == len(journaled())


def test_the_journal_holds_plain_values_only(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add_all(one_of_each())
    with any_store.read() as session:
        for _, row in all_rows(session.connection()):
            dumps(row)
            assert all(type(v) in {str, int, bool, list, dict, type(None)} for v in row.values())


@given(st.datetimes(timezones=st.timezones()))
def test_a_moment_is_told_in_utc_and_sorts(at: datetime) -> None:
    try:
        at.astimezone(UTC)
    except OverflowError:
        return
    text = moment(at)
    assert len(text) == 27
    assert read_moment(text) == at.astimezone(UTC)


def test_the_same_value_always_has_the_same_bytes() -> None:
    assert dumps({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}'


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_json_does_not_know_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps(value)


@given(st.lists(st.binary()), st.lists(st.binary()))
def test_no_part_flows_into_another(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_a_column_the_journal_cannot_write_is_a_bug() -> None:
    odd = Table("odd", MetaData(), Column("data", LargeBinary))
    with pytest.raises(LookupError, match="cannot write"):
        fields(odd)


def test_a_local_moment_is_told_in_utc() -> None:
    west = timezone(timedelta(hours=7))
    assert moment(datetime(2022, 9, 1, 9, 0, tzinfo=west)) == "2022-09-01T02:00:00.000000Z"
