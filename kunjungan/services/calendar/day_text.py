"""A day's agenda as a message to be pasted into a chat."""

from datetime import date, timedelta

from kunjungan.documents.office.leader_agenda import NOTHING, AgendaLine
from kunjungan.domain.days import PartialDate
from kunjungan.services.calendar.leader_agenda import AgendaChoice, agenda, agenda_title
from kunjungan.services.office import Office


def day_text(office: Office, on: date, choice: AgendaChoice | None = None) -> str:
    """Return the agenda of a day as plain text; stars make bold letters in chat programs."""
    chosen = choice or AgendaChoice()
    (day,) = agenda(office, on, on + timedelta(days=1), chosen)
    head = [f"*{agenda_title(office, chosen)}*", PartialDate.of(on).words.side(chosen.language)]
    head += [f"_{name}_" for name in day.holidays]
    blocks = ["\n".join(head), *map(_block, day.lines)]
    if not day.lines:
        blocks.append(NOTHING.side(chosen.language))
    return "\n\n".join(blocks)


def _block(line: AgendaLine) -> str:
    title = f"{line.title} ({line.tentative})" if line.tentative else line.title
    return "\n".join((f"*{line.hours}*", title, *line.details))
