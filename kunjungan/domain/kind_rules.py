"""What a kind of agreement asks of its paper: title, signers, logos, stamp duty, languages."""

from dataclasses import dataclass
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.layouts import Layout
from kunjungan.domain.words import LanguageClause


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
