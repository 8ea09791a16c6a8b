"""The partner's own language on a paper; what it does not say stands there in English."""

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.domain.languages import third_tongues
from kunjungan.domain.layouts import Layout
from kunjungan.services.office import Office
from kunjungan.store.tables import Clause
from tests.services.contents import TREATY, a_treaty, content_of, original, rows_of, side

KOREAN = "{date} {party2.name} {party2.office} {party1.name} {term} {number:52245500} {kind}"


def written(office: Office, text: str, **facts: object) -> str:
    """What the first row of a treaty says in its third language."""
    treaty = a_treaty(office, **({"third_language": "ko", "term_years": 5} | facts))
    with office.store.change("Test") as session:
        rows_of(session, Clause, treaty)[0].text_third = text
    content = content_of(office, treaty)
    return side(content, content.languages[2])[0]


def test_dates_names_spans_and_figures_are_those_of_the_language(office: Office) -> None:
    assert written(office, KOREAN, title_third="양해각서") == (
        "2022년 9월 1일 이재준 시장 YANA MULYANA 5년 52,245,500 양해각서"
    )


def test_what_the_partner_has_not_written_stands_in_english(office: Office) -> None:
    assert written(office, "{kind} {disputes.authority}") == (
        "Memorandum of Understanding body agreed upon by the PARTIES"
    )


@pytest.mark.parametrize("language", [tongue.code for tongue in third_tongues()])
def test_every_language_has_its_dates_and_its_marks(office: Office, language: str) -> None:
    treaty = a_treaty(office, third_language=language)
    with office.store.change("Test") as session:
        rows_of(session, Clause, treaty)[0].text_third = "{date}"
    content = content_of(office, treaty)
    assert content.languages == ("id", "en", language)
    rows = side(content, language)
    assert "2022" in rows[0]
    assert "\N{NARROW NO-BREAK SPACE}" not in rows[0]
    article = next(piece for piece in content.pieces if piece.level is Level.ARTICLE)
    assert "1" in article.marker[2] or "一" in article.marker[2]
    assert content.about[2]


@pytest.mark.parametrize("language", ["klingon", "xx", "zh-", "a b", "../x", "1"])
def test_a_language_nobody_knows_is_written_in_english_and_never_fails(
    office: Office, language: str
) -> None:
    text = written(office, "{date} {term} {number:5000} {languages}", third_language=language)
    assert text.startswith("1 September 2022 5 (five) years 5,000 Indonesian, English and")


def test_the_paper_names_the_parties_in_their_own_language(office: Office) -> None:
    treaty = a_treaty(office, third_language="ko", subject_third="자매도시")
    content = content_of(office, treaty, original(2))
    ours, theirs = content.side(2).parties[0], content.side(2).parties[1]
    if ours.government == ("수원시",):
        ours, theirs = theirs, ours
    assert (theirs.government, theirs.office, theirs.name) == (("수원시",), ("시장",), ("이재준",))
    assert "수원시" in theirs.label[0]
    assert ours.office == ("MAYOR OF BANDUNG",)
    assert content.subject == ("Kota Kembar", "Sister Cities", "자매도시")
    assert content.title[2] == "MEMORANDUM OF UNDERSTANDING"
    assert content.between == ("ANTARA", "BETWEEN", "")


def test_a_row_that_has_no_third_text_stays_empty_for_the_check_to_find(office: Office) -> None:
    content = content_of(office, a_treaty(office, third_language="ko"))
    assert [text for text in side(content, "ko") if "TUJUAN" in text] == []
    assert len(content.pieces) == len(TREATY)


def test_figures_in_a_table_need_no_third_text(office: Office) -> None:
    treaty = a_treaty(office, third_language="ko", layout=Layout.VOLUMES)
    with office.store.change("Test") as session:
        row = rows_of(session, Clause, treaty)[0]
        row.level, row.text_id, row.text_en = Level.TABLE_ROW, "Biaya | 1.000", "Cost |"
        row.text_third = "비용"
    korean = [content_of(office, treaty, original(no)) for no in range(1, 7)]
    content = next(each for each in korean if each.languages == ("ko",))
    assert [cell[0][0].text for cell in content.pieces[0].cells] == ["비용", "1,000"]
