"""A letter as a person fills it in, and as it is kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_letters import in_tongue, wrong_days
from kunjungan.domain.visit_words import LetterKind, Tongue
from kunjungan.i18n import later
from kunjungan.services.rows import required


@dataclass(frozen=True, slots=True)
class LetterForm:
    """What a person fills in for a letter; ``version`` 0 means a new one.

    ``signer_id`` is a tenure. ``to_id`` and ``to_en`` are posts, several of them a line each.
    Bodies are paragraphs with an empty line between them; ``copies`` have their English after a
    bar: ``Bagian Hukum | Legal Division``.
    """

    kind: LetterKind
    language: Tongue = "id"
    delegation_id: UUID | None = None
    signer_id: UUID | None = None
    number: str = ""
    on: date | None = None
    nature: str = ""
    enclosed: str = ""
    subject_id: str = ""
    subject_en: str = ""
    to_id: str = ""
    to_en: str = ""
    to_place: str = ""
    body_id: str = ""
    body_en: str = ""
    copies: tuple[str, ...] = ()
    answer_by: date | None = None
    note: str = ""
    version: int = 0


def check_letter(form: LetterForm) -> None:
    """Refuse a letter that nobody could send: without subject or text, or with a wrong day.

    Raises:
        RuleBroken: a language of it has no subject or no text, or a date in it cannot be.
    """
    for language, subject, body in (
        ("id", form.subject_id, form.body_id),
        ("en", form.subject_en, form.body_en),
    ):
        if form.language in {language, "both"}:
            required(subject, later("A letter needs a subject in each of its languages."))
            required(body, later("A letter needs a text in each of its languages."))
    refuse_wrong_days(form)


def refuse_wrong_days(form: LetterForm) -> None:
    """Refuse a text, as it is printed, in which a date has a wrong weekday or is in no calendar."""
    text = Bilingual(f"{form.subject_id}\n{form.body_id}", f"{form.subject_en}\n{form.body_en}")
    for claim in wrong_days(in_tongue(form.language, text)):
        if claim.day is None:
            message = later("“{text}” is in no calendar. Correct the date in the letter.")
            raise RuleBroken(message, text=claim.text)
        raise RuleBroken(
            later("“{text}” cannot be: it must say {right}. Correct the date in the letter."),
            text=claim.text,
            right=claim.right,
        )
