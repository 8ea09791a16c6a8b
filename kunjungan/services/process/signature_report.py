"""What is told of the electronic signatures in a PDF."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    pass


class Since(StrEnum):
    """What happened to a file after a signature."""

    NOTHING = "nothing"
    ADDED = "added"
    """Only what signing itself adds: further signatures, filled fields, proofs for later."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """One signature: what its certificate and it claim, and what was found.

    ``signer`` and ``issuer`` are the names in the certificate, ``claimed_at`` is the signer's own
    clock, ``intact`` says that the signed bytes are as they were signed, ``whole`` that nothing of
    the file stands outside them; ``valid_from`` and ``valid_until`` are the certificate's.
    """

    signer: str
    organisation: str
    issuer: str
    claimed_at: datetime | None
    intact: bool
    whole: bool
    since: Since
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """The signatures of a file in the order of signing; ``timestamps`` counts those of a service.

    ``problem`` is an untranslated sentence where they could not be looked at.
    """

    signatures: tuple[SignatureSeen, ...] = ()
    timestamps: int = 0
    problem: str = ""


NOT_CHECKED = later(
    "Whose certificate it is, who issued it and whether it was revoked was not checked: "
    "that needs the certification authority."
)
"""What goes with every report."""
