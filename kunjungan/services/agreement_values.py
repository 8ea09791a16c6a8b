"""What the fields of an agreement's text say in Indonesian and English, such as ``{opening}``."""

from collections.abc import Iterable

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date, opening, treaty_date
from kunjungan.domain.listing import listed, listed_names
from kunjungan.domain.number_words import counted, figure, rupiah
from kunjungan.domain.originals import in_copies
from kunjungan.domain.regions import dispute_authority
from kunjungan.domain.richtext import fields_in
from kunjungan.services.agreement_fields import AgreementFacts
from kunjungan.services.language_values import language_values
from kunjungan.services.party_values import party_values, short_label

_BLANK = Bilingual("........", "........")
_BLANK_DATE = Bilingual(
    "tanggal ........ bulan ........ tahun ........",
    "this ........ day of ........ in the year ........",
)
_NUMBER = Bilingual("Nomor {number}", "Number {number}")
_NO_NUMBER = "……"
_YEARS = (Bilingual("tahun", "year"), Bilingual("tahun", "years"))
_MONTHS = (Bilingual("bulan", "month"), Bilingual("bulan", "months"))
_FIGURES = ("number:", "money:")
_OPEN = Bilingual("", "")
"""Nothing is known: the field is shown as open, and on paper as dots."""


def agreement_values(facts: AgreementFacts) -> dict[str, Bilingual]:
    """Return what each field of an agreement's text says, its parties in printed order.

    A field that nothing is known of yet says nothing.
    """
    row, count = facts.row, len(facts.parties)
    day = row.signing_on
    values = {
        "kind": facts.rule.name,
        "subject": Bilingual(row.subject_id, row.subject_en),
        "opening": opening(day),
        "date": long_date(day) if day else _BLANK,
        "date.words": treaty_date(day) if day else _BLANK_DATE,
        "place": Bilingual(row.place_id, row.place_en or row.place_id),
        "originals": counted(count),
        "copies": in_copies(count),
        "term": _term(row.term_years, row.term_months),
        "notice": _span(facts.chosen.notice_months, _MONTHS),
        "disputes.authority": _authority(facts),
        "parties.labels": _labels(facts),
        "parties.names": _names(facts),
        "parties.others": _others(facts),
        "parties.signing": listed([party.post for party in facts.parties]),
    }
    return values | language_values(facts) | _umbrella_values(facts) | party_values(facts)


def figure_values(texts: Iterable[str]) -> dict[str, Bilingual]:
    """Return what the figures in texts say, such as ``{number:5000}``: 5.000 and 5,000."""
    names = {name for text in texts for name in fields_in(text) if name.startswith(_FIGURES)}
    return {name: _figure(*name.split(":")) for name in names}


def _figure(kind: str, digits: str) -> Bilingual:
    return rupiah(int(digits)) if kind == "money" else figure(int(digits))


def _authority(facts: AgreementFacts) -> Bilingual:
    first, second, *more = [party.region_code for party in facts.parties]
    if not all((first, second, *more)):
        return Bilingual("pihak yang disepakati PARA PIHAK", "body agreed upon by the PARTIES")
    return dispute_authority(first, second, *more)


def _labels(facts: AgreementFacts) -> Bilingual:
    labels = [short_label(facts.row, party.row.seq) for party in facts.parties]
    both = listed([Bilingual(label.id, f"the {label.en}") for label in labels])
    return Bilingual(both.id, _capital(both.en))


def _names(facts: AgreementFacts) -> Bilingual:
    both = listed_names([party.style for party in facts.parties])
    return Bilingual(both.id, _capital(both.en))


def _others(facts: AgreementFacts) -> Bilingual:
    two = len(facts.parties) == 2
    if facts.rule.foreign:
        return Bilingual("Pihak lainnya", f"the other {'Party' if two else 'Parties'}")
    return Bilingual("PIHAK lainnya", f"the other {'PARTY' if two else 'PARTIES'}")


def _umbrella_values(facts: AgreementFacts) -> dict[str, Bilingual]:
    parent = facts.parent
    if parent is None:
        return dict.fromkeys(("umbrella.title", "umbrella.numbers", "umbrella.date"), _OPEN)
    row = parent.row
    numbers = [_NUMBER.filled(number=party.row.number or _NO_NUMBER) for party in parent.parties]
    about = Bilingual("{kind} tentang {subject}", "{kind} concerning {subject}")
    subject = Bilingual(row.subject_id, row.subject_en or row.subject_id)
    return {
        "umbrella.title": about.filled(kind=parent.rule.name, subject=subject),
        "umbrella.numbers": listed(numbers) if parent.rule.number_lines else _OPEN,
        "umbrella.date": long_date(row.signing_on) if row.signing_on else _OPEN,
    }


def _term(years: int | None, months: int | None) -> Bilingual:
    spans = [_span(count, unit) for count, unit in ((years, _YEARS), (months, _MONTHS)) if count]
    return Bilingual(" ".join(s.id for s in spans), " ".join(s.en for s in spans))


def _span(count: int, unit: tuple[Bilingual, Bilingual]) -> Bilingual:
    number, word = counted(count), unit[count != 1]
    return Bilingual(f"{number.id} {word.id}", f"{number.en} {word.en}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
