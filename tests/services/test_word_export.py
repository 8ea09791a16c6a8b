"""The Word document holds the present draft in every language, whatever its layout."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from kunjungan.domain.errors import Unavailable
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.office import Office
from kunjungan.services.word_export import export_word, word_name
from tests.builders import an_agreement


@pytest.mark.parametrize("layout", list(Layout))
def test_both_languages_stand_side_by_side(office: Office, layout: Layout, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, layout=layout))
    file = export_word(office, agreement, tmp_path / word_name(office, agreement))
    rows = [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(file)).tables
        for row in table.rows
    ]
    assert any("KESEPAKATAN BERSAMA" in row[0] and "JOINT AGREEMENT" in row[1] for row in rows)
    assert any(row[0] == "MAKSUD DAN TUJUAN" and row[1].startswith("PURPOSE") for row in rows)


def test_the_name_tells_the_draft_and_ends_as_word_wants_it(office: Office) -> None:
    name = word_name(office, an_agreement(office))
    assert name.endswith(".docx")
    assert "draf 1" in name


def test_where_no_folder_can_be_the_refusal_is_one_sentence(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(Unavailable) as refusal:
        export_word(office, an_agreement(office), tmp_path / "a file" / "x.docx")
    assert "was not written" in refusal.value.message
