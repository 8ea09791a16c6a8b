"""Letters on paper: the head follows the signer, nothing is cut, page two carries on."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PIL import Image

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.letters.emblems import set_coat_of_arms, set_state_emblem
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.letters import add_letter, new_letter
from kunjungan.services.letters.papers import draft_pdf, letter_name, letter_pdf, write_letter
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm
from tests.builders import Body
from tests.documents.reading import page_size_mm, unembedded_fonts, words

WRITTEN = date(2022, 8, 12)


@pytest.fixture
def form(office: Office, visit: UUID, guests: UUID) -> LetterForm:
    made = new_letter(office, visit, LetterKind.ANSWER, guests, on=WRITTEN)
    return replace(made, number="005/001/KSD/VIII/2022")


@pytest.fixture
def emblem(tmp_path: Path) -> Path:
    path = tmp_path / "lambang.png"
    Image.new("RGB", (60, 70), "black").save(path)
    return path


def signed_by(
    office: Office, body: UUID, title: str, capacity: Capacity = Capacity.DEFINITIVE
) -> UUID:
    person = PersonForm(
        "Nama Contoh",
        ("Dr.",),
        ("M.Si.",),
        nip="196804111993031009",
        rank="Pembina Utama Madya",
    )
    return appoint(office, OfficialForm(body, person, title, f"The {title}", capacity=capacity))


def pictures(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages[0].get_images())


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def test_a_letter_has_its_parts_in_the_order_of_the_rule(
    office: Office, visit: UUID, form: LetterForm
) -> None:
    said = words(draft_pdf(office, visit, replace(form, copies=("Bagian Hukum | Legal",))))
    order = ["WALI KOTA BANDUNG", "Bandung, 12 Agustus 2022", "Nomor", "Sifat", "Lampiran", "Hal",
             "Yth.", "Wali Kota Prabumulih", "di Prabumulih", "Menindaklanjuti",
             "WALI KOTA BANDUNG,", "YANA MULYANA", "Tembusan:", "Bagian Hukum"]  # fmt: skip
    at = [said.find(part, 20 if part.endswith(",") and part.isupper() else 0) for part in order]
    assert -1 not in at
    assert at == sorted(at)
    assert "Legal" not in said


def test_the_head_of_region_writes_under_his_office_without_the_regions_arms(
    office: Office, visit: UUID, form: LetterForm, host: Body, emblem: Path
) -> None:
    set_coat_of_arms(office, host.id, emblem)
    assert pictures(draft_pdf(office, visit, form)) == 0
    set_state_emblem(office, emblem)
    assert pictures(draft_pdf(office, visit, form)) == 1


def test_the_secretariat_writes_under_its_government_with_arms_and_address(
    office: Office, visit: UUID, form: LetterForm, host: Body, emblem: Path
) -> None:
    set_coat_of_arms(office, host.id, emblem)
    signer = signed_by(office, host.id, "Sekretaris Daerah", Capacity.FOR_HEAD)
    pdf = draft_pdf(office, visit, replace(form, signer_id=signer))
    said = words(pdf)
    assert "PEMERINTAH KOTA BANDUNG" in said
    assert "SEKRETARIAT DAERAH" in said
    assert "Jalan Contoh Nomor 1" in said
    assert "a.n. WALI KOTA BANDUNG" in said
    assert pictures(pdf) == 1


def test_no_regional_arms_go_to_a_foreign_partner(
    office: Office, visit: UUID, form: LetterForm, host: Body, emblem: Path
) -> None:
    set_coat_of_arms(office, host.id, emblem)
    abroad = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Contoh", "City of Sample")
    there = add_delegation(office, visit, DelegationForm(add_institution(office, abroad)))
    signer = signed_by(office, host.id, "Kepala Bagian Kerja Sama")
    to_them = replace(form, signer_id=signer, delegation_id=there)
    assert pictures(draft_pdf(office, visit, to_them)) == 0
    assert pictures(draft_pdf(office, visit, replace(form, signer_id=signer))) == 1


def test_an_agency_names_itself_under_its_government(
    office: Office, visit: UUID, form: LetterForm, host: Body
) -> None:
    body = InstitutionForm(
        InstitutionKind.AGENCY, "Dinas Komunikasi dan Informatika", parent_id=host.id,
        address_id="Jalan Dinas Nomor 3",
    )  # fmt: skip
    signer = signed_by(office, add_institution(office, body), "Kepala Dinas")
    said = words(draft_pdf(office, visit, replace(form, signer_id=signer)))
    assert "PEMERINTAH KOTA BANDUNG" in said
    assert "DINAS KOMUNIKASI DAN INFORMATIKA" in said
    assert "Jalan Dinas Nomor 3" in said


SIGNERS = [
    ("Kepala Bagian", Capacity.DEFINITIVE, "KEPALA BAGIAN,", True),
    ("Wakil Wali Kota Bandung", Capacity.DEFINITIVE, "WAKIL WALI KOTA BANDUNG,", False),
    ("Sekretaris Daerah", Capacity.PLH, "Plh. SEKRETARIS DAERAH,", False),
]


@pytest.mark.parametrize("signs", SIGNERS)
def test_titles_rank_and_number_follow_the_matrix_of_letters(
    office: Office,
    visit: UUID,
    form: LetterForm,
    host: Body,
    signs: tuple[str, Capacity, str, bool],
) -> None:
    title, capacity, caption, with_rank = signs
    signer = signed_by(office, host.id, title, capacity)
    said = words(draft_pdf(office, visit, replace(form, signer_id=signer)))
    assert caption in said
    assert ("NIP 19680411 199303 1 009" in said) is with_rank
    assert ("Pembina Utama Madya" in said) is with_rank
    assert ("Dr. NAMA CONTOH, M.Si." in said) is (capacity is Capacity.DEFINITIVE)


def test_both_languages_stand_on_pages_of_their_own(
    office: Office, visit: UUID, form: LetterForm
) -> None:
    pdf = draft_pdf(office, visit, replace(form, language="both"))
    assert pages(pdf) == 2
    assert "Thursday" not in words(pdf, 1, 1)
    assert "MAYOR OF BANDUNG" in words(pdf, 2, 2)
    assert "Thursday, 1 September 2022" in words(pdf, 2, 2)


def test_a_long_letter_goes_on_and_keeps_its_signature_with_its_text(
    office: Office, visit: UUID, form: LetterForm
) -> None:
    for count in range(17, 24, 2):
        text = "\n\n".join(f"Alinea {number} dari surat ini. " * 4 for number in range(count))
        pdf = draft_pdf(office, visit, replace(form, body_id=text), Paper.A4)
        last = pages(pdf)
        assert all(f"Alinea {number} " in words(pdf) for number in range(count))
        assert f"Alinea {count - 1} " in words(pdf, last, last)
        assert "YANA MULYANA" in words(pdf, last, last)
        if last > 1:
            assert f"- {last} -" in words(pdf, last, last)


def test_long_names_are_never_cut(office: Office, visit: UUID, form: LetterForm) -> None:
    name = "Kepala Badan Penelitian, Pengembangan, dan Inovasi Daerah " * 4 + "Akhir"
    subject = "Permohonan " * 40 + "Selesai"
    said = words(draft_pdf(office, visit, replace(form, to_id=name, subject_id=subject)))
    assert said.count("Inovasi Daerah") == 4
    assert "Akhir" in said
    assert said.count("Permohonan") == 40
    assert "…" not in said


@pytest.mark.parametrize("paper", list(Paper))
def test_equal_letters_are_equal_files_of_the_papers_size(
    office: Office, visit: UUID, form: LetterForm, paper: Paper
) -> None:
    pdf = draft_pdf(office, visit, form, paper)
    assert pdf == draft_pdf(office, visit, form, paper)
    assert page_size_mm(pdf) == pytest.approx(paper.size_mm, abs=0.1)
    assert unembedded_fonts(pdf) == []


def test_a_wrong_weekday_never_comes_to_paper(
    office: Office, visit: UUID, form: LetterForm
) -> None:
    with pytest.raises(RuleBroken):
        draft_pdf(office, visit, replace(form, body_id="Pada Senin, 1 September 2022."))


def test_a_file_is_named_by_letter_guest_and_number(
    office: Office, visit: UUID, form: LetterForm, tmp_path: Path
) -> None:
    letter = add_letter(office, visit, form)
    made = write_letter(office, letter, tmp_path)
    assert made.name == letter_name(office, letter)
    assert made.name == "Surat jawaban Pemkot Prabumulih - 005-001-KSD-VIII-2022.pdf"
    assert made.read_bytes() == letter_pdf(office, letter)


def test_what_is_no_picture_is_refused_and_the_old_one_stays(
    office: Office, visit: UUID, form: LetterForm, emblem: Path, tmp_path: Path
) -> None:
    set_state_emblem(office, emblem)
    bad = tmp_path / "surat.png"
    bad.write_text("no picture", encoding="utf-8")
    with pytest.raises(RuleBroken):
        set_state_emblem(office, bad)
    with pytest.raises(NotFound):
        set_state_emblem(office, tmp_path / "gone.png")
    assert pictures(draft_pdf(office, visit, form)) == 1
