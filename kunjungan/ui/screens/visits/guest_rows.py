"""The lines of the delegation table: guests in their places, the host's own party, the folded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kunjungan.domain.names import search_key
from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.guests.participants import Participant
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.words import body_name, guests_words, joined, region_name
from kunjungan.ui.widgets.rows_model import Group

OWN = "own"
"""What the host's own party is called among the parties of a visit."""
COMING = frozenset({"confirmed", "present"})
"""Answers that count as confirmed."""
_SHOWN, _WORTH_FOLDING = 6, 4
_PLAIN = frozenset({"member", "staff", "companion", "media", "security"})


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation, or the host's own party, as the table groups guests."""

    key: str
    name: str
    delegation: DelegationLine | None = None


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One line: a guest with the place in the party, several folded guests, or nobody yet.

    ``whole`` is the line of a party that is folded with all its guests.
    """

    party: Party
    place: int = 0
    guests: tuple[Participant, ...] = ()
    rank: RankedGuest | None = None
    partner: Participant | None = None
    whole: bool = False

    @property
    def guest(self) -> Participant | None:
        """The guest of the line, where it is one guest's."""
        return self.guests[0] if len(self.guests) == 1 and not self.whole else None

    @property
    def id(self) -> UUID | str:
        """What tells this line from the others."""
        if self.guest is not None:
            return self.guest.id
        if self.guests or self.party.delegation is None:
            return f"{self.party.key}/more"
        return self.party.delegation.id


def guest_rows(
    delegations: Sequence[DelegationLine],
    guests: Sequence[Participant],
    ranked: Mapping[UUID, RankedGuest],
) -> list[GuestRow]:
    """Return the lines of a visit, delegation by delegation, then the host's own party."""
    parties = [Party(str(line.id), body_name(line), line) for line in delegations]
    own = [guest for guest in guests if guest.host]
    if own:
        parties.append(Party(OWN, region_name(screen_side(own[0].body)) or tr("Own party")))
    known = {guest.id: guest for guest in guests}
    listed: dict[str, list[Participant]] = {}
    for guest in guests:
        listed.setdefault(_party_of(guest), []).append(guest)
    rows: list[GuestRow] = []
    for party in parties:
        members = listed.get(party.key, [])
        ordered = _in_order(members, ranked)
        rows += [_row(party, place, one, ranked, known) for place, one in enumerate(ordered, 1)]
        if not members:
            rows.append(GuestRow(party))
    return rows


@dataclass(frozen=True, slots=True)
class Folds:
    """The parties of which every guest has a line, and those that are one line."""

    unfolded: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()

    def opened(self, key: str) -> "Folds":
        """Return the folds with every guest of a party on a line."""
        return Folds(self.unfolded | {key}, self.closed - {key})

    def closing(self, key: str) -> "Folds":
        """Return the folds with a party closed."""
        return replace(self, closed=self.closed | {key})

    def turned(self, key: str) -> "Folds":
        """Return the folds with a party closed, or as it was before."""
        return replace(self, closed=self.closed ^ {key})


def folded(rows: Sequence[GuestRow], folds: Folds) -> list[GuestRow]:
    """Return the lines with the many plain guests of each party on one line.

    The first of a party, and who has a part to play or has not answered, stay on their own lines,
    unless the whole party is closed.
    """
    found: list[GuestRow] = []
    for party in dict.fromkeys(row.party for row in rows):
        own = [row for row in rows if row.party == party]
        plain = [row for row in own if _is_plain(row)]
        everybody = tuple(guest for row in own for guest in row.guests)
        if party.key in folds.closed and everybody:
            found.append(GuestRow(party, guests=everybody, whole=True))
            continue
        if len(plain) < _WORTH_FOLDING or party.key in folds.unfolded:
            found += own
            continue
        hidden = {row.id for row in plain}
        found += [row for row in own if row.id not in hidden]
        found.append(GuestRow(party, guests=tuple(row.guests[0] for row in plain)))
    return found


def matching(
    rows: Sequence[GuestRow], words: str, party: str, answer: str | None
) -> Iterator[GuestRow]:
    """Yield the lines that hold every word, of one party and one answer where given."""
    wanted = search_key(words).split()
    for line in rows:
        if party not in {"all", line.party.key}:
            continue
        if line.guest is None:
            if not wanted and answer is None:
                yield line
        elif answer in {None, line.guest.attendance} and _holds(line.guest, wanted):
            yield line


