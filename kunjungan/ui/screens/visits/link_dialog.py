"""Choosing the earlier visit that a visit continues."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_lists import VisitLine, list_visits
from kunjungan.ui.dates import partial_words
from kunjungan.ui.screens.visits.words import bodies_words, joined
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


def ask_earlier(office: Office, seen: VisitOverview, parent: QWidget) -> VisitLine | None:
    """Ask for one of the visits before ``seen``; the related ones are offered first."""
    linked = {line.id for line in seen.earlier} | {seen.id}
    lines = {
        line.id: line
        for line in (*seen.related, *list_visits(office))
        if line.id not in linked and line.on.first <= seen.when.on.last
    }
    dialog = LinkDialog(list(lines.values()), parent)
    if dialog.run(lambda: None):
        return lines[dialog.visit.value()]
    return None


class LinkDialog(FormDialog):
    """Picks a visit by its title, its institutions or its date."""

    def __init__(self, lines: list[VisitLine], parent: QWidget) -> None:
        super().__init__(tr("Link an earlier visit"), tr("Link visit"), parent)
        self.visit = SearchPicker(tr("Title, institution or date"))
        self.visit.set_items(
            [
                Item(line.id, line.title, joined(partial_words(line.on), bodies_words(line)))
                for line in lines
            ]
        )
        self.add(
            tr("Earlier visit"),
            self.visit,
            hint=tr("Press ↓ to see the visits of the same institutions first."),
            needed=True,
        )
