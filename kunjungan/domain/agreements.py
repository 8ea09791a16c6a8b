"""Kinds of agreement, which kind fits which partner, and how its parties are called."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.layouts import Layout
from kunjungan.domain.number_words import english_ordinal, ordinal_id
from kunjungan.domain.words import LanguageClause


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


class PartyStyle(StrEnum):
    """Whether party one is called PIHAK KESATU or PIHAK PERTAMA (office practice: setting)."""

    KESATU = "kesatu"
    PERTAMA = "pertama"


class Signer(StrEnum):
    """Who may sign for a region (PP 28/2018 art 2)."""

    HEAD = "head"
    ATTORNEY = "attorney"
    """The head, or whom he gives a power of attorney."""
    AGREED = "agreed"
    """Whom the parties agree on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """What law and practice say about one kind of agreement.

    In ``layouts`` and ``language_clauses`` the usual one stands first and no other may be chosen;
    ``annex`` is the title of the annex that it must have.
    """

    name: Bilingual
    title: Bilingual
    connective: tuple[Bilingual, Bilingual]
    signer: Signer
    foreign: bool = False
    umbrella: bool = False
    needs_umbrella: bool = False
    logos: bool = True
    number_lines: bool = True
    alternat: bool = False
    stamped: bool = True
    layouts: tuple[Layout, ...] = (Layout.COLUMNS, Layout.SEQUENCE, Layout.VOLUMES)
    language_clauses: tuple[LanguageClause, ...] = ("id_prevails",)
    annex: Bilingual | None = None


HOME = (Bilingual("ANTARA", "BETWEEN"), Bilingual("DENGAN", "AND"))
ABROAD = (Bilingual("ANTARA", "BETWEEN"), Bilingual("DAN", "AND"))
ABOUT = Bilingual("TENTANG", "CONCERNING")


def _at_home(
    name_id: str,
    name_en: str,
    signer: Signer,
    *,
    umbrella: bool = False,
    annex: Bilingual | None = None,
) -> KindRule:
    """Return a rule at home: Indonesian prevails, the stamp duty is owed (UU 10/2020 art 3(2)a)."""
    return KindRule(
        name=Bilingual(name_id, name_en),
        title=Bilingual(name_id.upper(), name_en.upper()),
        connective=HOME,
        signer=signer,
        umbrella=umbrella,
        needs_umbrella=signer is Signer.ATTORNEY,
        annex=annex,
    )


def _abroad(name_id: str, name_en: str) -> KindRule:
    """Return a rule abroad: no regional logo (PP 77/2007 art 9(3)), all texts equally authentic.

    Neither numbers nor stamp duty, and each party is named first in its own original: treaty
    practice, all but the logo a setting of the agreement.
    """
    return KindRule(
        name=Bilingual(name_id, name_en),
        title=Bilingual(name_id.upper(), name_en.upper()),
        connective=ABROAD,
        signer=Signer.HEAD,
        foreign=True,
        umbrella=True,
        logos=False,
        number_lines=False,
        alternat=True,
        stamped=False,
        layouts=(Layout.SEQUENCE, Layout.VOLUMES, Layout.COLUMNS),
        language_clauses=("equal", "id_prevails", "en_prevails", "third_prevails"),
    )


KINDS: Mapping[AgreementKind, KindRule] = MappingProxyType(
    {
        AgreementKind.KB: _at_home(
            "Kesepakatan Bersama", "Joint Agreement", Signer.HEAD, umbrella=True
        ),
        AgreementKind.PKS: _at_home(
            "Perjanjian Kerja Sama", "Cooperation Agreement", Signer.ATTORNEY
        ),
        AgreementKind.CONTRACT: _at_home("Kontrak Kerja Sama", "Contract", Signer.ATTORNEY),
        AgreementKind.SYNERGY: _at_home(
            "Nota Kesepakatan",
            "Synergy Memorandum",
            Signer.HEAD,
            umbrella=True,
            annex=Bilingual("Rencana Kerja", "Work Plan"),
        ),
        AgreementKind.NK: _at_home(
            "Nota Kesepahaman", "Memorandum of Understanding", Signer.AGREED, umbrella=True
        ),
        AgreementKind.LOI: _abroad("Pernyataan Kehendak Kerja Sama", "Letter of Intent"),
        AgreementKind.MSP: _abroad("Memorandum Saling Pengertian", "Memorandum of Understanding"),
        AgreementKind.ADDENDUM: _at_home("Adendum", "Addendum", Signer.ATTORNEY),
    }
)
"""The annex of a synergy is the work plan of PP 28/2018 art 46."""

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


def rule_for(kind: AgreementKind, parent: AgreementKind | None = None) -> KindRule:
    """Return the rule of a kind; an addendum goes by the rule of what it changes.

    So an addendum to a foreign memorandum carries no logo either, and its title names the parent.
    """
    rule = KINDS[kind]
    if kind is not AgreementKind.ADDENDUM or parent in (None, AgreementKind.ADDENDUM):
        return rule
    changed = KINDS[parent]
    title = Bilingual(f"{rule.title.id} {changed.title.id}", f"ADDENDUM TO THE {changed.title.en}")
    return replace(changed, name=rule.name, title=title, needs_umbrella=True, annex=None)


def signature_label(
    rule: KindRule, seq: int, government: Bilingual, style: PartyStyle = PartyStyle.KESATU
) -> Bilingual:
    """Return what stands over a signature: the party's label at home, abroad whom it is given for.

    >>> signature_label(KINDS[AgreementKind.LOI], 1, Bilingual("Kota A", "the City of A"))
    Bilingual(id='UNTUK KOTA A', en='FOR THE CITY OF A')
    """
    if not rule.foreign:
        return party_label(seq, style)
    return Bilingual(f"UNTUK {government.id.upper()}", f"FOR {government.en.upper()}")


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
