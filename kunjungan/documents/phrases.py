"""Words that every agreement's paper says by itself, in each of its languages."""

import re
from collections.abc import Mapping

from kunjungan.documents.content import AgreementContent, State

Phrase = Mapping[str, str]
"""One saying in Indonesian and English; the words of other languages are ``Tongue``'s."""

NUMBER: Phrase = {"id": "Nomor", "en": "Number"}
UNTRANSLATED = "[belum diterjemahkan / not yet translated]"
INITIALS: Phrase = {"id": "Paraf", "en": "Initials"}
DRAFT_FOOT: Phrase = {
    "id": "Draf {draft}, tidak untuk ditandatangani",
    "en": "Draft {draft}, not for signing",
}
COPY_FOOT: Phrase = {"id": "Salinan dari asli {no}", "en": "Copy of original {no}"}
TRANSLATION_FOOT: Phrase = {
    "id": "Terjemahan tidak resmi, tidak untuk ditandatangani",
    "en": "Unofficial translation, not for signing",
}
TRANSLATION: Phrase = {"id": "TERJEMAHAN TIDAK RESMI", "en": "UNOFFICIAL TRANSLATION"}
INDONESIAN_PREVAILS: Phrase = {
    "id": "Yang berlaku adalah naskah berbahasa Indonesia.",
    "en": "The Indonesian text prevails.",
}
STATE_HEAD: Mapping[State, Phrase] = {
    State.DRAFT: {"id": "DRAF {draft}", "en": "DRAFT {draft}"},
    State.COPY: {"id": "SALINAN", "en": "COPY"},
}
_SMALL = re.compile(r"(?<= )(Of|To|The|And)(?= )")
STAMP = ("METERAI", "Rp10.000")
"""The duty stamp's name and value (UU 10/2020 art 5)."""


def said(phrase: Phrase, language: str, **values: object) -> str:
    """Return a phrase in a language, its places filled."""
    return phrase.get(language, phrase["en"]).format(**values)


def title_line(content: AgreementContent) -> str:
    """Return an agreement's title on one line: "Kesepakatan Bersama tentang ..."."""
    kind = content.title[0]
    kind = _SMALL.sub(lambda word: word[0].lower(), kind.title()) if kind.isupper() else kind
    return f"{kind} {content.about[0].lower()} {content.subject[0]}"
