"""The commands of a visit as a whole, of the list of visits, and of a visit's checklist."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_VISIT = MenuKey.VISIT

VISIT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("visit.schedule", _VISIT, later("New &visit…"), "Ctrl+N", "add", place="visits"),
    ActionSpec(
        "visit.intake",
        _VISIT,
        later("Letter of request…"),
        "Ctrl+Shift+I",
        "arrow_import",
        place="visits",
    ),
    ActionSpec("visit.edit", _VISIT, later("&Edit visit…"), "Ctrl+Shift+E", "edit"),
    ActionSpec("visit.next_stage", _VISIT, later("&Next stage"), "Ctrl+Return", "arrow_right"),
    ActionSpec("visit.set_stage", _VISIT, later("Other s&tage…"), "", "flag"),
    ActionSpec("visit.duplicate", _VISIT, later("Duplicate visit…"), "D", "document_copy"),
    ActionSpec("visit.tell", _VISIT, later("Whom to tell…"), "", "people"),
    ActionSpec("pack.open", _VISIT, later("Print the pack…"), "Ctrl+Shift+P", "print"),
    ActionSpec("visum.open", _VISIT, later("Visum of travel orders…"), "", "clipboard_task"),
    ActionSpec("visit.copy_text", _VISIT, later("Copy as a message"), "Ctrl+Shift+M", "copy"),
    ActionSpec("visit.copy_text_en", _VISIT, later("Copy as a message in English"), "", "copy"),
    ActionSpec("visit.link", _VISIT, later("&Link an earlier visit…"), "", "link"),
    ActionSpec("visit.export", _VISIT, later("Export the list…"), "Ctrl+E", "arrow_export"),
    ActionSpec("visit.remove", _VISIT, later("Re&move visit…"), "", "delete", ends_group=True),
)
STEP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("step.add", _VISIT, later("&Add step…"), "Ins", "add"),
    ActionSpec("step.edit", _VISIT, later("Edit step…"), "F2", "edit"),
    ActionSpec("step.up", _VISIT, later("Step up"), "Alt+Up", "arrow_up"),
    ActionSpec("step.down", _VISIT, later("Step down"), "Alt+Down", "arrow_down"),
    ActionSpec("step.remove", _VISIT, later("Remove step"), "Del", "delete"),
    ActionSpec("step.lay_out", _VISIT, later("Lay out a checklist…"), "", "clipboard_task"),
    ActionSpec(
        "step.templates", _VISIT, later("Own checklists…"), "", "clipboard_task", ends_group=True
    ),
)
