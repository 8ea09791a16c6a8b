"""What a text says of its own languages: which they are, and which of them decides."""

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound
from kunjungan.domain.languages import tongue
from kunjungan.domain.layouts import official_languages
from kunjungan.domain.listing import listed
from kunjungan.services.agreement_fields import AgreementFacts

EQUAL = Bilingual("semua naskah memiliki keabsahan yang sama", "all texts being equally authentic")
PREVAILS = Bilingual(
    ". Dalam hal terdapat perbedaan penafsiran, naskah {language} yang berlaku",
    ". In case of any divergence of interpretation, the {language} text shall prevail",
)
MADE = Bilingual("{kind} ini dibuat dalam {languages}", "This {kind} is made in the {languages}")


def language_values(facts: AgreementFacts) -> dict[str, Bilingual]:
    """Return the fields ``languages``, ``authenticity`` and ``language.clause``.

    Only languages that are signed count: an unofficial translation is none of the agreement's.
    """
    row = facts.row
    official = official_languages(row.layout, row.third_language, foreign=facts.foreign)
    signed = [code for code, own in zip(facts.languages, official, strict=True) if own]
    languages = _languages([language_name(code) for code in signed])
    decides = _prevailing(facts) if len(signed) > 1 else Bilingual("", "")
    made = MADE.filled(kind=facts.rule.name, languages=languages)
    equal = Bilingual("", "")
    if len(signed) > 1 and (facts.foreign or not decides.id):
        equal = Bilingual(f", {EQUAL.id}", f", {EQUAL.en}")
    return {
        "languages": languages,
        "authenticity": _joined(EQUAL, decides),
        "language.clause": _joined(made, equal, decides, Bilingual(".", ".")),
    }


def language_name(code: str) -> Bilingual:
    """Return a language as a sentence names it: "bahasa Korea", "Korean"; a code stays itself."""
    try:
        name = tongue(code).name
    except NotFound:
        name = Bilingual(code, code)
    return Bilingual(f"bahasa {name.id}", name.en)


def _languages(names: list[Bilingual]) -> Bilingual:
    both = listed(names)
    english = both.en.replace(", and ", " and ")
    return Bilingual(both.id, f"{english} language{'s' if len(names) > 1 else ''}")


def _prevailing(facts: AgreementFacts) -> Bilingual:
    """Return the half sentence on the text that decides; nothing where all are equal."""
    clause, third = facts.row.language_clause, facts.row.third_language
    codes = {"id_prevails": "id", "en_prevails": "en", "third_prevails": third or "en"}
    if clause not in codes:
        return Bilingual("", "")
    return PREVAILS.filled(language=language_name(codes[clause]))


def _joined(*parts: Bilingual) -> Bilingual:
    return Bilingual("".join(part.id for part in parts), "".join(part.en for part in parts))
