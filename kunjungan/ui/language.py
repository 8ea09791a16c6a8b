"""Speaks one language on the whole screen: our words, Qt's own buttons, days and numbers."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kunjungan.i18n import use_language
from kunjungan.resources import catalogue

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_QT_WORDS = "words of Qt"


class ScreenLanguage:
    """The language of the screen; windows built afterwards speak it."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app

    def speak(self, language: str) -> None:
        """Switch to ``"id"`` or ``"en"``; Qt ships no Indonesian, so its words are ours."""
        words = catalogue(language)
        use_language(words)
        QLocale.setDefault(_LOCALES.get(language, _LOCALES["en"]))
        for former in self._app.findChildren(QTranslator, _QT_WORDS):
            self._app.removeTranslator(former)
            former.deleteLater()
        if words is not None:
            translator = QTranslator(self._app)
            translator.setObjectName(_QT_WORDS)
            translator.load(str(words.with_name(f"qtbase_{language}.qm")))
            self._app.installTranslator(translator)
