"""The commands of a visit's day and of what comes after it."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_DAY, _REPORT = MenuKey.DAY, MenuKey.REPORT

DAY_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("session.add", _DAY, later("Add session…"), "Ins", "add"),
    ActionSpec("session.edit", _DAY, later("Edit session…"), "F2", "edit"),
    ActionSpec("session.slip", _DAY, later("Slip the session…"), "Ctrl+Alt+S", "arrow_down"),
    ActionSpec("session.remove", _DAY, later("Remove session"), "Del", "delete", ends_group=True),
    ActionSpec("crew.add", _DAY, later("Assign crew…"), "", "person_add"),
    ActionSpec("crew.edit", _DAY, later("Edit crew…"), "Shift+F2", "person_edit"),
    ActionSpec("crew.remove", _DAY, later("Release crew"), "Shift+Del", "delete"),
    ActionSpec("report.item", _REPORT, later("How it really went…"), "F2", "edit"),
    ActionSpec("report.planned", _REPORT, later("All went as planned"), "", "checkmark_circle"),
    ActionSpec("report.result", _REPORT, later("Result of the visit…"), "F4", "document_edit"),
    ActionSpec(
        "report.came", _REPORT, later("Guests who came…"), "Shift+F4", "people", ends_group=True
    ),
    ActionSpec("promise.add", _REPORT, later("Note a promise…"), "Ins", "add"),
    ActionSpec("promise.edit", _REPORT, later("Edit promise…"), "F2", "edit"),
    ActionSpec("promise.remove", _REPORT, later("Remove promise"), "Del", "delete"),
    ActionSpec("gift.add", _REPORT, later("Enter a gift…"), "Ins", "add"),
    ActionSpec("gift.edit", _REPORT, later("Edit gift…"), "F2", "edit"),
    ActionSpec("gift.report", _REPORT, later("Gift reported"), "", "checkmark"),
    ActionSpec("gift.remove", _REPORT, later("Remove gift"), "Del", "delete"),
    ActionSpec("photo.add", _REPORT, later("Attach photos or files…"), "Ins", "add"),
    ActionSpec("photo.open", _REPORT, later("Open the file"), "", "open"),
    ActionSpec("photo.remove", _REPORT, later("Remove the file"), "Del", "delete", ends_group=True),
    ActionSpec("report.gifts", _REPORT, later("Export the gift log…"), "Ctrl+E", "arrow_export"),
    ActionSpec("report.print", _REPORT, later("Visit report…"), "Ctrl+Alt+R", "print"),
    ActionSpec("report.minutes", _REPORT, later("Official report (Berita Acara)…"), "", "print"),
    ActionSpec("partner.show", MenuKey.VISIT, later("Partner's card…"), "Ctrl+Alt+M", "people"),
)
