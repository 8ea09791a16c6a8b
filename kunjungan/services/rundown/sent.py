"""Which rundown the guests were last sent, and whether it still is the one they have."""

import json
from datetime import date
from hashlib import sha256
from uuid import UUID

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.rundown.lines import ItemLine, Rundown, rundown_in
from kunjungan.store.tables import Visit


def mark_of(plan: Rundown) -> str:
    """Return a mark of what guests read: times, titles, places, speakers; never cues."""
    said = [_said(line) for line in plan.items if line.shown]
    return sha256(json.dumps(said).encode()).hexdigest()


def _said(line: ItemLine) -> list[str]:
    speaker = line.speaker.name.full if line.speaker else ""
    when = (line.on, line.starts_at, line.minutes, line.session_id)
    return [*map(str, when), line.title.id, line.title.en, line.where, speaker]


def mark_sent(office: Office, visit_id: UUID, on: date | None = None) -> None:
    """Keep that the guests were sent the rundown as it stands, on a day; else today."""
    with office.store.change(later("Mark rundown as sent")) as session:
        visit = found(session, Visit, visit_id)
        visit.rundown_sent = mark_of(rundown_in(session, visit))
        visit.rundown_sent_on = on or office.today()


def sent_state(visit: Visit, plan: Rundown) -> tuple[date | None, bool]:
    """Return when the rundown was last sent, and whether it has changed since."""
    if not visit.rundown_sent:
        return None, False
    return visit.rundown_sent_on, visit.rundown_sent != mark_of(plan)


def sent_on(office: Office, visit_id: UUID) -> date | None:
    """Return the day on which the guests were last sent the rundown."""
    with office.store.read() as session:
        return found(session, Visit, visit_id).rundown_sent_on
