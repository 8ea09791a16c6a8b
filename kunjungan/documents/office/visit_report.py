"""The visit report (laporan kunjungan) to the head of the office, from what happened.

Its parts are office practice: grounds, course, guests, result, follow-up, gifts, enclosures.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kunjungan.documents.office.content import (
    Column,
    OfficePaper,
    Passage,
    Said,
    Signature,
    Table,
)
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper

TITLE = Bilingual("LAPORAN KUNJUNGAN", "VISIT REPORT")
_TO, _THROUGH = Bilingual("Kepada", "To"), Bilingual("Melalui", "Through")
_FROM = Bilingual("Dari", "From")
_ON = Bilingual("Tanggal laporan", "Date of report")
_DAY, _PLACE = Bilingual("Hari dan tanggal", "Date"), Bilingual("Tempat", "Venue")
_HELD = Bilingual("Pelaksanaan", "Held")
_THEME, _HOST = Bilingual("Tema", "Theme"), Bilingual("Diterima oleh", "Received by")
_GROUNDS = Bilingual("Dasar", "Grounds")
_GUESTS = Bilingual("Tamu", "Guests")
_COURSE = Bilingual("Jalannya acara", "Course of events")
_RESULT = Bilingual("Hasil", "Result")
_AGREEMENTS = Bilingual("Naskah kerja sama", "Agreements")
_PROMISES = Bilingual("Tindak lanjut", "Follow-up")
_GIFTS = Bilingual("Cendera mata", "Souvenirs")
_FILES = Bilingual("Lampiran", "Enclosures")
_TOTAL = Bilingual("Jumlah", "Total")
_NOTHING = Bilingual("Tidak ada.", "None.")
_NO_RESULT = Bilingual("Belum dicatat.", "Not noted yet.")
_GUEST_COLUMNS = (
    Column(Bilingual("No.", "No."), 6, "right"),
    Column(Bilingual("Delegasi", "Delegation"), 34),
    Column(Bilingual("Pimpinan", "Head"), 36),
    Column(Bilingual("Rencana", "Expected"), 12, "right"),
    Column(Bilingual("Hadir", "Came"), 12, "right"),
)
_COURSE_COLUMNS = (
    Column(Bilingual("Rencana", "Planned"), 15),
    Column(Bilingual("Nyatanya", "Actual"), 15),
    Column(Bilingual("Acara", "Item"), 38),
    Column(Bilingual("Catatan", "Remarks"), 32),
)
_PROMISE_COLUMNS = (
    Column(Bilingual("No.", "No."), 6, "right"),
    Column(Bilingual("Janji atau tindak lanjut", "Promise or follow-up"), 38),
    Column(Bilingual("Kepada", "To"), 22),
    Column(Bilingual("Penanggung jawab", "In charge"), 20),
    Column(Bilingual("Batas waktu", "Due"), 14),
)
_GIFT_COLUMNS = (
    Column(Bilingual("Arah", "Direction"), 14),
    Column(Bilingual("Barang", "Item"), 32),
    Column(Bilingual("Mitra", "Partner"), 24),
    Column(Bilingual("Nilai", "Value"), 14, "right"),
    Column(Bilingual("Disimpan di", "Kept at"), 16),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReport:
    """All that a visit report says, as it is printed; every row in the order of its columns."""

    title: str
    to: Said
    through: Said
    sender: Said
    reported_on: Bilingual
    day: Bilingual
    place: str
    held: Bilingual
    theme: Bilingual
    host: Said
    grounds: tuple[Bilingual, ...]
    guests: tuple[tuple[Said, ...], ...]
    expected: int
    came: int | None
    course: tuple[tuple[Said, ...], ...]
    result: str
    agreements: tuple[Said, ...]
    promises: tuple[tuple[Said, ...], ...]
    gifts: tuple[tuple[Said, ...], ...]
    files: tuple[str, ...]
    signed: Signature
    foot: str
    paper: Paper
    english: bool = False
    author: str = ""


def report_paper(report: VisitReport) -> OfficePaper:
    """Return the report as a paper, in Indonesian, with the English under it where wanted."""
    paper = OfficePaper(
        title=TITLE,
        about=(Bilingual(report.title, ""),),
        facts=tuple(_facts(report)),
        tables=tuple(_parts(report)),
        signatures=(report.signed,),
        paper=report.paper,
        foot=report.foot,
        author=report.author,
    )
    return paper if report.english else indonesian(paper)


def indonesian(paper: OfficePaper) -> OfficePaper:
    """Return a paper without its English."""
    return OfficePaper(
        title=_bare(paper.title),
        about=tuple(map(_bare, paper.about)),
        facts=tuple((_bare(label), _said(value)) for label, value in paper.facts),
        tables=tuple(map(_part, paper.tables)),
        notes=tuple(map(_bare, paper.notes)),
        signatures=tuple(
            Signature(_said(one.post), one.name, _said(one.over)) for one in paper.signatures
        ),
        foot=paper.foot,
        paper=paper.paper,
        landscape=paper.landscape,
        author=paper.author,
    )


def _facts(report: VisitReport) -> Iterator[tuple[Bilingual, Said]]:
    facts = (
        (_TO, report.to),
        (_THROUGH, report.through),
        (_FROM, report.sender),
        (_ON, report.reported_on),
        (_DAY, report.day),
        (_HELD, report.held),
        (_PLACE, report.place),
        (_THEME, report.theme),
        (_HOST, report.host),
    )
    return ((label, value) for label, value in facts if _filled(value))


def _parts(report: VisitReport) -> Iterator[Table | Passage]:
    yield Passage(report.grounds or (_NOTHING,), _GROUNDS, numbered=len(report.grounds) > 1)
    came = "" if report.came is None else str(report.came)
    total: tuple[Said, ...] = ("", _TOTAL, "", str(report.expected), came)
    yield Table(_GUEST_COLUMNS, (*report.guests, total), _GUESTS)
    if report.course:
        yield Table(_COURSE_COLUMNS, report.course, _COURSE)
    result = tuple(part for part in report.result.split("\n\n") if part.strip())
    yield Passage(result or (_NO_RESULT,), _RESULT)
    if report.agreements:
        yield Passage(report.agreements, _AGREEMENTS, numbered=True)
    if report.promises:
        yield Table(_PROMISE_COLUMNS, report.promises, _PROMISES)
    else:
        yield Passage((_NOTHING,), _PROMISES)
    if report.gifts:
        yield Table(_GIFT_COLUMNS, report.gifts, _GIFTS)
    if report.files:
        yield Passage(report.files, _FILES, numbered=True)


def _filled(value: Said) -> bool:
    return bool(value.id if isinstance(value, Bilingual) else value)


def _bare(words: Bilingual) -> Bilingual:
    return Bilingual(words.id, "")


def _said(words: Said) -> Said:
    return _bare(words) if isinstance(words, Bilingual) else words


def _part(part: Table | Passage) -> Table | Passage:
    title = _bare(part.title) if part.title else None
    if isinstance(part, Passage):
        return Passage(tuple(map(_said, part.paragraphs)), title, part.numbered)
    columns = tuple(Column(_bare(each.head), each.share, each.side) for each in part.columns)
    rows = tuple(tuple(map(_said, row)) for row in part.rows)
    return Table(columns, rows, title, part.least_mm)
