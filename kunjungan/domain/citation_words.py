"""The words by which both languages point to places of a text, and to laws."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.bilingual import Language

ARTICLE, PARAGRAPH = 1, 2
_MARK = r"(?P<annex>(?-i:[IVX]+)|\d+)\b"
_LETTER = r"(?P<letter>(?P<one>[a-z])(?P=one)*)\b"
ATOMS: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            rf"\b(?:lampiran\s+{_MARK}|pasal\s+(?P<article>\d+)\b|ayat\s+\(?(?P<paragraph>\d+)\b\)?"
            rf"|huruf\s+{_LETTER}|angka\s+(?P<number>\d+)\b)",
            re.IGNORECASE,
        ),
        "en": re.compile(
            rf"\b(?:annex\s+{_MARK}|articles?\s+(?P<article>\d+)\b"
            rf"|paragraphs?\s+\(?(?P<paragraph>\d+)\b\)?|letters?\s+{_LETTER}"
            r"|(?-i:numbers?)\s+(?P<number>\d+)\b)",
            re.IGNORECASE,
        ),
    }
)
POINTING: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("lampiran", "pasal", "ayat", "huruf", "angka"),
        "en": ("annex", "article", "paragraph", "letter", "number"),
    }
)
MORE = re.compile(rf"(?P<paragraph>\(\d+\))|{_LETTER}")
"""What goes on in a list without its word: "ayat (1) dan (2)"."""

JOINED = re.compile(
    r"\s*,\s*(?:(?:dan|atau|serta|and|or)\s+)?|\s+(?:s\.d\.|jo\.)\s+"
    r"|\s+(?:dan/atau|dan|atau|serta|sampai\s+dengan|hingga|and/or|and|or|to|through)\s+"
)
WITHIN = re.compile(r"\s+(?:of\s+)?|(?=\()")
POINTS = re.compile(
    r"\b(?:dimaksud|pada|dalam|dengan|atau|dan|in|under|to|and|or|with|of)\s+$", re.IGNORECASE
)
OF_MORE = re.compile(r"\s+of\s+(?:paragraph|letter|article)\b", re.IGNORECASE)
AFTER_IT: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            r"\s*,?\s*(?:(?:dari|pada|dalam|atas)\s+)?(?:[Uu]ndang-[Uu]ndang|UU\b|[Pp]eraturan|PP\b"
            r"|Per(?:pres|men|da|wal|bup|gub)\w*|Kep(?:utusan|res|men|wal)\w*|In(?:struksi|pres)"
            r"|Kitab|KUH|Konvensi|Piagam|Statuta|Anggaran\s+Dasar|Deklarasi|\{umbrella"
            r"|(?:Kesepakatan|Perjanjian|Nota|Memorandum|Kontrak|Pernyataan|Adendum)\b"
            r"(?![^.;,]{0,60}\bini\b))"
        ),
        "en": re.compile(
            r"\s+of\s+(?!this\b|the\s+present\b|(?:the\s+)?\{kind\})"
            r"|\s*,?\s*(?:(?:of|to|in|under)\s+)?(?:the\s+)?(?:Law|Act|Decree|Regulation|Convention"
            r"|Charter|Statute|Constitution|Civil\s+Code|(?:Government|Presidential|Ministerial"
            r"|Regional|Mayoral|Regent)\s+(?:Regulation|Decree)|\{umbrella)"
        ),
    }
)
"""What makes a reference one into a law or another document, by what follows it."""

_LAW = r"(?:Nomor|No\.|Number)\s*\S+\s+(?:Tahun|of)\s+\d{4}"
_ABOUT = r"\s+(?:tentang|concerning|on)(?:\s+(?:[A-Z][\w-]*|dan|atas|di|dengan|and|of|the|in))+"
BEFORE_IT = re.compile(
    rf"(?:{_LAW}(?:{_ABOUT})?|\b(?:UU|PP|Perpres)\s+\d+/\d{{4}}|\bKUH\w*"
    r"|\b(?:Konvensi\s+\w+|\w+\s+(?:Convention|Charter|Code)))\s*,?\s*"
    r"(?:khususnya|terutama|yaitu|in\s+particular|especially|namely)?\s*$"
)
