"""Many writers at once: nobody's work is lost and the journal never lies."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kunjungan.domain.errors import Conflict, OfficeError
from kunjungan.domain.stages import VisitStage
from kunjungan.store.refusals import STILL_NEEDED
from kunjungan.store.store import Store
from kunjungan.store.tables import Visit, VisitStep
from tests.store.checks import check_replay, state
from tests.store.doing import add
from tests.store.records import DAY, a_visit, key

WRITERS = 4
ROUNDS = 25


def _now() -> datetime:
    return datetime.now(UTC)


def desks(store: Store) -> list[Store]:
    names = [f"meja-{number}" for number in range(WRITERS)]
    return [Store(store.engine, user=n, now=_now, desk=n) for n in names]


def run(stores: list[Store], work: Callable[[Store, int, int], None]) -> Counter[str]:
    """Let every desk do its work in a thread of its own, and count how it went."""
    outcomes: Counter[str] = Counter()

    def loop(desk: Store, number: int) -> None:
        for turn in range(ROUNDS):
            try:
                work(desk, number, turn)
            except OfficeError as refusal:
                outcomes[type(refusal).__name__] += 1
            else:
                outcomes["kept"] += 1

    threads = [threading.Thread(target=loop, args=(d, n)) for n, d in enumerate(stores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def shared_work(desk: Store, number: int, turn: int) -> None:
    """Edit the one visit that all desks share."""
    with desk.change("Edit") as session:
        session.get_one(Visit, key("A")).note += f"{number}.{turn} "


def own_work(desk: Store, number: int, turn: int) -> None:
    """Add a visit; undo it in every second turn."""
    with desk.change("Add") as session:
        session.add(a_visit(f"{number}.{turn}"))
    if turn % 2:
        desk.undo()


def contested_work(desk: Store, number: int, turn: int) -> None:
    """Name the shared visit and take that back, unless another desk has named it since."""
    with desk.change("Name") as session:
        session.get_one(Visit, key("A")).title = f"{number}.{turn}"
    desk.undo()


def test_writers_of_one_record_lose_nothing_that_was_kept(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(a_visit("A", "A"))
    outcomes = run(desks(any_store), shared_work)
    note = state(any_store)["visit", key("A")]["note"]
    assert len(note.split()) == outcomes["kept"] >= ROUNDS
    assert set(outcomes) <= {"kept", "Conflict"}
    check_replay(any_store)


def test_undo_never_overwrites_what_another_desk_just_wrote(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(a_visit("A", "A"))
    outcomes = run(desks(any_store), contested_work)
    assert set(outcomes) <= {"kept", "Conflict"}
    assert outcomes["kept"]
    check_replay(any_store)


def test_a_new_link_and_the_removal_of_its_target_do_not_block_each_other(
    any_store: Store,
) -> None:
    """Checking the link after the journal's head was locked would end in a deadlock."""
    with any_store.change("Add") as session:
        session.add(a_visit("A", "A"))
    twin = Store(any_store.engine, user="twin", now=_now)
    removed, refusals = threading.Event(), list[str]()

    def add_step() -> None:
        removed.wait()
        try:
            with twin.change("Add step") as session:
                session.add(VisitStep(visit_id=key("A"), stage=VisitStage.READY, on=DAY))
        except Conflict as refusal:
            refusals.append(refusal.message)

    thread = threading.Thread(target=add_step)
    thread.start()
    with any_store.change("Remove") as session:
        session.delete(session.get_one(Visit, key("A")))
        session.flush()
        removed.set()
        thread.join(timeout=0.5)
    thread.join()
    assert refusals == [STILL_NEEDED]
    assert state(any_store) == {}
    check_replay(any_store)


def test_writers_of_their_own_records_are_never_refused(any_store: Store) -> None:
    outcomes = run(desks(any_store), own_work)
    assert outcomes == {"kept": WRITERS * ROUNDS}
    assert len(state(any_store)) == WRITERS * (ROUNDS // 2 + 1)
    check_replay(any_store)


def test_two_programs_at_one_desk_share_its_chain(any_store: Store) -> None:
    twins = [Store(any_store.engine, user=f"t{n}", now=_now) for n in range(WRITERS)]
    outcomes = run(twins, lambda desk, number, turn: add(desk, f"{number}.{turn}"))
    assert outcomes == {"kept": WRITERS * ROUNDS}
    assert any_store.head().seq == WRITERS * ROUNDS
    check_replay(any_store)


def test_a_record_removed_meanwhile_is_a_conflict(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(a_visit("A", "A"))
    with any_store.read() as session:
        copy = session.get_one(Visit, key("A"))
    with any_store.change("Remove") as session:
        session.delete(session.get_one(Visit, key("A")))
    copy.title = "B"
    with pytest.raises(Conflict), any_store.change("Edit") as session:
        session.add(copy)
    check_replay(any_store)
