"""What the fields of a text are called, and where what they say is entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kunjungan.i18n import later, tr

About = Literal["facts", "party", "institution", "umbrella", "text", ""]
"""Where one goes: the agreement's data, a party, its institution, what the agreement rests on."""


@dataclass(frozen=True, slots=True)
class FieldSource:
    """A field in words, and the place where what it says is entered.

    ``seq`` is the party, ``column`` the form's field as findings name it, ``anchor`` the row that
    a reference points to. Without ``about`` the field's own name says all.
    """

    words: str
    place: str
    about: About
    seq: int = 0
    column: str = ""
    anchor: str = ""


_DATA, _PARTIES = later("Agreement's data"), later("the parties")
_BASIS = later("the agreement it rests on")
_SHARED: Mapping[str, tuple[str, str, About, str]] = MappingProxyType(
    {
        "kind": (later("Kind of agreement"), _DATA, "facts", "kind"),
        "subject": (later("Subject"), _DATA, "facts", "subject_en"),
        "opening": (later("Opening with the signing date"), _DATA, "facts", "signing_on"),
        "date": (later("Signing date"), _DATA, "facts", "signing_on"),
        "date.words": (later("Signing date in words"), _DATA, "facts", "signing_on"),
        "place": (later("Place of signing"), _DATA, "facts", "place_id"),
        "term": (later("Term"), _DATA, "facts", "term_years"),
        "languages": (later("Languages of the text"), _DATA, "facts", "third_language"),
        "authenticity": (later("Which text prevails"), _DATA, "facts", "language_clause"),
        "language.clause": (later("Clause on the languages"), _DATA, "facts", "language_clause"),
        "originals": (later("Number of originals"), _PARTIES, "facts", ""),
        "copies": (later("Originals in words"), _PARTIES, "facts", ""),
        "disputes.authority": (later("Authority for disputes"), _PARTIES, "facts", ""),
        "parties.labels": (later("What the parties are called"), _PARTIES, "facts", ""),
        "parties.names": (later("Names of all parties"), _PARTIES, "facts", ""),
        "parties.others": (later("The other party"), _PARTIES, "facts", ""),
        "parties.signing": (later("Offices of all signatories"), _PARTIES, "facts", ""),
        "umbrella.title": (
            later("Title of the agreement this one rests on"), _BASIS, "umbrella", ""
        ),
        "umbrella.numbers": (
            later("Numbers of the agreement this one rests on"), _BASIS, "umbrella", ""
        ),
        "umbrella.date": (later("Date of the agreement this one rests on"), _BASIS, "umbrella", ""),
        "notice": (later("Period of notice"), later("the office's settings"), "", ""),
    }
)  # fmt: skip
"""Fields by name: what each is called, where its words are entered, and how one gets there."""
_PARTY: Mapping[str, tuple[str, About, str]] = MappingProxyType(
    {
        "name": (later("Official's name"), "party", "tenure_id"),
        "office": (later("Office of the signatory"), "party", "tenure_id"),
        "acting": (later("By what right"), "party", "authority"),
        "address": (later("Address"), "institution", ""),
        "government": (later("Name of the institution"), "institution", ""),
        "style": (later("Full style"), "institution", ""),
        "place": (later("Seat"), "institution", ""),
        "label": (later("What the party is called"), "facts", "party_style"),
        "end": (later("End of the party's row"), "", ""),
    }
)


def source_of(name: str, values: Mapping[str, str]) -> FieldSource:
    """Return a field in words with its source; ``values`` tell what the parties are called."""
    if name in _SHARED:
        words, place, about, column = _SHARED[name]
        return FieldSource(tr(words), tr(place), about, column=column)
    head, _, rest = name.partition(".")
    if rest in _PARTY and head.startswith("party"):
        return _of_party(int(head.removeprefix("party")), rest, values)
    return _spelled_out(name)


def _of_party(seq: int, rest: str, values: Mapping[str, str]) -> FieldSource:
    words, about, column = _PARTY[rest]
    label = values.get(f"party{seq}.label") or tr("Party {seq}", seq=seq)
    return FieldSource(f"{label}: {tr(words)}", label, about, seq, column)


def _spelled_out(name: str) -> FieldSource:
    kind, _, rest = name.partition(":")
    match kind:
        case "number" | "money":
            return FieldSource(tr("A figure in both notations"), "", "")
        case "ref":
            return FieldSource(
                tr("Reference to a row of this text"), tr("that row"), "text", anchor=rest
            )
        case _:
            return FieldSource(name, "", "")
