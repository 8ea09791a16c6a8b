"""What the parties of an agreement are called in its text and over their signatures."""

import re
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.number_words import english_ordinal, ordinal_id


class PartyStyle(StrEnum):
    """Whether party one is called PIHAK KESATU or PIHAK PERTAMA (office practice: setting)."""

    KESATU = "kesatu"
    PERTAMA = "pertama"


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
