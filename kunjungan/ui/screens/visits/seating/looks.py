"""The colour of each delegation on a plan: the host's own full, the guests' soft."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import cycle
from uuid import UUID

from kunjungan.services.guests.participants import Participant
from kunjungan.ui.screens.visits.seating.words import guest_body
from kunjungan.ui.theme.tokens import Tokens, Tone, ink

_TONES = (Tone.INFO, Tone.OK, Tone.WARN, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Look:
    """A body's word and the colours of its seats."""

    body: str
    fill: str
    edge: str
    text: str
    quiet: str


Looks = dict[UUID | None, Look]
"""The colours by the institution's id."""


def looks_of(guests: Iterable[Participant], tokens: Tokens) -> Looks:
    """Return the colours of all bodies that come, the host first, the others by their names.

    A body keeps its colour whoever of its people comes.
    """
    full = Look("", tokens.accent, tokens.accent, tokens.on_accent, tokens.on_accent)
    bodies = {guest.body_id: guest for guest in guests}
    order = sorted(bodies.values(), key=lambda guest: (not guest.host, guest.body.id))
    tones = cycle(ink(tokens, tone) for tone in _TONES)
    found: Looks = {}
    for guest in order:
        tone = None if guest.host else next(tones)
        look = Look("", tone.soft, tone.line, tokens.text, tokens.text2) if tone else full
        found[guest.body_id] = replace(look, body=guest_body(guest))
    return found
