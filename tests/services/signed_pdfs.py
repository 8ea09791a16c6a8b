"""PDFs signed in the test itself, with keys made there; nobody's name and nobody's trust."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
from asn1crypto import keys, x509  # type: ignore[import-untyped]
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

BEGINS, ENDS = datetime(2022, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)


def plain_pdf() -> bytes:
    """A page without words."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


@cache
def signer(name: str) -> signers.SimpleSigner:
    """Somebody with a key and a certificate that they made themselves."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = made.Name(
        [
            made.NameAttribute(NameOID.COMMON_NAME, name),
            made.NameAttribute(NameOID.ORGANIZATION_NAME, "Pemerintah Contoh"),
        ]
    )
    certificate = (
        made.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(BEGINS)
        .not_valid_after(ENDS)
        .sign(key, hashes.SHA256())
    )
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(
            key.private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        ),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )


def signed_pdf(*names: str, of: bytes = b"") -> bytes:
    """A PDF with a signature of each, one after the other."""
    data = of or plain_pdf()
    for number, name in enumerate(names, 1):
        writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
        field = f"Tanda{number}"
        fields.append_signature_field(writer, fields.SigFieldSpec(field))
        about = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
        out = BytesIO()
        signers.PdfSigner(about, signer(name)).sign_pdf(writer, output=out)
        data = out.getvalue()
    return data


def with_another_page(data: bytes) -> bytes:
    """The same file with a page put behind what was signed."""
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    stream = generic.StreamObject(stream_data=b"")
    page = PageObject(  # type: ignore[no-untyped-call]
        contents=writer.add_object(stream), media_box=(0, 0, 100, 100)
    )
    writer.insert_page(page)  # type: ignore[no-untyped-call]
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def tampered(data: bytes) -> bytes:
    """The same file with one byte inside what was signed altered."""
    at = data.index(b"/MediaBox")
    at = data.index(b"612", at)
    return data[:at] + b"613" + data[at + 3 :]
