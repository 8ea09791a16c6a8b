"""Pastes what was copied elsewhere into a text: planned first, then written in one step."""

from collections.abc import Iterable, Sequence
from dataclasses import replace as with_
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.aligning import align
from kunjungan.domain.article_titles import article_key
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import NotFound
from kunjungan.domain.languages import tongue
from kunjungan.domain.pasting import Block, PastedRow
from kunjungan.domain.recognising import rows_of
from kunjungan.domain.shape import HEADINGS, rows_under
from kunjungan.domain.two_languages import TwoTexts, told_apart
from kunjungan.i18n import later
from kunjungan.services.clauses import RENDERED, Column, clause_rows, mark_of, remember
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft, party_rows
from kunjungan.services.rows import found
from kunjungan.services.writing.clipping import Clipping, blocks_of, clipping_of_file
from kunjungan.services.writing.paste_match import one_language, text_in
from kunjungan.services.writing.paste_notes import notes_on
from kunjungan.services.writing.paste_plan import (
    Action,
    Direction,
    Note,
    PastePlan,
    PlannedRow,
    numbered,
)
from kunjungan.services.writing.row_places import ranks_at
from kunjungan.store.tables import Agreement, Clause

__all__ = [
    "Action",
    "Clipping",
    "Direction",
    "Note",
    "PastePlan",
    "PlannedRow",
    "apply_paste",
    "clipping_of_file",
    "plan_paste",
]


def plan_paste(
    office: Office,
    agreement_id: UUID,
    clipping: Clipping,
    *,
    after: UUID | None,
    column: Direction,
    replace: bool = False,
) -> PastePlan:
    """Return what pasting at a row (None: at the beginning) into a column would do.

    A text in both languages becomes new rows; one language fills its empty column beside rows that
    are there, by their numbers, else becomes new rows, too. ``replace`` puts it in the place of the
    whole text.

    Raises:
        RuleBroken: there are no words to paste, or more than an agreement holds.
    """
    blocks = blocks_of(clipping)
    with office.store.read() as session:
        agreement = found(session, Agreement, agreement_id)
        stored = [] if replace else clause_rows(session, agreement_id)
        parties = len(party_rows(session, agreement_id))
    texts = _texts(blocks, column)
    form = _article_form(agreement.third_language) if column == "third" else ""
    rows_id, rows_en = rows_of(texts.id), rows_of(texts.en)
    at, empty = _place(stored, after, [*rows_id, *rows_en])
    standing = tuple((row.id, row.level) for row in stored)
    plan = PastePlan((), (), texts.both, replace, column, standing, at)
    if texts.both:
        rows = [_new(pair.id, pair.en) for pair in align(rows_id, rows_en)]
    else:
        side: Column = _one_side(column, texts)
        rows = one_language(stored, rows_of(blocks, form), side, after)
    rows = _with_keys(_into_empty(rows, empty), parties)
    plan = numbered(with_(plan, rows=tuple(rows)))
    return with_(plan, notes=tuple(notes_on(plan, agreement.third_language, blocks)))


def apply_paste(office: Office, agreement_id: UUID, plan: PastePlan) -> list[UUID]:
    """Do what was planned in one step, and return the rows that were written, in order.

    Raises:
        Conflict: a row was changed since it was planned for.
        NotFound: a row is gone since.
        RuleBroken: the text may not change any more.
    """
    with office.store.change(later("Paste text")) as session:
        open_draft(session, agreement_id)
        if plan.replace:
            for row in clause_rows(session, agreement_id):
                session.delete(row)
            session.flush()
        written = {
            place: _fill(session, row)
            for place, row in enumerate(plan.rows)
            if row.action in ("fill", "replace")
        }
        written |= _insert(session, agreement_id, plan)
    return [written[place] for place in sorted(written)]


def _texts(blocks: Sequence[Block], column: Direction) -> TwoTexts:
    """Return the blocks by language, of a text that says itself that it has both at any rate."""
    if column == "third":
        return TwoTexts()
    apart = told_apart(blocks)
    told = apart.side_by_side or all(
        any(row.level is Level.ARTICLE and word in row.mark.casefold() for row in rows_of(side))
        for word, side in (("pasal", apart.id), ("article", apart.en))
    )
    if column == "both" or told:
        return apart
    return TwoTexts(*(([*blocks], []) if column == "id" else ([], [*blocks])))


