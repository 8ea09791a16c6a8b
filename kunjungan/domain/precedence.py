"""Order of precedence (tata tempat) at an event of a regency or city: UU 9/2010 arts 9 to 15.

The law orders groups only. Inside a group the office's own rules decide, then its recorded
decisions; what neither decides is reported and never ordered in silence. Who represents an absent
person ranks by the own office (art 15), so a guest's group is always the own one.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from itertools import chain, pairwise, zip_longest
from types import MappingProxyType

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence_kinds import (
    TIE_RULES,
    Decision,
    Guest,
    HostPlace,
    Ordered,
    Reason,
    Why,
)
from kunjungan.domain.protocol_groups import Edition, Group, edition_on
from kunjungan.i18n import later

__all__ = [
    "TIE_RULES", "Decision", "Group", "Guest", "HostPlace", "Ordered", "Reason", "Why",
    "agreeing", "in_precedence", "level_of",
]  # fmt: skip


def in_precedence(
    guests: Iterable[Guest],
    decisions: Sequence[Decision] = (),
    *,
    host: HostPlace = HostPlace.EQUALS,
    rules: Sequence[Why] = TIE_RULES,
    edition: Edition | None = None,
) -> Ordered:
    """Return guests in order of precedence with the reason between neighbours.

    A rule decides only where every guest of equal rank has what it asks for. A guest's spouse
    stands with the guest (art 14). Decisions bind across groups too; RuleBroken if they go round
    in a circle. Who has no place in the law comes last, as listed. Without an edition of the law
    the newest counts.
    """
    manner = _Manner(host, tuple(rules), edition or edition_on())
    everybody = tuple(guests)
    ordered = _ordered(everybody, decisions, manner)
    sides = [[g for g in everybody if g.foreign is foreign] for foreign in (True, False)]
    views = [ordered, *(_ordered(side, decisions, manner) for side in sides if all(sides))]
    pairs = ((r.before, r.after) for view in views for r in view.reasons if r.why is Why.UNDECIDED)
    return replace(ordered, undecided=tuple(dict.fromkeys(pairs)))


def level_of(
    guest: Guest, host: HostPlace = HostPlace.EQUALS, edition: Edition | None = None
) -> str:
    """Return a guest's level by the law alone: those who share one are of equal rank."""
    return _group_value(guest, _Manner(host, (), edition or edition_on()))


def agreeing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions without those that would close a circle, as two desks may record them."""
    given = list(decisions)
    if not _circular(given):
        return given
    kept: list[Decision] = []
    befores: dict[str, set[str]] = {}
    leading: set[str] = set()
    for one in given:
        above = _all_before(one.before, befores) if one.after in leading else ()
        if one.after != one.before and one.after not in above:
            kept.append(one)
            leading.add(one.before)
            befores.setdefault(one.after, set()).add(one.before)
    return kept


def _circular(decisions: Iterable[Decision]) -> bool:
    befores: dict[str, set[str]] = {}
    for one in decisions:
        befores.setdefault(one.after, set()).add(one.before)
    try:
        TopologicalSorter(befores).prepare()
    except CycleError:
        return True
    return False


@dataclass(frozen=True, slots=True)
class _Manner:
    """By which law and choices an office orders its guests."""

    host: HostPlace
    rules: tuple[Why, ...]
    edition: Edition


def _ordered(guests: Iterable[Guest], decisions: Sequence[Decision], manner: _Manner) -> Ordered:
    by_key = {guest.key: guest for guest in guests}
    spouses = [guest for guest in by_key.values() if _stands_with_another(guest, by_key)]
    leaders = [guest for guest in by_key.values() if not _stands_with_another(guest, by_key)]
    ladder = (Why.GROUP, Why.LEADS, Why.HOST, Why.FOREIGN, *manner.rules)
    base = _Line(*_settled(leaders, ladder, manner), ladder)
    if manner.host is HostPlace.BESIDE:
        base = base.with_host_second()
    order = _by_decisions(base.guests, decisions)
    return _with_spouses(order, _reasons(base, order, decisions), spouses)


@dataclass(frozen=True, slots=True)
class _Line:
    """Guests in an order with what parts each from the next."""

    guests: list[Guest]
    whys: list[Why]
    ladder: tuple[Why, ...]

    def between(self, first: int, second: int) -> Why:
        """Return the strongest thing that parts a place from a later one."""
        ladder = (*self.ladder, Why.LISTED, Why.UNDECIDED)
        return min(self.whys[first:second], key=ladder.index)

    def with_host_second(self) -> "_Line":
        """Return the line with the host's head right after the highest guest (art 13(b))."""
        place = next((n for n, guest in enumerate(self.guests) if _is_host(guest)), 0)
        if place == 0:
            return self
        places = [n for n in range(len(self.guests)) if n != place]
        parted = [self.between(a, b) for a, b in pairwise(places)]
        whys = [Why.HOST, Why.HOST, *parted[1:]] if parted else [Why.HOST]
        order = [places[0], place, *places[1:]]
        return replace(self, guests=[self.guests[n] for n in order], whys=whys)


def _settled(
    tied: list[Guest], rules: Sequence[Why], manner: _Manner
) -> tuple[list[Guest], list[Why]]:
    """Order guests of equal rank by the first rule that tells them apart, then by the others."""
    if len(tied) < 2 or not rules:
        ranked = bool(tied) and tied[0].group is not None
        return tied, [Why.UNDECIDED if ranked else Why.LISTED] * (len(tied) - 1)
    rule, *rest = rules
    equals: dict[str, list[Guest]] = {}
    for guest in tied:
        value = _VALUES[rule](guest, manner)
        if value is None:
            return _settled(tied, rest, manner)
        equals.setdefault(value, []).append(guest)
    parts = [_settled(equals[value], rest, manner) for value in sorted(equals)]
    if rule is Why.FOREIGN and len(parts) == 2:
        return _alternating(parts[0][0], parts[1][0])
    order = list(chain.from_iterable(guests for guests, _ in parts))
    whys = [why for _, inner in parts for why in (*inner, rule)]
    return order, whys[:-1]


