"""Guests in the order of precedence as they are shown: number, article, and what places them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import FOREIGN
from kunjungan.domain.precedence import Guest, HostPlace, Ordered, Reason, Why, level_of
from kunjungan.domain.protocol_groups import Edition, Group, citation
from kunjungan.services.guests.participants import Participant
from kunjungan.store.tables import Institution, LocalRank, Visit

_NOTHING = Bilingual("", "")
_ABROAD = Bilingual(
    "protokol tuan rumah; delegasi sendiri menurut {law}",
    "the host's protocol; own delegation by {law}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedGuest:
    """A guest in the order of precedence.

    ``article`` is where the law names the guest's group, in Indonesian, and ``cited`` the same in
    both languages; empty without a place in the law. ``why`` puts the guest behind the one before,
    ``note`` is the officer's reason. ``peer`` has the rank of the one before; ``equal`` too, but
    ordered by nobody yet. Guests of one ``level`` may change places where seats ask for it.
    """

    guest: Participant
    number: int
    article: str
    cited: Bilingual
    group_name: Bilingual | None
    why: Why
    note: str
    peer: bool
    equal: bool
    level: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Those who come, the highest first; pairs of equal rank that wait for a word; the law.

    ``everybody`` takes part, also those who do not come, as ``participants`` lists them.
    ``ruled_by`` says whose rules order them: the law's, abroad the host's.
    """

    lines: tuple[RankedGuest, ...]
    undecided: tuple[tuple[UUID, UUID], ...]
    law: str
    everybody: tuple[Participant, ...] = ()
    ruled_by: Bilingual = _NOTHING

    @property
    def unpaired(self) -> tuple[RankedGuest, ...]:
        """Spouses of whom nobody said with whom they go; they stand last (art 14 needs it)."""
        lines = (line for line in self.lines if line.guest.role == "spouse")
        return tuple(line for line in lines if line.guest.companion_of_id is None)

    @property
    def twice(self) -> tuple[RankedGuest, ...]:
        """Those who stand on two lists, where they rank lower: each has a seat too many."""
        first = {line.guest.person_id: line for line in reversed(self.lines)}
        return tuple(line for line in self.lines if first[line.guest.person_id] is not line)


def rules_of(session: Session, visit: Visit, law: str) -> Bilingual:
    """Return whose rules order the guests of a visit.

    The law binds at home only: who travels to a foreign host is placed by the host's protocol.
    """
    host = session.get(Institution, visit.host_id) if visit.host_id else None
    abroad = visit.direction == "outgoing" and host is not None and host.kind in FOREIGN
    return _ABROAD.filled(law=law) if abroad else Bilingual(law, law)


_STRONG = frozenset({Why.GROUP, Why.HOST, Why.DECISION, Why.FOREIGN, Why.CAPACITY, Why.SENIORITY})
"""What nobody may be seated against; the others only part one delegation from another.

Heads of delegations always sit by their order, whatever decided it.
"""


@dataclass(frozen=True, slots=True)
class Judge:
    """Words what places guests: the law, the host's place, the local additions."""

    law: Edition
    host: HostPlace
    local: Mapping[UUID, LocalRank]

    def lines(self, ordered: Ordered, guests: Mapping[str, Participant]) -> list[RankedGuest]:
        """Return the order as it is shown, line by line."""
        reasons = [Reason("", "", Why.GROUP), *ordered.reasons][: len(ordered.guests)]
        heads = [guest.leads for guest in ordered.guests]
        apart = [reason.why in _STRONG or head for reason, head in zip(reasons, heads, strict=True)]
        steps = accumulate(int(any(pair)) for pair in zip(apart, [True, *heads], strict=False))
        lines: list[RankedGuest] = []
        waiting = {after for _, after in ordered.undecided}
        before = ""
        for guest, reason, step in zip(ordered.guests, reasons, steps, strict=True):
            level = level_of(guest, self.host, self.law)
            line = guests[guest.key]
            cited, name = self._place(guest, line)
            lines.append(
                RankedGuest(
                    guest=line,
                    number=len(lines) + 1,
                    article=cited.id,
                    cited=cited,
                    group_name=name,
                    why=reason.why,
                    note=reason.note,
                    peer=guest.group is not None and level == before,
                    equal=guest.key in waiting,
                    level=step,
                )
            )
            before = level
        return lines

    def _place(self, guest: Guest, line: Participant) -> tuple[Bilingual, Bilingual | None]:
        """Return the article that places a guest, and the name of the group there."""
        if guest.group is None:
            return Bilingual("", ""), None
        place = self._article(guest)
        cited = citation(place)
        own = self.local.get(line.local_rank_id) if line.local_rank_id else None
        if own is not None:
            source = own.source or f"sesudah {cited.id}"
            said = Bilingual(source, own.source or f"after {cited.en}")
            return said, Bilingual(own.name_id, own.name_en or own.name_id)
        if self.law.below(place, former=guest.former):
            after = Bilingual("{cited}, mantan pejabat", "{cited}, former official")
            return after.filled(cited=cited), self.law.names[place]
        return cited, self.law.names[place]

    def _article(self, guest: Guest) -> Group:
        """Return a guest's group; the host's own is always that of article 11."""
        assert guest.group is not None
        return self.law.place_of(guest.group, visiting=guest.visiting, former=guest.former)
