"""Kinds of agreement, which kind fits which partner, and how its parties are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.number_words import english_ordinal, ordinal_id


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


class PartyStyle(StrEnum):
    """Whether party one is called PIHAK KESATU or PIHAK PERTAMA (office practice: setting)."""

    KESATU = "kesatu"
    PERTAMA = "pertama"


@dataclass(frozen=True, slots=True)
class KindRule:
    """What the law and practice say about one kind of agreement."""

    name: Bilingual
    title: Bilingual
    connective: tuple[Bilingual, Bilingual]
    umbrella: bool
    foreign: bool
    logos: bool
    number_lines: bool


HOME = (Bilingual("ANTARA", "BETWEEN"), Bilingual("DENGAN", "AND"))
ABROAD = (Bilingual("ANTARA", "BETWEEN"), Bilingual("DAN", "AND"))


def _at_home(name_id: str, name_en: str, *, umbrella: bool) -> KindRule:
    title = Bilingual(name_id.upper(), name_en.upper())
    return KindRule(
        Bilingual(name_id, name_en),
        title,
        HOME,
        umbrella=umbrella,
        foreign=False,
        logos=True,
        number_lines=True,
    )


def _abroad(name_id: str, name_en: str) -> KindRule:
    """No regional logo on papers signed with foreigners: PP 77/2007 art 9(3)."""
    title = Bilingual(name_id.upper(), name_en.upper())
    return KindRule(
        Bilingual(name_id, name_en),
        title,
        ABROAD,
        umbrella=True,
        foreign=True,
        logos=False,
        number_lines=False,
    )


KINDS: Mapping[AgreementKind, KindRule] = MappingProxyType(
    {
        AgreementKind.KB: _at_home("Kesepakatan Bersama", "Joint Agreement", umbrella=True),
        AgreementKind.PKS: _at_home(
            "Perjanjian Kerja Sama", "Cooperation Agreement", umbrella=False
        ),
        AgreementKind.CONTRACT: _at_home("Kontrak Kerja Sama", "Contract", umbrella=False),
        AgreementKind.SYNERGY: _at_home("Nota Kesepakatan", "Synergy Memorandum", umbrella=True),
        AgreementKind.NK: _at_home(
            "Nota Kesepahaman", "Memorandum of Understanding", umbrella=True
        ),
        AgreementKind.LOI: _abroad("Pernyataan Kehendak Kerja Sama", "Letter of Intent"),
        AgreementKind.MSP: _abroad("Memorandum Saling Pengertian", "Memorandum of Understanding"),
        AgreementKind.ADDENDUM: _at_home("Adendum", "Addendum", umbrella=False),
    }
)

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


def party_label(seq: int, style: PartyStyle = PartyStyle.KESATU, *, caps: bool = True) -> Bilingual:
    """Return what party ``seq`` (from 1) is called in the text.

    >>> party_label(2)
    Bilingual(id='PIHAK KEDUA', en='THE SECOND PARTY')
    """
    word = "pertama" if seq == 1 and style is PartyStyle.PERTAMA else ordinal_id(seq)
    label = Bilingual(f"Pihak {word.title()}", f"the {english_ordinal(seq).title()} Party")
    return Bilingual(label.id.upper(), label.en.upper()) if caps else label


def styles_in(texts: str) -> frozenset[PartyStyle]:
    """Return the styles an Indonesian text calls its first party by; two of them are a mistake."""
    return frozenset(
        style for style in PartyStyle if re.search(rf"\bPIHAK {style.value.upper()}\b", texts)
    )
