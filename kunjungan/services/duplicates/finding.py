"""Lists people who may be one person, and those whom somebody has told apart."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from kunjungan.domain.likeness import Likeness
from kunjungan.i18n import later
from kunjungan.services.duplicates.known import everybody, known_by_form
from kunjungan.services.duplicates.matching import Matcher
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.store.tables import Snooze

_APART = "twins:"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one; ``first`` has the smaller id."""

    first: UUID
    second: UUID
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody known who may be whom one is about to add."""

    person_id: UUID
    likeness: Likeness


def find_duplicates(office: Office) -> list[Pair]:
    """Return everybody who may stand twice in the records, the likeliest first.

    Those who were told apart are not among them.
    """
    with office.store.read() as session:
        people = everybody(session)
        apart = {row.what for row in session.exec(told_apart())}
    pairs = [Pair(one.id, other.id, like) for one, other, like in Matcher(people).pairs()]
    found = [pair for pair in pairs if _what(pair.first, pair.second) not in apart]
    return sorted(found, key=lambda pair: (-pair.likeness.score, pair.first.int, pair.second.int))


def like(
    office: Office,
    form: PersonForm,
    bodies: frozenset[UUID] = frozenset(),
    posts: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """Return whom somebody new may be, the likeliest first."""
    with office.store.read() as session:
        matcher = Matcher(everybody(session))
    found = matcher.like(known_by_form(form, bodies, posts))
    return [Candidate(person.id, likeness) for person, likeness in found]


def keep_apart(office: Office, one: UUID, other: UUID, reason: str = "") -> None:
    """Record that two are different people, so that they are offered no more."""
    with office.store.change(later("Keep two people apart")) as session:
        session.add(Snooze(what=_what(one, other), reason=reason.strip()))


def carry_apart(session: Session, gone: UUID, kept: UUID) -> None:
    """Let one person be told apart from everybody from whom another was, who goes."""
    words = {row.what: row for row in session.exec(told_apart())}
    for what, row in words.items():
        pair = set(what.removeprefix(_APART).split(":"))
        if gone.hex not in pair:
            continue
        now = _APART + ":".join(sorted(pair - {gone.hex} | {kept.hex}))
        if kept.hex in pair or now in words:
            session.delete(row)
        else:
            row.what = now


def told_apart() -> SelectOfScalar[Snooze]:
    """Return the query for every word that two are different people."""
    return select(Snooze).where(col(Snooze.what).startswith(_APART))


def _what(one: UUID, other: UUID) -> str:
    low, high = sorted((one, other), key=lambda key: key.int)
    return f"{_APART}{low.hex}:{high.hex}"
