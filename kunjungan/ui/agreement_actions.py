"""The commands of agreements: as a whole, their process, the register, their text, the terms."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_AGREEMENT, _PROCESS, _REGISTER = MenuKey.AGREEMENT, MenuKey.PROCESS, MenuKey.REGISTER
_TEXT, _GOING, _TERMS = MenuKey.TEXT, MenuKey.GOING, MenuKey.TERMS

AGREEMENT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "agreement.draft",
        _AGREEMENT,
        later("New &agreement…"),
        "Ctrl+Shift+N",
        "document_add",
        place="agreements",
    ),
    ActionSpec(
        "agreement.verify",
        _AGREEMENT,
        later("Check a paper…"),
        "Ctrl+Alt+V",
        "shield_checkmark",
        place="agreements",
        ends_group=True,
    ),
    ActionSpec("agreement.view", _AGREEMENT, later("Text or process"), "F12", "flag"),
    ActionSpec("agreement.facts", _AGREEMENT, later("&Facts…"), "F4", "document_edit"),
    ActionSpec(
        "agreement.redate", _AGREEMENT, later("Move the signing date…"), "Shift+F4", "calendar"
    ),
    ActionSpec("agreement.number", _AGREEMENT, later("Partner's n&umber…"), "", "tag"),
    ActionSpec("agreement.originals", _AGREEMENT, later("Originals…"), "Shift+F9", "document_copy"),
    ActionSpec(
        "agreement.witnesses",
        _AGREEMENT,
        later("Witnesses and acknowledgement…"),
        "Shift+F7",
        "people",
        ends_group=True,
    ),
    ActionSpec("agreement.print", _AGREEMENT, later("&Check and print originals…"), "F9", "print"),
    ActionSpec("agreement.print_draft", _AGREEMENT, later("Print a &draft or copy…"), "", "print"),
    ActionSpec("agreement.prints", _AGREEMENT, later("Print l&og…"), "", "history"),
    ActionSpec(
        "agreement.word",
        _AGREEMENT,
        later("Export to Word…"),
        "Ctrl+E",
        "arrow_export",
        ends_group=True,
    ),
    ActionSpec(
        "agreement.compare", _AGREEMENT, later("Compare drafts…"), "Ctrl+D", "document_copy"
    ),
    ActionSpec("agreement.keep_draft", _AGREEMENT, later("Keep this draft…"), "", "save"),
    ActionSpec("agreement.new_draft", _AGREEMENT, later("Start a &new draft"), "", "document_copy"),
    ActionSpec(
        "agreement.clearance", _AGREEMENT, later("Clearance sheet…"), "", "print", ends_group=True
    ),
    ActionSpec("agreement.sign", _AGREEMENT, later("Record &signatures…"), "F7", "signature"),
    ActionSpec("agreement.register", _AGREEMENT, later("Enter in the &register…"), "", "book"),
    ActionSpec(
        "agreement.addendum",
        _AGREEMENT,
        later("Draft an addendum…"),
        "",
        "document_add",
        ends_group=True,
    ),
    ActionSpec("agreement.renew", _REGISTER, later("Extend…"), "P", "document_copy"),
    ActionSpec("agreement.end", _REGISTER, later("End before its time…"), "", "dismiss"),
    ActionSpec(
        "agreement.chain", _REGISTER, later("Chain and originals…"), "F3", "link", ends_group=True
    ),
    ActionSpec(
        "agreement.remove", _AGREEMENT, later("Re&move agreement…"), "", "delete", ends_group=True
    ),
    ActionSpec("stage.finish", _PROCESS, later("Mark the stage as done…"), "", "checkmark"),
    ActionSpec("stage.pass", _PROCESS, later("Pass the stage…"), "", "arrow_right"),
    ActionSpec("stage.not_required", _PROCESS, later("Stage not required…"), "", "dismiss"),
    ActionSpec("stage.reopen", _PROCESS, later("Reopen the stage"), "", "arrow_undo"),
    ActionSpec("stage.track", _PROCESS, later("Choose other stages…"), "", "flag", ends_group=True),
    ActionSpec("clearance.record", _PROCESS, later("Record a clearance…"), "", "signature"),
    ActionSpec("clearance.route", _PROCESS, later("Clearance route…"), "", "edit", ends_group=True),
    ActionSpec("file.attach", _PROCESS, later("Attach files…"), "", "add"),
    ActionSpec("file.open", _PROCESS, later("Open the file"), "", "open"),
    ActionSpec("file.edit", _PROCESS, later("Particulars of the file…"), "", "edit"),
    ActionSpec("file.export", _PROCESS, later("Export the file…"), "", "arrow_export"),
    ActionSpec("file.remove", _PROCESS, later("Remove the file"), "", "delete", ends_group=True),
    ActionSpec("original.keep", _PROCESS, later("Where an original lies…"), "", "book"),
    ActionSpec("original.return", _PROCESS, later("Original returned"), "", "arrow_undo"),
    ActionSpec("original.scan", _PROCESS, later("File a scan of an original…"), "", "add"),
    ActionSpec("original.show", _PROCESS, later("Open the scan"), "", "open", ends_group=True),
    ActionSpec("duty.add", _PROCESS, later("Add duty…"), "", "add"),
    ActionSpec("duty.edit", _PROCESS, later("Edit duty…"), "", "edit"),
    ActionSpec("duty.remove", _PROCESS, later("Remove duty"), "", "delete"),
    ActionSpec("register.facts", _REGISTER, later("Field and unit…"), "F2", "tag"),
    ActionSpec("register.clear", _REGISTER, later("Clear the filter"), "", "dismiss"),
    ActionSpec("register.reminders", _REGISTER, later("Reminders"), "F7", "person_clock"),
    ActionSpec("register.columns", _REGISTER, later("Columns…"), "", "panel_left"),
    ActionSpec("register.import", _REGISTER, later("Import a register…"), "", "arrow_import"),
    ActionSpec(
        "register.export",
        _REGISTER,
        later("Export to Excel…"),
        "Ctrl+E",
        "arrow_export",
    ),
    ActionSpec("register.yearbook", _REGISTER, later("Register of a year…"), "", "document_pdf"),
    ActionSpec("agreement.next_problem", _TEXT, later("&Next problem"), "F8", "arrow_down"),
    ActionSpec(
        "agreement.previous_problem", _TEXT, later("Pre&vious problem"), "Shift+F8", "arrow_up"
    ),
    ActionSpec(
        "clause.confirm",
        _TEXT,
        later("&Mark as reviewed"),
        "Ctrl+R",
        "checkmark_circle",
        ends_group=True,
    ),
    ActionSpec("clause.add", _TEXT, later("Add &paragraph"), "Ctrl+Return", "add"),
    ActionSpec("clause.add_article", _TEXT, later("Add articl&e"), "Ctrl+Shift+Return", "add"),
    ActionSpec("clause.add_letter", _TEXT, later("Add &letter"), "Ctrl+Alt+Return", "add"),
    ActionSpec("clause.split", _TEXT, later("&Split row"), "Ctrl+Shift+J"),
    ActionSpec("clause.join", _TEXT, later("&Join with the row before"), "Ctrl+J"),
    ActionSpec("clause.level", _TEXT, later("C&hange level…"), "Ctrl+L", "text_indent_increase"),
    ActionSpec("clause.up", _TEXT, later("Move &up"), "Ctrl+Shift+Up", "arrow_up"),
    ActionSpec("clause.down", _TEXT, later("Move &down"), "Ctrl+Shift+Down", "arrow_down"),
    ActionSpec(
        "clause.remove", _TEXT, later("&Remove row"), "Ctrl+Shift+Del", "delete", ends_group=True
    ),
    ActionSpec("clause.field", _TEXT, later("&Insert data…"), "Ctrl+Shift+F", "tag"),
    ActionSpec("clause.reference", _TEXT, later("Refer to a ro&w…"), "Ctrl+Shift+R", "link"),
    ActionSpec(
        "clause.link_references",
        _TEXT,
        later("Link written references"),
        "",
        "link",
    ),
    ActionSpec("clause.paste", _TEXT, later("Paste &text…"), "Ctrl+Shift+V", "copy"),
    ActionSpec("clause.paste_file", _TEXT, later("Insert from a &file…"), "", "folder_open"),
    ActionSpec("clause.standard", _TEXT, later("Standard clauses…"), "Ctrl+Shift+K", "book"),
    ActionSpec(
        "clause.copy",
        _TEXT,
        later("Copy from another agreement…"),
        "",
        "document_copy",
        ends_group=True,
    ),
    ActionSpec("clause.spelling", _TEXT, later("Check spelling"), checkable=True, ends_group=True),
    ActionSpec("clause.next", _GOING, later("Next row"), "Ctrl+Down"),
    ActionSpec("clause.previous", _GOING, later("Previous row"), "Ctrl+Up"),
    ActionSpec("clause.next_article", _GOING, later("Next article"), "Alt+Down"),
    ActionSpec(
        "clause.previous_article", _GOING, later("Previous article"), "Alt+Up", ends_group=True
    ),
    ActionSpec("agreement.next_pane", _GOING, later("Next pane"), "F6"),
    ActionSpec("agreement.previous_pane", _GOING, later("Previous pane"), "Shift+F6"),
    ActionSpec("suggestion.accept", _TERMS, later("Accept the suggestion"), "Alt+Return"),
    ActionSpec("suggestion.next", _TERMS, later("Next suggestion"), "Alt+Shift+Down"),
    ActionSpec("suggestion.previous", _TERMS, later("Previous suggestion"), "Alt+Shift+Up"),
    ActionSpec(
        "suggestion.dismiss", _TERMS, later("Dismiss the suggestion"), "Alt+Del", ends_group=True
    ),
    ActionSpec("clause.terms", _TERMS, later("Term base…"), "", "book", ends_group=True),
    ActionSpec("term.add", _TERMS, later("Add term…"), "Ins", "add"),
    ActionSpec("term.edit", _TERMS, later("Edit term…"), "F2", "edit"),
    ActionSpec("term.approve", _TERMS, later("Approve terms…"), "Ctrl+Return", "checkmark_circle"),
    ActionSpec("term.retire", _TERMS, later("Retire terms"), "Del", "dismiss"),
    ActionSpec("term.restore", _TERMS, later("Use terms again"), "", "arrow_undo"),
    ActionSpec("term.import", _TERMS, later("Import terms…"), "", "arrow_import"),
    ActionSpec("term.export", _TERMS, later("Export terms…"), "", "arrow_export"),
)
