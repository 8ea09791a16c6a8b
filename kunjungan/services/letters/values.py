"""What the texts of letters may name about a visit; what is unknown is empty."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.agreement_fields import body_in_text
from kunjungan.services.letters.addressing import usual_signer
from kunjungan.services.letters.alternatives import free_days
from kunjungan.services.letters.assigned import crew_words, request_words, travellers_words
from kunjungan.services.letters.facts import (
    Meeting,
    contact_of,
    guests_words,
    is_away,
    meeting_of,
    own_body,
    partners_of,
)
from kunjungan.services.letters.texts import letter_text
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Delegation, Visit, VisitStep

Values = Mapping[str, Bilingual]
_NONE = Bilingual("", "")
_BUSY = Bilingual(
    "karena pada waktu tersebut telah terjadwal kegiatan lain yang tidak dapat ditinggalkan",
    "because of other engagements that cannot be moved",
)
_BECAUSE = Bilingual("karena {reason}", "for the following reason: {reason}")
_ROWS = Bilingual(
    "hari/tanggal : {day}\npukul : {hours}\ntempat : {place}",
    "date : {day}\ntime : {hours}\nvenue : {place}",
)
_UNDECIDED = Bilingual("akan disampaikan kemudian", "to be announced")
_OPTION = Bilingual("{number}. {day}", "{number}. {day}")
_OWED = (VisitStage.POSTPONED, VisitStage.CANCELLED)


def letter_values(
    session: Session, visit: Visit, kind: LetterKind, delegation_id: UUID | None, today: date
) -> Values:
    """Return everything that a text may name; what is unknown is empty."""
    row = found(session, Delegation, delegation_id) if delegation_id else None
    bodies, own = partners_of(session, visit, delegation_id), own_body(session, visit)
    meeting = meeting_of(session, visit, delegation_id)
    asked = visit.on.full
    return {
        **_of_request(row),
        "sender": guests_words(bodies),
        "guest": guests_words(bodies),
        "guests": guests_words(partners_of(session, visit, None)),
        "own": body_in_text(own) if own else _NONE,
        "parties": guests_words([*bodies, *filter(None, (own,))]),
        "theme": _quoted(Bilingual(visit.theme_id or visit.title, visit.theme_en or visit.title)),
        "day": meeting.days if meeting.on.full else _NONE,
        "place": _same(meeting.place),
        "schedule": _schedule(meeting),
        "asked_for": PartialDate.of(asked).words if asked else _NONE,
        "alternatives": _alternatives(session, visit, row, today),
        "reason": _reason(session, visit),
        "contact": contact_of(session, visit, delegation_id),
        "agenda": Bilingual(visit.theme_id or visit.title, visit.theme_en or visit.title),
        "dress": letter_text(kind).dress,
        "crew": _sent(session, visit, delegation_id) if kind is LetterKind.ASSIGNMENT else _NONE,
        "requests": request_words(session, visit, delegation_id),
        "answer_by": long_date(reply_by(session, visit, delegation_id, today)),
    }


def _sent(session: Session, visit: Visit, delegation_id: UUID | None) -> Bilingual:
    """Return whom a letter of assignment sends: the own crew, or those who travel."""
    if is_away(visit):
        return travellers_words(session, visit, delegation_id, usual_signer(session, visit))
    return crew_words(session, visit)


def _of_request(row: Delegation | None) -> Values:
    number, on, count = (row.letter_number, row.letter_on, row.announced) if row else ("", None, 0)
    return {
        "letter": _same(number.strip()),
        "letter_on": long_date(on) if on else _NONE,
        "count": _same(str(count) if count else ""),
    }


def _schedule(meeting: Meeting) -> Bilingual:
    hours = meeting.hours if meeting.hours.id else _UNDECIDED
    place = _same(meeting.place) if meeting.place else _UNDECIDED
    return _ROWS.filled(day=meeting.days, hours=hours, place=place)


def _alternatives(session: Session, visit: Visit, row: Delegation | None, today: date) -> Bilingual:
    """Return other days with the hours asked for, as a numbered list."""
    hours = meeting_of(session, visit, row.id if row else None).hours
    form = Bilingual("{day}, pukul {hours}", "{day}, {hours}")
    lines = [
        _OPTION.filled(number=number, day=form.filled(day=PartialDate.of(day).words, hours=hours)
                       if hours.id else PartialDate.of(day).words)
        for number, day in enumerate(
            free_days(session, visit, row.proposed if row else (), today), 1
        )
    ]  # fmt: skip
    return Bilingual("\n".join(line.id for line in lines), "\n".join(line.en for line in lines))


def _reason(session: Session, visit: Visit) -> Bilingual:
    """Return why the visit is off or put off, as its last such step says; else a polite one."""
    query = select(VisitStep).where(VisitStep.visit_id == visit.id)
    steps = [step for step in session.exec(query) if step.stage in _OWED and step.reason]
    if not steps:
        return _BUSY
    reason = max(steps, key=lambda step: step.on).reason.strip().rstrip(".")
    return _BECAUSE.filled(reason=reason)


def reply_by(session: Session, visit: Visit, delegation_id: UUID | None, today: date) -> date:
    """Return by when an answer is asked for: some days on, and before the visit (setting)."""
    by = today + timedelta(days=settings_in(session).reply_days)
    day = meeting_of(session, visit, delegation_id).on.full
    return min(by, day - timedelta(days=1)) if day and day > today + timedelta(days=1) else by


def _quoted(words: Bilingual) -> Bilingual:
    return Bilingual(f"“{words.id}”", f"“{words.en}”")


def _same(words: str) -> Bilingual:
    return Bilingual(words, words)
