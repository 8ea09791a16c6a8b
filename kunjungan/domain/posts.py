"""Posts as offices write them, read by one list: whole title, English, rank, who heads a body.

The list is ``resources/data/positions.csv``; its abbreviations and English names are office
practice, its places in the order of precedence are by UU 9/2010 arts 9 to 11.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.position_list import PositionList, Shape, position_list
from kunjungan.domain.posts_abroad import read_abroad
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.regions import place_name, region_name

_CAPACITIES: Mapping[str, Capacity] = {
    "pj": Capacity.PJ, "penjabat": Capacity.PJ, "pjs": Capacity.PJS, "plt": Capacity.PLT,
    "plh": Capacity.PLH,
}  # fmt: skip
_ACTING = re.compile(
    r"(?i)(?:(pjs|pj|plt|plh)\b\.?|(penjabat) sementara|(penjabat)|pelaksana (tugas|harian)"
    r"|(?:the )?(acting))\s+"
)
_LONGER = {"tugas": Capacity.PLT, "harian": Capacity.PLH}
_FORMER = re.compile(r"(?i)mantan\s+(?=\S)")
_FORMER_ABROAD = re.compile(r"(?i)(?:the )?former\s+(?=\S)")
_REGION = re.compile(r"(?i)(.+?),? (?:pemerintah )?((?:kota|kabupaten|provinsi) .+)")
_CLASSES = frozenset({"kabupaten", "kab", "provinsi", "prov", "propinsi", "kota"})
_CLASS = re.compile(r"(?i)(?:^|.* )(?:kota|kabupaten|provinsi) .+")
_TWICE = re.compile(r"\b(Dinas|Badan|Bagian|Bidang) \1\b")
_IN_PROVINCE: Mapping[Group, Group] = {
    Group.COUNCIL_CHAIR: Group.PROVINCE_COUNCIL_CHAIR,
    Group.COUNCIL_VICE_CHAIRS: Group.PROVINCE_COUNCIL_VICE_CHAIRS,
    Group.COUNCIL_MEMBERS: Group.PROVINCE_COUNCIL_MEMBERS,
    Group.SECRETARY: Group.PROVINCE_SECRETARY,
    Group.PARTY_LEADERS: Group.PROVINCE_PARTY_LEADERS,
    Group.COMMUNITY_LEADERS: Group.PROVINCE_COMMUNITY_LEADERS,
    Group.AGENCY_HEADS: Group.PROVINCE_AGENCY_HEADS,
    Group.DIVISION_HEADS: Group.PROVINCE_DIVISION_HEADS,
}
_PROVINCE = "Provinsi "
_SMALL = frozenset({"dan", "di", "pada", "untuk", "yang", "dari"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it was written.

    ``title`` is whole where the post is ``known``; else it is letter by letter what was written,
    without English. ``group`` is the rank in the own region, ``is_head`` says who heads a body,
    ``former`` who did hold the post: "Mantan Wali Kota".
    """

    title: Bilingual
    group: Group | None = None
    is_head: bool = False
    capacity: Capacity = Capacity.DEFINITIVE
    known: bool = False
    former: bool = False


@lru_cache(maxsize=16_384)
def read_post(text: str) -> Post:
    """Return a post from how it was written.

    >>> read_post("Plt. Ka. Dinas Kominfo").title.id
    'Kepala Dinas Komunikasi dan Informatika'
    """
    written = " ".join(text.split())
    if former := _FORMER.match(written):
        return _former(read_post(written[former.end() :]))
    if (former := _FORMER_ABROAD.match(written)) and read_abroad(written[former.end() :]):
        return _former(read_post(written[former.end() :]))
    capacity, rest = _without_capacity(written)
    listed = position_list()
    whole = _whole(rest, listed)
    if abroad := read_abroad(written) or read_abroad(whole):
        return Post(abroad.title, abroad.group, abroad.is_head, capacity, known=True)
    found = _known(whole, listed)
    if found is None:
        return Post(Bilingual(written, ""))
    return replace(found, title=Bilingual(whole, found.title.en), capacity=capacity)


def _former(post: Post) -> Post:
    """Return a post that somebody held; nobody heads a body by it."""
    english = f"Former {post.title.en}" if post.title.en else ""
    title = Bilingual(f"Mantan {post.title.id}", english)
    return replace(post, title=title, former=True, is_head=False, capacity=Capacity.DEFINITIVE)


