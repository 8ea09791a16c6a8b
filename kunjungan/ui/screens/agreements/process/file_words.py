"""How files are worded: what each is, how large, and what became of its content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from uuid import UUID

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.process.custody import custody
from kunjungan.services.process.file_lines import FileLine
from kunjungan.services.process.stages import evidence_slots
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.sizes import size_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is: evidence of a document of a stage, a scan of an original, or neither."""

    stage: str = ""
    document: str = ""
    original_no: int | None = None


def purposes(office: Office, agreement_id: UUID) -> list[tuple[Purpose, str]]:
    """Return what a file of this agreement may be, each in words; nothing in particular first."""
    found = [(Purpose(), tr("Another file"))]
    found += [
        (Purpose(original_no=line.no), tr("Scan of original {number}", number=line.no))
        for line in custody(office, agreement_id)
        if line.signed or not line.printed
    ]
    slots = evidence_slots(office, agreement_id)
    found += [
        (
            Purpose(slot.stage, slot.document),
            f"{screen_side(slot.name)} ({screen_side(slot.stage_name)})",
        )
        for slot in slots
    ]
    stages = dict.fromkeys((slot.stage, screen_side(slot.stage_name)) for slot in slots)
    return [
        *found,
        *((Purpose(code), tr("{stage}: other file", stage=name)) for code, name in stages),
    ]


def purpose_of(line: FileLine) -> Purpose:
    """Return what a kept file is."""
    return Purpose(line.stage, line.document, line.original_no)


def full_moment(moment: datetime, zone: tzinfo | None) -> str:
    """Return a moment with its year: Thu, 1 Sep 2022 09.00."""
    local = moment.astimezone(zone)
    return f"{short_day(local.date(), year=True)} {clock(local.time())}"


def about_words(line: FileLine, purpose: str) -> str:
    """Return the second line under a file's name: what it is, number, date, size."""
    on = short_day(line.on, year=True) if line.on else ""
    parts = (purpose, line.number, on, size_words(line.size))
    return BETWEEN.join(part for part in parts if part)


def state_chip(line: FileLine) -> ChipText | None:
    """Return what is wrong with a file's content, or which original it shows."""
    if line.state == "missing":
        return ChipText(tr("missing"), Tone.BAD, "error_circle")
    if line.state == "damaged":
        return ChipText(tr("damaged"), Tone.BAD, "error_circle")
    if line.original_no is not None:
        return ChipText(tr("original {number}", number=line.original_no), Tone.OK)
    return None


def names_words(names: Sequence[str], most: int = 3) -> str:
    """Return file names in one line; of many the first ones and how many more."""
    shown = ", ".join(names[:most])
    more = len(names) - most
    return shown if more <= 0 else tr("{names} and {count} more", names=shown, count=more)
