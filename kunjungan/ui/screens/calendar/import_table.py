"""The entries of a calendar file, each with what becomes of it and why."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import later, tr
from kunjungan.services.calendar.entries import EntryForm
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.ical.plan import FATES, Fate, PlanLine
from kunjungan.ui.dates import hours_words, short_day
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

TONES: Mapping[Fate, Tone] = MappingProxyType(
    {
        Fate.NEW: Tone.OK,
        Fate.CHANGED: Tone.INFO,
        Fate.GONE: Tone.WARN,
        Fate.OWN: Tone.INFO,
        Fate.SAME: Tone.NEUTRAL,
        Fate.LEFT: Tone.NEUTRAL,
        Fate.REFUSED: Tone.BAD,
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": later("Title"),
        "on": later("Date"),
        "until": later("Last day"),
        "starts_at": later("Starts"),
        "ends_at": later("Ends"),
        "zone": later("Local time of"),
        "tentative": later("Tentative"),
        "note": later("Note"),
        "place": later("Place"),
        "uid": later("Name in the file"),
    }
)
_TO = "\N{EN DASH}"


def plan_table(parent: QWidget) -> DataTable[PlanLine]:
    """Return the table, still empty."""
    columns = [
        Column[PlanLine](tr("Line"), _place, 58, Align.RIGHT, hide_below=900),
        Column[PlanLine]("", _fate, 146),
        Column[PlanLine](tr("Entry"), _entry, 262),
        Column[PlanLine](tr("When"), _when, 196),
        Column[PlanLine](tr("Remark"), _remark),
    ]
    return DataTable(columns, key=_key, two_lines=True, parent=parent)


def remarks_words(line: PlanLine) -> str:
    """Return all that is remarked about an entry, in the screen's language."""
    words = [tr(each.text, **dict(each.values)) for each in line.remarks]
    if line.fate is Fate.CHANGED:
        words.append(tr("Other there: {fields}", fields=", ".join(map(_field, line.fields))))
    return " ".join(words)


def _field(name: str) -> str:
    return tr(_FIELDS[name])


def _key(line: PlanLine) -> tuple[int, str, str]:
    return line.line, line.uid, line.recurrence


def _place(line: PlanLine) -> str:
    return str(line.line) if line.line else ""


def _fate(line: PlanLine) -> Cell:
    return Cell("", chip=ChipText(tr(FATES[line.fate]), TONES[line.fate]))


def _entry(line: PlanLine) -> Cell:
    form = line.form
    where = ", ".join(part for part in (form.room, form.place) if part) if form else ""
    title = line.title or tr("(no title)")
    quiet = line.fate in {Fate.SAME, Fate.LEFT}
    return Cell(title, detail=where, bold=not quiet, quiet=quiet, tip=title)


def _when(line: PlanLine) -> Cell:
    when = line.form or line.slot
    if when is None:
        return Cell("")
    return Cell(_days(when), detail=_hours(when), quiet=line.fate in {Fate.SAME, Fate.LEFT})


def _days(when: EntryForm | Slot) -> str:
    if when.until is None or when.until == when.on:
        return short_day(when.on, year=True)
    return f"{short_day(when.on)} {_TO} {short_day(when.until, year=True)}"


def _hours(when: EntryForm | Slot) -> str:
    if when.starts_at is None:
        return tr("all day")
    zone = f" {when.zone.label}" if isinstance(when, EntryForm) else ""
    return hours_words(when.starts_at, when.ends_at) + zone


def _remark(line: PlanLine) -> Cell:
    words = remarks_words(line)
    tone = Tone.BAD if line.fate is Fate.REFUSED else Tone.PLAIN
    return Cell(words, tone=tone, quiet=tone is Tone.PLAIN, tip=words)
