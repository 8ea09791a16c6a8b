"""The visum register on the command line: evidence of whose travel orders were signed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
VISUMS: Mapping[str, str] = MappingProxyType(
    {
        "visit": later("Visit"),
        "name": later("Name"),
        "body": later("Institution"),
        "travel_order": later("Travel order"),
        "arrived_on": later("Arrived"),
        "departed_on": later("Departed"),
        "signer": later("Signed by"),
        "printed_at": later("Printed"),
    }
)


def visum_rows(office: "Office", visit: str) -> Rows:
    """Return the visums of a visit, or of all visits where none is named."""
    from kunjungan.services.visit_lists import list_visits  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visum.register import visum_register  # noqa: PLC0415

    wanted = visit_named(office, visit) if visit else None
    return [
        {
            "id": line.id,
            "visit_id": seen.id,
            "visit": seen.title,
            "name": line.name or line.title.id,
            "title": line.title,
            "body": line.body,
            "travel_order": line.travel_order,
            "arrived_on": line.arrived_on,
            "departed_on": line.departed_on,
            "signer": line.signer,
            "signer_post": line.signer_post,
            "printed_at": line.printed_at,
            "signed_list": line.signed,
        }
        for seen in list_visits(office)
        if wanted in {None, seen.id}
        for line in visum_register(office, seen.id)
        if line.id is not None
    ]
