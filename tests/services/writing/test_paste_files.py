"""Files and floods: what can be read becomes rows, what cannot is refused with a sentence."""

from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.services.clauses import list_clauses
from kunjungan.services.office import Office
from kunjungan.services.word_export import export_word
from kunjungan.services.writing.paste import Clipping, apply_paste, clipping_of_file, plan_paste
from tests.builders import an_agreement


@pytest.fixture
def agreement(office: Office) -> UUID:
    return an_agreement(office)


@pytest.mark.parametrize(
    "clipping",
    [
        Clipping(""),
        Clipping("\u200b \n"),
        Clipping("", "<p>&nbsp;</p><script>x</script>"),
        Clipping("baris\n\n" * 4000),
        Clipping("a" * 700_000),
        Clipping("a " * 12_000),
        Clipping("", "<p>x</p>" * 900_000),
    ],
)
def test_nothing_or_far_too_much_is_refused(
    office: Office, agreement: UUID, clipping: Clipping
) -> None:
    before = list_clauses(office, agreement)
    with pytest.raises(RuleBroken):
        plan_paste(office, agreement, clipping, after=None, column="id")
    assert list_clauses(office, agreement) == before


def test_a_word_export_comes_back_as_the_same_text(office: Office, tmp_path: Path) -> None:
    first, second = an_agreement(office), an_agreement(office)
    path = export_word(office, first, tmp_path / "naskah.docx")
    plan = plan_paste(
        office, second, clipping_of_file(path), after=None, column="both", replace=True
    )
    apply_paste(office, second, plan)
    one, two = list_clauses(office, first), list_clauses(office, second)
    assert [(row.level, row.marker) for row in two] == [(row.level, row.marker) for row in one]
    assert all(row.text.complete for row in two)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"broken", RuleBroken),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), RuleBroken),
        ("a.pdf", b"%PDF-1.7", RuleBroken),
        ("a.txt", bytes(range(256)) * 4, RuleBroken),
        ("gone.txt", None, Unavailable),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes | None, error: type[Exception]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(error):
        clipping_of_file(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    words = "Pasal 1 \N{EN DASH} \N{LEFT DOUBLE QUOTATION MARK}Objek\N{RIGHT DOUBLE QUOTATION MARK}"
    path.write_bytes(f"{words} untuk PARA PIHAK dalam perjanjian ini.".encode(encoding))
    assert clipping_of_file(path).text.startswith(words)


def test_a_page_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.HTML").write_text("<p>Pasal 1</p>", encoding="utf-8")
    assert clipping_of_file(tmp_path / "a.HTML").html == "<p>Pasal 1</p>"


def test_a_flood_of_marks_is_read_without_them(office: Office, agreement: UUID) -> None:
    clipping = Clipping("**a __b " * 2_000)
    plan = plan_paste(office, agreement, clipping, after=None, column="id", replace=True)
    assert plan.rows[0].text_id.startswith("a b a b")


def test_too_long_a_paragraph_is_refused_as_such(office: Office) -> None:
    agreement = an_agreement(office)
    for text, told in (
        ("a " * 10_001, "One paragraph has over 20000 letters"),
        ("\n".join(["a " * 9_000] * 40), "more than one agreement can hold"),
    ):
        with pytest.raises(RuleBroken, match=told):
            plan_paste(office, agreement, Clipping(text), after=None, column="id")
