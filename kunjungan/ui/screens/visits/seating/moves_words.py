"""What a substitution or an absence moves, in words: who goes where, which cards are due."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kunjungan.domain.day_papers import paper_of
from kunjungan.domain.place_keys import guest_of
from kunjungan.i18n import later, tr
from kunjungan.services.seating import Move, Moves
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.words import joined

NOTHING = Moves((), ())


def upset_words(moves: Moves) -> str:
    """Return who no longer comes or is new, and how many would move up."""
    gone = list(dict.fromkeys(screen_side(m.name) for m in moves.moved if not m.comes))
    added = (m for m in moves.moved if m.comes and not m.before)
    new = list(dict.fromkeys(screen_side(m.name) for m in added))
    others = len({m.attendee_id for m in moves.moved if m.comes and m.before})
    parts = []
    if gone:
        parts.append(tr("No longer coming: {names}.", names=_listed(gone)))
    if new:
        parts.append(tr("No seat yet: {names}.", names=_listed(new)))
    if others == 1:
        parts.append(tr("Arranged by rank, one other would move."))
    elif others:
        parts.append(tr("Arranged by rank, {count} others would move.", count=others))
    return " ".join(parts)


def cards_words(moves: Moves) -> str:
    """Return how many printed cards are due again, or lie about for nobody."""
    due, stale = len(moves.cards), len(moves.stale)
    parts = []
    if due == 1:
        parts.append(tr("One card or sheet must be printed."))
    elif due:
        parts.append(tr("{count} cards and sheets must be printed.", count=due))
    if stale == 1:
        parts.append(tr("One printed card must be taken away."))
    elif stale:
        parts.append(tr("{count} printed cards must be taken away.", count=stale))
    return " ".join(parts)


def move_words(move: Move, body: str) -> str:
    """Return who goes from where to where: "Sekda · Prabumulih: Row 1, seat 4 → Table, seat 2"."""
    name = joined(screen_side(move.name), body)
    before = screen_side(move.before_name) or tr("no seat")
    after = screen_side(move.after_name) or tr("no seat")
    if not move.comes:
        return tr("{name} leaves {seat}", name=name, seat=before)
    return f"{name}: {before} → {after}"


def sections_of(moves: Moves, bodies: Mapping[UUID, str]) -> dict[str, list[str]]:
    """Return under headings who moves, what to print, and what to take away.

    ``bodies`` tells guests of one name, or of none yet, apart by their ids.
    """
    found: dict[str, list[str]] = {}
    for move in moves.moved:
        found.setdefault(screen_side(move.plan), []).append(
            move_words(move, bodies.get(move.attendee_id, ""))
        )
    print_, away = later("Print: {paper}"), later("Take away: {paper}")
    for head, cards in ((print_, moves.cards), (away, moves.stale)):
        for card in cards:
            paper = tr(head, paper=screen_side(paper_of(card.slug).name))
            owner = joined(screen_side(card.name), bodies.get(UUID(guest_of(card.key)), ""))
            found.setdefault(paper, []).append(owner)
    return found


def as_text(sections: Mapping[str, Sequence[str]]) -> str:
    """Return sections as plain text, for a message to those who set the tables."""
    blocks = ("\n- ".join([head, *lines]) for head, lines in sections.items())
    return "\n\n".join(blocks)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return tr("{names} and {count} more", names=shown, count=len(names) - 3) if names[3:] else shown