def _alternating(foreign: list[Guest], own: list[Guest]) -> tuple[list[Guest], list[Why]]:
    """Seat foreigners of equal level alternately, a foreigner first (PP 39/2018, elucidation)."""
    pairs = chain.from_iterable(zip_longest(foreign, own))
    order = [guest for guest in pairs if guest is not None]
    return order, [Why.FOREIGN] * (len(order) - 1)


def _by_decisions(line: list[Guest], decisions: Sequence[Decision]) -> list[Guest]:
    """Pull guests forward just as far as the decisions about those present ask."""
    present = {guest.key for guest in line}
    befores: dict[str, set[str]] = {}
    for decision in decisions:
        if {decision.before, decision.after} <= present:
            befores.setdefault(decision.after, set()).add(decision.before)
    places = {guest.key: place for place, guest in enumerate(line)}
    waiting = [guest.key for guest in reversed(line)]
    order: dict[str, Guest] = {}
    while waiting:
        key = waiting[-1]
        ahead = _all_before(key, befores, order)
        if key in ahead:
            raise RuleBroken(later("The recorded decisions on precedence contradict each other."))
        if ahead:
            waiting.append(min(ahead, key=places.__getitem__))
        else:
            order[key] = line[places[waiting.pop()]]
    return list(order.values())


def _all_before(key: str, befores: Mapping[str, set[str]], done: Container[str] = ()) -> set[str]:
    """Return who must go ahead of a guest, also by way of others; who is ``done`` does not wait."""
    found: set[str] = set()
    ahead = list(befores.get(key, ()))
    while ahead:
        other = ahead.pop()
        if other not in found and other not in done:
            found.add(other)
            ahead += befores.get(other, ())
    return found


def _reasons(base: _Line, order: list[Guest], decisions: Sequence[Decision]) -> list[Reason]:
    places = {guest.key: place for place, guest in enumerate(base.guests)}
    notes = {(decision.before, decision.after): decision.note for decision in decisions}
    reasons = []
    for a, b in pairwise(order):
        note = notes.get((a.key, b.key))
        why = base.between(places[a.key], places[b.key]) if note is None else Why.DECISION
        reasons.append(Reason(a.key, b.key, why, note or ""))
    return reasons


def _with_spouses(order: list[Guest], reasons: list[Reason], spouses: list[Guest]) -> Ordered:
    guests: list[Guest] = []
    whys: list[Reason] = []
    beside: dict[str | None, list[Guest]] = {}
    for guest in spouses:
        beside.setdefault(guest.spouse_of, []).append(guest)
    for place, leader in enumerate(order):
        together = [leader, *beside.get(leader.key, ())]
        whys += [Reason(a.key, b.key, Why.SPOUSE) for a, b in pairwise(together)]
        whys += [replace(reason, before=together[-1].key) for reason in reasons[place : place + 1]]
        guests += together
    return Ordered(tuple(guests), tuple(whys))


def _stands_with_another(guest: Guest, by_key: Mapping[str, Guest]) -> bool:
    partner = by_key.get(guest.spouse_of or "")
    return partner is not None and partner.spouse_of not in by_key


def _is_host(guest: Guest) -> bool:
    return guest.group is Group.REGION_HEAD and not guest.visiting and not guest.former


def _group_value(guest: Guest, manner: _Manner) -> str:
    """Rank the group; former officials stand first in the next lower one (PP 39/2018).

    Those for whom the law keeps a group of their own stand there. A local addition comes right
    after its group, ahead of who stands below it.
    """
    if guest.group is None:
        return "99"
    as_guest = guest.visiting or (_is_host(guest) and manner.host is not HostPlace.LITERAL)
    place = manner.edition.place_of(guest.group, visiting=as_guest, former=guest.former)
    below = manner.edition.below(place, former=guest.former)
    step = 2 if below else int(bool(guest.local))
    return f"{manner.edition.ranks[place]:02}{step}{guest.local.casefold()}"


def _host_value(guest: Guest, manner: _Manner) -> str:
    """Put the host's head ahead of equals, or behind them to be brought beside the highest."""
    return str(int(_is_host(guest) is (manner.host is HostPlace.BESIDE)))


def _capacity_value(guest: Guest, _manner: _Manner) -> str:
    return str(_STANDING.get(guest.capacity, 3))


_STANDING = {
    Capacity.DEFINITIVE: 0,
    Capacity.PJ: 1,
    Capacity.PJS: 1,
    Capacity.PLT: 2,
    Capacity.PLH: 2,
}
_VALUES: Mapping[Why, Callable[[Guest, _Manner], str | None]] = MappingProxyType(
    {
        Why.GROUP: _group_value,
        Why.LEADS: lambda guest, _: str(int(guest.group is None and not guest.leads)),
        Why.HOST: _host_value,
        Why.FOREIGN: lambda guest, _: str(int(not guest.foreign)),
        Why.CAPACITY: _capacity_value,
        Why.SENIORITY: lambda guest, _: (
            str(guest.since) if guest.since and guest.since.full else None
        ),
        Why.LETTER: lambda guest, _: str(guest.letter_on) if guest.letter_on else None,
        Why.REGION_NAME: lambda guest, _: guest.region.casefold() or None,
    }
)
"""What each rule compares, smaller first; None where a guest has nothing to compare."""
