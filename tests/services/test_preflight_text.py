"""What preflight finds in the text: translations, fields, dates, numbers, references."""

from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.services.clauses import confirm_translation, write_clause
from kunjungan.services.office import Office
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.proving import (
    KOREAN,
    add,
    alter,
    codes,
    first,
    found,
    one,
    remove,
    rows,
    said,
    write,
)


@pytest.fixture
def agreement(office: Office) -> UUID:
    """A Kesepakatan Bersama that is ready to be printed."""
    made = an_agreement(office)
    assert found(office, made) == []
    return made


def test_each_row_without_english_is_told_with_its_place(office: Office, agreement: UUID) -> None:
    gaps = [row.id for row in rows(office, agreement) if row.level is Level.PARAGRAPH][:2]
    for gap in gaps:
        write(office, gap, text_en=" ")
    findings = found(office, agreement)
    assert [finding.clause_id for finding in findings] == gaps
    assert {finding.code for finding in findings} == {"missing-translation"}
    assert all(finding.blocking for finding in findings)
    assert findings[0].place == Bilingual("Pasal 1 ayat (1)", "Article 1 paragraph (1)")
    assert (findings[0].language, findings[0].field) == ("en", "text_en")
    assert said(findings[0]).startswith("Article 1 paragraph (1) has no English yet.")


def test_a_row_without_indonesian_blocks(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), text_id="")
    assert one(office, agreement, "missing-indonesian").field == "text_id"


def test_the_partner_s_own_language_must_be_there_in_each_row(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, **KOREAN)
    missing = [f for f in found(office, agreement) if f.code == "missing-translation"]
    assert {f.language for f in missing} == {"ko"}
    assert sum(f.field == "text_third" for f in missing) == len(rows(office, agreement))
    assert all(finding.blocking for finding in missing)


def test_a_changed_indonesian_makes_its_english_stale_until_somebody_confirms(
    office: Office, agreement: UUID
) -> None:
    clause = first(office, agreement)
    before = next(row.text_id for row in rows(office, agreement) if row.id == clause)
    write_clause(office, clause, "id", f"{before} Selesai.")
    finding = one(office, agreement, "stale-translation")
    assert (finding.blocking, finding.clause_id) == (True, clause)
    confirm_translation(office, clause)
    assert found(office, agreement) == []


def test_the_third_language_grows_stale_by_itself(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, **KOREAN)
    clause = first(office, agreement, Level.ARTICLE)
    write(office, clause, text_third="목적", rendered_third="0" * 12)
    stale = [f for f in found(office, agreement) if f.code == "stale-translation"]
    assert [(f.language, f.clause_id) for f in stale] == [("ko", clause)]


def test_paragraphs_of_a_row_are_counted_by_their_line_ends(
    office: Office, agreement: UUID
) -> None:
    clause = first(office, agreement)
    write(office, clause, "Satu.\nDua.\n\n", "One.\n\nTwo.")
    assert found(office, agreement) == []
    write(office, clause, text_en="One. Two.")
    assert "2 paragraphs in Indonesian and 1 in English" in said(
        one(office, agreement, "paragraphs-differ")
    )


def test_a_table_needs_as_many_cells_as_its_head_and_english_for_words_only(
    office: Office, agreement: UUID
) -> None:
    add(office, agreement, Level.ANNEX, "RENCANA", "PLAN")
    add(office, agreement, Level.TABLE_HEAD, "No. | Kegiatan | Biaya", "No. | Activity | Cost")
    row = add(office, agreement, Level.TABLE_ROW, "1 | Pelatihan | Rp52.245.500,00", "")
    finding = one(office, agreement, "missing-translation")
    assert finding.place == Bilingual("Lampiran baris tabel 1", "Annex table row 1")
    write(office, row, text_en=" | Training | ")
    assert found(office, agreement) == []
    write(office, row, text_id="1 | Pelatihan", text_en="1 | Training")
    assert [code for code, _ in codes(office, agreement)] == ["cells-differ"] * 2


@pytest.mark.parametrize("field", ["{unknown}", "{party3.name}", "{Kind}", "{ place }"])
def test_a_field_nobody_knows_blocks_once_for_both_languages(
    field: str, office: Office, agreement: UUID
) -> None:
    write(office, first(office, agreement), f"Sesuai {field}.", f"According to {field}.")
    finding = one(office, agreement, "unresolved-field")
    assert (finding.blocking, finding.values["fields"]) == (True, field)


def test_braces_that_are_no_field_are_left_alone(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "Himpunan {1, 2}.", "The set {1, 2}.")
    assert found(office, agreement) == []


def test_a_field_that_says_nothing_blocks(office: Office, agreement: UUID) -> None:
    alter(office, agreement, term_years=None, term_months=None)
    finding = one(office, agreement, "empty-field")
    assert (finding.blocking, finding.values["fields"]) == (True, "{term}")


def test_figures_as_fields_are_known(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "{money:52245500}", "{money:52245500}")
    assert found(office, agreement) == []


