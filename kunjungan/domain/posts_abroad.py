"""Posts of foreign guests and of missions, by one list: ``resources/data/positions_abroad.csv``.

Foreigners write their posts in English. Each ranks as its like at home does; heads of missions by
UU 9/2010 articles 9(1) letter l and 10(1) letter e.
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
_SEAT: Mapping[Language, str] = MappingProxyType({"id": " di ", "en": " in "})


@dataclass(frozen=True, slots=True)
class PostAbroad:
    """A post of a foreign guest; of an unknown country the other language is left out."""

    title: Bilingual
    group: Group
    is_head: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a post is written, in one language."""

    post: PostAbroad
    language: Language
    pattern: re.Pattern[str]
    of_state: bool


def read_abroad(text: str) -> PostAbroad | None:
    """Return a foreign guest's post from how it was written; None where the list has it not.

    >>> read_abroad("Ambassador of Japan").title.id
    'Duta Besar Jepang'
    """
    post, comma, body = text.partition(", ")
    for form in _forms().get(text.split(" ", 1)[0].casefold().strip(","), ()):
        if found := form.pattern.fullmatch(text):
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
    said = _country(place) if form.of_state else Bilingual(place, place)
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
    return -len(form.pattern.pattern)


def _written(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, _Form]]:
    for row in rows:
        title = Bilingual(row["id"], row["en"])
        post = PostAbroad(title, Group(row["group"]), row["head"] == "head")
        sides: tuple[tuple[Language, str], ...] = (("id", "indonesian"), ("en", "english"))
        for language, column in sides:
            for text in _split(row[column]):
                of_state = row["kind"] == "mission"
                form = _Form(post, language, _pattern(text, of_state=of_state), of_state)
                yield text.split(" ", 1)[0].casefold(), form


def _pattern(text: str, *, of_state: bool) -> re.Pattern[str]:
    words = re.escape(text).replace(r"\ ", " ").replace(r"\{place\}", "(?P<place>[^,]+?)")
    return re.compile(words + (_SENT if of_state else ""), re.IGNORECASE)


def _split(text: str) -> list[str]:
    return text.split("|") if text else []
