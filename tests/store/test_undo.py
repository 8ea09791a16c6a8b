"""Random histories: undo gives back every state, redo every state again."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import OfficeError
from kunjungan.store.memory import open_memory
from kunjungan.store.store import Store
from kunjungan.store.tables import Person, Setting, Visit, VisitLink, VisitStep
from tests.store.checks import check_replay, state
from tests.store.records import DAY, key

Step = tuple[str, int, int]
STEPS = st.tuples(
    st.sampled_from(["add", "edit", "remove", "link", "step", "list", "many", "value"]),
    st.integers(0, 3),
    st.integers(0, 3),
)
MOVES = st.one_of(st.lists(STEPS, min_size=1, max_size=2), st.sampled_from("ur"))
CHANGES = st.lists(st.lists(STEPS, min_size=1, max_size=4), max_size=6)


def visit_of(session: Session, number: int) -> Visit | None:
    return session.get(Visit, key(f"visit {number}"))


def add(session: Session, one: int, other: int) -> None:
    if visit_of(session, one) is None:
        on = PartialDate(2020 + other)
        session.add(Visit(id=key(f"visit {one}"), title=f"T{other}", on=on))


def edit(session: Session, one: int, other: int) -> None:
    if visit := visit_of(session, one):
        visit.title = f"T{other}"
        visit.until = PartialDate(2020, other) if other else None


def remove(session: Session, one: int, _other: int) -> None:
    if visit := visit_of(session, one):
        session.delete(visit)


def link(session: Session, one: int, other: int) -> None:
    session.add(VisitLink(visit_id=key(f"visit {one}"), earlier_id=key(f"visit {other}")))


def step(session: Session, one: int, _other: int) -> None:
    if visit := visit_of(session, one):
        session.add(VisitStep(visit_id=visit.id, stage=visit.stage, on=DAY))


def items(session: Session, one: int, other: int) -> None:
    person = session.get(Person, key(f"person {one}"))
    if person is None:
        session.add(Person(id=key(f"person {one}"), name="P"))
    else:
        person.titles_front = ("Dr.",) * other


def many(session: Session, one: int, other: int) -> None:
    if one == other:
        for person in session.exec(select(Person)):
            session.delete(person)
    else:
        session.add_all(Person(name=f"many {number}") for number in range(5))


def value(session: Session, one: int, other: int) -> None:
    setting = session.get(Setting, key(f"setting {one}"))
    if setting is None:
        session.add(Setting(id=key(f"setting {one}"), key=f"k{one}", value=other))
    else:
        setting.value = {"n": [other]} if other else None


ACTS = {
    "add": add,
    "edit": edit,
    "remove": remove,
    "link": link,
    "step": step,
    "list": items,
    "many": many,
    "value": value,
}


def run(store: Store, steps: list[Step]) -> bool:
    """Do several steps as one change; a broken link refuses it whole."""
    try:
        with store.change("Change") as session:
            for name, one, other in steps:
                ACTS[name](session, one, other)
                session.flush()
    except OfficeError:
        return False
    return True


def states(store: Store, changes: list[list[Step]]) -> Iterator[dict[object, object]]:
    """Yield the state after each change that did something."""
    for steps in changes:
        seq = store.head().seq
        before = state(store)
        if not run(store, steps):
            assert state(store) == before
        if store.head().seq > seq:
            yield dict(state(store))


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_undo_and_redo_walk_through_the_same_states(changes: list[list[Step]]) -> None:
    with closing(open_memory()) as store:
        walk = [{}, *states(store, changes)]
        for earlier in reversed(walk[:-1]):
            store.undo()
            assert state(store) == earlier
        assert store.undo_label is None
        for later in walk[1:]:
            store.redo()
            assert state(store) == later
        assert store.redo_label is None
        check_replay(store)


@settings(max_examples=40, deadline=None)
@given(st.lists(MOVES, max_size=12))
def test_any_mixture_equals_a_plain_stack(moves: list[list[Step] | str]) -> None:
    """The stacks derived from the journal are those that a program would keep in its memory."""
    with closing(open_memory()) as store:
        done, undone = [state(store)], []
        for move in moves:
            if move == "u" and len(done) > 1:
                store.undo()
                undone.append(done.pop())
            elif move == "r" and undone:
                store.redo()
                done.append(undone.pop())
            elif isinstance(move, list):
                seq = store.head().seq
                run(store, move)
                if store.head().seq > seq:
                    done.append(state(store))
                    undone.clear()
            again = Store(store.engine, user="again", now=lambda: datetime.now(UTC))
            assert (again.undo_label is None) == (len(done) == 1)
            assert (again.redo_label is None) == (not undone)
            assert state(store) == done[-1]
        check_replay(store)
