"""What is to be known of a paste before it is done: what has no partner, what was left out."""

from collections.abc import Iterator, Sequence

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.marking import without_marks
from kunjungan.domain.paste_marks import BULLET
from kunjungan.domain.pasting import Block, Paragraph
from kunjungan.domain.shape import HEADINGS
from kunjungan.domain.spots import Spot
from kunjungan.domain.two_languages import language_of
from kunjungan.i18n import later
from kunjungan.services.language_values import language_name
from kunjungan.services.writing.paste_plan import Note, PastePlan, PlannedRow, planned_spots

MISSING = later("{place} has no {language} in what is pasted.")
ALONE = later("{place} is new: no row of the text has its number.")
NOT_APART = later(
    "Only one language was found in what is pasted. Choose its column, or paste both languages."
)
OTHER = later("What is pasted seems to be in {language}. Check that this is its column.")
APART = later(
    "{count} lines of title or signatures are left out: the paper prints them from its data."
)
BULLETS = later("{count} bullets become letters or numbers.")
CHAPTERS = later("{count} headings of chapters become plain text: only articles have numbers.")
MORE = later("{count} more rows have no partner.")
_MOST = 20
"""So many rows without a partner are named; the rest is counted."""


def notes_on(plan: PastePlan, third: str, blocks: Sequence[Block]) -> Iterator[Note]:
    """Yield the notes on a plan, the weightiest first."""
    alone = list(_alone(plan, third))
    yield from alone[:_MOST]
    if len(alone) > _MOST:
        yield Note(MORE, {"count": len(alone) - _MOST})
    yield from _of_language(plan, blocks)
    for message, count in (
        (APART, sum(row.action == "skip" for row in plan.rows)),
        (BULLETS, sum(row.written_mark == BULLET for row in plan.rows)),
        (CHAPTERS, sum(row.level is Level.TEXT and bool(row.written_mark) for row in plan.rows)),
    ):
        if count:
            yield Note(message, {"count": count})


def _alone(plan: PastePlan, third: str) -> Iterator[Note]:
    """Yield what has no partner: an article as one, else row by row."""
    whole = -1
    filling = any(row.clause_id for row in plan.rows)
    for place, (row, spot) in enumerate(zip(plan.rows, planned_spots(plan), strict=True)):
        note = _note_on(plan, row, spot, third, filling=filling)
        if row.level in HEADINGS:
            whole = place if note else -1
        if note is not None and (whole in (-1, place)):
            yield note


def _note_on(
    plan: PastePlan, row: PlannedRow, spot: Spot | None, third: str, *, filling: bool
) -> Note | None:
    if spot is None or row.action not in ("add", "missing"):
        return None
    said = {"place": spot.words, "language": _lacking(plan, row, third)}
    if row.action == "missing" or (plan.both and not (row.text_id.strip() and row.text_en.strip())):
        return Note(MISSING, said)
    return Note(ALONE, said) if filling and not plan.both else None


def _lacking(plan: PastePlan, row: PlannedRow, third: str) -> Bilingual:
    if plan.both:
        return language_name("id" if not row.text_id.strip() else "en")
    return language_name(third if plan.direction == "third" else plan.direction)


def _of_language(plan: PastePlan, blocks: Sequence[Block]) -> Iterator[Note]:
    if plan.both:
        return
    if plan.direction == "both":
        yield Note(NOT_APART)
        return
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    language = language_of(without_marks(" ".join(texts)[:4000]))
    if language is not None and plan.direction in ("id", "en") and language != plan.direction:
        yield Note(OTHER, {"language": language_name(language)})
