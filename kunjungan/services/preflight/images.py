"""Checks the emblems in the head: there, readable, fine enough for print."""

from collections.abc import Iterator
from io import BytesIO

from kunjungan.documents.sheet import LOGO_HEIGHT, LOGO_WIDTH
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import PartyFacts, body_name
from kunjungan.services.office import Office
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule

LEAST_DPI = 200
_POINTS = 72

COARSE = Rule(
    "low-resolution-image",
    later("The emblem of {who} has only {dpi} dpi in the size it is printed in."),
    later("Enter one of at least {least} dpi under Institutions."),
    blocking=False,
    about="institution",
)
LOST = Rule(
    "missing-image",
    later("The emblem of {who} is missing from the archive or damaged there."),
    later("Enter it again under Institutions, or restore it from a backup."),
    about="institution",
)
UNREADABLE = Rule(
    "unreadable-image",
    later("The emblem of {who} cannot be read; a drawn shield is printed in its place."),
    later("Enter a PNG or JPEG under Institutions."),
    blocking=False,
    about="institution",
)


def about_images(office: Office, draft: Draft) -> Iterator[Finding]:
    """Yield emblems that are coarse or cannot be read; only their first bytes are looked at."""
    if not draft.facts.rule.logos or draft.facts.foreign:
        return
    for party in draft.facts.parties:
        if party.body.logo_sha is None:
            continue
        try:
            picture = office.archive.get(party.body.logo_sha)
        except OfficeError:
            yield _of(party, LOST)
            continue
        dpi = _dpi(picture)
        if dpi is None:
            yield _of(party, UNREADABLE)
        elif dpi < LEAST_DPI:
            yield _of(party, COARSE, dpi=dpi, least=LEAST_DPI)


def _of(party: PartyFacts, rule: Rule, **values: object) -> Finding:
    said = {"who": body_name(party.body), **values}
    return Finding(rule, said, seq=party.row.seq, field="logo_sha")


def _dpi(picture: bytes) -> int | None:
    """Return how finely a picture is printed in its box, None for a file that is no picture."""
    from PIL import Image  # noqa: PLC0415 - heavy, paper only

    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as image:
            width, height = image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return round(_POINTS * max(width / LOGO_WIDTH, height / LOGO_HEIGHT))
