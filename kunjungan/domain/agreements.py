"""Kinds of agreement and of partner, and which fits which."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class AgreementKind(StrEnum):
    """The legal kind of an agreement; the office may call any of them MoU when speaking."""

    KB = "kb"
    PKS = "pks"
    CONTRACT = "contract"
    SYNERGY = "synergy"
    NK = "nk"
    LOI = "loi"
    MSP = "msp"
    ADDENDUM = "addendum"


class PartnerKind(StrEnum):
    """Whom the region cooperates with (UU 23/2014 art 363(2), PP 28/2018 arts 1 and 46)."""

    REGION = "region"
    THIRD_PARTY = "third_party"
    CENTRAL = "central"
    FOREIGN_GOVERNMENT = "foreign_government"
    FOREIGN_INSTITUTION = "foreign_institution"
    OTHER = "other"


FOREIGN_PARTNERS = frozenset({PartnerKind.FOREIGN_GOVERNMENT, PartnerKind.FOREIGN_INSTITUTION})

_FITTING: Mapping[PartnerKind, tuple[AgreementKind, ...]] = MappingProxyType(
    {
        PartnerKind.REGION: (AgreementKind.KB, AgreementKind.PKS),
        PartnerKind.THIRD_PARTY: (AgreementKind.KB, AgreementKind.CONTRACT, AgreementKind.NK),
        PartnerKind.CENTRAL: (AgreementKind.SYNERGY, AgreementKind.NK),
        PartnerKind.FOREIGN_GOVERNMENT: (AgreementKind.LOI, AgreementKind.MSP),
        PartnerKind.FOREIGN_INSTITUTION: (AgreementKind.LOI, AgreementKind.MSP),
        PartnerKind.OTHER: (AgreementKind.NK, AgreementKind.PKS),
    }
)


def kinds_for(partner: PartnerKind) -> tuple[AgreementKind, ...]:
    """Return the kinds that fit a partner, the usual one first (PP 28/2018 arts 6(3), 19, 46)."""
    return (*_FITTING[partner], AgreementKind.ADDENDUM)


def fits(kind: AgreementKind, partner: PartnerKind) -> bool:
    """Say whether a kind fits a partner; another kind is possible but owes a reason."""
    return kind in kinds_for(partner)


def kinds_fitting(partners: Iterable[PartnerKind]) -> tuple[AgreementKind, ...]:
    """Return the kinds that fit all partners, the usual one first.

    One foreign partner makes the paper a foreign one, whoever else signs (UU 24/2009 art 31(2)).
    """
    found = tuple(dict.fromkeys(partners))
    deciding = tuple(each for each in found if each in FOREIGN_PARTNERS) or found
    if not deciding:
        return ()
    return tuple(
        kind for kind in kinds_for(deciding[0]) if all(fits(kind, other) for other in deciding)
    )
