"""Brings what the search finds to where the window can open it."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.services.office import Office
from kunjungan.services.search import FoundLine, search
from kunjungan.ui.context import Address
from kunjungan.ui.dates import partial_words
from kunjungan.ui.shell.parts import Hit

SHOWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "visit": ("visits", "people_community"),
        "agreement": ("agreements", "document_text"),
        "institution": ("institutions", "building_government"),
        "official": ("institutions", "person"),
        "guest": ("visits", "person"),
    }
)


def hits(office: Office, text: str) -> list[Hit]:
    """Return what holds ``text``, each with its place in the window."""
    return [_hit(line) for line in search(office, text)]


def _hit(line: FoundLine) -> Hit:
    place, icon = SHOWN[line.kind]
    when = partial_words(line.on) if line.on else ""
    detail = " · ".join(part for part in (line.detail, when) if part)
    return Hit(line.title, detail, icon, Address(place, line.id))
