"""Mends what a check of the rundown found, in one change: ``mend(office, visit_id, finding)``."""

from collections.abc import Callable, Mapping
from datetime import time
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import name_key
from kunjungan.domain.rundown import clock_at
from kunjungan.domain.rundown_checks import EARLY_KINDS
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import cast_of
from kunjungan.services.rundown.findings import RundownFinding
from kunjungan.services.rundown.items import ItemForm, add_item, move_item, slip
from kunjungan.services.rundown.lines import ItemLine, rundown, rundown_in
from kunjungan.services.rundown.sent import mark_sent
from kunjungan.store.tables import AgendaItem, Visit, VisitSession

_SIGNING = Bilingual(
    "Penandatanganan {kind} dengan {partner}", "Signing of the {kind} with {partner}"
)
_ANTHEM = Bilingual("Menyanyikan Lagu Kebangsaan Indonesia Raya", "National anthem Indonesia Raya")
SIGNING_MINUTES, ANTHEM_MINUTES = 10, 4
"""How long these last (office practice)."""
Mender = Callable[[Office, UUID, RundownFinding], None]


def mend(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    """Do what a finding's ``mend`` says; a finding without one is left as it is."""
    if finding.mend:
        _MENDERS[finding.mend](office, visit_id, finding)


def _slip(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    slip(office, visit_id, finding.items[0], finding.minutes)


def _fit_hours(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    """Let a session last as long as its items; early guests do not open it."""
    lines = rundown(office, visit_id).of(finding.session_id)
    inside = [line for line in lines if line.kind not in EARLY_KINDS] or lines
    with office.store.change(later("Fit the session's hours")) as session:
        row = found(session, VisitSession, _known(finding.session_id))
        if row.starts_at is not None:
            row.starts_at = min(row.starts_at, inside[0].starts_at)
        if row.ends_at is not None:
            row.ends_at = max(row.ends_at, *(line.ends_at for line in lines))


def _add_signing(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    """Add the signing of an agreement behind the last item of its partner's session."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        plan = rundown_in(session, visit)
        casts = [(own.id, cast_of(session, visit, own)) for own in plan.sessions]
        whole = cast_of(session, visit, None)
    key = finding.agreement
    fitting = [own for own, cast in casts if any(s.id == key for s in cast.agreements)]
    session_id = next((own for own in fitting if plan.of(own)), next(iter(fitting), None))
    signed = next(each for each in whole.agreements if each.id == key)
    title = _SIGNING.filled(kind=signed.kind, partner=signed.partner)
    lines = plan.of(session_id)
    opened = plan.session(session_id)
    starts = lines[-1].ends_at if lines else (opened.starts_at if opened else None)
    form = ItemForm(
        starts_at=starts or clock_at(9 * 60),
        minutes=SIGNING_MINUTES,
        title_id=title.id,
        title_en=title.en,
        kind=ItemKind.SIGNING,
        session_id=session_id,
        agreement_id=key,
    )
    add_item(office, visit_id, form)


def _add_anthem(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    """Put the anthem behind the opening, or ahead of all but registration and entry."""
    lines = rundown(office, visit_id).of(finding.session_id)
    form = ItemForm(
        starts_at=_anthem_at(lines),
        minutes=ANTHEM_MINUTES,
        title_id=_ANTHEM.id,
        title_en=_ANTHEM.en,
        kind=ItemKind.ANTHEM,
        session_id=finding.session_id,
    )
    add_item(office, visit_id, form, shift=True)


def _turn_round(office: Office, visit_id: UUID, finding: RundownFinding) -> None:
    """Bring the higher past the lower."""
    higher, lower = finding.items
    plan = rundown(office, visit_id)
    line = plan.item(higher)
    assert line is not None  # the finding was just made of it
    order = [each.id for each in plan.of(line.session_id)]
    move_item(office, higher, order.index(lower) - order.index(higher))


def _move_room(office: Office, _visit_id: UUID, finding: RundownFinding) -> None:
    """Give the items another room; a session whose room it is goes there with all its items."""
    taken = name_key(str(finding.values["room"]))
    with office.store.change(later("Move to another room")) as session:
        for row in [found(session, AgendaItem, key) for key in finding.items]:
            own = found(session, VisitSession, row.session_id) if row.session_id else None
            goes = own is not None and name_key(own.room) in {taken, name_key(finding.room)}
            if own is not None and goes:
                own.room = finding.room
            if row.place or not goes:
                row.place = finding.room


def _mark(office: Office, visit_id: UUID, _finding: RundownFinding) -> None:
    mark_sent(office, visit_id)


def _anthem_at(lines: list[ItemLine]) -> time:
    opening = next((line for line in lines if line.kind is ItemKind.OPENING), None)
    if opening is not None:
        return opening.ends_at
    return next((line for line in lines if line.kind not in EARLY_KINDS), lines[0]).starts_at


def _known(key: UUID | None) -> UUID:
    assert key is not None  # asked for only where there is one
    return key


_MENDERS: Mapping[str, Mender] = MappingProxyType(
    {
        "slip": _slip,
        "hours": _fit_hours,
        "signing": _add_signing,
        "order": _turn_round,
        "anthem": _add_anthem,
        "room": _move_room,
        "send": _mark,
    }
)
