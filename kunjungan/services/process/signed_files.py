"""What the electronic signatures in a PDF say, and what of it holds; no trust is claimed.

Checked, offline: whether the signed bytes are as signed, whether all of the file is signed, and
what was added since. Not checked: whose certificate it is, who issued it, whether it was revoked.
That is for the certification authority (PP 71/2019 articles 59 and 60).
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.files import file_content

if TYPE_CHECKING:
    from pyhanko.sign.validation import EmbeddedPdfSignature
from kunjungan.services.process.signature_report import SignatureReport, SignatureSeen, Since

_SILENT = logging.NullHandler()
_MOST = 100
"""So many signatures of one file are looked at."""
_WITHOUT = later(
    "Electronic signatures cannot be looked at here, because the part of the program for it "
    "(pyHanko) is not installed. The file is kept as it is."
)
_UNREADABLE = later(
    "The electronic signatures in this file cannot be read. The file is kept as it is; "
    "have it checked by whoever issued the certificates."
)
_PROTECTED = later(
    "This file is protected by a password, so its signatures cannot be looked at. "
    "The file is kept as it is."
)


def report_of(office: Office, file_id: UUID) -> SignatureReport:
    """Return what the signatures of a kept file say.

    Raises:
        NotFound: the file or its content is missing.
        Unavailable: its content is damaged.
    """
    return report(file_content(office, file_id))


def report(data: bytes) -> SignatureReport:
    """Return what the signatures of a PDF say; whatever stands in it, this never fails."""
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - optional
    except ImportError:
        return SignatureReport(problem=_WITHOUT)
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).addHandler(_SILENT)
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            return SignatureReport(problem=_PROTECTED)
        found = reader.embedded_signatures[:_MOST]
        seen = tuple(_seen(one) for one in found if one.sig_object_type == "/Sig")
    except Exception:  # noqa: BLE001 - a hostile file breaks the parser wherever it likes
        return SignatureReport(problem=_UNREADABLE)
    return SignatureReport(seen, timestamps=len(found) - len(seen))


def _seen(signature: "EmbeddedPdfSignature") -> SignatureSeen:
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    signature.compute_integrity_info()  # type: ignore[no-untyped-call]
    state = signature.summarise_integrity_info()
    certificate = signature.signer_cert
    same, valid = validate_sig_integrity(
        signature.signer_info, certificate, "data", signature.compute_digest()
    )
    validity = certificate["tbs_certificate"]["validity"].native
    return SignatureSeen(
        signer=_name(certificate.subject, "common_name"),
        organisation=_name(certificate.subject, "organization_name"),
        issuer=_name(certificate.issuer, "common_name"),
        claimed_at=signature.self_reported_timestamp,
        intact=same and valid,
        whole=state["coverage"] == SignatureCoverageLevel.ENTIRE_FILE,
        since=_since(state["coverage"], state["diff_result"]),
        valid_from=validity["not_before"].date(),
        valid_until=validity["not_after"].date(),
    )


def _since(coverage: object, difference: object) -> Since:
    """Return what was done to the file after a signature; what cannot be told counts as changed."""
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415

    if coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Since.NOTHING
    level = getattr(difference, "modification_level", ModificationLevel.OTHER)
    covered = coverage == SignatureCoverageLevel.ENTIRE_REVISION
    only_signing = level.value <= ModificationLevel.FORM_FILLING.value
    return Since.ADDED if covered and only_signing else Since.CHANGED


def _name(name: Any, what: str) -> str:  # noqa: ANN401 - the library's own
    """Return a part of a name in a certificate, in one line; all of the name where it has none."""
    value = name.native.get(what, "")
    words = value if isinstance(value, str) else ", ".join(_texts(value))
    return " ".join(words.split())[:200]


def _texts(values: Any) -> Iterator[str]:  # noqa: ANN401 - the library's own
    return (value for value in values if isinstance(value, str))
