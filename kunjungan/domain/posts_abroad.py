"""Posts of foreign guests and of missions, by one list: ``resources/data/positions_abroad.csv``.

Foreigners write their posts in English. Each ranks as its like at home does; heads of missions by
UU 9/2010 articles 9(1) letter l and 10(1) letter e. A director general is taken for one of a city
unless the post names a ministry (office practice).
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.protocol_groups import Group
from kunjungan.resources import resource

_SENT = (
    r"(?: (?:untuk|to)(?: the)? (?:republi[ck] (?:of )?)?indonesia)?(?:,? (?:di|in) (?P<seat>.+))?"
)
_CALLED = re.compile(
    r"(?:(?:h\.\s?e\.|(?:his|her) excellency,?|(?:the )?hon(?:\.|ou?rable)) )?(?:the )?",
    re.IGNORECASE,
)
"""What stands before a post and is none of it: "H.E. the Mayor of Kawasaki"."""
_HOLE = re.compile(r"\{(\w+)\}")
_NAME = r"(?P<\1>(?!the City\\b)[^,]+?)"
_SEAT: Mapping[Language, str] = MappingProxyType({"id": " di ", "en": " in "})


@dataclass(frozen=True, slots=True)
class PostAbroad:
    """A post of a foreign guest; of an unknown country the other language is left out."""

    title: Bilingual
    group: Group | None
    is_head: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a post is written, in one language.

    ``named`` says that the place is called by its own name in both languages, as a city is.
    """

    post: PostAbroad
    text: str
    language: Language
    pattern: re.Pattern[str]
    named: bool


def read_abroad(text: str) -> PostAbroad | None:
    """Return a foreign guest's post from how it was written; None where the list has it not.

    >>> read_abroad("Ambassador of Japan").title.id
    'Duta Besar Jepang'
    """
    post, comma, body = text.partition(", ")
    bare = _CALLED.sub("", text, count=1)
    for form in _forms().get(bare.split(" ", 1)[0].casefold().strip(","), ()):
        if found := form.pattern.fullmatch(bare):
            return _read(form, text, found)
    whole = read_abroad(post) if comma else None
    if whole is None:
        return None
    sides = (side and f"{side}, {body}" for side in (whole.title.id, whole.title.en))
    return PostAbroad(Bilingual(*sides), whole.group, whole.is_head)


def _read(form: _Form, text: str, found: re.Match[str]) -> PostAbroad:
    """Return a post with its title as it was written, and what that is in the other language."""
    parts = found.groupdict()
    other: Language = "en" if form.language == "id" else "id"
    place = parts.get("place") or ""
    said = Bilingual(place, place) if form.named else _country(place)
    title = form.post.title.filled(place=said).side(other) if said.id or not place else ""
    if title and (seat := parts.get("seat")):
        title += f"{_SEAT[other]}{seat}"
    both = Bilingual(text, title) if form.language == "id" else Bilingual(title or text, text)
    return PostAbroad(both, form.post.group, form.post.is_head)


def _country(name: str) -> Bilingual:
    return _countries().get(name.casefold(), Bilingual("", ""))


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with resource("data/positions_abroad.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _countries() -> Mapping[str, Bilingual]:
    """Return countries by every name they are called by."""
    return {
        name.casefold(): Bilingual(row["id"], row["en"])
        for row in _rows()
        if row["kind"] == "country"
        for name in (row["id"], row["en"], *_split(row["indonesian"]), *_split(row["english"]))
    }


@cache
def _forms() -> Mapping[str, tuple[_Form, ...]]:
    """Return the ways of writing posts by their first word, in the fullest first."""
    found: dict[str, list[_Form]] = {}
    for first, form in _written(row for row in _rows() if row["kind"] != "country"):
        found.setdefault(first, []).append(form)
    return {first: tuple(sorted(forms, key=_length)) for first, forms in found.items()}


def _length(form: _Form) -> int:
    return -len(_HOLE.sub("", form.text))


def _written(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, _Form]]:
    for row in rows:
        title = Bilingual(row["id"], row["en"])
        group = Group(row["group"]) if row["group"] else None
        post = PostAbroad(title, group, row["head"] == "head")
        sides: tuple[tuple[Language, str], ...] = (("id", "indonesian"), ("en", "english"))
        for language, column in sides:
            for text in _split(row[column]):
                pattern = _pattern(text, of_state=row["kind"] == "mission")
                form = _Form(post, text, language, pattern, row["kind"] == "city")
                yield text.split(" ", 1)[0].casefold().strip(","), form


def _pattern(text: str, *, of_state: bool) -> re.Pattern[str]:
    words = _HOLE.sub(_NAME, re.sub(r"\\([ {}])", r"\1", re.escape(text)))
    return re.compile(words + (_SENT if of_state else ""), re.IGNORECASE)


def _split(text: str) -> list[str]:
    return text.split("|") if text else []
