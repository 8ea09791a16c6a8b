"""Compares a file with the office: what is new, what is the same, what differs and is left.

Nothing here is ever overwritten. To an agreement whose original is printed no text is added, and
to one that stands differently here nothing that rests on it (signatures, register, prints).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from kunjungan.exchange.office_json_flat import Entry
from kunjungan.i18n import later
from kunjungan.services.parties import OPEN
from kunjungan.services.transfer_rows import Regions, entries_by_id
from kunjungan.services.transfer_shipped import as_shipped
from kunjungan.services.transfer_twins import Twins
from kunjungan.store.shape import journaled

DIFFERS = later("This differs here; the office's own was kept.")
TAKEN = later("Something else here has this number or key; the office's own was kept.")
LOCKED = later("The original of this agreement is printed here; nothing was added to its text.")
UNPRINTED = later("No original of this agreement is printed here; no signature was added to it.")
RESTS = later("This agreement stands differently here; nothing that rests on it was added.")
ORPHAN = later("What this belongs to was left out.")
TEXT = frozenset({"clause", "party", "original", "witness"})
EVIDENCE = frozenset({"signature", "register_entry", "print_run"})
Standing = Literal["new", "same", "differs"]


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that was left out, the fields that differ, and an untranslated why."""

    entry: Entry
    reason: str
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """What an import will do, entry by entry; ``corrected`` are by the id of the row they correct.

    Only regions and holidays are corrected, and only where they stand as the program ships them.
    """

    new: list[Entry] = field(default_factory=list)
    corrected: dict[UUID, Entry] = field(default_factory=dict)
    same: list[Entry] = field(default_factory=list)
    differing: list[Difference] = field(default_factory=list)


def plan(session: Session, entries: Sequence[Entry], regions: Regions) -> Plan:
    """Return what becomes of each entry; parents come before what belongs to them."""
    ours = {(entry.kind, entry.id): entry for entry in _ours(session, entries, regions)}
    comparison = _Comparison(entries, ours, Twins(session, regions))
    order = {kind: place for place, kind in enumerate(journaled())}
    for entry in sorted(entries, key=lambda entry: order[entry.kind]):
        comparison.settle(entry)
    return comparison.plan


class _Comparison:
    """Decides entry by entry, minding what was decided before."""

    def __init__(
        self, entries: Iterable[Entry], ours: dict[tuple[str, UUID], Entry], twins: Twins
    ) -> None:
        self.plan = Plan()
        self._ours = ours
        self._twins = twins
        self._left: set[UUID] = set()
        self._standing: dict[UUID | None, Standing] = {}
        self._agreement_of: dict[UUID | None, UUID] = {
            entry.id: entry.values["agreement_id"] for entry in entries if entry.kind == "original"
        }

    def settle(self, entry: Entry) -> None:
        """Put an entry where it belongs."""
        known = self._ours.get((entry.kind, entry.id))
        mine = known or self._twins.of(entry)
        if mine is None:
            self._add(entry)
        elif not (fields := _different(mine, entry)):
            self._standing[entry.id] = "same"
            self.plan.same.append(entry)
        elif as_shipped(mine):
            self.plan.corrected[mine.id] = entry
        else:
            self._standing[entry.id] = "differs"
            reason = TAKEN if known is None else DIFFERS
            self.plan.differing.append(Difference(entry, reason, fields))

    def _add(self, entry: Entry) -> None:
        if reason := self._obstacle(entry):
            self._left.add(entry.id)
            self.plan.differing.append(Difference(entry, reason))
        else:
            self._standing[entry.id] = "new"
            self.plan.new.append(entry)

    def _obstacle(self, entry: Entry) -> str | None:
        """Return why a new entry must be left out, if it must."""
        if any(isinstance(v, UUID) and v in self._left for v in entry.values.values()):
            return ORPHAN
        key: UUID | None = entry.values.get("agreement_id") or self._agreement_of.get(
            entry.values.get("original_id")
        )
        standing = self._standing.get(key, "same")
        if key is None or standing == "new":
            return None
        if entry.kind in TEXT and not self._open(key):
            return LOCKED
        if entry.kind == "signature" and self._open(key):
            return UNPRINTED
        return RESTS if entry.kind in EVIDENCE and standing == "differs" else None

    def _open(self, agreement: UUID) -> bool:
        mine = self._ours[("agreement", agreement)].values
        return mine["locked_on"] is None and mine["stage"] in OPEN


def _ours(session: Session, entries: Iterable[Entry], regions: Regions) -> Iterator[Entry]:
    ids: dict[str, list[UUID]] = {}
    for entry in entries:
        ids.setdefault(entry.kind, []).append(entry.id)
    for kind, wanted in ids.items():
        yield from entries_by_id(session, kind, regions, wanted)


def _different(mine: Entry, theirs: Entry) -> tuple[str, ...]:
    return tuple(name for name, value in theirs.values.items() if mine.values[name] != value)
