"""The printed register of a year: every agreement signed in it, a row each, with its summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.paper import Paper

_TITLE = Bilingual("REGISTER KERJA SAMA TAHUN {year}", "REGISTER OF AGREEMENTS {year}")
_COLUMNS = (
    Column(Bilingual("No.", "No."), 4, "right"),
    Column(Bilingual("Register", "Register"), 7.5),
    Column(Bilingual("Jenis", "Kind"), 11.2),
    Column(Bilingual("Nomor", "Numbers"), 16.3),
    Column(Bilingual("Mitra", "Partner"), 15),
    Column(Bilingual("Tentang", "Subject"), 20.2),
    Column(Bilingual("Tanda tangan", "Signed"), 8.8),
    Column(Bilingual("Jangka waktu", "Term"), 8.8),
    Column(Bilingual("Status", "State"), 9.8),
    Column(Bilingual("Naskah asli", "Original"), 8.8),
)
_COUNT = Bilingual("Jumlah", "Number")
_BY_STATUS = Bilingual("Menurut status", "By state")
_BY_KIND = Bilingual("Menurut jenis", "By kind")
_PARTNERS = Bilingual("Jumlah mitra", "Partners")
_UNNUMBERED = Bilingual("Belum bernomor", "Without a number")
_AS_OF = Bilingual("Keadaan per", "As of")
_FOOT = "Register kerja sama {year} · per {day}"


@dataclass(frozen=True, slots=True)
class YearLine:
    """An agreement in the register of a year; days as they are printed, empty where unknown.

    ``numbers`` are the own number and below it the partners', ``term`` is first and last day.
    """

    register_no: str
    kind: Bilingual
    numbers: str
    partners: tuple[Bilingual, ...]
    subject: Bilingual
    signed_on: str
    term: tuple[str, str]
    status: Bilingual
    kept_at: Bilingual


def yearbook_paper(
    year: int, body: Bilingual, lines: Sequence[YearLine], today: date, paper: Paper
) -> OfficePaper:
    """Return the register of a year, set across; ``body`` is whose register it is."""
    rows = tuple(_row(number, line) for number, line in enumerate(lines, 1))
    return OfficePaper(
        title=_TITLE.filled(year=str(year)),
        about=(body,) if body.id else (),
        facts=(*_summary(lines), (_AS_OF, day_month_year(today))),
        tables=(Table(_COLUMNS, rows),),
        paper=paper,
        landscape=True,
        foot=_FOOT.format(year=year, day=day_month_year(today)),
        author=body.id,
    )


def _row(number: int, line: YearLine) -> tuple[str | Bilingual, ...]:
    return (
        str(number),
        line.register_no,
        line.kind,
        line.numbers,
        _under_each_other(line.partners),
        line.subject,
        line.signed_on,
        "\n".join(day for day in line.term if day),
        line.status,
        line.kept_at,
    )


def _under_each_other(names: Sequence[Bilingual]) -> Bilingual:
    return Bilingual("\n".join(n.id for n in names), "\n".join(n.en for n in names))


def _summary(lines: Sequence[YearLine]) -> Iterator[tuple[Bilingual, Said]]:
    """Yield what the year brought, in numbers."""
    yield _COUNT, str(len(lines))
    yield _BY_KIND, _counted(line.kind for line in lines)
    yield _BY_STATUS, _counted(line.status for line in lines)
    yield _PARTNERS, str(len({name.id for line in lines for name in line.partners}))
    if bare := [line for line in lines if not line.numbers]:
        yield _UNNUMBERED, str(len(bare))


def _counted(words: Iterable[Bilingual]) -> Bilingual:
    """Return how often each stands there, what is most frequent first."""
    counts = Counter(words).most_common()
    return Bilingual(
        ", ".join(f"{word.id} {count}" for word, count in counts),
        ", ".join(f"{word.en} {count}" for word, count in counts),
    )
