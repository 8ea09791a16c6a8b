"""Fills a new letter from the office's texts, the visit, its guests and who receives them."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_letters import composed
from kunjungan.domain.visit_words import LetterKind, Tongue
from kunjungan.i18n import later
from kunjungan.services.letters.addressing import addressee, usual_copies, usual_signer
from kunjungan.services.letters.facts import (
    AWAY,
    OWN,
    guests_words,
    is_away,
    is_foreign,
    partners_of,
)
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.texts import LetterText, letter_text
from kunjungan.services.letters.values import letter_values, reply_by
from kunjungan.store.tables import Visit

UNANSWERED = frozenset({LetterKind.REFUSAL, LetterKind.THANKS, LetterKind.ASSIGNMENT})
"""The letters that expect no answer."""
_HOST_WRITES = later(
    "Our people are the guests of this visit, and such a letter is the host's. Nothing was "
    "written; letters of assignment and of thanks can be."
)


def drafted(
    session: Session,
    visit: Visit,
    kind: LetterKind,
    delegation_id: UUID | None,
    today: date,
    language: Tongue | None = None,
) -> LetterForm:
    """Return a letter of a kind, filled; what is unknown is left out of its sentences.

    Raises:
        RuleBroken: the own people are the guests, and the host writes such a letter.
    """
    text, bodies = _start(visit, kind), partners_of(session, visit, delegation_id)
    body = composed(text.passages, letter_values(session, visit, kind, delegation_id, today))
    subject = text.subject.filled(guest=guests_words(bodies))
    signer = usual_signer(session, visit)
    to, place = addressee(session, visit, kind, delegation_id)
    by = None if kind in UNANSWERED else reply_by(session, visit, delegation_id, today)
    abroad = is_foreign(bodies) and kind not in OWN
    return LetterForm(
        kind,
        language or ("both" if abroad else "id"),
        delegation_id,
        signer,
        on=today,
        nature=text.nature,
        enclosed="-",
        subject_id=_capital(subject.id),
        subject_en=_capital(subject.en),
        to_id=to.id,
        to_en=to.en,
        to_place=place,
        body_id=body.id,
        body_en=body.en,
        copies=usual_copies(session, signer),
        answer_by=by,
    )


def _start(visit: Visit, kind: LetterKind) -> LetterText:
    """Return the text that a letter starts from; refuse one that only a host writes."""
    if is_away(visit) and kind not in AWAY:
        raise RuleBroken(_HOST_WRITES)
    return letter_text(kind, away=is_away(visit))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
