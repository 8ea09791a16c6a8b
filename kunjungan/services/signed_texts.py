"""The last word on signed texts: no change whatever, undo and import among them, alters one.

Services refuse it each in their place and with their reasons; this stands behind all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.rows import found
from kunjungan.store.rows import RowChange
from kunjungan.store.tables import Clause, Clearance, Original, Party, Signature, Witness

CLEARED = later("The text is signed. Who cleared it, and when, stays as it was recorded.")
NUMBERED = later(
    "This number stands on the signed original and is never changed. "
    "Draft an addendum to this agreement."
)
SIGNED = later("A signed text is never changed. Draft an addendum to this agreement.")
_PARTS: Mapping[
    str, tuple[type[Clause | Clearance | Original | Party | Witness], frozenset[str]]
] = MappingProxyType(
    {
        "clearance": (Clearance, frozenset()),
        "clause": (Clause, frozenset({"rendered", "rendered_third"})),
        "witness": (Witness, frozenset()),
        "party": (Party, frozenset({"number", "number_on", "number_pending"})),
        "original": (Original, frozenset({"kept_at", "lent_to", "due_back_on"})),
    }
)
"""The parts of a text, and what of each does not stand in it, or follows after signing.

Who cleared it belongs to it; a number follows only where the paper left it open.
"""
_SENTENCES: Mapping[str, str] = MappingProxyType({"clearance": CLEARED, "number": NUMBERED})
_WORDING = frozenset(
    {
        "kind", "subject_id", "subject_en", "draft_no", "parent_id", "signing_on", "place_id",
        "place_en", "paper", "layout", "third_language", "title_third", "subject_third",
        "party_style", "first_signs", "stamp_rule", "stamp_form", "alternat", "term_years",
        "term_months", "ends_rule", "language_clause", "locked_on",
    }
)  # fmt: skip
"""What of an agreement stands in its text."""


def refuse_altered(session: Session, changes: Sequence[RowChange]) -> None:
    """Raise RuleBroken where a change touches the text of an agreement signed before it.

    An agreement that comes in, or goes again, together with its signatures is not altered.
    """
    touched = dict(_touched(session, changes))
    if not touched:
        return
    new = {change.id for change in changes if change.table == "signature" and change.op == "i"}
    query = (
        select(Signature.id, Original.agreement_id)
        .join(Original, col(Signature.original_id) == col(Original.id))
        .where(col(Original.agreement_id).in_(touched))
    )
    for key, agreement in session.exec(query):
        if key not in new:
            raise RuleBroken(_SENTENCES.get(touched[agreement], SIGNED))


def _touched(session: Session, changes: Sequence[RowChange]) -> Iterator[tuple[UUID, str]]:
    """Yield the agreements whose text changes touch, each with what of it is touched."""
    for change in changes:
        if change.table != "agreement" and change.table not in _PARTS:
            continue
        names = {*(change.before or ()), *(change.after or ())}
        if change.table == "agreement" and change.op == "u" and names & _WORDING:
            yield change.id, change.table
        elif change.table in _PARTS:
            table, free = _PARTS[change.table]
            row = change.before or change.after or {}
            if change.op != "u":
                yield UUID(row["agreement_id"]), change.table
            elif names - free:
                yield found(session, table, change.id).agreement_id, change.table
            elif change.table == "party" and _printed_number(session, change):
                yield found(session, Party, change.id).agreement_id, "number"


def _printed_number(session: Session, change: RowChange) -> bool:
    """Whether a party had a number before a change, and the paper did not leave it open."""
    row = found(session, Party, change.id)
    before = {"number": row.number, "number_pending": row.number_pending, **(change.before or {})}
    return bool(before["number"]) and not before["number_pending"]