def group_lines(rows: Sequence[GuestRow], folds: Folds) -> dict[str, Group]:
    """Return the line over each party: its name, its guests, how many are expected."""
    listed: dict[Party, list[Participant]] = {}
    for row in rows:
        listed.setdefault(row.party, []).extend(row.guests)
    return {
        party.key: replace(_group(party, guests), open=party.key not in folds.closed)
        for party, guests in listed.items()
    }


def _group(party: Party, listed: Sequence[Participant]) -> Group:
    line = party.delegation
    confirmed = sum(guest.attendance in COMING for guest in listed)
    words = tr("{count} confirmed", count=confirmed)
    if line is None:
        own = tr("own party of the host, {count}", count=len(listed))
        return Group(party.name, joined(own, words))
    announced = ""
    if line.announced is not None and line.announced != len(listed):
        announced = tr("{count} announced", count=line.announced)
    return Group(party.name, joined(guests_words(len(listed)), words, announced))


def totals(rows: Sequence[GuestRow]) -> str:
    """Return the counts of the lines shown: guests, who comes, who has not answered, diets."""
    everybody = [guest for row in rows for guest in row.guests]
    guests = [guest for guest in everybody if not guest.host]
    own = len(everybody) - len(guests)
    answers = Counter(guest.attendance for guest in guests)
    coming = sum(guest.attendance in COMING for guest in guests)
    waits, away = answers["invited"], answers["represented"] + answers["absent"]
    diets = sum(bool(guest.diet) and guest.comes for guest in everybody)
    return joined(
        guests_words(len(guests)),
        tr("{count} confirmed", count=coming),
        tr("{count} awaiting answer", count=waits) if waits else "",
        tr("{count} not coming", count=away) if away else "",
        _diet_words(diets),
        tr("{count} of the own party", count=own) if own else "",
    )


def has_gap(row: GuestRow) -> bool:
    """Return whether a guest lacks name, post, place in the order or answer, or waits for a word.

    Somebody of equal rank with the one before waits for the officer's word.
    """
    guest = row.guest
    if guest is None or not guest.comes:
        return False
    lacks = not guest.known or not guest.title.id or guest.attendance == "invited"
    unranked = guest.group is None and guest.local_rank_id is None
    return lacks or unranked or (row.rank is not None and row.rank.equal)


def guest_name(guest: Participant) -> str:
    """Return the name with its titles, or that it is still to come; the latter never on paper."""
    return guest.name.full if guest.known else tr("(name to follow)")


def guest_words(guest: Participant) -> str:
    """Return whom a line or a message is about: the name, or the post where it is to come."""
    return guest.name.plain or screen_side(guest.title) or tr("(name to follow)")


def _diet_words(count: int) -> str:
    if count == 1:
        return tr("1 special menu")
    return tr("{count} special menus", count=count) if count else ""


def _party_of(guest: Participant) -> str:
    return str(guest.delegation_id) if guest.delegation_id else OWN


def _in_order(
    members: Sequence[Participant], ranked: Mapping[UUID, RankedGuest]
) -> list[Participant]:
    """Put those who come in order of precedence into the places that they hold together."""
    coming = [guest for guest in members if guest.id in ranked]
    coming.sort(key=lambda guest: ranked[guest.id].number)
    following = iter(coming)
    return [next(following) if guest.id in ranked else guest for guest in members]


def _row(
    party: Party,
    place: int,
    guest: Participant,
    ranked: Mapping[UUID, RankedGuest],
    known: Mapping[UUID, Participant],
) -> GuestRow:
    other = guest.represents_id or guest.companion_of_id
    if guest.attendance == "represented":
        other = next((one.id for one in known.values() if one.represents_id == guest.id), None)
    partner = known.get(other) if other else None
    return replace(GuestRow(party, place, (guest,)), rank=ranked.get(guest.id), partner=partner)


def _is_plain(row: GuestRow) -> bool:
    guest = row.guest
    return (
        guest is not None
        and row.place > _SHOWN
        and guest.role in _PLAIN
        and guest.attendance in COMING
        and not (guest.diet or guest.access or guest.represents_id)
    )


def _holds(guest: Participant, wanted: list[str]) -> bool:
    title = guest.title
    key = search_key(f"{guest.name.full} {title.id} {title.en} {guest.nip} {guest.vehicle}")
    return all(word in key for word in wanted)
