"""What the fields of a text say in the partner's own language; what is not known is in English."""

import math
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.agreement_fields import AgreementFacts, PartyFacts

if TYPE_CHECKING:  # Babel is loaded only for a paper in a third language
    from babel import Locale


def third_values(facts: AgreementFacts, both: Mapping[str, Bilingual]) -> dict[str, str]:
    """Return each field of ``both`` in the third language of an agreement.

    Title, subject and names are as the partner wrote them; dates, figures, lists and spans of
    time as its language writes them (Unicode CLDR).
    """
    return {name: value.en for name, value in both.items()} | known_values(facts, both)


def known_values(facts: AgreementFacts, both: Mapping[str, Bilingual]) -> dict[str, str]:
    """Return the fields of ``both`` whose words in the third language are known."""
    known = {"kind": facts.row.title_third, "subject": facts.row.subject_third}
    for party in facts.parties:
        known |= _party_values(party)
    locale = _locale(facts.row.third_language)
    if locale is not None:
        known |= _dates(facts, locale) | _spans(facts, locale) | _figures(both, locale)
        known["parties.names"] = _names(facts, locale)
    return {name: _plain(text) for name, text in known.items() if text}


def _party_values(party: PartyFacts) -> dict[str, str]:
    own, seq = party.row, party.row.seq
    return {
        f"party{seq}.name": own.signer_third,
        f"party{seq}.office": own.office_third,
        f"party{seq}.government": own.name_third,
        f"party{seq}.style": own.name_third,
    }


def _locale(language: str) -> "Locale | None":
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - heavy, paper only

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _dates(facts: AgreementFacts, locale: "Locale") -> dict[str, str]:
    from babel.dates import format_date  # noqa: PLC0415 - heavy, paper only

    def written(day: date | None, form: str) -> str:
        return format_date(day, form, locale) if day else ""

    day = facts.row.signing_on
    long = written(day, "long")
    return {
        "opening": written(day, "full"),
        "date": long,
        "date.words": long,
        "umbrella.date": written(facts.parent.row.signing_on, "long") if facts.parent else "",
    }


def _spans(facts: AgreementFacts, locale: "Locale") -> dict[str, str]:
    from babel.dates import format_timedelta  # noqa: PLC0415 - heavy, paper only

    def years(count: int) -> str:
        span = timedelta(days=365 * count)
        return format_timedelta(span, "year", threshold=math.inf, locale=locale) if count else ""

    def months(count: int) -> str:
        span = timedelta(days=30 * count)
        return format_timedelta(span, "month", threshold=math.inf, locale=locale) if count else ""

    row = facts.row
    return {
        "term": f"{years(row.term_years or 0)} {months(row.term_months or 0)}".strip(),
        "notice": months(facts.chosen.notice_months),
        "originals": str(len(facts.parties)),
        "copies": str(len(facts.parties)),
    }


def _figures(both: Mapping[str, Bilingual], locale: "Locale") -> dict[str, str]:
    from babel.numbers import format_decimal  # noqa: PLC0415 - heavy, paper only

    figures = (name.partition(":") for name in both if ":" in name)
    return {
        f"{kind}:{digits}": ("Rp" if kind == "money" else "")
        + format_decimal(int(digits), locale=locale)
        for kind, _, digits in figures
    }


def _names(facts: AgreementFacts, locale: "Locale") -> str:
    from babel.lists import format_list  # noqa: PLC0415 - heavy, paper only

    names = [party.row.name_third or party.style.en for party in facts.parties]
    return format_list(names, locale=locale) if any(p.row.name_third for p in facts.parties) else ""


def _plain(text: str) -> str:
    """Return a text with the narrow spaces of some languages as ones that every face has."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
