"""The commands of a visit's letters."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_LETTERS = MenuKey.LETTERS

LETTER_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("letter.add", _LETTERS, later("&New letter…"), "Ins", "add"),
    ActionSpec("letter.edit", _LETTERS, later("&Edit letter…"), "F2", "edit", ends_group=True),
    ActionSpec("letter.sent", _LETTERS, later("Mark as &sent…"), "Ctrl+Shift+K", "arrow_right"),
    ActionSpec("letter.answered", _LETTERS, later("Mark as &answered…"), "", "checkmark_circle"),
    ActionSpec("letter.again", _LETTERS, later("&Write it again…"), "", "document_add",
               ends_group=True),
    ActionSpec("letter.emblems", _LETTERS, later("&Letterhead…"), "", "shield_checkmark"),
    ActionSpec("letter.remove", _LETTERS, later("&Remove letter"), "Del", "delete"),
)  # fmt: skip
