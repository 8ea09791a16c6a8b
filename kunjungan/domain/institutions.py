"""Kinds of institution a protocol office deals with."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.agreements import PartnerKind


class InstitutionKind(StrEnum):
    """What an institution is; a region's agency is part of its region."""

    REGION = "region"
    AGENCY = "agency"
    MINISTRY = "ministry"
    UNIVERSITY = "university"
    COMPANY = "company"
    COUNCIL = "council"
    ORGANISATION = "organisation"
    FOREIGN_GOVERNMENT = "foreign_government"
    FOREIGN_INSTITUTION = "foreign_institution"


FOREIGN = frozenset({InstitutionKind.FOREIGN_GOVERNMENT, InstitutionKind.FOREIGN_INSTITUTION})
"""Kinds of bodies that are not Indonesian."""

_PARTNERS: Mapping[InstitutionKind, PartnerKind] = MappingProxyType(
    {
        InstitutionKind.REGION: PartnerKind.REGION,
        InstitutionKind.AGENCY: PartnerKind.REGION,
        InstitutionKind.MINISTRY: PartnerKind.CENTRAL,
        InstitutionKind.UNIVERSITY: PartnerKind.THIRD_PARTY,
        InstitutionKind.COMPANY: PartnerKind.THIRD_PARTY,
        InstitutionKind.ORGANISATION: PartnerKind.THIRD_PARTY,
        InstitutionKind.COUNCIL: PartnerKind.OTHER,
        InstitutionKind.FOREIGN_GOVERNMENT: PartnerKind.FOREIGN_GOVERNMENT,
        InstitutionKind.FOREIGN_INSTITUTION: PartnerKind.FOREIGN_INSTITUTION,
    }
)


_WITH_ARTICLE = re.compile(
    r"(?!PT )(.* of .*|.*(Government|Agency|Ministry|Council|Office|Secretariat|Board|Department))"
)


def in_sentence(name: str) -> str:
    """Return an English name as a sentence takes it, with its article where it needs one.

    >>> in_sentence("Government of the City of Bandung")
    'the Government of the City of Bandung'
    """
    bare = name.removeprefix("The ").removeprefix("the ")
    needs = bare != name or _WITH_ARTICLE.fullmatch(bare)
    return f"the {bare}" if needs else name


def partner_kind(kind: InstitutionKind) -> PartnerKind:
    """Return what such an institution is as a partner (PP 28/2018 arts 1, 14, 24, 36, 46)."""
    return _PARTNERS[kind]
