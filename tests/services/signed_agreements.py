"""Agreements whose originals are printed, and signed as far as a test wants it."""

from pathlib import Path
from uuid import UUID

from kunjungan.documents.agreement import Press
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.office import Office
from kunjungan.services.printing import print_to_folder
from kunjungan.services.signing import SignatureForm, sign, sign_everything
from tests.builders import SIGNING_DAY, an_agreement

BOTH = [PaperChoice(1, "original"), PaperChoice(2, "original")]


def printed(office: Office, press: Press, folder: Path) -> UUID:
    """A KB of Bandung and Prabumulih with both originals printed, nobody's signature on them."""
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, folder)
    return agreement


def half_signed(office: Office, press: Press, folder: Path) -> UUID:
    """The same with Bandung's signature on original 1."""
    agreement = printed(office, press, folder)
    sign(office, agreement, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    return agreement


def signed(office: Office, press: Press, folder: Path) -> UUID:
    """The same with all four signatures, of one day and place."""
    agreement = printed(office, press, folder)
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    return agreement
