"""Brings what the search finds to where the window can open it."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.search_words import Query, places
from kunjungan.domain.stages import OVER
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.search import KINDS, FoundLine, Kind, asked, search
from kunjungan.ui.context import Address
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.shell.palette.source import AGREEMENTS, PEOPLE, TEXT, VISITS
from kunjungan.ui.shell.parts import Hit

PLACES: Mapping[Kind, str] = MappingProxyType(
    {"visit": "visits", "agreement": "agreements", "institution": "institutions"}
)
"""Where the window opens a record; people and clauses are opened with what they belong to."""
SHOWN: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        "visit": (VISITS, "people_community"),
        "agreement": (AGREEMENTS, "document_edit"),
        "person": (PEOPLE, "person"),
        "institution": (PEOPLE, "building_government"),
        "clause": (TEXT, "document"),
    }
)

_OF_EACH, _OF_ONE = 5, 30
"""How many of a kind are shown beside others, and where only one is asked for."""


def hits(office: Office, text: str) -> list[Hit]:
    """Return what has the words of a text, each with its place in the window."""
    kinds, query = asked(text)
    most = _OF_EACH if len(kinds) == len(KINDS) else _OF_ONE
    return [_hit(line, query) for line in search(office, text, most=most)]


def _hit(line: FoundLine, query: Query) -> Hit:
    group, icon = SHOWN[line.kind]
    icon = "history" if line.stage in OVER else icon
    title, detail = _title(line), " · ".join(filter(None, (line.detail, _state(line))))
    marked = places(title, query), places(detail, query)
    return Hit(title, detail, icon, _address(line), group, *marked)


def _title(line: FoundLine) -> str:
    if line.kind != "clause":
        return line.title
    words = tr("“{text}”", text=line.title)
    return f"{screen_side(line.article)}: {words}" if line.article else words


def _state(line: FoundLine) -> str:
    """Return when it is and how it stands, or how much there is of it."""
    when = partial_words(line.on) if line.on and line.kind == "visit" else ""
    stage = label(line.stage) if line.stage else ""
    visits = tr("Visits: {count}", count=line.visits) if line.visits else ""
    agreements = tr("Agreements: {count}", count=line.agreements) if line.agreements else ""
    return " · ".join(filter(None, (when, stage, visits, agreements)))


def _address(line: FoundLine) -> Address:
    """Return where a line opens: a clause at its row, who belongs nowhere among the people."""
    if line.opens is None:
        return Address("institutions", line.id, "people")
    kind, record = line.opens
    return Address(PLACES[kind], record, f"row:{line.id}" if line.kind == "clause" else "")
