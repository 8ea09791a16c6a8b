"""What law and practice ask for after an agreement is signed: which duties, of whom, until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.process_lists import duties_of
from kunjungan.domain.processes import Duty
from kunjungan.domain.regions import copies_to
from kunjungan.domain.term_days import shifted
from kunjungan.services.agreement_fields import AgreementFacts, agreement_facts
from kunjungan.services.process.deadlines import WorkCalendar, calendar_in
from kunjungan.services.process.tracks import track_in
from kunjungan.services.register import last_signature
from kunjungan.store.tables import Agreement


@dataclass(frozen=True, slots=True)
class PlannedDuty:
    """A duty of an agreement: its rule, its words with the recipient, its day if it has one."""

    duty: Duty
    name: Bilingual
    on: date | None


def signing_day(session: Session, row: Agreement) -> date | None:
    """Return the day from which duties are counted: that of the last signature."""
    return last_signature(session, row.id) or row.signing_on


def planned_duties(session: Session, row: Agreement) -> Iterator[PlannedDuty]:
    """Yield the duties of an agreement with their words and days, copies by their recipients."""
    facts = agreement_facts(session, row)
    start = signing_day(session, row)
    days = calendar_in(session, start or date.min)
    for duty in duties_of(track_in(session, row), row.kind):
        on = _day(duty, facts, start, days)
        if on is None and duty.before_end:
            continue
        for name in _names(duty, facts):
            yield PlannedDuty(duty, name, on)


def _day(duty: Duty, facts: AgreementFacts, start: date | None, days: WorkCalendar) -> date | None:
    """Return when a duty is due; one that repeats or prepares the end not later than that."""
    end = facts.row.ends_on
    if duty.before_end:
        return shifted(end, -int(getattr(facts.chosen, str(duty.due["months"])))) if end else None
    if start is None:
        return None
    on = days.after(start, duty.due)
    return min(on, end) if duty.repeat and end else on


def _names(duty: Duty, facts: AgreementFacts) -> Iterator[Bilingual]:
    if not duty.each_recipient:
        yield duty.name
        return
    codes = [party.region_code for party in facts.parties if party.region_code]
    for recipient in copies_to(codes):
        yield duty.name.filled(to=recipient)
