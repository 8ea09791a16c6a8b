"""Backups grow thin with age, and a clock that jumps never costs one that is needed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.store.thinning import DAILY, MONTHLY, WEEKLY, thinned

START = datetime(2025, 1, 1, 1, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    at: datetime


def live(days: int, jumps: dict[int, timedelta] | None = None) -> list[Made]:
    """Make a backup a day and thin out each time, with the clock jumping on some days."""
    kept: list[Made] = []
    now = START
    for day in range(days):
        now += timedelta(days=1) + (jumps or {}).get(day, timedelta())
        kept.append(Made(now))
        gone = thinned(kept, now)
        kept = [backup for backup in kept if backup not in gone]
    return kept


def test_after_four_hundred_days_days_weeks_and_months_are_left() -> None:
    kept = live(400)
    newest = START + timedelta(days=400)
    days = [(newest - backup.at).days for backup in sorted(kept, key=lambda b: b.at, reverse=True)]
    assert days[:DAILY] == list(range(DAILY))
    assert len({backup.at.isocalendar()[:2] for backup in kept}) >= WEEKLY
    assert len({(b.at.year, b.at.month) for b in kept}) == MONTHLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    assert kept[0].at.strftime("%Y-%m-%d") == "2025-06-30", "the last of the ninth month"


def test_at_no_time_are_there_more_or_fewer_than_promised() -> None:
    kept: list[Made] = []
    for day in range(1, 401):
        now = START + timedelta(days=day)
        kept.append(Made(now))
        gone = thinned(kept, now)
        kept = [backup for backup in kept if backup not in gone]
        assert min(day, DAILY) <= len(kept) <= DAILY + WEEKLY + MONTHLY


def test_a_clock_that_goes_back_costs_no_backup_and_heals() -> None:
    kept = live(400, {200: timedelta(days=-40)})
    newest = max(backup.at for backup in kept)
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    assert {(newest - b.at).days for b in kept} >= set(range(DAILY))


def test_a_backup_from_the_future_neither_goes_nor_takes_a_place() -> None:
    wrong = Made(datetime(2099, 1, 1, tzinfo=UTC))
    past = [Made(START + timedelta(days=n)) for n in range(DAILY)]
    assert thinned([*past, wrong], START + timedelta(days=DAILY)) == []


def test_a_holiday_costs_nothing() -> None:
    past = [Made(START + timedelta(days=n)) for n in range(DAILY)]
    assert thinned(past, START + timedelta(days=300)) == []


def test_of_one_day_the_newest_stays() -> None:
    made = [Made(START + timedelta(hours=n)) for n in range(5)]
    assert sorted(b.at for b in thinned(made, START + timedelta(days=1))) == [
        b.at for b in made[:-1]
    ]


@given(st.lists(st.integers(-50_000, 50_000), unique=True))
def test_thinning_keeps_the_newest_and_is_done_at_once(hours: list[int]) -> None:
    made = [Made(START + timedelta(hours=n)) for n in hours]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    gone = thinned(made, now)
    kept = [backup for backup in made if backup not in gone]
    assert thinned(kept, now) == []
    past = [backup for backup in made if backup.at <= now]
    assert not past or max(past, key=lambda b: b.at) in kept
    assert all(backup.at <= now for backup in gone)
