"""Who is counted on by a programme but is marked as not coming: speakers and signatories."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlmodel import Session

from kunjungan.i18n import later
from kunjungan.services.agreement_fields import party_facts
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine
from kunjungan.services.rundown.lines import ItemLine, Rundown

AWAY = later("“{item}” counts on {name}, who does not come. Choose who does it instead.")
SIGNER_AWAY = later("{name} signs but does not come. Choose in the agreement who signs instead.")


@dataclass(frozen=True, slots=True)
class Missed:
    """An item of a rundown, and whom it counts on in vain."""

    item: ItemLine
    who: OfficialLine

    @property
    def values(self) -> dict[str, object]:
        """What the sentence ``AWAY`` says."""
        return {"item": self.item.title, "name": self.who.name.full}


def missed(session: Session, visit_id: UUID, plan: Rundown) -> list[Missed]:
    """Return who speaks, enters or signs in a rundown though the lists say they stay away."""
    away = staying_away(session, visit_id)
    if not away:
        return []
    pairs = ((line, who) for line in plan.items for who in counted_on(session, line))
    return [Missed(line, who) for line, who in pairs if who.person_id in away]


def staying_away(session: Session, visit_id: UUID) -> Mapping[UUID, Participant]:
    """Return the people who stand on a list of a visit and come by none, by person."""
    everybody = participants_in(session, visit_id)
    coming = {one.person_id for one in everybody if one.comes}
    return {one.person_id: one for one in everybody if one.person_id not in coming}


@dataclass(frozen=True, slots=True)
class Next:
    """The item after another on its day, and who must be in place for it by then."""

    item: ItemLine
    people: tuple[OfficialLine, ...]


def next_of(office: Office, plan: Rundown, item_id: UUID) -> Next | None:
    """Return what follows an item that day, and whom it counts on; None after the last."""
    here = plan.item(item_id)
    day = sorted((line for line in plan.items if here and line.on == here.on), key=_start)
    following = day[day.index(here) + 1 :] if here else []
    if not following:
        return None
    with office.store.read() as session:
        return Next(following[0], tuple(counted_on(session, following[0])))


def counted_on(session: Session, line: ItemLine) -> Iterator[OfficialLine]:
    """Yield who speaks or enters in an item, then who signs in it."""
    if line.speaker is not None:
        yield line.speaker
    if line.agreement_id is not None:
        signers = (party.signatory for party in party_facts(session, line.agreement_id))
        yield from (who for who in signers if who is not None and who != line.speaker)


def _start(line: ItemLine) -> time:
    return line.starts_at
