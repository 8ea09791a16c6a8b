"""Finds where a text points to places: "Pasal 3 ayat (2) huruf a", "ayat (1) dan ayat (2)"."""

import re
from dataclasses import dataclass, replace

from kunjungan.domain.bilingual import Language
from kunjungan.domain.citation_words import (
    AFTER_IT,
    ARTICLE,
    ATOMS,
    BEFORE_IT,
    JOINED,
    MORE,
    OF_MORE,
    PARAGRAPH,
    POINTING,
    POINTS,
    WITHIN,
)
from kunjungan.domain.numerals import from_roman
from kunjungan.domain.spots import RUNGS, Place

_DEEPER = {"letter": "subletter", "number": "subnumber"}
"""What a bracket behind a mark makes of it: "huruf a" and "huruf a)"."""
NOWHERE: Place = (0,) * len(RUNGS)


@dataclass(frozen=True, slots=True)
class Citation:
    """Places that a text points to in one breath, from ``start`` to ``end`` of it.

    ``joints`` are the words between one place and the next: "Pasal 3 ayat (1) dan ayat (2)".
    """

    start: int
    end: int
    places: tuple[Place, ...]
    joints: tuple[str, ...] = ()
    foreign: bool = False


def citations(text: str, language: Language) -> list[Citation]:
    """Return where a text points to places, each list of them as one citation."""
    small = text.casefold()
    if not any(word in small for word in POINTING[language]):
        return []
    found: list[Citation] = []
    end = 0
    while (atom := ATOMS[language].search(text, end)) is not None:
        end = atom.end()
        if _can_begin(atom, text):
            cited = _run(text, atom, ATOMS[language])
            end = cited.end
            before = text[max(atom.start() - 200, 0) : atom.start()]
            foreign = bool(AFTER_IT[language].match(text, end) or BEFORE_IT.search(before))
            found.append(replace(cited, foreign=foreign))
    return found


def _can_begin(atom: re.Match[str], text: str) -> bool:
    """Tell "in letter a" from a letter of intent; a paragraph or article needs no such sign."""
    if _read(atom, text)[0] <= PARAGRAPH or atom[0][:5].casefold() == "huruf":
        return True
    before = text[max(atom.start() - 12, 0) : atom.start()]
    return bool(POINTS.search(before) or OF_MORE.match(text, atom.end()))


def _run(text: str, first: re.Match[str], atoms: re.Pattern[str]) -> Citation:
    """Return the places that hang together from ``first`` on."""
    rung, value, end = _read(first, text)
    run, joints = [_below(NOWHERE, rung, value)], list[str]()
    while (step := _step(text, end, rung, atoms)) is not None:
        atom, listed = step
        joint = text[end : atom.start()]
        new, value, end = _read(atom, text)
        if listed:
            joints.append(joint)
            run.append(_below(run[-1], new, value))
        elif new > rung:
            run[-1] = _below(run[-1], new, value)
        else:
            run = [place if place[new] else _with(place, new, value) for place in run]
        rung = new
    return Citation(first.start(), end, tuple(run), tuple(joints))


def _step(
    text: str, end: int, rung: int, atoms: re.Pattern[str]
) -> tuple[re.Match[str], bool] | None:
    """Return what goes on from ``end``, and whether as the next one of a list."""
    for joint, listed, bare in (
        (WITHIN, False, PARAGRAPH if rung == ARTICLE else -1),
        (JOINED, True, rung),
    ):
        if (found := joint.match(text, end)) is None:
            continue
        if atom := atoms.match(text, found.end()):
            return atom, listed
        if (more := MORE.match(text, found.end())) and _read(more, text)[0] == bare:
            return more, listed
    return None


def _read(atom: re.Match[str], text: str) -> tuple[int, int, int]:
    """Return which rung of the ladder a word and a mark name, its number, and where it ends."""
    marks, end = atom.groupdict(), atom.end()
    name = next(name for name in RUNGS if marks.get(name))
    mark = marks[name].strip("()")
    if mark.isdigit():
        value = int(mark)
    elif name == "annex":
        value = from_roman(mark)
    else:
        value = 26 * (len(mark) - 1) + ord(mark[0].casefold()) - ord("a") + 1
    if name in _DEEPER and text[end : end + 1] == ")" and not _in_brackets(text, end):
        name, end = _DEEPER[name], end + 1
    return RUNGS.index(name), value, end


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _with(place: Place, rung: int, value: int) -> Place:
    return (*place[:rung], value, *place[rung + 1 :])


def _below(place: Place, rung: int, value: int) -> Place:
    """Return the place that a rung's number leads to: nothing below it is carried over."""
    return (*place[:rung], value, *NOWHERE[rung + 1 :])
