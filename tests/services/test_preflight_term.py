"""A term that stands in the text must be that of the agreement's data."""

import pytest

from kunjungan.services.office import Office
from tests.builders import an_agreement
from tests.services.proving import found, rows, said, write

SAYS = "{kind} ini berlaku untuk jangka waktu %s terhitung sejak tanggal ditandatangani."


@pytest.mark.parametrize("term", ["3 (tiga) tahun", "3 tahun", "5 (lima) tahun 6 (enam) bulan"])
def test_another_term_than_that_of_the_data_is_told(office: Office, term: str) -> None:
    agreement = an_agreement(office)
    row = next(row for row in rows(office, agreement) if "{term}" in row.text_id)
    write(office, row.id, text_id=SAYS % term, text_en=row.text_en)
    (finding,) = (each for each in found(office, agreement) if each.code == "term-differs")
    assert (finding.clause_id, finding.blocking) == (row.id, False)
    assert f"says a term of {term}, but the agreement's data say 5 (five) years." in said(finding)


@pytest.mark.parametrize("term", ["5 (lima) tahun", "60 (enam puluh) bulan", "{term}"])
def test_the_same_term_in_whatever_words_is_left_alone(office: Office, term: str) -> None:
    agreement = an_agreement(office)
    row = next(row for row in rows(office, agreement) if "{term}" in row.text_id)
    write(office, row.id, text_id=SAYS % term, text_en=row.text_en)
    assert "term-differs" not in {finding.code for finding in found(office, agreement)}
