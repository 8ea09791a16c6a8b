"""The clearance sheet: which text goes round, and room for the initials of every office."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kunjungan.documents.office.content import Column, OfficePaper, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper

_TITLE = Bilingual("LEMBAR PARAF NASKAH", "CLEARANCE SHEET")
_ABOUT = Bilingual("{kind} tentang {subject}", "{kind} concerning {subject}")
_REFERENCE = Bilingual("Nomor berkas", "Reference")
_PARTIES = Bilingual("Para pihak", "Parties")
_DRAFT = Bilingual("Draf", "Draft")
_FINGERPRINT = Bilingual("Sidik naskah", "Fingerprint of the text")
_COLUMNS = (
    Column(Bilingual("No.", "No."), 5, "right"),
    Column(Bilingual("Perangkat", "Office"), 27),
    Column(Bilingual("Nama", "Name"), 21),
    Column(Bilingual("Paraf", "Initials"), 15),
    Column(Bilingual("Tanggal", "Date"), 13),
    Column(Bilingual("Catatan", "Note"), 19),
)
_ROOM_MM = 15.0
_SAID = {
    "cleared": Bilingual("Sudah diparaf, draf {draft}", "Cleared, draft {draft}"),
    "returned": Bilingual("Dikembalikan, draf {draft}", "Returned, draft {draft}"),
}
_STALE = Bilingual("Diparaf pada naskah lain, draf {draft}", "Cleared another text, draft {draft}")
_DUE = Bilingual("Batas waktu {day}", "Due {day}")
_NOTE = Bilingual(
    "Paraf berlaku untuk naskah dengan sidik di atas, yang juga tercetak di kaki setiap halaman "
    "naskah. Naskah dengan sidik lain memerlukan paraf baru.",
    "Initials hold for the text with the fingerprint above, which also stands in the foot of every "
    "page of the text. A text with another fingerprint needs new initials.",
)


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step of the route: ``group`` is its party; what it said before stands in the note."""

    group: Bilingual
    office: Bilingual
    name: str
    day: str
    outcome: str
    draft_no: int
    stale: bool
    due: str
    note: str


@dataclass(frozen=True, slots=True)
class ClearanceSheet:
    """All that a clearance sheet says; days as they are printed."""

    kind: Bilingual
    subject: Bilingual
    reference: str
    parties: Bilingual
    draft_no: int
    fingerprint: str
    steps: Sequence[SheetStep]
    paper: Paper
    author: str = ""


def clearance_paper(sheet: ClearanceSheet) -> OfficePaper:
    """Return the paper: one table for each party's side, numbered through."""
    tables, number = [], 0
    for group, steps in groupby(sheet.steps, key=lambda step: step.group):
        rows = []
        for step in steps:
            number += 1
            rows.append((str(number), step.office, step.name, "", step.day, _note(step)))
        tables.append(Table(_COLUMNS, tuple(rows), group, _ROOM_MM))
    return OfficePaper(
        title=_TITLE,
        about=(_ABOUT.filled(kind=sheet.kind, subject=sheet.subject),),
        facts=(
            (_REFERENCE, sheet.reference),
            (_PARTIES, sheet.parties),
            (_DRAFT, str(sheet.draft_no)),
            (_FINGERPRINT, sheet.fingerprint),
        ),
        tables=tuple(tables),
        notes=(_NOTE,),
        paper=sheet.paper,
        foot=f"{sheet.reference} · draf {sheet.draft_no} · {sheet.fingerprint[:8]}",
        author=sheet.author,
    )


def _note(step: SheetStep) -> Bilingual:
    """Return what a step said, or by when it is due, in both languages; notes stay as typed."""
    if step.outcome:
        said = _STALE if step.stale else _SAID[step.outcome]
        said = said.filled(draft=step.draft_no)
    else:
        said = _DUE.filled(day=step.due) if step.due else Bilingual("", "")
    return Bilingual("\n".join(filter(None, (said.id, step.note))), said.en)
