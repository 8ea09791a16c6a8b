"""The columns of the register of agreements."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.life import AgreementStatus
from kunjungan.i18n import tr
from kunjungan.services.registry.row import RegisterRow, urgency
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.screens.agreements.registry.words import (
    fault_chip,
    fault_tip,
    follow_words,
    kind_short,
    left_words,
    names,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_Columns = list[Column[RegisterRow]]


def columns(book: Mapping[UUID, RegisterRow]) -> _Columns:
    """Return the columns as they are drawn; ``book`` is the register by its ids, for tooltips."""
    return [
        Column(tr("Number"), _number, 166, sort=lambda r: _blank_last(r.own.number), key="number"),
        Column(tr("Partner"), _partner, sort=lambda r: names(_names(r)).casefold(), key="partner"),
        Column(tr("Subject"), _subject, sort=lambda r: screen_side(r.subject).casefold(),
               key="subject"),
        Column(tr("Kind"), lambda r: Cell(kind_short(r.kind), quiet=True), 62, hide_below=1010,
               sort=lambda r: kind_short(r.kind), key="kind"),
        Column(tr("Signed"), _signed, 122, sort=lambda r: r.signed_on or r.signing_on or date.max,
               hide_below=1010, key="signed"),
        Column(tr("Ends on"), _ends, 98, sort=lambda r: r.course.last_day or date.max,
               hide_below=860, key="ends"),
        Column(tr("Time left"), _left, 104, Align.RIGHT, hide_below=620, key="left",
               sort=lambda r: (r.days_left is None, r.days_left or 0)),
        Column(tr("State"), _state, 124, sort=urgency, key="state"),
        Column(tr("To check"), lambda r: _faults(r, book), 126, key="check",
               sort=lambda r: not r.faults, when=lambda r: bool(r.faults)),
        *_spare(),
    ]  # fmt: skip


def _spare() -> _Columns:
    """Return the columns that a person may add."""
    return [
        Column(tr("Partner's number"), _partner_numbers, 160, key="partner_number", spare=True,
               sort=lambda r: _blank_last(*(party.number for party in r.partners))),
        Column(tr("Field"), lambda r: Cell(r.field), 130, key="field", spare=True,
               sort=lambda r: _blank_last(r.field)),
        Column(tr("Unit"), lambda r: Cell(r.unit), 130, key="unit", spare=True,
               sort=lambda r: _blank_last(r.unit)),
        Column(tr("Starts on"), lambda r: _day(r.starts_on), 100, key="starts", spare=True,
               sort=lambda r: r.starts_on or date.max),
        Column(tr("Register"), lambda r: Cell(r.register_no), 84, key="register", spare=True,
               sort=lambda r: _blank_last(r.register_no)),
        Column(tr("Kept at"), _kept, 150, key="kept", spare=True,
               sort=lambda r: _blank_last(r.custody.lent_to or r.custody.kept_at)),
        Column(tr("Follow-up"), lambda r: Cell(follow_words(r.follow_up, near=False)), 170,
               key="follow_up", spare=True, sort=lambda r: follow_words(r.follow_up, near=False)),
        Column(tr("Reference"), lambda r: Cell(r.reference, quiet=True), 110, key="reference",
               spare=True, sort=lambda r: r.reference),
    ]  # fmt: skip


def _number(row: RegisterRow) -> Cell:
    if not row.own.number and not KINDS[row.kind].number_lines:
        return Cell("—", quiet=True)
    theirs = ", ".join(party.number for party in row.partners if party.number)
    tip = tr("Partner's number: {number}", number=theirs) if theirs else ""
    return Cell(row.own.number or tr("no number yet"), quiet=not row.own.number, tip=tip)


def _partner(row: RegisterRow) -> Cell:
    return Cell(names(_names(row)), bold=True, tip=names(tuple(p.name for p in row.parties)))


def _subject(row: RegisterRow) -> Cell:
    words = screen_side(row.subject)
    more = (words, label(row.kind), row.field, row.unit, row.note)
    return Cell(words, tip="\n".join(part for part in more if part))


def _signed(row: RegisterRow) -> Cell:
    if row.signed_on is not None:
        return Cell(brief_day(row.signed_on, year=True), quiet=True)
    if row.signing_on is None:
        return Cell("—", quiet=True)
    return Cell(tr("planned {day}", day=brief_day(row.signing_on)), quiet=True,
                tip=brief_day(row.signing_on, year=True))  # fmt: skip


def _ends(row: RegisterRow) -> Cell:
    if row.course.ended_on is not None:
        return Cell(brief_day(row.course.ended_on, year=True), tip=row.end_reason)
    return _day(row.course.last_day)


def _left(row: RegisterRow) -> Cell:
    last = row.course.last_day
    if row.days_left is None or last is None:
        return Cell("—", quiet=True)
    ending = row.status is AgreementStatus.ENDING
    return Cell(left_words(row.days_left, last), tone=Tone.WARN if ending else Tone.PLAIN)


def _state(row: RegisterRow) -> Cell:
    if row.status is AgreementStatus.DRAFT and row.untranslated:
        words = tr("untranslated: {count}", count=row.untranslated)
        return Cell("", chip=ChipText(words, Tone.BAD), tip=label(row.status))
    tip = row.end_reason or follow_words(row.follow_up, near=False)
    return Cell("", chip=ChipText(label(row.status), tone(row.status)), tip=tip)


def _faults(row: RegisterRow, book: Mapping[UUID, RegisterRow]) -> Cell:
    if not row.faults:
        return Cell("")
    first = row.faults[0]
    chip = ChipText(fault_chip(first), tone(first.kind))
    return Cell("", chip=chip, tip="\n".join(fault_tip(fault, book) for fault in row.faults))


def _partner_numbers(row: RegisterRow) -> Cell:
    return Cell(", ".join(party.number for party in row.partners if party.number))


def _kept(row: RegisterRow) -> Cell:
    if row.custody.lent_to:
        return Cell(tr("lent to {who}", who=row.custody.lent_to), tone=Tone.WARN)
    return Cell(row.custody.kept_at)


def _day(day: date | None) -> Cell:
    return Cell("—", quiet=True) if day is None else Cell(brief_day(day, year=True))


def _names(row: RegisterRow) -> tuple[Bilingual, ...]:
    return tuple(party.name for party in row.partners)


def _blank_last(*texts: str) -> tuple[bool, str]:
    text = " ".join(texts).casefold()
    return not text.strip(), text
