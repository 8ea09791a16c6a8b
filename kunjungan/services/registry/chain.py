"""What an agreement belongs to: umbrella, implementing agreements, addenda and renewals."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.life import AgreementStatus, Course, status
from kunjungan.domain.registry import Link
from kunjungan.services.agreement_fields import body_name, party_facts
from kunjungan.services.courses import Key, as_uuid, courses
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement

_ORDER = tuple(Link)


@dataclass(frozen=True, slots=True)
class ChainLine:
    """An agreement in its chain, ``depth`` steps under the first; ``here`` is the one asked of."""

    depth: int
    link: Link
    id: UUID
    kind: AgreementKind
    subject: Bilingual
    reference: str
    number: str
    partners: tuple[Bilingual, ...]
    status: AgreementStatus
    starts_on: date | None
    ends_on: date | None
    here: bool


def chain_of(office: Office, agreement_id: UUID) -> list[ChainLine]:
    """Return the whole chain of an agreement from its first umbrella on, as a tree line by line.

    What renews an agreement stands under it, even where it rests on another umbrella.
    """
    with office.store.read() as session:
        rows = _connected(session, found(session, Agreement, agreement_id))
        known = courses(session, office.today(), list(rows))
        states = _states(session, office, known)
        names = {key: party_facts(session, key) for key in rows}
        return [
            ChainLine(
                depth,
                link,
                row.id,
                row.kind,
                Bilingual(row.subject_id, row.subject_en),
                row.reference,
                names[row.id][0].row.number or "" if names[row.id] else "",
                tuple(body_name(facts.body) for facts in names[row.id][1:]),
                states[row.id],
                row.starts_on,
                row.ends_on,
                row.id == agreement_id,
            )
            for row, depth, link in _tree(rows)
        ]


def _states(
    session: Session, office: Office, known: dict[Key, Course]
) -> dict[UUID, AgreementStatus]:
    today, ending = office.today(), settings_in(session).ending_months
    return {
        as_uuid(key): status(course, today, ending_months=ending) for key, course in known.items()
    }


def _connected(session: Session, row: Agreement) -> dict[UUID, Agreement]:
    """Return all agreements of a chain, its first one first."""
    seen = {row.id}
    while (above := row.renews_id or row.parent_id) is not None and above not in seen:
        seen.add(above)
        row = found(session, Agreement, above)
    rows, fresh = {row.id: row}, [row.id]
    while fresh:
        under = or_(col(Agreement.parent_id).in_(fresh), col(Agreement.renews_id).in_(fresh))
        query = select(Agreement).where(under).order_by(col(Agreement.reference))
        fresh = [each.id for each in session.exec(query) if each.id not in rows]
        rows |= {key: found(session, Agreement, key) for key in fresh}
    return rows


def _tree(rows: dict[UUID, Agreement]) -> Iterator[tuple[Agreement, int, Link]]:
    """Yield the agreements from the first one down: addenda, what implements it, its renewals."""
    under: dict[UUID | None, list[Agreement]] = defaultdict(list)
    first, *others = rows.values()
    for row in others:
        under[row.renews_id if row.renews_id in rows else row.parent_id].append(row)
    waiting = [(first, 0, Link.ROOT)]
    while waiting:
        row, depth, link = waiting.pop()
        yield row, depth, link
        after = [(each, depth + 1, _link(each, row)) for each in under.pop(row.id, ())]
        after.sort(key=lambda step: _ORDER.index(step[2]), reverse=True)
        waiting += after


def _link(row: Agreement, above: Agreement) -> Link:
    if row.renews_id == above.id:
        return Link.RENEWAL
    return Link.ADDENDUM if row.kind is AgreementKind.ADDENDUM else Link.IMPLEMENTING
