"""What a suggestion says on the screen: where it stands, its English, and how its row differs."""

import re
from collections.abc import Collection, Iterator, Mapping
from html import escape

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.marking import without_marks
from kunjungan.domain.richtext import FIELD, rich
from kunjungan.domain.word_changes import Fate, Part, word_changes, words_in
from kunjungan.i18n import tr
from kunjungan.services.writing.memory_pairs import Source
from kunjungan.services.writing.suggesting import Suggestion
from kunjungan.ui.labels import label, screen_side

_SHORT = frozenset(
    {AgreementKind.KB, AgreementKind.PKS, AgreementKind.NK, AgreementKind.LOI, AgreementKind.MSP}
)
"""Kinds that an office calls by their letters."""
_AROUND = 3
"""So many words on either side of a difference tell where it is."""
Values = Mapping[str, Bilingual]


def source_words(source: Source) -> str:
    """Return where a translation stands: "KB Prabumulih, Pasal 3 ayat (2)"."""
    if source.agreement_id is None:
        return tr("Standard text: {kind}", kind=label(source.kind))
    kind = source.kind.value.upper() if source.kind in _SHORT else label(source.kind)
    name = f"{kind} {source.partner or source.reference}".strip()
    return ", ".join(part for part in (name, screen_side(source.place)) if part)


def english_html(suggestion: Suggestion, text_id: str, values: Values) -> str:
    """Return the English as it will be printed, words that stand for differences marked.

    Those are the figures, names and fields of the other text that this row does not have.
    """
    told = _other_words(suggestion, text_id)
    return "".join(
        _faced(_marked(span.text, told, values), bold=span.bold, italic=span.italic)
        for span in rich(suggestion.text_en)
    )


def difference_html(suggestion: Suggestion, text_id: str, values: Values) -> str:
    """Return how the Indonesian of the source differs from the row's; nothing for the same."""
    if suggestion.exact:
        return ""
    parts = word_changes(*(_filled(text, values, "id") for text in (suggestion.text_id, text_id)))
    return "".join(_told(parts))


def _other_words(suggestion: Suggestion, text_id: str) -> set[str]:
    if suggestion.exact:
        return set()
    return set(words_in(suggestion.text_id)) - set(words_in(text_id))


def _marked(text: str, told: Collection[str], values: Values) -> str:
    words = _filled(text, values, "en").split(" ")
    return " ".join(
        f"<u>{escape(word)}</u>" if told and set(words_in(word)) & set(told) else escape(word)
        for word in words
    )


def _filled(text: str, values: Values, language: Language) -> str:
    def said(found: re.Match[str]) -> str:
        value = values.get(found[1])
        return value.side(language) or found[0] if value else found[0]

    return FIELD.sub(said, without_marks(text))


def _faced(words: str, *, bold: bool, italic: bool) -> str:
    words = f"<b>{words}</b>" if bold else words
    return f"<i>{words}</i>" if italic else words


def _told(parts: tuple[Part, ...]) -> Iterator[str]:
    for at, part in enumerate(parts):
        words = escape(part.text)
        if part.fate is Fate.KEPT:
            yield escape(_shortened(part.text, first=at == 0, last=at == len(parts) - 1))
        elif part.fate is Fate.REMOVED:
            yield f"<s>{words}</s> "
        else:
            yield f"<b>{words}</b>"


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return only the words next to what differs."""
    words = text.split(" ")
    before, behind = ([] if first else words[:_AROUND]), ([] if last else words[-_AROUND:])
    if len(words) <= len(before) + len(behind) + 1 and not first and not last:
        return text
    return f"{' '.join(before)} … {' '.join(behind)}"
