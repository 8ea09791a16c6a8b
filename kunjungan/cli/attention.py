"""What needs attention in the office, on the command line."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    from kunjungan.services.office import Office

ATTENTION: Mapping[str, str] = MappingProxyType(
    {
        "due_on": later("Due"),
        "kind": later("Kind"),
        "title": later("Needs attention"),
        "cause": later("About"),
        "blocking": later("Blocks"),
    }
)


def attention_rows(office: "Office") -> list[dict[str, object]]:
    """Return what needs attention, the gravest first, with the record that it is about."""
    from kunjungan.services.home.attention import attention  # noqa: PLC0415 (quick --help)
    from kunjungan.ui.labels import said_words  # noqa: PLC0415

    return [
        {
            "due_on": line.due_on,
            "kind": line.kind,
            "title": said_words(line.title.message, line.title.values),
            "cause": said_words(line.cause.message, line.cause.values),
            "blocking": line.blocking,
            "visit": line.visit_id,
            "agreement": line.agreement_id,
        }
        for line in attention(office)
    ]
