"""Opens the pack of a visit, whole or with the papers that another screen asks for."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.pack.contents import PackItem, pack_of
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.pack.dialog import PackDialog


def open_pack(context: ScreenContext, visit_id: UUID, parent: QWidget) -> None:
    """Show the dialog; the command's data are the slugs to tick, apart by commas.

    Without data the full pack is ticked; ``changed`` ticks what has changed since it was printed.
    """
    action = context.commands["pack.open"]
    slugs = [slug for slug in str(action.data() or "").split(",") if slug]
    action.setData(None)
    with refusals_shown(parent):
        pack = pack_of(context.office, visit_id)
        dialog = PackDialog(context, pack, slugs, parent)
        dialog.printed.connect(context.toast)
        dialog.blockers_wanted.connect(lambda item: _show_agreement(context, item))
        dialog.exec()
        dialog.deleteLater()


def _show_agreement(context: ScreenContext, item: PackItem) -> None:
    if item.agreement_id is not None:
        context.navigate(Address("agreements", item.agreement_id))
        context.toast(tr("What keeps the originals back is listed beside the text"))
