"""How gifts are spoken of."""

from collections.abc import Mapping

from kunjungan.i18n import later, tr
from kunjungan.services.visiting.gifts import GiftLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

DIRECTION_WORDS: Mapping[str, str] = {"given": later("Given"), "received": later("Received")}


def rupiah_words(value: int | None) -> str:
    """Return an amount as it is written: Rp350.000."""
    return "—" if value is None else f"Rp{value:,}".replace(",", ".")


def report_chip(line: GiftLine) -> ChipText | None:
    """Return how it stands with the report of a gift; None where none is owed."""
    if line.direction == "given":
        return None
    if line.reported_on is not None:
        return ChipText(tr("reported {day}", day=short_day(line.reported_on)), Tone.OK)
    if line.due_on is None:
        return ChipText(tr("to be reported"), Tone.WARN)
    if line.overdue:
        return ChipText(tr("report overdue since {day}", day=short_day(line.due_on)), Tone.BAD)
    return ChipText(tr("report by {day}", day=short_day(line.due_on)), Tone.WARN)
