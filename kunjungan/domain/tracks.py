"""Which way an agreement goes, by its kind and its partners (PP 28/2018 arts 6, 19, 23 and 46)."""

from collections.abc import Iterable
from enum import StrEnum

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind, PartnerKind


class Track(StrEnum):
    """Which stages an agreement goes through (PP 28/2018 arts 6, 19, 23 and 46)."""

    DOMESTIC = "domestic"
    THIRD_PARTY = "third_party"
    MINISTRY = "ministry"
    FOREIGN = "foreign"


def track_for(kind: AgreementKind, partners: Iterable[PartnerKind]) -> Track:
    """Return the track that a kind takes with such partners; one foreign partner decides."""
    found = frozenset(partners)
    if kind in {AgreementKind.LOI, AgreementKind.MSP} or found & FOREIGN_PARTNERS:
        return Track.FOREIGN
    if kind is AgreementKind.SYNERGY or PartnerKind.CENTRAL in found:
        return Track.MINISTRY
    if kind is AgreementKind.CONTRACT or (found and PartnerKind.REGION not in found):
        return Track.THIRD_PARTY
    return Track.DOMESTIC
