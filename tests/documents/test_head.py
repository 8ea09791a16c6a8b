"""The head of the first page where names and numbers are long."""

from dataclasses import replace

from kunjungan.documents.agreement import Press
from kunjungan.domain.bilingual import Bilingual
from tests.documents.reading import places, words
from tests.documents.samples import AGREEMENT, BANDUNG, PRABUMULIH


def test_a_long_number_is_broken_after_its_strokes_and_stays_on_the_sheet(press: Press) -> None:
    number = "415.4/0127-KSD/DPMPTSP-NAKERTRANS/KAB.KEPULAUAN-TANIMBAR/SEKRETARIAT/IX/2022/ASLI"
    long = replace(BANDUNG, number=number, government=Bilingual("Kepulauan Tanimbar Utara", "it"))
    pdf = press.set_agreement(replace(AGREEMENT, parties=(long, PRABUMULIH))).pdf
    ((left, above),) = places(pdf, 1, "415.4/0127-KSD/DPMPTSP")
    ((same, below),) = places(pdf, 1, "SEKRETARIAT/IX")
    assert left == same > 22 / 25.4 * 72
    assert above > below
    assert "KTU" in words(pdf, 1, 1)
