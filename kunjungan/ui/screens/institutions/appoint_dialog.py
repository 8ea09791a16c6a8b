"""Asks in which institution a person holds one more office, then for that office."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.people import person_form
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.institutions.official_dialog import ask_new_official
from kunjungan.ui.screens.institutions.words import body_words
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


def ask_office(office: Office, person_id: UUID, parent: QWidget) -> bool:
    """Return whether an office was added that the person holds or held; NotFound when gone."""
    name = person_form(office, person_id).name
    intro = tr("{name} may hold several offices at once.", name=name)
    dialog = FormDialog(tr("Add an office held"), tr("Go on"), parent, intro=intro)
    body = SearchPicker(tr("Type a part of its name or its code"))
    lines = list_institutions(office)
    body.set_items([Item(line.id, screen_side(line.name), body_words(line)) for line in lines])
    dialog.add(tr("Institution"), body, needed=True)
    if not dialog.run(body.value):
        return False
    return ask_new_official(office, body.value(), parent, person_id=person_id) is not None
