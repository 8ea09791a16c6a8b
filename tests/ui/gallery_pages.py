"""The places of the gallery's window."""

from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Place, Section
from tests.ui.gallery_lists import ListPage
from tests.ui.gallery_parts import EmptyPage, PartsPage, PreviewPage
from tests.ui.gallery_records import GuestsPage, RecordPage
from tests.ui.gallery_rows import WARN

PLACES = [
    Place("visits", "Visits", "people_community", ListPage, badge=lambda _: ChipText("8")),
    Place(
        "agreements", "Agreements", "document_edit", EmptyPage, badge=lambda _: ChipText("3", WARN)
    ),
    Place("institutions", "Institutions & officials", "building_government", GuestsPage),
    Place("history", "History", "history", RecordPage, Section.OFFICE),
    Place("backups", "Backups", "save_multiple", PreviewPage, Section.OFFICE),
    Place("settings", "Settings", "settings", PartsPage, Section.FOOT),
]
