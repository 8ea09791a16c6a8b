"""Every command of the program, menu by menu; tests hold names, keys and mnemonics unique."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey
from kunjungan.ui.agreement_actions import AGREEMENT_ACTIONS
from kunjungan.ui.calendar_actions import CALENDAR_ACTIONS
from kunjungan.ui.day_actions import DAY_ACTIONS
from kunjungan.ui.guest_actions import GUEST_ACTIONS
from kunjungan.ui.letter_actions import LETTER_ACTIONS
from kunjungan.ui.people_actions import PEOPLE_ACTIONS
from kunjungan.ui.planning_actions import PLANNING_ACTIONS
from kunjungan.ui.rundown_actions import RUNDOWN_ACTIONS
from kunjungan.ui.seating_actions import SEATING_ACTIONS
from kunjungan.ui.visit_actions import STEP_ACTIONS, VISIT_ACTIONS

_FILE, _EDIT, _VIEW = MenuKey.FILE, MenuKey.EDIT, MenuKey.VIEW
_HELP = MenuKey.HELP
_INSTITUTION = MenuKey.INSTITUTION

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("office.open", _FILE, later("&Open an office…"), "Ctrl+O", "folder_open"),
    ActionSpec("office.import", _FILE, later("&Import…"), "", "arrow_import", place="backups"),
    ActionSpec(
        "office.export",
        _FILE,
        later("&Export…"),
        "",
        "arrow_export",
        place="backups",
        ends_group=True,
    ),
    ActionSpec(
        "backup.make", _FILE, later("Make a &backup"), "Ctrl+Shift+S", "save", place="backups"
    ),
    ActionSpec(
        "backup.make_into",
        _FILE,
        later("Back up to a &folder…"),
        "",
        "save_multiple",
        place="backups",
    ),
    ActionSpec("backup.check", _FILE, later("&Check the backup"), "", "shield_checkmark"),
    ActionSpec(
        "backup.restore", _FILE, later("&Restore a backup…"), "", "history", place="backups"
    ),
    ActionSpec(
        "backup.restore_file",
        _FILE,
        later("Restore fro&m a file…"),
        "",
        "folder_open",
        place="backups",
    ),
    ActionSpec(
        "history.verify",
        _FILE,
        later("Check the &journal"),
        "",
        "shield_checkmark",
        place="history",
        ends_group=True,
    ),
    ActionSpec("page.print", _FILE, later("&Print…"), "Ctrl+P", "print"),
    ActionSpec(
        "page.save_pdf",
        _FILE,
        later("&Save as PDF…"),
        "Ctrl+Alt+F",
        "document_pdf",
        ends_group=True,
    ),
    ActionSpec("window.quit", _FILE, later("&Quit"), "Ctrl+Q"),
    ActionSpec("edit.undo", _EDIT, later("&Undo"), "Ctrl+Z", "arrow_undo"),
    ActionSpec("edit.redo", _EDIT, later("&Redo"), "Ctrl+Y", "arrow_redo", ends_group=True),
    ActionSpec("page.copy", _EDIT, later("&Copy rows"), "Ctrl+Shift+C", "copy"),
    ActionSpec("page.filter", _EDIT, later("&Filter this list"), "Ctrl+F", "filter"),
    ActionSpec("page.clear_filter", _EDIT, later("Clear the filter"), "", "dismiss"),
    ActionSpec("window.find", _EDIT, later("&Search and commands…"), "Ctrl+K", "search"),
    ActionSpec("window.back", _VIEW, later("&Back"), "Alt+Left", "arrow_left"),
    ActionSpec(
        "window.forward", _VIEW, later("&Forward"), "Alt+Right", "arrow_right", ends_group=True
    ),
    ActionSpec("home.put_off", _VIEW, later("P&ut off until tomorrow"), "", "history"),
    ActionSpec("tab.next", _VIEW, later("&Next tab"), "Ctrl+Tab"),
    ActionSpec("tab.previous", _VIEW, later("&Previous tab"), "Ctrl+Shift+Tab", ends_group=True),
    ActionSpec(
        "window.rail", _VIEW, later("Narro&w sidebar"), "Ctrl+B", "panel_left", checkable=True
    ),
    ActionSpec("theme.system", _VIEW, later("Colours of the &system"), checkable=True),
    ActionSpec("theme.light", _VIEW, later("&Light"), checkable=True),
    ActionSpec("theme.dark", _VIEW, later("&Dark"), checkable=True, ends_group=True),
    ActionSpec("language.id", _VIEW, later("&Indonesian"), checkable=True),
    ActionSpec("language.en", _VIEW, later("&English"), checkable=True),
    *VISIT_ACTIONS,
    *GUEST_ACTIONS,
    *STEP_ACTIONS,
    *LETTER_ACTIONS,
    *RUNDOWN_ACTIONS,
    *SEATING_ACTIONS,
    *DAY_ACTIONS,
    *CALENDAR_ACTIONS,
    *PLANNING_ACTIONS,
    *AGREEMENT_ACTIONS,
    ActionSpec("institution.add", _INSTITUTION, later("&Add institution…"), "Ins", "add"),
    ActionSpec("institution.edit", _INSTITUTION, later("&Edit institution…"), "F2", "edit"),
    ActionSpec(
        "institution.remove", _INSTITUTION, later("&Remove…"), "Del", "delete", ends_group=True
    ),
    ActionSpec("official.add", _INSTITUTION, later("Add &official…"), "Ctrl+Shift+O", "person_add"),
    ActionSpec("official.edit", _INSTITUTION, later("Edi&t official…"), "Shift+F2", "person_edit"),
    ActionSpec("official.remove", _INSTITUTION, later("Re&move official…"), "Shift+Del", "delete"),
    *PEOPLE_ACTIONS,
    ActionSpec("window.keys", _HELP, later("&Keys"), "Ctrl+/", "keyboard"),
    ActionSpec("window.about", _HELP, later("&About Kunjungan"), "", "info"),
)
READING: frozenset[str] = frozenset({
    "office.open", "office.export", "backup.make", "backup.make_into", "backup.check",
    "history.verify", "page.print", "page.save_pdf", "page.copy", "page.filter",
    "page.clear_filter", "window.quit", "window.find", "window.back", "window.forward",
    "window.rail", "window.keys", "window.about", "tab.next", "tab.previous", "theme.system",
    "theme.light", "theme.dark", "language.id", "language.en", "visit.tell", "visit.copy_text",
    "visit.copy_text_en", "visit.export", "guest.next_gap", "guest.catering",
    "guest.catering_copy", "guest.columns", "rundown.next_problem", "rundown.previous_problem",
    "rundown.print", "seating.next", "seating.previous", "seating.who", "seating.mirror",
    "seating.zoom_in", "seating.zoom_out", "seating.fit", "report.gifts", "report.print",
    "report.minutes", "photo.open", "partner.show", "calendar.today", "calendar.earlier",
    "calendar.later", "calendar.month", "calendar.week", "calendar.day", "calendar.agenda",
    "calendar.open", "calendar.next_clash", "calendar.export", "calendar.sheet_day",
    "calendar.sheet_week", "calendar.copy_day", "label_sheet.trial", "agreement.verify",
    "agreement.view", "agreement.prints", "agreement.word", "agreement.compare",
    "agreement.chain", "agreement.next_problem", "agreement.previous_problem",
    "agreement.next_pane", "agreement.previous_pane", "file.open", "file.export", "original.show",
    "register.clear", "register.columns", "register.export", "register.yearbook", "clause.next",
    "clause.previous", "clause.next_article", "clause.previous_article", "clause.spelling",
    "clause.terms", "suggestion.next", "suggestion.previous", "suggestion.dismiss", "term.export",
    "people.export",
})  # fmt: skip
"""What changes nothing in the office: all that stays open where it can only be looked at."""