def looks_like_post(text: str) -> bool:
    """Say whether a text begins like a post and not like a person's name."""
    _, rest = _without_capacity(" ".join(text.split()))
    first = _key(next(iter(_tokens(rest)), ""))
    listed = position_list()
    if first in _CLASSES:
        return False
    return first in listed.openings or listed.phrase([first], 0)[1].startswith("Kepala ")


@lru_cache(maxsize=256)
def offered_posts(place: str) -> tuple[Post, ...]:
    """Return the posts to choose from in an institution of a place, the highest first.

    ``place`` such as "Prabumulih" is filled in; posts of agencies are offered for each known field.
    """
    return tuple(_offered(place))


def _offered(place: str) -> Iterator[Post]:
    listed = position_list()
    for shape in listed.shapes:
        if "{place}" in shape.title.id:
            if place:
                yield _post(shape, shape.title.filled(place=place))
        elif shape.title.id.startswith(("Kepala Dinas {", "Kepala Badan {", "Kepala Bagian {")):
            kind = shape.title.id.split()[1]
            for unit in listed.units_of(kind):
                yield _post(shape, shape.title.filled(unit=unit))
        elif "{" not in shape.title.id:
            yield _post(shape, shape.title)


def _post(shape: Shape, title: Bilingual) -> Post:
    return Post(title, shape.group, shape.is_head, known=True)


def _without_capacity(text: str) -> tuple[Capacity, str]:
    """Return in what capacity a post is held, by the word before it, and the post alone."""
    found = _ACTING.match(text)
    if not found:
        return Capacity.DEFINITIVE, text
    short, interim, full, longer, english = found.groups()
    if interim:
        capacity = Capacity.PJS
    elif english:
        capacity = Capacity.PLT
    elif longer:
        capacity = _LONGER[longer.casefold()]
    else:
        capacity = _CAPACITIES[(short or full).casefold()]
    return capacity, text[found.end() :]


def _whole(text: str, listed: PositionList) -> str:
    """Return a text with the abbreviations of the list written out and known words as they are."""
    tokens = _tokens(text)
    keys = [_key(token) for token in tokens]
    loud = text.isupper()
    words: list[str] = []
    at = 0
    while at < len(tokens):
        size, known = listed.phrase(keys, at)
        words.append(known if size else _quiet(tokens[at]) if loud else tokens[at])
        at += size or 1
    return _TWICE.sub(r"\1", " ".join(words))


def _tokens(text: str) -> list[str]:
    return re.sub(r"\.(?=[^\s.,])", ". ", text).split()


def _key(token: str) -> str:
    return token.casefold().strip(".,")


def _quiet(token: str) -> str:
    """Return a word of a text in capitals as one writes it; short ones are taken for initials."""
    if token.casefold() in _SMALL:
        return token.casefold()
    return token if len(token) <= 3 else token.capitalize()


def _known(whole: str, listed: PositionList) -> Post | None:
    """Return what the list knows of a whole title, perhaps with the region named behind it."""
    shapes = listed.by_first.get(_key(whole.split(" ", 1)[0]), ()) if whole else ()
    for shape in shapes:
        found = shape.pattern.fullmatch(whole)
        if found and not any(map(_CLASS.fullmatch, found.groups())):
            return _post(shape, Bilingual(whole, _english(shape, found.groupdict(), listed)))
    region = _REGION.fullmatch(whole)
    inner = _known(region[1], listed) if region else None
    return _of_region(inner, region[2]) if inner and region else None


def _of_region(post: Post, region: str) -> Post:
    """Return a post of a region that is named behind it; in a province it ranks higher."""
    where = region_name(region).en if not region.startswith(_PROVINCE) else ""
    if not where:
        where = f"{place_name(region.removeprefix(_PROVINCE)).en} Province"
    article = "" if where.endswith(" Province") else "the "
    english = f"{post.title.en} of {article}{where}" if post.title.en else ""
    group = post.group
    if group and region.startswith(_PROVINCE):
        group = _IN_PROVINCE.get(group, group)
    return replace(post, title=Bilingual(post.title.id, english), group=group)


def _english(shape: Shape, parts: Mapping[str, str], listed: PositionList) -> str:
    if place := parts.get("place"):
        return shape.title.en.format(place=place_name(place).en)
    if unit := parts.get("unit"):
        return listed.english(shape, unit)
    return shape.title.en
