"""People who may be one person, as a list to decide on."""

from dataclasses import dataclass
from itertools import chain

from kunjungan.domain.likeness import Likeness
from kunjungan.services.duplicates.finding import find_duplicates
from kunjungan.services.known_people.listing import KnownPerson, people_of
from kunjungan.services.office import Office


@dataclass(frozen=True, slots=True)
class TwinLine:
    """Two records of people with how likely they are one person, and why."""

    one: KnownPerson
    other: KnownPerson
    likeness: Likeness


def twin_lines(office: Office) -> list[TwinLine]:
    """Return everybody who may stand twice in the records, the likeliest first."""
    pairs = find_duplicates(office)
    ids = set(chain.from_iterable((pair.first, pair.second) for pair in pairs))
    with office.store.read() as session:
        people = people_of(session, office.today(), ids)
    return [
        TwinLine(people[pair.first], people[pair.second], pair.likeness)
        for pair in pairs
        if {pair.first, pair.second} <= people.keys()
    ]
