"""What needs attention with visits: guests, conflicts, letters, rundowns, reports, gifts."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import col, select

from kunjungan.domain.attention import Attention, AttentionKind, Said
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import CALLED_OFF, OVER, VisitStage
from kunjungan.domain.visit_letters import LetterState
from kunjungan.i18n import later
from kunjungan.services.calendar.conflicts import list_conflicts
from kunjungan.services.calendar.plan import TENTATIVE
from kunjungan.services.delegation_lines import DelegationLine, delegations_in
from kunjungan.services.letters.letters import open_letters
from kunjungan.services.letters.lines import RequestLine, requests_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.reception.readiness import readiness_of_tomorrow
from kunjungan.services.rundown.lines import rundown_in
from kunjungan.services.rundown.sent import sent_state
from kunjungan.services.visiting.gifts import list_gifts
from kunjungan.store.tables import Visit

_NOT_HELD = TENTATIVE | {VisitStage.POSTPONED}
"""Stages of a visit that has no day on which it took place."""
_AHEAD = timedelta(days=30)
_CONFLICTS = timedelta(days=90)
_CONFIRMED = timedelta(days=3)
"""So many days before a visit its guests are to be confirmed (office practice)."""


def unready(office: Office) -> Iterator[Attention]:
    """Yield each visit of the next working day that lacks something."""
    found = readiness_of_tomorrow(office)
    for visit in found.visits:
        if visit.lacking:
            first = visit.lacking[0]
            cause = Said(first.text) if first.text else Said("{step}", {"step": first.step})
            yield Attention(
                kind=AttentionKind.READINESS,
                what=f"readiness:{visit.id}:{found.day}",
                title=Said(
                    later("{title}: {count} things still missing"),
                    {"title": visit.title, "count": len(visit.lacking)},
                ),
                cause=cause,
                due_on=office.today(),
                visit_id=visit.id,
            )


def unconfirmed(office: Office) -> Iterator[Attention]:
    """Yield each delegation of the next weeks with guests who have not confirmed."""
    for visit in _coming(office):
        with office.store.read() as session:
            lines = delegations_in(session, visit.id)
        for line in lines:
            if line.listed > line.confirmed:
                yield _unconfirmed(visit, line)


def conflicts(office: Office) -> Iterator[Attention]:
    """Yield each conflict of the next months that the office has not decided to live with."""
    today = office.today()
    for line in list_conflicts(office, today, today + _CONFLICTS):
        if not line.left:
            short = later("{minutes} minutes short: {name}")
            yield Attention(
                kind=AttentionKind.CONFLICT,
                what=line.what,
                title=Said(
                    short if line.missing else later("Conflict: {name}"),
                    {"name": line.name, "minutes": line.missing},
                ),
                cause=Said(
                    later("{first} with {second}"),
                    {"first": line.first.title, "second": line.second.title},
                ),
                due_on=line.since.date(),
                visit_id=line.first.visit_id or line.second.visit_id,
            )


def unanswered_requests(office: Office) -> Iterator[Attention]:
    """Yield each letter of request that is still without an answer."""
    visits = {visit.id: visit for visit in _open(office)}
    with office.store.read() as session:
        lines = requests_in(session, visits)
    for key, visit in visits.items():
        for line in lines.get(key, ()):
            if line.answer is None and (line.number or line.on) and line.due_on:
                yield _request(visit, line)


def open_answers(office: Office) -> Iterator[Attention]:
    """Yield each letter that waits for an answer past its day, or must be sent again."""
    for line in open_letters(office):
        if line.state is LetterState.DUE:
            continue
        again = line.state is LetterState.RESEND
        yield Attention(
            kind=AttentionKind.LETTER,
            what=f"letter:{line.id}:{line.state.value}",
            title=Said(
                later("To be sent again: {subject}") if again else later("No answer yet: {body}"),
                {"subject": line.subject, "body": line.body if line.body.id else line.to},
            ),
            cause=Said("{visit}", {"visit": line.visit}),
            due_on=office.today() if again else line.answer_by,
            visit_id=line.visit_id,
        )


def changed_rundowns(office: Office) -> Iterator[Attention]:
    """Yield each coming visit whose rundown is not the one that the guests have."""
    for visit in _coming(office):
        with office.store.read() as session:
            on, changed = sent_state(visit, rundown_in(session, visit))
        if changed and on is not None:
            yield Attention(
                kind=AttentionKind.RUNDOWN,
                what=f"rundown:{visit.id}",
                title=Said(later("The guests have an older rundown")),
                cause=Said(
                    later("{visit} · sent {day}"),
                    {"visit": visit.title, "day": PartialDate.of(on).words},
                ),
                due_on=visit.on.first - timedelta(days=1),
                visit_id=visit.id,
            )


def unreported(office: Office) -> Iterator[Attention]:
    """Yield each visit that was to come, is over and has no report yet."""
    today = office.today()
    days = timedelta(days=office_settings(office).report_days)
    for visit in _open(office):
        last = (visit.until or visit.on).last
        if visit.stage not in _NOT_HELD and last < today:
            yield Attention(
                kind=AttentionKind.REPORT,
                what=f"report:{visit.id}",
                title=Said(later("No report yet: {visit}"), {"visit": visit.title}),
                cause=Said(later("It took place {day}"), {"day": visit.on.words}),
                due_on=last + days,
                visit_id=visit.id,
            )


def gifts_to_report(office: Office) -> Iterator[Attention]:
    """Yield each gift that was received and is still to be reported."""
    today = office.today()
    for line in list_gifts(office):
        owed = line.direction == "received" and line.reported_on is None and line.due_on
        if owed and (line.on or today) <= today:
            yield Attention(
                kind=AttentionKind.GIFT,
                what=f"gift:{line.id}",
                title=Said(later("A gift is to be reported: {what}"), {"what": line.what}),
                cause=Said("{visit}", {"visit": line.visit}),
                due_on=line.due_on,
                visit_id=line.visit_id,
            )


def _unconfirmed(visit: Visit, line: DelegationLine) -> Attention:
    return Attention(
        kind=AttentionKind.GUESTS,
        what=f"guests:{line.id}",
        title=Said(
            later("{count} of {all} guests not confirmed: {body}"),
            {"count": line.listed - line.confirmed, "all": line.listed, "body": line.name},
        ),
        cause=Said("{visit}", {"visit": visit.title}),
        due_on=visit.on.first - _CONFIRMED,
        visit_id=visit.id,
    )


def _request(visit: Visit, line: RequestLine) -> Attention:
    return Attention(
        kind=AttentionKind.REQUEST,
        what=f"request:{line.id}",
        title=Said(later("A letter is unanswered: {body}"), {"body": line.body}),
        cause=Said(
            later("{visit} · letter {number}"),
            {"visit": visit.title, "number": line.number or "—"},
        ),
        due_on=line.due_on,
        visit_id=visit.id,
    )


def _open(office: Office) -> list[Visit]:
    """Return the visits that are received and not over."""
    query = select(Visit).where(col(Visit.stage).not_in(OVER), Visit.direction == "incoming")
    with office.store.read() as session:
        return list(session.exec(query))


def _coming(office: Office) -> list[Visit]:
    """Return the visits of the next weeks whose day is known and that were not called off."""
    today = office.today()
    query = select(Visit).where(
        col(Visit.stage).not_in(OVER | CALLED_OFF),
        col(Visit.on) <= PartialDate.of(today + _AHEAD),
    )
    with office.store.read() as session:
        rows = session.exec(query).all()
    return [row for row in rows if row.on.full and (row.until or row.on).last >= today]
