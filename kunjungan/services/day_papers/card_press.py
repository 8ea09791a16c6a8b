"""Puts cards on their sheet and tells what did not go well, card by card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from kunjungan.documents.cards.content import Badge, Card, Label
from kunjungan.documents.cards.sheets import CardsPrint, cards_pdf
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.label_sheets import LabelSheet
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion
from kunjungan.services.day_papers.pages import nothing

_SMALL = later("The words are so long that they are printed very small. Shorten them on the card.")
_NO_SIGN = later("No letter is known for {signs}; a box is printed in its place.")
NOBODY = later("Nobody who comes is on the list yet, so there is no card to print.")


@dataclass(frozen=True, slots=True)
class Batch:
    """Cards by key, each with whose it is; the paper's name, and what it says without any card.

    ``warnings`` are known before anything is printed.
    """

    title: str
    occasion: Occasion
    cards: Mapping[str, tuple[str, Card]]
    none: str = NOBODY
    warnings: tuple[Warned, ...] = ()


def print_cards(batch: Batch, sheet: LabelSheet, wish: Wish) -> Made:
    """Return cards as a paper of the day, each on the next label of a sheet.

    Raises:
        RuleBroken: the sheet has no label of the number that is to be the first.
    """
    cards = batch.cards
    if not cards:
        return nothing(batch.none)
    if not 1 <= wish.first <= sheet.per_page:
        message = later("This sheet has labels 1 to {count}; there is no label {first}.")
        raise RuleBroken(message, count=sheet.per_page, first=wish.first)
    marks = {key: mark_of(card) for key, (_, card) in cards.items()}
    if not wish.drawn:
        return Made(b"", 0, marks)
    how = CardsPrint(
        f"{batch.title} · {batch.occasion.visit.title}",
        batch.occasion.author,
        wish.first,
        wish.guides,
        ("id", "en") if wish.language == "both" else (wish.language,),
    )
    made = cards_pdf([card for _, card in cards.values()], sheet, how)
    warnings = [Warned(cards[key][0], _SMALL) for key in made.small]
    return Made(
        made.pdf,
        made.pages,
        marks,
        (*batch.warnings, *warnings, *_unknown(list(cards.values()), made.missing)),
    )


def mark_of(card: Card) -> str:
    """Return 16 hex digits that change with anything that stands on a card."""
    mark = sha256(_words(card).encode("utf-8", "replace"))
    if not isinstance(card, Label) and card.emblem is not None:
        mark.update(card.emblem.logo or repr(card.emblem).encode("utf-8", "replace"))
    if isinstance(card, Badge) and card.photo is not None:
        mark.update(card.photo)
    return mark.hexdigest()[:16]


def _words(card: Card) -> str:
    """Return all that a card says; pictures say nothing."""
    if isinstance(card, Badge):
        return repr(replace(card, emblem=None, photo=None))
    return repr(card if isinstance(card, Label) else replace(card, emblem=None))


def _unknown(cards: Sequence[tuple[str, Card]], missing: Sequence[str]) -> list[Warned]:
    """Return a warning for each card with characters that no face has."""
    signs = [(who, [sign for sign in missing if sign in _words(card)]) for who, card in cards]
    return [Warned(who, _NO_SIGN, {"signs": " ".join(own)}) for who, own in signs if own]
