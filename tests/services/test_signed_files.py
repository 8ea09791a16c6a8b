"""Electronic signatures are reported as far as they were checked, whatever the file holds."""

import builtins
import re
import socket
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.services.office import Office
from kunjungan.services.process.attaching import attach
from kunjungan.services.process.file_form import FileForm
from kunjungan.services.process.signature_report import Since
from kunjungan.services.process.signed_files import report, report_of
from tests.builders import an_agreement
from tests.services.signed_pdfs import plain_pdf, signed_pdf, tampered, with_another_page

ONE = signed_pdf("Yana Contoh")
_RANGE = re.search(rb"/ByteRange ?\[0 (\d+) (\d+) \d+", ONE)
assert _RANGE is not None
GAP = int(_RANGE[1]), int(_RANGE[2])
"""Where the signature itself stands, which it cannot sign."""


def test_a_signature_is_told_by_its_certificate_and_its_own_clock(office: Office) -> None:
    key = attach(office, an_agreement(office), ONE, FileForm("ttd.pdf")).id
    (seen,) = report_of(office, key).signatures
    assert (seen.signer, seen.organisation) == ("Yana Contoh", "Pemerintah Contoh")
    assert (seen.issuer, seen.valid_until) == ("Yana Contoh", date(2024, 1, 1))
    assert seen.claimed_at is not None
    assert datetime.now(UTC) - seen.claimed_at < timedelta(hours=1)
    assert (seen.intact, seen.whole, seen.since) == (True, True, Since.NOTHING)


def test_a_byte_altered_inside_what_was_signed_is_found() -> None:
    (seen,) = report(tampered(ONE)).signatures
    assert not seen.intact


def test_a_second_signature_is_only_an_addition_to_the_first() -> None:
    first, second = report(signed_pdf("Yana Contoh", "Ridho Contoh")).signatures
    assert (first.intact, first.whole, first.since) == (True, False, Since.ADDED)
    assert (second.signer, second.whole) == ("Ridho Contoh", True)


def test_a_page_put_behind_a_signature_is_a_change() -> None:
    (seen,) = report(with_another_page(ONE)).signatures
    assert (seen.intact, seen.whole, seen.since) == (True, False, Since.CHANGED)


def test_a_paper_without_signatures_says_so() -> None:
    found = report(plain_pdf())
    assert (found.signatures, found.timestamps, found.problem) == ((), 0, "")


def test_a_protected_paper_is_told() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "protected by a password" in report(out.getvalue()).problem


def test_without_the_extra_a_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.startswith("pyhanko"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    found = report(ONE)
    assert found.signatures == ()
    assert "pyHanko" in found.problem
    assert "kept as it is" in found.problem


def test_nothing_is_asked_of_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert [seen.intact for seen in report(ONE).signatures] == [True]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"[" * 100_000,
        ONE[:-300],
        ONE[:300],
        ONE.replace(b"/ByteRange", b"/ByteRanga"),
        ONE.replace(b"/Contents", b"/Contentz"),
        ONE.replace(b"/Type /Catalog", b"/Type /Catalag"),
    ],
)
def test_hostile_papers_end_in_a_sentence(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    found = report(data)
    assert found.problem or not any(seen.intact for seen in found.signatures)
    assert caplog.text == "" or "Traceback" not in caplog.text


@given(st.data())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_no_byte_of_what_was_signed_can_be_altered_unseen(data: st.DataObject) -> None:
    begin, end = GAP
    at = data.draw(st.integers(0, begin - 1) | st.integers(end, len(ONE) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != ONE[at]))
    altered = ONE[:at] + bytes([other]) + ONE[at + 1 :]
    assert not any(seen.intact for seen in report(altered).signatures)
