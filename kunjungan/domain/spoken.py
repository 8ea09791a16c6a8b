"""How people are spoken of in public: address, post, name, and how the name is said."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.richtext import Rich, Span

BLANK = "__________________"
"""Room to write a name that nobody knows yet."""
_GREETINGS = (
    (time(11), Bilingual("selamat pagi", "Good morning")),
    (time(15), Bilingual("selamat siang", "Good afternoon")),
    (time(18), Bilingual("selamat sore", "Good afternoon")),
    (time.max, Bilingual("selamat malam", "Good evening")),
)
_PLACES = (
    ("Pemerintah ", ""),
    ("Pemkot ", "Kota "),
    ("Pemkab ", "Kabupaten "),
    ("Pemprov ", "Provinsi "),
)
"""What a post says of a government: of its place."""
_ADDRESS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "bapak": Bilingual("Bapak", "Mr."),
        "ibu": Bilingual("Ibu", "Ms."),
        "saudara": Bilingual("Saudara", "Mr."),
        "saudari": Bilingual("Saudari", "Ms."),
        "mr": Bilingual("Bapak", "Mr."),
        "mrs": Bilingual("Ibu", "Mrs."),
        "ms": Bilingual("Ibu", "Ms."),
    }
)
_EXCELLENCY = re.compile(r"(?i)(yang mulia|h\.? ?e\.?|(his|her|your) excellency)(?!\w)")
_OF_STATE = re.compile(
    r"(?i)(duta besar|kuasa usaha|konsul|ambassador|chargé|(honorary )?consul)\b"
)
"""Posts of a mission, which stand for a state and not for the body that they come with."""
_HEADS = (("Wali Kota", "Kota "), ("Bupati", "Kabupaten "), ("Gubernur", "Provinsi "))
"""Posts that say themselves what kind of region they are of (UU 23/2014)."""
_GENERIC = re.compile(
    "pemerintah|pemkot|pemkab|pemprov|kota|kabupaten|provinsi|daerah|the|of|government|city|regency"
    "|province"
)

Speech = tuple[Rich, Rich]
"""Words in Indonesian and in English, with their faces."""


def plain_speech(words: Bilingual, *, bold: bool = False) -> Speech:
    """Return words in one face; a missing English side takes the Indonesian words."""
    return (Span(words.id, bold),), (Span(words.en or words.id, bold),)


def greeting(at: time) -> Bilingual:
    """Return the greeting of an hour: selamat pagi, siang, sore, malam."""
    return next(words for until, words in _GREETINGS if at < until or until == time.max)


def address(honorific: str) -> Bilingual:
    """Return how somebody is spoken to in both languages, nothing where that is not on record.

    "Yang Terhormat Bapak" gives Bapak and Mr.; "Yang Mulia", as ambassadors and ministers are
    called, stays and is H.E., and the other way round (office practice). It is never guessed from
    a name.
    """
    words = re.findall(r"\w+", honorific.casefold())
    known = next((_ADDRESS[word] for word in reversed(words) if word in _ADDRESS), None)
    if _EXCELLENCY.match(honorific.strip()):
        said = Bilingual(
            f"Yang Mulia {known.id if known else ''}", f"H.E. {known.en if known else ''}"
        )
        return Bilingual(said.id.strip(), said.en.strip())
    return known or Bilingual(honorific.strip(), honorific.strip())


def post_with_body(post: Bilingual, body: Bilingual) -> Bilingual:
    """Return a post that names whose it is: "Sekretaris Daerah Kota Prabumulih"."""
    if not body.id or _OF_STATE.match(post.id) or _names(post.id, body.id):
        return Bilingual(post.id, post.en or post.id)
    english, place = body.en or body.id, _place_of(body.id)
    said = next((word for head, word in _HEADS if post.id.endswith(head)), "")
    return Bilingual(
        f"{post.id} {place.removeprefix(said)}".strip(),
        f"{post.en or post.id}, {english}".removeprefix(", "),
    )


def person_said(name: str, post: Bilingual, honorific: str, pronunciation: str) -> Speech:
    """Return somebody as the MC says it: the name bold, how it is said slanted behind it.

    "Bapak Wali Kota Prabumulih, Ridho Yahya [RID-ho YAH-ya]"; a name that is still to come is
    room to write it.
    """
    said = address(honorific)
    bold = Span(name or BLANK, bold=bool(name))
    how = (Span(f" [{pronunciation}]", italic=True),) if pronunciation and name else ()
    before = f"{said.id} {post.id}".strip()
    mister = f"{said.en} " if said.en and name else ""
    behind = (Span(f", {post.en}"),) if post.en else ()
    return (
        (Span(f"{before}, " if before else ""), bold, *how),
        (Span(mister), bold, *how, *behind),
    )


def joined(speeches: Sequence[Speech]) -> Speech:
    """Return several as one: "A dan B", "A; B; dan C", for each may hold commas."""
    first, second = (
        _joined([one[side] for one in speeches], word) for side, word in enumerate(("dan", "and"))
    )
    return first, second


def _joined(parts: Sequence[Rich], word: str) -> Rich:
    spans: list[Span] = []
    for number, part in enumerate(parts):
        if number and number == len(parts) - 1:
            spans.append(Span(f" {word} " if number == 1 else f"; {word} "))
        elif number:
            spans.append(Span("; "))
        spans += part
    return tuple(spans)


def _place_of(body: str) -> str:
    for government, place in _PLACES:
        if body.startswith(government):
            return place + body.removeprefix(government)
    return body


def _names(post: str, body: str) -> bool:
    own = [word for word in body.casefold().split() if not _GENERIC.fullmatch(word)]
    return all(word in post.casefold() for word in own)
