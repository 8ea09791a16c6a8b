"""Column types keep what they are given, the same on both databases, or refuse it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import col, select

from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.store.store import Store
from kunjungan.store.tables import Clause, Person, PrintRun, Record, Setting, Visit
from tests.store.records import a_visit, key, one_of_each


def printed(at: datetime) -> PrintRun:
    return PrintRun(
        id=key("run"), what="rundown", paper=Paper.F4, pages=1, fingerprint="", at=at, by="x"
    )


def test_a_moment_comes_back_in_utc(any_store: Store) -> None:
    bandung = datetime(2022, 9, 1, 9, 0, tzinfo=timezone(timedelta(hours=7)))
    with any_store.change("Print") as session:
        session.add(printed(bandung))
    with any_store.read() as session:
        at = session.get_one(PrintRun, key("run")).at
    assert (at, at.tzinfo) == (bandung, UTC)


WRONG: dict[str, Callable[[], Record]] = {
    "moment": lambda: printed(datetime(2022, 9, 1, 9, 0)),  # noqa: DTZ001 (the point)
    "stage": lambda: a_visit().sqlmodel_update({"stage": "sideways"}),
    "zone": lambda: a_visit().sqlmodel_update({"zone": "GMT"}),
    "direction": lambda: a_visit().sqlmodel_update({"direction": "sideways"}),
    "number": lambda: Setting(key="k", value=float("nan")),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_value_outside_its_column_is_never_kept(any_store: Store, wrong: str) -> None:
    record = WRONG[wrong]()
    with pytest.raises((StatementError, ValueError)), any_store.change("Wrong") as session:
        session.add(record)
    assert any_store.undo_label is None


def test_choices_are_kept_by_value(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add_all(one_of_each())
    with any_store.read() as session:
        row = session.connection().exec_driver_sql("SELECT zone, stage, direction FROM visit").one()
        capacity = session.connection().exec_driver_sql("SELECT capacity FROM tenure").scalar()
    assert (*row, capacity) == ("wit", "no_show", "outgoing", "attorney")


def test_ranks_and_partial_dates_sort_by_their_bytes(any_store: Store) -> None:
    ranks = ["a0", "a1", "aV", "aa", "b", "Zz", "A"]
    days = ["2021-12", "2021-12-31", "2021", "2022-01", "2020-05-01"]
    with any_store.change("Add") as session:
        session.add_all(a_visit(text) for text in days)
        session.flush()
        for visit in session.exec(select(Visit)):
            visit.on = PartialDate.parse(visit.title)
        session.add_all(r for r in one_of_each() if not isinstance(r, Visit | Clause))
        session.add_all(r for r in one_of_each() if isinstance(r, Visit))
        agreement = key("agreement")
        session.add_all(Clause(agreement_id=agreement, rank=r, level=Level.TEXT) for r in ranks)
    with any_store.read() as session:
        found = session.exec(select(Clause.rank).order_by(col(Clause.rank))).all()
        on = session.exec(select(Visit.title).where(Visit.title < "3").order_by(col(Visit.on)))
        assert (list(found), list(on)) == (sorted(ranks), sorted(days))


def test_lists_come_back_as_tuples_and_cannot_change_in_place(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(Person(id=key("p"), name="P", titles_front=["Dr.", "H."]))  # type: ignore[arg-type]
        session.add(Person(id=key("q"), name="Q"))
    with any_store.read() as session:
        assert session.get_one(Person, key("p")).titles_front == ("Dr.", "H.")
        assert session.get_one(Person, key("q")).titles_back == ()


def test_no_json_is_no_value(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(Setting(key="k", value=None))
    with any_store.read() as session:
        query = "SELECT count(*) FROM setting WHERE value IS NULL"
        assert session.connection().exec_driver_sql(query).scalar() == 1
