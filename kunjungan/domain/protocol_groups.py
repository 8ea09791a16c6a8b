"""The groups of UU 9/2010 that precedence is made of, and where a guest's group puts one.

Names, rank and a guest's higher place are data (``precedence.toml``), in editions by date.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.resources import resource


class Group(StrEnum):
    """A place in the lists of UU 9/2010; the value is article and letter."""

    PRESIDENT = "9a"
    VICE_PRESIDENT = "9b"
    FORMER_PRESIDENTS = "9c"
    ASSEMBLY_CHAIR = "9d"
    HOUSE_CHAIR = "9e"
    SENATE_CHAIR = "9f"
    AUDIT_BOARD_CHAIR = "9g"
    SUPREME_COURT_CHAIR = "9h"
    CONSTITUTIONAL_COURT_CHAIR = "9i"
    JUDICIAL_COMMISSION_CHAIR = "9j"
    INDEPENDENCE_PIONEERS = "9k"
    AMBASSADORS = "9l"
    STATE_VICE_CHAIRS = "9m"
    MINISTERS = "9n"
    SERVICE_CHIEFS = "9o"
    NATIONAL_PARTY_LEADERS = "9p"
    STATE_BOARD_MEMBERS = "9q"
    OTHER_STATE_BODY_HEADS = "9r"
    VISITING_GOVERNORS = "9s"
    DECORATED = "9t"
    ECHELON_ONE = "9u"
    STATE_REGION_HEADS = "9v"
    NATIONAL_RELIGIOUS_LEADERS = "9w"
    GOVERNOR = "10a"
    DEPUTY_GOVERNOR = "10b"
    FORMER_GOVERNORS = "10c"
    PROVINCE_COUNCIL_CHAIR = "10d"
    CONSULS = "10e"
    PROVINCE_COUNCIL_VICE_CHAIRS = "10f"
    PROVINCE_SECRETARY = "10g"
    PROVINCE_PARTY_LEADERS = "10h"
    PROVINCE_COUNCIL_MEMBERS = "10i"
    VISITING_REGION_HEADS = "10j"
    PROVINCE_BOARD_HEADS = "10k"
    PROVINCE_COMMUNITY_LEADERS = "10l"
    VISITING_COUNCIL_CHAIRS = "10m"
    VISITING_DEPUTY_HEADS = "10n"
    VISITING_COUNCIL_MEMBERS = "10o"
    PROVINCE_AGENCY_HEADS = "10p"
    PROVINCE_DIVISION_HEADS = "10q"
    REGION_HEAD = "11a"
    DEPUTY_HEAD = "11b"
    FORMER_HEADS = "11c"
    COUNCIL_CHAIR = "11d"
    COUNCIL_VICE_CHAIRS = "11e"
    SECRETARY = "11f"
    PARTY_LEADERS = "11g"
    COUNCIL_MEMBERS = "11h"
    COMMUNITY_LEADERS = "11i"
    AGENCY_HEADS = "11j"
    VERTICAL_AGENCY_HEADS = "11k"
    DIVISION_HEADS = "11l"
    VILLAGE_HEADS = "11m"


_OF_ONE_REGION = frozenset({Group.REGION_HEAD, Group.DEPUTY_HEAD})
"""Those who led another region are not among the host's former heads (art 11(1)c)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The order of precedence as a law gives it from a day on.

    ``ranks`` numbers the groups from the highest, ``as_guest`` is the place of an office at another
    region's event where the law gives it a higher one (art 11(2)), ``formers`` the group that the
    law keeps for who held an office there before (arts 9(1)c, 10(1)c, 11(1)c).
    """

    since: date
    name: Bilingual
    law: str
    explained: str
    names: Mapping[Group, Bilingual]
    ranks: Mapping[Group, int]
    as_guest: Mapping[Group, Group]
    formers: Mapping[Group, Group]

    def place_of(self, group: Group, *, visiting: bool, former: bool = False) -> Group:
        """Return the group somebody ranks in at an event of a regency or city.

        Guests whom the state or province list names go ahead of the host's own list (art 11(2));
        other visitors rank by the like group of that list (office practice).
        """
        if former and group in self.formers and not (visiting and group in _OF_ONE_REGION):
            return self.formers[group]
        return self.as_guest.get(group, group) if visiting else group

    def below(self, place: Group, *, former: bool) -> bool:
        """Say whether somebody stands below those of a group: a former official not named in it."""
        return former and place not in self.formers.values()


@cache
def editions() -> tuple[Edition, ...]:
    """Return every edition of the order, the oldest first."""
    data = tomllib.loads(resource("data/precedence.toml").read_text(encoding="utf-8"))
    return tuple(sorted(map(_edition, data["edition"]), key=lambda edition: edition.since))


def edition_on(day: date | None = None) -> Edition:
    """Return the edition in force on a day, the newest without one, the first before all."""
    known = [one for one in editions() if day is None or one.since <= day]
    return (known or editions()[:1])[-1]


def citation(place: Group) -> Bilingual:
    """Return where the law names a group: "Pasal 10 ayat (1) huruf j"."""
    article, letter = place.value[:-1], place.value[-1]
    return Bilingual(
        f"Pasal {article} ayat (1) huruf {letter}", f"Article {article}(1), letter {letter}"
    )


def _edition(data: Mapping[str, Any]) -> Edition:
    groups: Sequence[Mapping[str, str]] = data["group"]
    return Edition(
        since=data["since"],
        name=Bilingual(data["id"], data["en"]),
        law=data["law"],
        explained=data["explained"],
        names=MappingProxyType({Group(g["place"]): Bilingual(g["id"], g["en"]) for g in groups}),
        ranks=MappingProxyType({Group(g["place"]): rank for rank, g in enumerate(groups)}),
        as_guest=_pointing(groups, "as_guest"),
        formers=_pointing(groups, "former"),
    )


def _pointing(groups: Sequence[Mapping[str, str]], key: str) -> Mapping[Group, Group]:
    return MappingProxyType({Group(g["place"]): Group(g[key]) for g in groups if key in g})
