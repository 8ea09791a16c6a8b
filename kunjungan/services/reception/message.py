"""A visit as a message for a telephone, in the language of those who get it."""

from collections.abc import Iterator
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.visit_words import Duty
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview, visit_overview
from kunjungan.services.visiting.crew import list_crew

_DAY = Bilingual("Hari, tanggal", "Date")
_TIME = Bilingual("Waktu", "Time")
_PLACE = Bilingual("Tempat", "Place")
_THEME = Bilingual("Tema", "Theme")
_HOST = Bilingual("Diterima oleh", "Received by")
_GUESTS = Bilingual("Tamu", "Guests")
_LIAISON = Bilingual("Penghubung", "Liaison")
_UNTIL = Bilingual("s.d.", "to")
_PEOPLE = Bilingual("{count} orang", "{count} people")
_PERSON = Bilingual("1 orang", "1 person")


def visit_text(office: Office, visit_id: UUID, language: Language) -> str:
    """Return a visit's facts line by line, its title in bold as messengers write it: ``*…*``.

    What is not known has no line.
    """
    seen = visit_overview(office, visit_id)
    lines = [f"*{seen.title}*", *_facts(seen, language), *_delegations(seen, language)]
    for line in list_crew(office, visit_id):
        if line.duty is Duty.LIAISON:
            phone = f" ({line.phone})" if line.phone else ""
            lines.append(f"{_LIAISON.side(language)}: {line.name}{phone}")
    return "\n".join(lines)


def _facts(seen: VisitOverview, language: Language) -> Iterator[str]:
    day = seen.when.on.words.side(language)
    if seen.until is not None and seen.until != seen.when.on:
        day += f" {_UNTIL.side(language)} {seen.until.words.side(language)}"
    hours = ""
    if seen.when.starts_at is not None:
        hours = f"{clock_hours(seen.when.starts_at, seen.when.ends_at)} {seen.zone}"
    facts = (
        (_DAY, day),
        (_TIME, hours),
        (_PLACE, ", ".join(part for part in (seen.room, seen.place) if part)),
        (_THEME, _side(seen.theme, language)),
        (_HOST, _person(seen.host, seen.host_post, language)),
    )
    for name, value in facts:
        if value:
            yield f"{name.side(language)}: {value}"


def _delegations(seen: VisitOverview, language: Language) -> Iterator[str]:
    if seen.delegations:
        yield f"{_GUESTS.side(language)}:"
    for number, line in enumerate(seen.delegations, 1):
        yield f"{number}. {_delegation(line, language)}"


def _delegation(line: DelegationLine, language: Language) -> str:
    count = line.heads
    heads = (_PERSON if count == 1 else _PEOPLE).side(language).format(count=count) if count else ""
    hours = clock_hours(line.starts_at, line.ends_at) if line.starts_at else ""
    parts = (_side(line.name, language), _person(line.head, line.head_post, language), heads, hours)
    return "; ".join(part for part in parts if part)


def _person(name: str, post: Bilingual, language: Language) -> str:
    return ", ".join(part for part in (name, _side(post, language)) if part)


def _side(pair: Bilingual, language: Language) -> str:
    return pair.side(language) or pair.id or pair.en