def test_a_field_of_one_language_is_to_consider(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "Oleh {party1.government}.", "By Bandung.")
    assert ("fields-differ", False) in codes(office, agreement)


@pytest.mark.parametrize(
    ("text_id", "text_en", "code", "right"),
    [
        ("Jumat, 1 September 2022", "Thursday, 1 September 2022", "wrong-weekday", "Kamis"),
        ("Kamis, 1 September 2022", "Friday, 1 September 2022", "wrong-weekday", "Thursday"),
        ("tanggal satu bulan September tahun dua ribu dua puluh dua (02-09-2022)",
         "1 September 2022", "wrong-date-digits", "01-09-2022"),
        ("tanggal satu bulan September tahun dua ribu dua pulu dua (01-09-2022)",
         "1 September 2022", "wrong-date-words",
         "Kamis, tanggal Satu bulan September tahun Dua Ribu Dua Puluh Dua (01-09-2022)"),
        ("5 (enam) hari", "5 (five) days", "wrong-number-words", "lima"),
        ("5 (lima) hari", "5 (six) days", "wrong-number-words", "five"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_a_date_or_number_block_with_the_right_ones(
    text_id: str, text_en: str, code: str, right: str, office: Office, agreement: UUID
) -> None:
    write(office, first(office, agreement), text_id, text_en)
    finding = one(office, agreement, code)
    assert (finding.blocking, finding.values["right"]) == (True, right)
    assert str(finding.values["text"]) in (text_id if finding.language == "id" else text_en)


def test_a_day_no_calendar_has_blocks(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "31 September 2022", "31 September 2022")
    assert codes(office, agreement) == [("no-such-date", True)] * 2


def test_a_typed_opening_of_another_day_blocks(office: Office, agreement: UUID) -> None:
    opening = rows(office, agreement)[0]
    text_id = "Pada hari ini, Kamis, 1 September 2022, bertempat di {place}:"
    write(office, opening.id, text_id, "On this day, Thursday, 1 September 2022, in {place}:")
    assert found(office, agreement) == []
    alter(office, agreement, signing_on=date(2022, 9, 5))
    assert codes(office, agreement) == [("date-not-signing-day", True)] * 2


@pytest.mark.parametrize(
    ("text_id", "text_en", "target"),
    [
        ("sesuai Pasal 30", "according to Article 30", "Article 30"),
        ("sesuai Pasal 1 ayat (9)", "according to Article 1 paragraph (9)",
         "Article 1 paragraph (9)"),
        ("dalam Lampiran II", "in Annex II", "Annex II"),
        ("tercantum dalam Lampiran ini", "set out in the Annex", "Annex"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing_blocks_in_each_language(
    text_id: str, text_en: str, target: str, office: Office, agreement: UUID
) -> None:
    write(office, first(office, agreement), text_id, text_en)
    findings = found(office, agreement)
    assert [(f.code, f.blocking, f.language) for f in findings] == [
        ("reference-to-nothing", True, "id"),
        ("reference-to-nothing", True, "en"),
    ]
    assert f"points to {target}, which is not there" in said(findings[1])


def test_references_to_laws_and_to_what_is_there_are_left_alone(
    office: Office, agreement: UUID
) -> None:
    write(
        office,
        first(office, agreement),
        "sesuai Pasal 363 ayat (2) Undang-Undang Nomor 23 Tahun 2014 dan Pasal 1 ayat (2)",
        "according to Article 363 paragraph (2) of Law Number 23 of 2014 and to Article 1 "
        "paragraph (2)",
    )
    assert found(office, agreement) == []


def test_a_date_named_behind_the_opening_may_be_another(office: Office, agreement: UUID) -> None:
    text_id = "{opening}, berdasarkan Surat Kuasa tanggal 1 Agustus 2022, di {place}:"
    text_en = "{opening}, under Power of Attorney dated 1 August 2022, in {place}:"
    write(office, rows(office, agreement)[0].id, text_id, text_en)
    assert found(office, agreement) == []


def test_removing_an_article_shows_what_pointed_to_it(office: Office, agreement: UUID) -> None:
    texts = [row.text_id for row in rows(office, agreement)]
    pointing = [text for text in texts if "ayat (1)" in text]
    assert pointing
    remove(office, agreement, lambda row: "ayat (1)" not in row.text_id
           and row.level is Level.PARAGRAPH and row.key != "language_clause")  # fmt: skip
    assert ("reference-to-nothing", True) in codes(office, agreement)


def test_at_home_the_english_printed_apart_never_blocks(office: Office) -> None:
    agreement = an_agreement(office)
    alter(office, agreement, layout=Layout.VOLUMES)
    write(office, first(office, agreement), text_en="")
    assert codes(office, agreement) == [("missing-translation", False)]
    alter(office, agreement, layout=Layout.SEQUENCE)
    assert codes(office, agreement) == [("missing-translation", True)]
