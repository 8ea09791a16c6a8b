"""The sheets of cards and labels that a paper of the day may be printed on."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.documents.office.visum import LEAST_LABEL_MM
from kunjungan.domain.label_sheets import CardUse, LabelSheet
from kunjungan.services.label_sheets import list_sheets
from kunjungan.services.office import Office

VISUM = "visum"
_HIGHEST_MM = 80.0
_USES: Mapping[str, CardUse] = MappingProxyType(
    {
        "badges": "badge",
        "lo_cards": "badge",
        "tents": "tent",
        "place_labels": "place",
        "folder_labels": "folder",
        "vehicle_signs": "vehicle",
        "door_signs": "door",
        "certificates": "certificate",
    }
)


def sheets_for(office: Office, slug: str) -> list[LabelSheet]:
    """Return the sheets for a paper; none where it is always on whole pages.

    A visum is printed into the guests' own sheets, or on any label that has room for signature
    and stamp.
    """
    if slug == VISUM:
        return [sheet for sheet in list_sheets(office) if _holds_visum(sheet)]
    return list_sheets(office, _USES[slug]) if slug in _USES else []


def _holds_visum(sheet: LabelSheet) -> bool:
    """Say whether labels are large enough for a visum, and small enough to be stuck on."""
    wide, high = LEAST_LABEL_MM
    return sheet.width >= wide and high <= sheet.height <= _HIGHEST_MM
