"""The articles agreements usually have, and which a kind of agreement should have."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual


class ArticleKey(StrEnum):
    """What an article is about, whatever its number or heading; kept as a clause's key."""

    GENERAL = "general"
    PURPOSE = "purpose"
    OBJECT = "object"
    SCOPE = "scope"
    IMPLEMENTATION = "implementation"
    RIGHTS = "rights"
    FINANCING = "financing"
    TERM = "term"
    WORKING_GROUP = "working_group"
    MONITORING = "monitoring"
    CORRESPONDENCE = "correspondence"
    CONFIDENTIALITY = "confidentiality"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    PERSONNEL = "personnel"
    FORCE_MAJEURE = "force_majeure"
    SANCTIONS = "sanctions"
    DISPUTES = "disputes"
    AMENDMENT = "amendment"
    TERMINATION = "termination"
    MISCELLANEOUS = "miscellaneous"
    LANGUAGE = "language"
    CLOSING = "closing"
    WORK_PLAN = "work_plan"
    """The annex of a Nota Kesepakatan."""


ARTICLE_NAMES: Mapping[ArticleKey, Bilingual] = MappingProxyType(
    {
        ArticleKey.GENERAL: Bilingual("Ketentuan Umum", "General Provisions"),
        ArticleKey.PURPOSE: Bilingual("Maksud dan Tujuan", "Purpose and Objectives"),
        ArticleKey.OBJECT: Bilingual("Objek", "Object"),
        ArticleKey.SCOPE: Bilingual("Ruang Lingkup", "Scope"),
        ArticleKey.IMPLEMENTATION: Bilingual("Pelaksanaan", "Implementation"),
        ArticleKey.RIGHTS: Bilingual("Hak dan Kewajiban", "Rights and Obligations"),
        ArticleKey.FINANCING: Bilingual("Pembiayaan", "Financing"),
        ArticleKey.TERM: Bilingual("Jangka Waktu", "Term"),
        ArticleKey.WORKING_GROUP: Bilingual("Kelompok Kerja", "Working Group"),
        ArticleKey.MONITORING: Bilingual("Monitoring dan Evaluasi", "Monitoring and Evaluation"),
        ArticleKey.CORRESPONDENCE: Bilingual("Korespondensi", "Correspondence"),
        ArticleKey.CONFIDENTIALITY: Bilingual("Kerahasiaan", "Confidentiality"),
        ArticleKey.INTELLECTUAL_PROPERTY: Bilingual(
            "Hak Kekayaan Intelektual", "Intellectual Property Rights"
        ),
        ArticleKey.PERSONNEL: Bilingual(
            "Pembatasan Kegiatan Personel", "Limitation of Activities of Personnel"
        ),
        ArticleKey.FORCE_MAJEURE: Bilingual("Keadaan Kahar", "Force Majeure"),
        ArticleKey.SANCTIONS: Bilingual("Sanksi", "Sanctions"),
        ArticleKey.DISPUTES: Bilingual("Penyelesaian Perselisihan", "Settlement of Disputes"),
        ArticleKey.AMENDMENT: Bilingual("Perubahan", "Amendment"),
        ArticleKey.TERMINATION: Bilingual("Pengakhiran", "Termination"),
        ArticleKey.MISCELLANEOUS: Bilingual("Ketentuan Lain-Lain", "Miscellaneous"),
        ArticleKey.LANGUAGE: Bilingual("Bahasa", "Language"),
        ArticleKey.CLOSING: Bilingual("Ketentuan Penutup", "Closing Provisions"),
        ArticleKey.WORK_PLAN: Bilingual("Rencana Kerja", "Work Plan"),
    }
)

_UMBRELLA = (
    ArticleKey.PURPOSE,
    ArticleKey.OBJECT,
    ArticleKey.SCOPE,
    ArticleKey.IMPLEMENTATION,
    ArticleKey.FINANCING,
    ArticleKey.TERM,
    ArticleKey.DISPUTES,
    ArticleKey.AMENDMENT,
    ArticleKey.CLOSING,
)
_IMPLEMENTING = (
    *_UMBRELLA[:4],
    ArticleKey.RIGHTS,
    ArticleKey.FINANCING,
    ArticleKey.TERM,
    ArticleKey.MONITORING,
    ArticleKey.CORRESPONDENCE,
    ArticleKey.FORCE_MAJEURE,
    ArticleKey.DISPUTES,
    ArticleKey.AMENDMENT,
    ArticleKey.TERMINATION,
    ArticleKey.CLOSING,
)
_FOREIGN = (
    ArticleKey.PURPOSE,
    ArticleKey.SCOPE,
    ArticleKey.IMPLEMENTATION,
    ArticleKey.FINANCING,
    ArticleKey.WORKING_GROUP,
    ArticleKey.CONFIDENTIALITY,
    ArticleKey.INTELLECTUAL_PROPERTY,
    ArticleKey.PERSONNEL,
    ArticleKey.DISPUTES,
    ArticleKey.AMENDMENT,
    ArticleKey.TERM,
)
REQUIRED: Mapping[AgreementKind, tuple[ArticleKey, ...]] = MappingProxyType(
    {
        AgreementKind.KB: _UMBRELLA,
        AgreementKind.NK: _UMBRELLA,
        AgreementKind.SYNERGY: (*_UMBRELLA, ArticleKey.WORK_PLAN),
        AgreementKind.PKS: _IMPLEMENTING,
        AgreementKind.CONTRACT: (*_IMPLEMENTING, ArticleKey.SANCTIONS),
        AgreementKind.MSP: _FOREIGN,
        AgreementKind.LOI: (),
        AgreementKind.ADDENDUM: (ArticleKey.AMENDMENT,),
    }
)
"""Office practice: setting, but for the contract's rights, term, disputes and sanctions (UU 23/2014
art 366(2)) and the work plan of a synergy (PP 28/2018 art 46).

Abroad the last article has entry into force, duration and termination, and the testimonium says
what the language article says at home, where only a paper in columns needs one.
"""

BY_LAW: Mapping[AgreementKind, frozenset[ArticleKey]] = MappingProxyType(
    {
        AgreementKind.CONTRACT: frozenset(
            {ArticleKey.RIGHTS, ArticleKey.TERM, ArticleKey.DISPUTES, ArticleKey.SANCTIONS}
        )
    }
)
"""What a contract must at least regulate (UU 23/2014 art 366(2))."""
