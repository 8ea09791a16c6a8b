"""Makes one person of two, field by field; undoing it gives both back."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.words import Attendance
from kunjungan.i18n import later
from kunjungan.services.delegations import free_substitutes
from kunjungan.services.duplicates.finding import carry_apart
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, change_person
from kunjungan.services.rank_of_day import keep_ranks, ranks_of
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Attendee,
    Person,
    PrecedenceDecision,
    Record,
    Seat,
    Tenure,
    Visum,
)

_SURE: Mapping[Attendance, int] = MappingProxyType(
    {"invited": 0, "confirmed": 1, "absent": 2, "represented": 3, "present": 4}
)
"""Which word on attendance stands where two are said: who signed the list was there."""
_ITSELF = later("One record cannot be merged with itself. Nothing was changed.")


def merge(office: Office, keep_id: UUID, gone: UUID, form: PersonForm, *, seen: int) -> None:
    """Let ``keep_id`` stand for both, with what was chosen, and let ``gone`` go.

    Offices, guests, crew and all else that named the one name the other afterwards. Where both
    stand in one list or hold one office at one time, what is doubled goes. Papers that were
    printed keep what they say, and lists of the past the rank of the day. ``form.version`` is the
    version of who stays, ``seen`` of who goes.

    Raises:
        Conflict: one of them was changed meanwhile; nothing was merged.
        NotFound: one of them is gone.
        RuleBroken: both are the same record, or no name was chosen.
    """
    if keep_id == gone:
        raise RuleBroken(_ITSELF)
    with office.store.change(later("Merge two people")) as session:
        kept = found(session, Person, keep_id, seen=form.version)
        other = found(session, Person, gone, seen=seen)
        change_person(session, kept, form, office)
        if ranks_of(other) != ranks_of(kept):
            keep_ranks(session, other, office.today())
        _merge_tenures(session, keep_id, gone)
        _merge_guests(session, keep_id, gone)
        _turn(session, "person", gone, keep_id)
        carry_apart(session, gone, keep_id)
        session.flush()
        session.delete(other)


def _merge_tenures(session: Session, keep_id: UUID, gone: UUID) -> None:
    """Let one term of office stand for two that are the same."""
    mine = session.exec(select(Tenure).where(Tenure.person_id == keep_id)).all()
    theirs = session.exec(select(Tenure).where(Tenure.person_id == gone)).all()
    known = {_term(row): row for row in mine}
    for row in theirs:
        twin = known.get(_term(row))
        if twin is None:
            continue
        twin.decree = twin.decree or row.decree
        twin.decree_on = twin.decree_on or row.decree_on
        twin.ends_on = twin.ends_on or row.ends_on
        _turn(session, "tenure", row.id, twin.id)
        session.flush()
        session.delete(row)


def _term(row: Tenure) -> tuple[object, ...]:
    return (row.position_id, row.capacity, row.begins_on)


def _merge_guests(session: Session, keep_id: UUID, gone: UUID) -> None:
    """Let one guest stand for two in the same list; a seat of either is kept."""
    mine = session.exec(select(Attendee).where(Attendee.person_id == keep_id)).all()
    theirs = session.exec(select(Attendee).where(Attendee.person_id == gone)).all()
    known = {(row.delegation_id, row.visit_id): row for row in mine}
    for row in theirs:
        twin = known.get((row.delegation_id, row.visit_id))
        if twin is None:
            continue
        alone = twin.represents_id == row.id or row.represents_id == twin.id
        _fill(twin, row)
        _give_over(session, row, twin)
        if alone and twin.attendance == "represented":
            twin.attendance = "confirmed"
        free_substitutes(session, [twin])


_FILLED = (
    *("title_id", "title_en", "precedence_group", "local_rank_id", "since", "vehicle", "note"),
    *("travel_order", "represents_id", "companion_of_id"),
)


def _fill(twin: Attendee, row: Attendee) -> None:
    """Let a guest know what was only said where the same one is listed twice."""
    if not twin.title_id:
        twin.capacity = row.capacity
    for name in _FILLED:
        setattr(twin, name, getattr(twin, name) or getattr(row, name))
    if twin.role == "member":
        twin.role = row.role
    if _SURE[row.attendance] > _SURE[twin.attendance]:
        twin.attendance = row.attendance
    twin.former = twin.former or row.former


def _give_over(session: Session, row: Attendee, twin: Attendee) -> None:
    """Let a guest have the seat, the decisions and the visum of the same one listed twice."""
    taken = set(session.exec(select(Seat.plan_id).where(Seat.attendee_id == twin.id)))
    for seat in session.exec(select(Seat).where(Seat.attendee_id == row.id)).all():
        if seat.plan_id in taken:
            session.delete(seat)
    both = (row.id, twin.id)
    visums = session.exec(select(Visum).where(col(Visum.attendee_id).in_(both))).all()
    for visum in sorted(visums, key=_best_proof)[1:]:
        session.delete(visum)
    between = select(PrecedenceDecision).where(
        col(PrecedenceDecision.before_id).in_(both), col(PrecedenceDecision.after_id).in_(both)
    )
    for decision in session.exec(between).all():
        session.delete(decision)
    session.flush()
    _turn(session, "attendee", row.id, twin.id)
    twin.represents_id = None if twin.represents_id == twin.id else twin.represents_id
    twin.companion_of_id = None if twin.companion_of_id == twin.id else twin.companion_of_id
    session.flush()
    session.delete(row)


def _best_proof(visum: Visum) -> tuple[bool, bool, str]:
    """Return what visums of one guest are sorted by: a printed one is what auditors ask for."""
    return visum.printed_at is None, visum.departed_on is None, visum.id.hex


def _turn(session: Session, table: str, old: UUID, new: UUID) -> None:
    """Let every record that names the one name the other."""
    for kind, column in _naming(table):
        query = select(kind).where(inspect(kind).local_table.c[column] == old)
        for row in session.exec(query).all():
            setattr(row, column, new)


def _naming(table: str) -> Iterator[tuple[type[Record], str]]:
    """Yield every column of the program's tables that links to a table."""
    for kind in Record.__subclasses__():
        for column in inspect(kind).local_table.columns:
            if any(key.column.table.name == table for key in column.foreign_keys):
                yield kind, column.name
