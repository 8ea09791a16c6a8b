"""Finds a guest of a visit by what a person calls one: the id, the name, or the position."""

from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import title_line
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.naming import ids_named
from kunjungan.services.office import Office


def _office(one: Participant) -> str:
    """Return the post without the capacity before it: "Pj. Wali Kota A" is "Wali Kota A"."""
    return one.title.id.removeprefix(title_line(Bilingual("", ""), one.capacity).id)


def guest_named(office: Office, visit_id: UUID, text: str) -> UUID:
    """Return who takes part by the id, its beginning, the name, or the Indonesian position.

    Raises:
        NotFound: there is none.
        RuleBroken: there are several.
    """
    listed = participants(office, visit_id)
    found = ids_named({one.id: one.name.plain for one in listed}, text)
    found = found or ids_named({one.id: one.title.id for one in listed}, text)
    found = found or ids_named({one.id: _office(one) for one in listed}, text)
    if not found:
        raise NotFound(later("No guest of this visit is called “{text}”."), text=text)
    if len(found) > 1:
        message = later("“{text}” stands for {count} guests. Write the id instead.")
        raise RuleBroken(message, text=text, count=len(found))
    return found[0]
