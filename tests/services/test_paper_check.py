"""A paper is told by its code or its file: in force, present, older, or unknown."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.exchange.paper_file import read_paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import new_draft
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.paper_check import (
    BY_CODE,
    OLDER_PRINT,
    OVER,
    PRINTED,
    PaperVerdict,
    Verdict,
    check_code,
    check_file,
    said,
)
from kunjungan.services.people import edit_person, list_people, person_form
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import print_to_folder
from kunjungan.services.signing import sign_everything
from tests.builders import AFTER_SIGNING, SIGNING_DAY, an_agreement
from tests.services.processing import at

ORIGINAL = PaperChoice(1, "original")


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


@pytest.fixture
def agreement(office: Office) -> UUID:
    return an_agreement(office)


def printed(
    office: Office, press: Press, agreement: UUID, folder: Path, choice: PaperChoice
) -> Path:
    ((_, path),) = print_to_folder(office, press, agreement, [choice], folder)
    return path


def scan(pdf: Path, page: int, to: Path) -> Path:
    """A page as a scanner at 200 dpi gives it: grey, a little askew, no text."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page - 1].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    picture.rotate(0.6, fillcolor=255, resample=Image.Resampling.BICUBIC).save(to, quality=80)
    return to


def code_on(pdf: Path, page: int, folder: Path) -> str:
    (code,) = read_paper(scan(pdf, page, folder / "page.png")).codes
    return str(code)


def reword(office: Office, agreement: UUID) -> None:
    row = list_clauses(office, agreement)[-1]
    write_clause(office, row.id, "en", f"{row.text.en} Truly.")


