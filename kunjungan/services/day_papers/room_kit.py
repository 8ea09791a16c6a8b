"""What a room needs for a session: tables and chairs, flags, folders, cards, gifts, dress."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.seating_kinds import OBJECT_NAMES, ObjectKind, Part, PartKind, name_of_part
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.rundown.lines import ItemLine
from kunjungan.services.seating.view import PlanView
from kunjungan.store.tables import Gift, Letter, Visit

_COUNTED = (
    ObjectKind.LECTERN,
    ObjectKind.EMBLEM,
    ObjectKind.PORTRAIT,
    ObjectKind.TABLE_FLAGS,
    ObjectKind.FOLDERS,
    ObjectKind.PENS,
    ObjectKind.STAMPS,
)
"""What stands in a room and is brought there, by what is counted of it."""
_MANY = Bilingual("{what}: {count}", "{what}: {count}")
_SEATS = Bilingual("{part}: {seats} kursi", "{part}: {seats} seats")
_ROWS = Bilingual("{part}: {rows} baris, {seats} kursi", "{part}: {rows} rows, {seats} seats")
_TABLES = Bilingual("{part}: {rows} meja, {seats} kursi", "{part}: {rows} tables, {seats} seats")
_TENTS = Bilingual("Papan nama meja", "Name tents")
_LABELS = Bilingual("Label kursi", "Seat labels")
_GIFT = Bilingual("Cendera mata: {what}", "Souvenir: {what}")
_PIECES = Bilingual("Cendera mata: {what} ({count})", "Souvenir: {what} ({count})")


def dress_in(session: Session, visit: Visit) -> Bilingual | None:
    """Return what is worn as the newest invitation of a visit says it; None where none does."""
    query = select(Letter).where(Letter.visit_id == visit.id, Letter.kind == LetterKind.INVITATION)
    for row in sorted(session.exec(query), key=lambda one: one.on or date.max, reverse=True):
        own, english = _after("pakaian", row.body_id), _after("dress", row.body_en)
        if own or english:
            return Bilingual(own or english, english or own)
    return None


def furniture(plan: PlanView) -> Iterator[Bilingual]:
    """Yield the tables and blocks of seats of a plan with their seats, the chairs behind too."""
    seats = Counter(seat.place.part for seat in plan.seats)
    for part in plan.parts:
        yield _shape(part).filled(
            part=name_of_part(part), rows=str(part.rows), seats=str(seats[part.key])
        )


def kit(plan: PlanView) -> Iterator[Bilingual]:
    """Yield the flags, what lies on the tables, and how many cards stand at the seats."""
    yield from (flag.name for flag in plan.flags)
    there = Counter(thing.kind for thing in plan.objects)
    yield from _counted((OBJECT_NAMES[kind], there[kind]) for kind in _COUNTED)
    rows = {part.key for part in plan.parts if part.kind is PartKind.ROWS}
    taken = [seat.place.part in rows for seat in plan.seats if seat.guest]
    yield from _counted(((_TENTS, taken.count(False)), (_LABELS, taken.count(True))))


def gift_words(gift: Gift) -> Bilingual:
    """Return a gift that is handed over, its pieces counted where there are several."""
    form = _GIFT if gift.count == 1 else _PIECES
    return form.filled(what=gift.what, count=str(gift.count))


def needs_of(lines: Iterable[ItemLine]) -> str:
    """Return what the items of a session need, each thing once, as the office wrote it."""
    kept: dict[str, str] = {}
    for thing in (part.strip() for line in lines for part in re.split(r"[,;\n]", line.needs)):
        kept.setdefault(thing.casefold(), thing)
    return ", ".join(filter(None, kept.values()))


def bulleted(things: Iterable[str]) -> str:
    """Return things under each other, each after a mark: lines that turn stay one thing."""
    return "\n".join(f"• {thing}" for thing in things)


def _after(label: str, text: str) -> str:
    """Return what stands after a label as invitations have it: "pakaian : PDH"."""
    found = re.search(rf"(?im)^[ \t]*{label}[ \t]*:[ \t]*(\S.*)$", text)
    return found[1].strip() if found else ""


def _shape(part: Part) -> Bilingual:
    if part.kind is PartKind.ROWS:
        return _ROWS
    return _TABLES if part.kind is PartKind.BANQUET else _SEATS


def _counted(things: Iterable[tuple[Bilingual, int]]) -> Iterator[Bilingual]:
    for what, count in things:
        if count:
            yield _MANY.filled(what=what, count=str(count)) if count > 1 else what
