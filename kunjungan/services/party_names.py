"""What the parties of an agreement are called on paper, and how its languages list them."""

from kunjungan.domain.alternat_proof import CONJUNCTIONS, PartyNames
from kunjungan.services.agreement_fields import AgreementFacts, body_name
from kunjungan.services.party_values import party_values

_NAMES = ("name", "office", "government", "style", "label")


def party_names(facts: AgreementFacts) -> PartyNames:
    """Return what each party is called anywhere on paper, and how lists are joined there."""
    values = party_values(facts)
    called: list[set[str]] = []
    for party in facts.parties:
        row, body = party.row, body_name(party.body)
        said = [values[f"party{row.seq}.{name}"] for name in _NAMES] + [body, party.caption]
        own = {text for both in said for text in (both.id, both.en)}
        called.append(own | {row.name_third, row.office_third, row.signer_third})
    language = facts.row.third_language
    return PartyNames(called, (*CONJUNCTIONS, *(_joints(language) if language else ())))


def _joints(language: str) -> set[str]:
    """Return what a language puts between the things it lists: 및, et, "، و" (Unicode CLDR)."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - heavy, paper only
    from babel.lists import format_list  # noqa: PLC0415 - heavy, paper only

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return set()
    lists = (format_list(["\0"] * count, locale=locale) for count in (2, 3, 4))
    return {joint.strip(" ,;") for text in lists for joint in text.split("\0")} - {""}
