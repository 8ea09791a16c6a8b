"""What was printed, on the command line: of agreements, and of the papers of a visit's day."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
PRINTS: Mapping[str, str] = MappingProxyType(
    {
        "at": later("Moment"),
        "reference": later("Reference"),
        "what": later("Document"),
        "original": later("Original"),
        "draft": later("Draft"),
        "language": later("Language"),
        "sheets": later("Only"),
        "paper": later("Paper"),
        "copies": later("Copies"),
        "by": later("Who"),
        "stale": later("Outdated"),
    }
)


def print_rows(office: "Office") -> Rows:
    """Return what was printed of all agreements and visits, the latest first."""
    rows = [*_of_agreements(office), *_of_visits(office)]
    return sorted(rows, key=lambda row: str(row["at"]), reverse=True)


def _of_agreements(office: "Office") -> Rows:
    from kunjungan.services.agreement_names import references  # noqa: PLC0415 (quick --help)
    from kunjungan.services.print_log import list_prints  # noqa: PLC0415 (quick --help)

    return [
        {
            "at": datetime.fromisoformat(line.at),
            "by": line.by,
            "agreement": agreement,
            "reference": reference,
            "what": line.what,
            "original": line.original_no,
            "draft": line.draft_no,
            "language": line.language,
            "paper": line.paper,
            "pages": line.pages,
            "sheets": line.sheets,
            "copies": line.copies,
            "stale": line.stale,
        }
        for agreement, reference in references(office).items()
        for line in list_prints(office, agreement)
    ]


def _of_visits(office: "Office") -> Rows:
    from kunjungan.services.pack.log import list_day_prints  # noqa: PLC0415 (quick --help)

    return [
        {
            "at": line.at,
            "by": line.by,
            "visit": line.visit_id,
            "reference": line.visit,
            "what": line.name,
            "paper_of_the_day": line.slug,
            "original": None,
            "draft": None,
            "language": "",
            "paper": line.paper,
            "pages": line.pages,
            "sheets": (),
            "keys": line.keys,
            "copies": line.copies,
            "stale": False,
        }
        for line in list_day_prints(office)
    ]
