"""The words of the standard texts: one term for one thing, and the same thing in both languages."""

import re

import pytest

from kunjungan.store.tables import Clause
from tests.services.test_templates import ALL, HOME, Text, both, every_text

TERMS = {
    r"Perjanjian Kerja Sama": r"Cooperation Agreement",
    r"Memorandum Saling Pengertian": r"Memorandum of Understanding",
    r"PARA PIHAK": r"[tT]he (\*\*)?PARTIES",
    r"Para Pihak": r"[tT]he Parties",
    r"Naskah Induk": r"Principal Document",
    r"\b[Aa]dendum\b": r"\baddendum\b",
    r"\b[Rr]encana kerja(?! sama)|RENCANA KERJA|Rencana Kerja": r"(?i)\bwork plan\b",
    r"\brencana kerja sama yang": r"\bcooperation plan\b",
    r"\brencana aksi\b": r"\bplans of action\b",
    r"peraturan perundang-undangan": r"laws and regulations",
    r"Undang-Undang Nomor": r"^Law Number",
    r"Peraturan Pemerintah Nomor": r"Government Regulation Number",
    r"Peraturan Menteri Dalam Negeri": r"Regulation of the Minister of Home Affairs",
    r"(?<!Tambahan )Lembaran Negara": r"\(State Gazette",
    r"Tambahan Lembaran Negara": r"Supplement to the State Gazette",
    r"Berita Negara": r"State Bulletin",
    r"Kitab Undang-Undang Hukum Perdata": r"Indonesian Civil Code",
    r"belanja daerah": r"regional revenue and expenditure budget",
    r"belanja negara": r"state revenue and expenditure budget",
    r"selanjutnya": r"hereinafter",
    r"secara bersama-sama disebut": r"jointly referred to as",
    r"secara sendiri-sendiri disebut": r"individually as",
    r"berkedudukan di": r"whose office is at",
    r"dalam hal ini bertindak": r"in this matter acting",
    r"yang bertanda tangan di bawah ini": r"the undersigned",
    r"bermeterai cukup": r"duly stamped",
    r"kekuatan hukum yang sama": r"equal legal force",
    r"\bayat \(": r"\bparagraph \(",
    r"\bhuruf [a-z]\b": r"\bletter [a-z]\b",
    r"\bpasal ini\b": r"\bthis article\b",
    r"[Mm]aksud \{kind\}": r"[Pp]urpose of this",
    r"\bmengenai \{subject": r"with regard to \{subject",
    r"\btentang \{subject": r"concerning \{subject",
    r"[Tt]ujuan \{kind\}": r"[Oo]bjective of this",
    r"\b[Oo]bjek\b": r"\bobject\b",
    r"[Rr]uang lingkup": r"\bscope\b",
    r"berhak": r"is entitled to",
    r"berkewajiban": r"is obliged to",
    r"musyawarah(?! untuk mufakat)|[Bb]ermusyawarah": r"deliberat",
    r"mufakat": r"consensus",
    r"keadaan kahar|Keadaan kahar": r"[Ff]orce majeure|it lasts",
    r"[Pp]erselisihan": r"[Dd]ispute",
    r"pengadilan negeri": r"district court",
    r"secara tertulis|tertulis": r"in writing|written",
    r"[Pp]emberitahuan tertulis": r"written notice",
    r"hari kalender": r"calendar days",
    r"paling lambat": r"not later than",
    r"paling sedikit": r"at least",
    r"merupakan bagian yang tidak terpisahkan": r"forms? an inseparable part",
    r"surat kuasa|diberi kuasa": r"power of attorney",
    r"[Mm]onitoring": r"(?i)\bmonitor",
    r"sumber daya manusia": r"human resources",
    r"[Pp]engakhiran|mengakhiri": r"(?i)\bterminat",
    r"kas daerah": r"regional treasury",
    r"studi kelayakan": r"feasibility study",
    r"[Kk]ekayaan intelektual": r"(?i)intellectual property",
    r"negosiasi dan konsultasi": r"negotiation and consultation",
    r"negara tuan rumah": r"host country",
}
"""What must stand in English where this stands in Indonesian (the glossary, and our own usage)."""

NEVER = {
    "id": r"kerjasama|[Ww]alikota|[Mm]aterai|[Jj]um'at|Nopember|Pebruari|PIHAK PERTAMA|diatas\b"
    r"|merubah|dirubah|\bMoU\b|\bapabila dalam\b|  ",
    "en": r"\bprograms?\b|favor|\bcenter\b|fulfill(?!ed)|\blabor\b|organis|recognis|authoris"
    r"|\bMoU\b|\bdistrict (?!court)|\bTown\b|hereby agrees?|  |\bboth parties\b|\beither\b",
}
"""Misspellings, American spelling, and words that are wrong for more than two parties."""


@pytest.mark.parametrize(("indonesian", "english"), TERMS.items(), ids=TERMS)
def test_a_term_has_one_translation(indonesian: str, english: str) -> None:
    rows = [row for text in ALL for row in text.rows(3)]
    meant = [row for row in rows if re.search(indonesian, row.text_id)]
    assert meant
    assert [both(row) for row in meant if not re.search(english, row.text_en)] == []


@every_text
def test_no_word_is_misspelt_or_means_two_parties_only(text: Text) -> None:
    rows = text.rows(3)
    assert [row.text_id for row in rows if re.search(NEVER["id"], row.text_id)] == []
    assert [row.text_en for row in rows if re.search(NEVER["en"], row.text_en)] == []


@every_text
def test_both_languages_have_as_many_sentences(text: Text) -> None:
    def sentences(side: str) -> int:
        return len(re.findall(r"[.:](?= [A-Z{*]|$)", side))

    for row in text.rows():
        assert sentences(row.text_id) == sentences(row.text_en)


@every_text
def test_bold_words_stand_in_both_languages(text: Text) -> None:
    def bold(row: Clause) -> tuple[int, int]:
        return tuple(side.count("**") for side in both(row))  # type: ignore[return-value]

    assert [both(row) for row in text.rows() if len(set(bold(row))) > 1 or bold(row)[0] % 2] == []


def test_shared_articles_read_alike_in_every_text_at_home() -> None:
    said: dict[str, set[str]] = {}
    for text in HOME:
        for row in text.rows():
            said.setdefault(row.text_id, set()).add(row.text_en)
    assert {indonesian: ways for indonesian, ways in said.items() if len(ways) > 1} == {}
