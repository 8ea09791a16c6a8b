"""Asks by how many minutes the rundown slips from an item on."""

import re
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import Slip, slip
from kunjungan.services.rundown.lines import ItemLine
from kunjungan.ui.labels import screen_side
from kunjungan.ui.widgets.fields import TypedLine
from kunjungan.ui.widgets.form_dialog import FormDialog

_SIGNED = re.compile(r"([+\-−]?)\s*(\d{1,3})")  # noqa: RUF001 (a minus sign is meant, too)
_USUAL = "20"


class MinutesLater(TypedLine):
    """Minutes later, or earlier with a minus ahead."""

    def value(self) -> int:
        """Return the minutes; RuleBroken for anything else, or for none."""
        found = _SIGNED.fullmatch(self.text().strip())
        minutes = int(found[2]) if found else 0
        if not found or not minutes:
            raise RuleBroken(later("Write minutes such as 20, or -10 for earlier."))
        return -minutes if found[1] in ("-", "−") else minutes  # noqa: RUF001


def ask_slip(office: Office, visit_id: UUID, line: ItemLine, parent: QWidget) -> Slip | None:
    """Ask and let the rundown slip; None when given up."""
    intro = tr(
        "“{item}” and all later items of its session slip. Items that keep their time stay.",
        item=screen_side(line.title),
    )
    dialog = FormDialog(tr("Slip from here"), tr("Slip"), parent, intro=intro)
    minutes = MinutesLater()
    minutes.setText(_USUAL)
    dialog.add(tr("Minutes later"), minutes, hint=tr("With a minus: earlier"))
    told: list[Slip] = []
    dialog.run(lambda: told.append(slip(office, visit_id, line.id, minutes.value())))
    return told[0] if told else None
