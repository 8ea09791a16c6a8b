"""What a file is told by its first bytes before its name, and what is never opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.file_kinds import PDF, PROGRAM, UNKNOWN, media_type, refuse_opening


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("surat.pdf", b"%PDF-1.7", PDF),
        ("surat", b"\n\nxx%PDF-1.4", PDF),
        ("surat.docx", b"%PDF-1.7", PDF),
        ("foto.JPG", b"", "image/jpeg"),
        ("surat.pdf", b"MZ\x90", PROGRAM),
        ("surat.pdf", b"#!/bin/sh", PROGRAM),
        ("surat.pdf", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("catatan.txt", b"Rapat", "text/plain"),
        ("apa.xyz", b"Rapat", UNKNOWN),
        ("", b"", UNKNOWN),
    ],
)
def test_the_first_bytes_tell_before_the_name(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind


@pytest.mark.parametrize("name", ["surat.pdf", "FOTO.PNG", "daftar.xlsx", "surel.eml"])
def test_papers_and_pictures_are_opened(name: str) -> None:
    refuse_opening(name, media_type(name, b""))


@pytest.mark.parametrize(
    "name", ["surat.pdf.exe", "surat.js", "daftar.xlsm", "surat.lnk", "a.html", "Pasang.MSI"]
)
def test_programs_and_what_holds_them_are_never_opened(name: str) -> None:
    with pytest.raises(RuleBroken, match="never opened"):
        refuse_opening(name, media_type(name, b""))


def test_a_program_under_the_name_of_a_paper_is_never_opened() -> None:
    with pytest.raises(RuleBroken, match="never opened"):
        refuse_opening("surat.pdf", media_type("surat.pdf", b"MZ\x90\0"))


@given(st.text(max_size=12), st.binary(max_size=12))
def test_every_file_has_a_kind_and_an_unknown_one_is_not_opened(name: str, head: bytes) -> None:
    kind = media_type(f"{name}.xyz", head)
    assert "/" in kind
    with pytest.raises(RuleBroken):
        refuse_opening(f"{name}.xyz", kind)
