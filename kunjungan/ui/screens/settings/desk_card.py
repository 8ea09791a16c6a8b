"""This desk's own choices, which stay on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from kunjungan.i18n import tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.settings.setting_row import SettingRow, settings_card
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.layouts import framed, row


class DeskCard:
    """Language, colours and the name that changes are recorded under."""

    def __init__(self, context: ScreenContext) -> None:
        self._context = context
        settings = context.desk.settings
        self.language = ChoiceField([("id", "Bahasa Indonesia"), ("en", "English")])
        self.theme = ChoiceField(_themes())
        self.user = LineField(context.office.user)
        self._use = button(tr("Use this name"), self._on_user)
        self.language.set_value(settings.language)
        self.theme.set_value(settings.theme)
        self.user.set_value(settings.user)
        self._use.setEnabled(False)
        self.widget = self._card()
        self.language.changed.connect(self._on_language)
        self.theme.changed.connect(self._on_theme)
        self.user.changed.connect(self._on_typed)
        self.user.returnPressed.connect(self._on_user)

    def _card(self) -> Card:
        name = row(self.user, self._use)
        name.setStretch(0, 1)
        return settings_card(
            tr("This desk"),
            SettingRow(
                tr("Language"),
                tr("Of the screen only; papers always carry both languages."),
                self.language,
            ),
            SettingRow(tr("Colours"), tr("Pages stay white in dark colours too."), self.theme),
            SettingRow(
                tr("Your name"),
                tr(
                    "Changes are recorded under it. Left empty, under the name that you log in "
                    "with. The office is closed and opened again for it."
                ),
                framed(name),
            ),
        )

    @Slot()
    def _on_language(self) -> None:
        self._context.desk.change(language=self.language.value())

    @Slot()
    def _on_theme(self) -> None:
        self._context.desk.change(theme=self.theme.value())

    @Slot()
    def _on_typed(self) -> None:
        self._use.setEnabled(self.user.value() != self._context.desk.settings.user)

    @Slot()
    def _on_user(self) -> None:
        """Open the office anew, under the new name."""
        name = self.user.value()
        if name == self._context.desk.settings.user:
            return
        self._context.desk.change(user=name)
        told = tr("Changes are recorded under {name} now.", name=name)
        self._context.reopen(lambda: told if name else "")


def _themes() -> Sequence[tuple[str, str]]:
    return (
        ("system", tr("As the system has it")),
        ("light", tr("Light")),
        ("dark", tr("Dark")),
    )