def _one_side(column: Direction, texts: TwoTexts) -> Column:
    if column == "both":
        return "en" if texts.en else "id"
    return column


def _article_form(language: str) -> str:
    try:
        return tongue(language).article if language else ""
    except NotFound:
        return ""


def _place(
    stored: Sequence[Clause], after: UUID | None, pasted: Sequence[PastedRow]
) -> tuple[int, Clause | None]:
    """Return where new rows go in, and the row there if it is empty: it takes the first of them.

    An article goes in behind the whole article one is in.
    """
    here = next((at for at, row in enumerate(stored) if row.id == after), None)
    if here is None:
        return (0 if after is None else len(stored)), None
    row = stored[here]
    if not (row.text_id.strip() or row.text_en.strip() or row.text_third.strip()):
        return here + 1, row
    first = next((each for each in pasted if not each.apart), None)
    if first is not None and first.level in HEADINGS:
        levels = [each.level for each in stored]
        head = next((n for n in range(here, -1, -1) if levels[n] in HEADINGS), None)
        if head is not None:
            return head + 1 + rows_under(levels, head), None
    return here + 1, None


def _new(row_id: PastedRow | None, row_en: PastedRow | None) -> PlannedRow:
    row = row_id or row_en
    assert row is not None
    return PlannedRow(
        "skip" if row.apart else "add",
        row.level,
        row_id.text if row_id else "",
        row_en.text if row_en else "",
        written_mark=row.mark,
    )


def _into_empty(rows: Iterable[PlannedRow], empty: Clause | None) -> list[PlannedRow]:
    """Let the first new row take the place of an empty one, instead of leaving that behind."""
    found = list(rows)
    first = next((n for n, row in enumerate(found) if row.action == "add"), None)
    taken = empty is not None and any(row.clause_id == empty.id for row in found)
    if empty is not None and first is not None and not taken:
        found[first] = with_(found[first], action="fill", clause_id=empty.id, version=empty.version)
    return found


def _with_keys(rows: Sequence[PlannedRow], parties: int) -> list[PlannedRow]:
    """Say of new articles what they are about, and of the rows of the parties whose they are."""
    found, party = [], 0
    for row in rows:
        key = row.key
        if row.level is Level.ARTICLE:
            key = article_key(row.text_id) or article_key(row.text_en)
        elif row.level is Level.PARTY and party < parties:
            party += 1
            key = f"party{party}"
        found.append(with_(row, key=key))
    return found


def _fill(session: Session, planned: PlannedRow) -> UUID:
    """Write the words of a row that stands there."""
    assert planned.clause_id is not None
    row = found(session, Clause, planned.clause_id, seen=planned.version)
    row.level = planned.level
    remember(row)
    before = row.text_id
    row.text_id = planned.text_id
    for side, rendered in RENDERED.items():
        old, new = text_in(row, side), planned.text_en if side == "en" else planned.text_third
        setattr(row, f"text_{side}", new)
        if new != old or (before != row.text_id and not before.strip()):
            setattr(row, rendered, mark_of(row.text_id) if new.strip() else "")
    row.key = row.key or planned.key or None
    return row.id


def _insert(session: Session, agreement_id: UUID, plan: PastePlan) -> dict[int, UUID]:
    """Add the new rows where they were planned, and return their ids by their place in it."""
    made: dict[int, UUID] = {}
    stored = clause_rows(session, agreement_id)
    index = {row.id: at for at, row in enumerate(stored)}
    run: list[int] = []
    behind = -1
    for one in [*plan.laid_out(), None]:
        if isinstance(one, int):
            run.append(one)
            continue
        if run:
            ranks = ranks_at(stored, behind + 1, len(run))
            for place, rank in zip(run, ranks, strict=True):
                row = _clause(agreement_id, plan.rows[place], rank)
                session.add(row)
                made[place] = row.id
            run = []
        behind = index.get(one, behind) if one is not None else behind
    return made


def _clause(agreement_id: UUID, row: PlannedRow, rank: str) -> Clause:
    clause = Clause(
        agreement_id=agreement_id,
        rank=rank,
        level=row.level,
        key=row.key or None,
        text_id=row.text_id,
        text_en=row.text_en,
        text_third=row.text_third,
    )
    for side, rendered in RENDERED.items():
        setattr(clause, rendered, mark_of(row.text_id) if text_in(clause, side).strip() else "")
    return clause
