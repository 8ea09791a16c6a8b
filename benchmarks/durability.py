"""Kills a writing program again and again and counts what was lost: run it, and read 0.

Every round a child process opens the office and commits changes, telling each one's number only
after it was committed; after a random moment it is killed without warning. Then the office must
be sound, and hold every change that was told.

``python -m benchmarks.durability [rounds]``
"""

import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.store.condition import is_sound
from kunjungan.store.database import open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.store import Store
from kunjungan.store.tables import Person, Visit

ROUNDS = 200
LONGEST_S = 0.12
PEOPLE = 3


@dataclass(slots=True)
class Tally:
    """What a run of rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    halves: int = 0
    damaged: int = 0
    faults: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing acknowledged was lost and nothing broke."""
        return not (self.lost or self.halves or self.damaged or self.faults)


def run(folder: Path, rounds: int, *, dice: random.Random) -> Tally:
    """Kill a writer ``rounds`` times in the office of ``folder`` and count."""
    open_office(folder, user="first", now=_now).store.close()
    tally = Tally()
    for _ in range(rounds):
        told = _one_life(folder, dice.uniform(0, LONGEST_S))
        tally.rounds += 1
        tally.acknowledged += len(told)
        tally.damaged += not is_sound(folder / DATABASE)
        opened = open_office(folder, user="judge", now=_now)
        _judge(opened.store, told, tally)
        opened.store.close()
    return tally


def _one_life(folder: Path, seconds: float) -> set[UUID]:
    """Let a child write for a while after its first commit, kill it, and return what it told."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = _process_class()(target=_write_for_ever, args=(folder, theirs))
    child.start()
    theirs.close()
    told = {ours.recv()}
    time.sleep(seconds)
    child.kill()
    child.join()
    try:
        while ours.poll():
            told.add(ours.recv())
    except (EOFError, OSError):
        pass
    ours.close()
    return told


def _process_class() -> type[BaseProcess]:
    """Return the quickest kind of process to start: a fork where there is one."""
    if "fork" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("fork").Process
    return multiprocessing.Process


def _write_for_ever(folder: Path, pipe: Connection) -> None:
    store = open_office(folder, user="writer", now=_now).store
    while True:
        with store.change("Add") as session:
            visit = Visit(title=f"{os.getpid()}", on=PartialDate(2022, 9))
            session.add(visit)
            session.add_all(Person(name=str(visit.id)) for _ in range(PEOPLE))
        pipe.send(visit.id)


def _judge(store: Store, told: set[UUID], tally: Tally) -> None:
    """Count told changes that are gone, and changes of which only a part is there."""
    with store.read() as session:
        visits = set(session.exec(select(Visit.id)))
        people = Counter(UUID(name) for name in session.exec(select(Person.name)))
    tally.lost += len(told - visits)
    tally.halves += sum(people[visit] != PEOPLE for visit in visits)
    tally.halves += len(people.keys() - visits)
    if tally.rounds % 20 == 0:
        tally.faults += len(store.verify())


def _now() -> datetime:
    return datetime.now(UTC)


def main(say: Callable[[str], object] = sys.stdout.write) -> int:
    """Run the benchmark and return 0 if nothing was lost."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        tally = run(Path(folder), rounds, dice=random.Random(1))  # noqa: S311 (no secret)
        seconds = time.perf_counter() - started
    say(f"{tally}\n{seconds:.1f} s, {seconds / rounds * 1000:.0f} ms a round\n")
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
