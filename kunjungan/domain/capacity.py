"""In what capacity someone signs, and what is printed with the name."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.agreements import KINDS, AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import later


class Capacity(StrEnum):
    """How a person holds the office signed for (UU 30/2014 art 14, PP 28/2018 art 2)."""

    DEFINITIVE = "definitive"
    PJ = "pj"
    PJS = "pjs"
    PLT = "plt"
    PLH = "plh"
    FOR_HEAD = "an"
    ATTORNEY = "attorney"


class DocumentClass(StrEnum):
    """The classes of paper that Permendagri 1/2023 art 44 tells apart, agreements in two parts."""

    REGULATION = "regulation"
    DECREE = "decree"
    ASSIGNMENT = "assignment"
    LETTER = "letter"
    AGREEMENT_TEXT = "agreement_text"
    AGREEMENT_CAPTION = "agreement_caption"
    CERTIFICATE = "certificate"


class SignerClass(StrEnum):
    """The signers art 44 tells apart: heads and deputies, the secretary, officials, stand-ins."""

    HEAD = "head"
    SECRETARY = "secretary"
    OFFICIAL = "official"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed with a name."""

    titles: bool = False
    nip: bool = False
    rank: bool = False


_BARE = Printed()
_TITLES = Printed(titles=True)
_ALL = Printed(titles=True, nip=True, rank=True)
_WITHOUT_TITLES = (DocumentClass.REGULATION, DocumentClass.DECREE, DocumentClass.CERTIFICATE)

PRINTED: Mapping[tuple[DocumentClass, SignerClass], Printed] = MappingProxyType(
    {
        **{(paper, signer): _TITLES for paper in DocumentClass for signer in SignerClass},
        **{(paper, SignerClass.OFFICIAL): _ALL for paper in DocumentClass},
        (DocumentClass.AGREEMENT_TEXT, SignerClass.OFFICIAL): _TITLES,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.HEAD): _BARE,
        (DocumentClass.AGREEMENT_CAPTION, SignerClass.SECRETARY): _BARE,
        **{(paper, signer): _BARE for paper in _WITHOUT_TITLES for signer in SignerClass},
        **{(paper, SignerClass.STAND_IN): _BARE for paper in DocumentClass},
    }
)
"""Permendagri 1/2023 art 44; the two rows of agreements are office practice: setting."""

STANDING_IN = frozenset({Capacity.PJ, Capacity.PJS, Capacity.PLT, Capacity.PLH})

_PREFIXES: Mapping[Capacity, str] = MappingProxyType(
    {Capacity.PJ: "Pj. ", Capacity.PJS: "Pjs. ", Capacity.PLT: "Plt. ", Capacity.PLH: "Plh. "}
)
_ENGLISH: Mapping[Capacity, str] = MappingProxyType(
    {
        Capacity.DEFINITIVE: "{office}",
        Capacity.PJ: "Acting {office}",
        Capacity.PJS: "Interim Acting {office}",
        Capacity.PLT: "Acting {office}",
        Capacity.PLH: "Acting {office} (ad interim)",
    }
)
_DELEGATED: Mapping[Capacity, Bilingual] = MappingProxyType(
    {
        Capacity.FOR_HEAD: Bilingual("a.n. {head}, {office}", "{office}, on behalf of the {head}"),
        Capacity.ATTORNEY: Bilingual(
            "{office} atas kuasa {head}", "{office}, by power of attorney of the {head}"
        ),
    }
)


def title_line(
    office: Bilingual,
    capacity: Capacity,
    principal: Bilingual | None = None,
    *,
    caps: bool = False,
) -> Bilingual:
    """Return the office as signed: "Pj. Wali Kota Bandung", "Acting Mayor of Bandung".

    ``principal`` is the office acted for by delegation (a.n.) or power of attorney; without it the
    line is the own office. With ``caps`` the offices are in capitals and the abbreviations before
    them keep their own letters.
    """
    if caps:
        office = _capitals(office)
        principal = _capitals(principal) if principal else None
    if capacity in (Capacity.FOR_HEAD, Capacity.ATTORNEY):
        return _by_delegation(office, capacity, principal)
    english = _ENGLISH[capacity].format(office=office.en)
    return Bilingual(_PREFIXES.get(capacity, "") + office.id, english.upper() if caps else english)


def printed_with_name(
    paper: DocumentClass,
    capacity: Capacity,
    is_head: bool,
    *,
    is_secretary: bool = False,
    matrix: Mapping[tuple[DocumentClass, SignerClass], Printed] = PRINTED,
) -> Printed:
    """Return what is printed with a signer's name, from the matrix an office may change."""
    return matrix[paper, _signer(capacity, is_head, is_secretary)]


def signing_warnings(
    kind: AgreementKind, capacity: Capacity, has_authority: bool, *, is_head: bool = True
) -> tuple[str, ...]:
    """Return what speaks against a signature; each may be overridden with a reason.

    ``has_authority`` tells whether number and date of a power of attorney are on record,
    ``is_head`` whether the office signed for is that of the head of the body.
    """
    warnings = [_CAPACITY_WARNINGS[capacity]] if capacity in _CAPACITY_WARNINGS else []
    delegated = not is_head or capacity in (Capacity.FOR_HEAD, Capacity.ATTORNEY)
    if delegated and KINDS[kind].umbrella:
        warnings.append(
            later(
                "The head signs such an agreement in person;"
                " PP 28/2018 art 2(2) allows a power of attorney for a PKS only."
            )
        )
    if delegated and not has_authority:
        warnings.append(
            later("Number and date of the power of attorney are missing (PP 28/2018 art 2).")
        )
    if kind is AgreementKind.MSP and not has_authority:
        warnings.append(later("Ask whether full powers are needed (UU 24/2000 art 7)."))
    return tuple(warnings)


_CAPACITY_WARNINGS: Mapping[Capacity, str] = MappingProxyType(
    {
        Capacity.PJS: later(
            "Ask whether a Pjs. may sign this while the head is on election leave."
        ),
        Capacity.PLT: later("A Plt. takes no strategic decisions (UU 30/2014 art 14)."),
        Capacity.PLH: later("A Plh. takes no strategic decisions (UU 30/2014 art 14)."),
        Capacity.FOR_HEAD: later("Signing a.n. is for letters, not for agreements."),
    }
)


def _signer(capacity: Capacity, is_head: bool, is_secretary: bool) -> SignerClass:
    if capacity in STANDING_IN and (is_head or is_secretary):
        return SignerClass.STAND_IN
    if is_head:
        return SignerClass.HEAD
    return SignerClass.SECRETARY if is_secretary else SignerClass.OFFICIAL


def _by_delegation(office: Bilingual, capacity: Capacity, principal: Bilingual | None) -> Bilingual:
    if principal is None:
        return office
    return _DELEGATED[capacity].filled(office=office, head=principal)


def _capitals(office: Bilingual) -> Bilingual:
    return Bilingual(office.id.upper(), office.en.upper())
