"""How the import of a guest list speaks of fields, rows and counts."""

from kunjungan.domain.guest_heads import Column, GuestField, field_word
from kunjungan.domain.register_cells import text_of
from kunjungan.i18n import later, tr
from kunjungan.services.guest_import.judged import Judged, JudgedRow, State
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.services.guest_import.rejects import reason
from kunjungan.ui.screens.visits.guest_import.plan import ImportPlan
from kunjungan.ui.screens.visits.words import guests_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

TONES = {
    State.READY: Tone.OK,
    State.UPDATE: Tone.INFO,
    State.SAME: Tone.INFO,
    State.TWIN: Tone.WARN,
    State.BAD: Tone.BAD,
}


def field_choices() -> list[tuple[GuestField | None, str]]:
    """Return what a column may be, to choose from."""
    known: list[tuple[GuestField | None, str]] = [(each, field_word(each)) for each in GuestField]
    return [(None, tr("Ignore this column")), *known]


def sureness(column: Column | None) -> ChipText:
    """Return how sure it is what a column holds, in a word and its colour."""
    if column is None:
        return ChipText(tr("Ignored"), Tone.NEUTRAL)
    return ChipText(tr("Match"), Tone.OK) if column.sure else ChipText(tr("Guess"), Tone.WARN)


def hint_words(plan: ImportPlan) -> str:
    """Return what a person should know of a whole list: no head, lines left, what Excel hides."""
    said = []
    if plan.head < 0:
        said.append(tr("No row names the columns. Give its number, or say what each column is."))
    aside = plan.judged.aside.values() if plan.judged else ()
    if left := [*plan.list.left, *aside]:
        lines = "; ".join(left[:_LEFT])
        said.append(tr("Lines that name nobody were left out: {lines}", lines=lines))
    if paired := plan.list.paired:
        guests = guests_words(paired)
        said.append(
            tr("Each post was joined with the name on the line beside it: {guests}.", guests=guests)
        )
    if rows := plan.sheet.hidden:
        said.append(tr("Hidden in Excel, but read: rows {rows}.", rows=", ".join(map(str, rows))))
    if columns := plan.sheet.hidden_columns:
        said.append(tr("Hidden in Excel, but read: columns {columns}.", columns=", ".join(columns)))
    return " ".join(said)


def told_words(plan: ImportPlan, row: JudgedRow) -> str:
    """Return all there is to say of a row: why, how a post was read, what it would change."""
    rows = {one.number: one for one in plan.judged.rows} if plan.judged else {}
    telling = rows.get(row.asked or row.number, row)
    said = [reason(telling), _read_as(plan, row)]
    if telling.number != row.number:
        said.append(_read_as(plan, telling))
    changes = (
        f"{field_word(field)}: {old or _NOTHING} → {new or _NOTHING}."
        for field, old, new in row.changes[:_CHANGES]
    )
    return " ".join(filter(None, (*said, *changes)))


def row_chip(row: JudgedRow) -> ChipText:
    """Return what becomes of a row, in a few words."""
    if row.state is State.READY:
        return ChipText(tr("Ready"), Tone.OK)
    if row.state is State.UPDATE and row.writes and row.changes:
        return ChipText(_updated(row), Tone.INFO)
    left = not row.writes and row.state in (State.TWIN, State.UPDATE)
    said = reason(row).split(". ")[0].rstrip(".")
    return ChipText(said, Tone.NEUTRAL if left else TONES[row.state])


def count_chips(judged: Judged) -> list[ChipText]:
    """Return how many rows are ready, known, doubtful and wrong."""
    counts = judged.counts
    return [
        ChipText(tr(words, count=counts[state]), TONES[state], icon)
        for state, words, icon in _COUNTED
        if counts.get(state)
    ]


def _updated(row: JudgedRow) -> str:
    """Return which facts of a known guest a row changes; of many only how many."""
    fields = [field_word(field).casefold() for field, _, _ in row.changes]
    if len(fields) > _NAMED:
        return tr("Updates {count} facts", count=len(fields))
    return tr("Updates: {fields}", fields=", ".join(fields))


def _read_as(plan: ImportPlan, row: JudgedRow) -> str:
    """Return how a post was read that is written otherwise."""
    places = [at for at, column in plan.columns.items() if column.field is GuestField.TITLE]
    post = row.entry.title.id if row.entry else ""
    if not places or not post or places[0] >= len(row.cells):
        return ""
    written = text_of(row.cells[places[0]])
    same = not written or written.casefold() == post.casefold()
    return "" if same else tr("“{written}” is read as “{post}”.", written=written, post=post)


_CHANGES, _LEFT, _NAMED, _NOTHING = 4, 5, 2, "\N{EM DASH}"
_COUNTED = (
    (State.READY, later("{count} ready"), "checkmark"),
    (State.UPDATE, later("{count} known, updated"), "arrow_redo"),
    (State.SAME, later("{count} unchanged"), ""),
    (State.TWIN, later("{count} may be a double"), "people"),
    (State.BAD, later("{count} to be put right"), "error_circle"),
)


def sheet_words(sheet: GuestSheet) -> str:
    """Return a sheet's name, and how many rows it has below its head."""
    return f"{sheet.name} · {rows_words(sheet.below)}"


def rows_words(count: int) -> str:
    """Return "1 row" or "14 rows"."""
    return tr("1 row") if count == 1 else tr("{count} rows", count=count)