def test_the_code_of_each_page_names_the_paper(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    for page in (1, 2):
        found = check_code(office, code_on(path, page, tmp_path))
        assert (found.verdict, found.original_no, found.page) == (Verdict.PRESENT, 1, page)
        assert found.agreement_id == agreement


def test_after_signing_it_is_the_text_in_force(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    paths = [
        printed(office, press, agreement, tmp_path, PaperChoice(no, "original")) for no in (1, 2)
    ]
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    assert check_code(office, code_on(paths[1], 1, tmp_path)).verdict is Verdict.IN_FORCE


def test_a_name_corrected_later_leaves_what_was_signed_in_force(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    paths = [
        printed(office, press, agreement, tmp_path, PaperChoice(no, "original")) for no in (1, 2)
    ]
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    person = list_people(office)[0].id
    edit_person(office, person, replace(person_form(office, person), name="Nama Lain"))
    (found,) = check_file(office, paths[0])
    assert (found.verdict, found.over) == (Verdict.IN_FORCE, False)
    assert [line.stale for line in list_prints(office, agreement)] == [False, False]


def test_an_agreement_that_has_ended_is_said_to_have(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    paths = [
        printed(office, press, agreement, tmp_path, PaperChoice(no, "original")) for no in (1, 2)
    ]
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    later = replace(office, today=lambda: date(2032, 1, 1))
    (found,) = check_file(later, paths[0])
    assert found.over
    assert OVER in [message for message, _ in said(found)]


def test_a_changed_text_makes_the_paper_an_older_draft(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, PaperChoice())
    code = code_on(path, 1, tmp_path)
    reword(office, agreement)
    found = check_code(office, code)
    assert (found.verdict, found.page_same) == (Verdict.OLDER, False)
    assert said(found)[0][0] == OLDER_PRINT
    printed(office, press, agreement, tmp_path / "again", PaperChoice())
    assert check_code(office, code).page_same


def test_an_original_of_the_draft_before_is_older(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    new_draft(office, agreement)
    reword(office, agreement)
    (found,) = check_file(office, path)
    assert (found.verdict, found.draft_no, found.present_draft) == (Verdict.OLDER, 1, 2)
    assert found.proven


def test_eight_digits_from_the_foot_are_enough(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, PaperChoice())
    digits = read_paper(path).fingerprint[:8]
    assert check_code(office, f" {digits.upper()} ").verdict is Verdict.PRESENT


def test_digits_that_several_papers_carry_name_none_of_them(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    digits = read_paper(path).fingerprint[:8]
    assert check_code(office, digits).original_no == 1
    then = replace(office, now=lambda: office.now() + timedelta(hours=1))
    printed(then, press, agreement, tmp_path, PaperChoice(state="copy"))
    found = check_code(office, digits)
    assert (found.verdict, found.state, found.original_no) == (Verdict.PRESENT, "", None)
    assert PRINTED not in [sentence for sentence, _ in said(found)]


@pytest.mark.parametrize("text", ["", "12345", "nonsense", "KJ1:1A2B3C4D"])
def test_what_is_no_code_is_said_to_be_none(office: Office, text: str) -> None:
    with pytest.raises(RuleBroken):
        check_code(office, text)


def test_a_code_of_another_office_is_unknown(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    code = "KJ1:1A2B3C4D:O1:D1:P1:00000000:00000000"
    assert check_code(office, code) == PaperVerdict(Verdict.UNKNOWN, page=1)
    assert check_code(office, "0badc0de").verdict is Verdict.UNKNOWN
    path = printed(office, press, agreement, tmp_path, PaperChoice())
    forged = code_on(path, 1, tmp_path)[:-8] + "FFFFFFFF"
    assert check_code(office, forged).verdict is Verdict.UNKNOWN


def test_the_very_file_is_proven_and_a_touched_one_is_not(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    (found,) = check_file(office, path)
    assert (found.verdict, found.proven) == (Verdict.PRESENT, True)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "touched.pdf")
    (touched,) = check_file(office, tmp_path / "touched.pdf")
    assert (touched.verdict, touched.proven) == (Verdict.PRESENT, False)


def test_a_file_without_its_data_is_read_by_the_codes_on_its_pages(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    with pikepdf.open(path) as pdf:
        del pdf.attachments["agreement.json"]
        del pdf.pages[1:]
        pdf.save(tmp_path / "page.pdf")
    (found,) = check_file(office, tmp_path / "page.pdf")
    assert (found.verdict, found.page, found.proven) == (Verdict.PRESENT, 1, False)
    assert [message for message, _ in said(found)][-1] == BY_CODE


def test_a_scan_and_a_photograph_are_read_too(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    pages = [Image.open(scan(path, page, tmp_path / f"{page}.jpg")) for page in (1, 2)]
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:])
    found = check_file(office, tmp_path / "scan.pdf")
    assert [(each.verdict, each.page) for each in found] == [
        (Verdict.PRESENT, 1),
        (Verdict.PRESENT, 2),
    ]


def blank() -> bytes:
    data = BytesIO()
    Image.new("L", (300, 300), 255).save(data, "PNG")
    return data.getvalue()


def locked() -> bytes:
    data = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(data, encryption=pikepdf.Encryption(user="x", owner="y"))
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "neither a whole PDF nor a picture"),
        (b"hello", "neither a whole PDF nor a picture"),
        (b"%PDF-1.7\nbroken", "neither a whole PDF nor a picture"),
        (blank(), "shows no code"),
        (locked(), "password"),
    ],
)
def test_a_file_that_tells_nothing_gets_one_sentence(
    office: Office, tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "x.pdf").write_bytes(data)
    with pytest.raises(RuleBroken) as refusal:
        check_file(office, tmp_path / "x.pdf")
    assert words in refusal.value.message


def test_a_file_that_is_not_there_is_named(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        check_file(office, tmp_path / "no.pdf")


def test_a_verdict_is_told_in_sentences(
    office: Office, press: Press, agreement: UUID, tmp_path: Path
) -> None:
    path = printed(office, press, agreement, tmp_path, ORIGINAL)
    words = [message for message, _ in said(check_file(office, path)[0])]
    assert len(words) == 3
    assert said(PaperVerdict(Verdict.UNKNOWN))[0][0].startswith("This office knows no print")
