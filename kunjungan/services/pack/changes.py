"""What was printed of a paper of the day, and what of it has changed since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.place_keys import guest_of
from kunjungan.services.guests.participants import participants_in
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visiting.crew import crew_in
from kunjungan.store.tables import PrintRun, Visit, Visum


@dataclass(frozen=True, slots=True)
class Since:
    """How a paper stands to its prints.

    ``at`` is when it was last printed, None for never. ``changed`` are the keys of cards or pages
    that are new or different since, ``gone`` those that were printed and are of no use any more.
    """

    at: datetime | None = None
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    @property
    def stale(self) -> bool:
        """Whether something must be printed again."""
        return self.at is not None and bool(self.changed)


def since_printed(session: Session, visit_id: UUID, slug: str, marks: Mapping[str, str]) -> Since:
    """Return how a paper with these marks stands to what was printed of it for a visit."""
    query = select(PrintRun).where(PrintRun.visit_id == visit_id, PrintRun.what == slug)
    runs = session.exec(query.order_by(col(PrintRun.at), col(PrintRun.id))).all()
    if not runs:
        return Since()
    printed = on_the_table(run.marks for run in runs)
    changed = frozenset(key for key, mark in marks.items() if printed.get(key) != mark)
    return Since(runs[-1].at, changed, frozenset(printed).difference(marks))


def on_the_table(runs: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return the newest mark of every card or page, runs in the order of their time.

    >>> on_the_table([["a=1", "b=1"], ["a=2"]])
    {'a': '2', 'b': '1'}
    """
    newest: dict[str, str] = {}
    for marks in runs:
        newest.update(mark.rpartition("=")[::2] for mark in marks)
    return newest


def names_of(office: Office, visit_id: UUID, keys: Collection[str]) -> list[str]:
    """Return whose cards these keys are, in the order of the visit's lists; others have no name.

    Whose are several cards is named once.

    Who has no name yet is called by the post.
    """
    with office.store.read() as session:
        guests = participants_in(session, visit_id)
        query = select(Visum).where(Visum.visit_id == visit_id)
        given = {str(row.attendee_id): str(row.id) for row in session.exec(query)}
        crew = crew_in(session, found(session, Visit, visit_id))
    whose = set(map(guest_of, keys))
    named = [
        guest.name.full if guest.known else guest.title.id
        for guest in guests
        if not {str(guest.id), given.get(str(guest.id))}.isdisjoint(whose)
    ]
    return [*named, *(line.who for line in crew if str(line.id) in keys)]


def as_marks(marks: Mapping[str, str]) -> tuple[str, ...]:
    """Return marks as the log of prints keeps them."""
    return tuple(f"{key}={mark}" for key, mark in marks.items())
