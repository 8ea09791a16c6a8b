"""What is known of one paper: the verdict, when it was printed, and what to do now."""

from datetime import datetime, tzinfo
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kunjungan.i18n import later, tr
from kunjungan.services.paper_check import PaperVerdict, Verdict, said
from kunjungan.ui.dates import moment_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import column, row

_TONES = MappingProxyType(
    {
        Verdict.IN_FORCE: Tone.OK,
        Verdict.PRESENT: Tone.INFO,
        Verdict.OLDER: Tone.WARN,
        Verdict.UNKNOWN: Tone.BAD,
    }
)
_ICONS = MappingProxyType(
    {
        Tone.OK: "checkmark_circle",
        Tone.INFO: "info",
        Tone.WARN: "warning",
        Tone.BAD: "error_circle",
    }
)
_TO_DO = MappingProxyType(
    {
        Verdict.IN_FORCE: later("Compare its signatures and stamp with the register."),
        Verdict.PRESENT: later("It may be used to read and correct; nobody has signed it yet."),
        Verdict.OLDER: later("Do not sign it or pass it on. Print the present draft instead."),
        Verdict.UNKNOWN: later("Ask where it comes from, and print the text anew if in doubt."),
    }
)
_ENDED = later("It binds nobody any more. See whether it was extended.")
_KINDS = MappingProxyType(
    {
        "original": later("Original {number}"),
        "draft": later("Draft"),
        "copy": later("Copy"),
        "translation": later("Translation"),
    }
)
_ICON = 20


class VerdictCard(QFrame):
    """A verdict in colour and words, with the way to the agreement.

    Signals:
        wanted: The agreement is to be opened; carries its id.
    """

    wanted = Signal(object)

    def __init__(self, found: PaperVerdict, zone: tzinfo | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.verdict = found.verdict
        first, *more = [tr(text, **_values(values, zone)) for text, values in said(found)]
        icon = QLabel(self)
        tone = Tone.WARN if found.over else _TONES[found.verdict]
        colour = ink(current_tokens(), tone).text
        picture = pixmap(_ICONS[tone], _ICON, colour, parent.devicePixelRatioF())
        icon.setPixmap(picture)
        words = [self._line(first, TextRole.STRONG)]
        if subject := _subject(found):
            words.append(self._line(subject, TextRole.BODY))
        words += [self._line(text, TextRole.SMALL) for text in more]
        to_do = _ENDED if found.over else _TO_DO[found.verdict]
        words.append(self._line(tr(to_do), TextRole.BODY))
        self.words = "\n".join(label.text() for label in words)
        inside = column(*words, spacing=4)
        if (agreement := found.agreement_id) is not None:
            opening = partial(self.wanted.emit, agreement)
            inside.addLayout(row(button(tr("Open the agreement"), opening, parent=self), None))
        layout = row(column(icon, None), inside, spacing=12, margins=(14, 12, 14, 12))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setAccessibleName(self.words)

    def _line(self, text: str, role: TextRole) -> QLabel:
        made = set_role(QLabel(text, self), role)
        made.setWordWrap(True)
        return made


def _subject(found: PaperVerdict) -> str:
    """Return what paper it is and of what: original, page, subject."""
    if found.subject is None:
        return ""
    parts = [tr(_KINDS[found.state], number=found.original_no)] if found.state in _KINDS else []
    if found.page:
        parts.append(tr("page {page}", page=found.page))
    return " · ".join((*parts, screen_side(found.subject)))


def _values(values: dict[str, object], zone: tzinfo | None) -> dict[str, object]:
    """Return a sentence's values with its moment as the office's clock shows it."""
    at = str(values.get("at") or "").replace(" ", "T")
    if not at:
        return values
    return values | {"at": moment_words(datetime.fromisoformat(at).astimezone(zone))}
