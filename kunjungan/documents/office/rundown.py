"""The rundown on paper: for guests in two languages, for the operators with all they need.

The guests' programme holds no cues, no needs and nothing that is for operators only; the
operators' one ends in the list of salutations in order of precedence (UU 9/2010).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kunjungan.documents.office.both_words import Sayer, sayer
from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import SpeechState

Version = Literal["guests", "operators"]
Side = Literal["id", "en", "both"]

_TITLES = {
    "guests": Bilingual("SUSUNAN ACARA", "PROGRAMME"),
    "operators": Bilingual("RUNDOWN PETUGAS DAN PEMBAWA ACARA", "OPERATORS' AND MC'S RUNDOWN"),
}
_WHEN = Bilingual("Hari, tanggal", "Date")
_WHERE = Bilingual("Tempat", "Venue")
_THEME = Bilingual("Tema", "Theme")
_HOST = Bilingual("Tuan rumah", "Host")
_GUESTS = Bilingual("Delegasi", "Delegations")
_TIME = Bilingual("Waktu", "Time")
_ITEM = Bilingual("Acara", "Item")
_WHO = Bilingual("Keterangan", "By")
_PLACE = Bilingual("Tempat", "Place")
_MINUTES = Bilingual("Menit", "Min.")
_CHARGE = Bilingual("Penanggung jawab", "In charge")
_CUE = Bilingual("Catatan pembawa acara", "Cue and MC's note")
_NEEDS = Bilingual("Perlengkapan", "Needs")
_TEXTS: Mapping[SpeechState, Bilingual] = MappingProxyType(
    {
        SpeechState.ASKED: Bilingual("Naskah: diminta", "Text: asked for"),
        SpeechState.DRAFT: Bilingual("Naskah: draf", "Text: in draft"),
        SpeechState.READY: Bilingual("Naskah: siap", "Text: ready"),
        SpeechState.PRINTED: Bilingual("Naskah: sudah dicetak", "Text: printed"),
    }
)
_STAFF_ONLY = Bilingual("hanya petugas", "operators only")
_FIXED = Bilingual("waktu tetap", "fixed time")
_SALUTATIONS = Bilingual("Daftar sapaan: {session}", "Salutations: {session}")
_NUMBER = Bilingual("No.", "No.")
_ADDRESS = Bilingual("Sapaan", "Address")
_NAME = Bilingual("Nama", "Name")
_FROM = Bilingual("Dari", "From")
_POST = Bilingual("Jabatan", "Office")
_TIME_LENGTH = Bilingual("Waktu (menit)", "Time (minutes)")
_WHO_WHERE = Bilingual("Penanggung jawab, tempat", "In charge, place")
_EQUAL = Bilingual("setara no. {number}", "equal to no. {number}")
_HONOURABLE = Bilingual("Yang terhormat", "The Honourable")
_ORDER_NOTE = Bilingual(
    "Urutan menurut tata tempat (UU 9/2010). Yang setara diurutkan oleh kantor.",
    "In order of precedence (Law 9/2010). Equals are put in order by the office.",
)
_MINUTES_SUM = Bilingual("{session} · {minutes} menit", "{session} · {minutes} minutes")
_ACROSS = (
    (_TIME, 10), (_MINUTES, 5.5), (_ITEM, 22), (_CHARGE, 14), (_PLACE, 13), (_CUE, 20.5),
    (_NEEDS, 15),
)  # fmt: skip
_UPRIGHT = ((_TIME_LENGTH, 15), (_ITEM, 24), (_WHO_WHERE, 20), (_CUE, 23), (_NEEDS, 18))
"""The columns of the operators' rundown with their shares of the width."""
_FOOT = Bilingual("{title} · keadaan {moment}", "{title} · as of {moment}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """An item as it is printed; ``time`` is from when to when, ``signers`` sign in it."""

    time: str
    minutes: int
    title: Bilingual
    speaker: Bilingual
    signers: tuple[Bilingual, ...]
    in_charge: str
    place: str
    cue: str
    needs: str
    speech: SpeechState | None
    fixed: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Salutation:
    """Somebody whom the MC greets: name with titles, post, from where; equal to the one before.

    ``honorific`` is how one is spoken to, ``pronunciation`` how the name is said; both may be
    empty, and so is the name while it is still to come.
    """

    name: str
    post: Bilingual
    body: Bilingual
    equal: bool
    honorific: str = ""
    pronunciation: str = ""


@dataclass(frozen=True, slots=True)
class PaperSession:
    """A session: its name with day and place where these differ, its items, whom to greet."""

    title: Bilingual
    items: tuple[PaperItem, ...]
    salutations: tuple[Salutation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RundownSheet:
    """All that a rundown's paper says; ``moment`` is when it was drafted."""

    visit: str
    when: Bilingual
    place: str
    theme: Bilingual
    host: Bilingual
    guests: Bilingual
    sessions: tuple[PaperSession, ...]
    moment: str
    paper: Paper
    landscape: bool
    author: str = ""


def rundown_paper(sheet: RundownSheet, version: Version, side: Side) -> OfficePaper:
    """Return the paper in both languages, or in one of them alone."""
    say = sayer(side)
    tables = _guest_tables if version == "guests" else _operator_tables
    title = _TITLES[version]
    return OfficePaper(
        title=say(title),
        about=(Bilingual(sheet.visit, sheet.visit),),
        facts=tuple(_facts(sheet, say)),
        tables=tuple(tables(sheet, say)),
        notes=(say(_ORDER_NOTE),) if version == "operators" and _greets(sheet) else (),
        paper=sheet.paper,
        landscape=sheet.landscape,
        foot=say(_foot(title, sheet.moment)).id,
        author=sheet.author,
        language=side,
    )


def _facts(sheet: RundownSheet, say: Sayer) -> Iterator[tuple[Bilingual, Said]]:
    yield say(_WHEN), say(sheet.when)
    for label, value in (
        (_WHERE, Bilingual(sheet.place, sheet.place)),
        (_THEME, sheet.theme),
        (_HOST, sheet.host),
        (_GUESTS, sheet.guests),
    ):
        if value.id:
            yield say(label), say(value)


def _guest_tables(sheet: RundownSheet, say: Sayer) -> Iterator[Table]:
    columns = tuple(
        Column(say(head), share)
        for head, share in ((_TIME, 15), (_ITEM, 41), (_WHO, 22), (_PLACE, 22))
    )
    for session in sheet.sessions:
        rows = tuple(
            (item.time, say(item.title), say(item.speaker), item.place)
            for item in session.items
            if item.shown
        )
        if rows:
            yield Table(columns, rows, say(session.title))


def _operator_tables(sheet: RundownSheet, say: Sayer) -> Iterator[Table]:
    heads = _ACROSS if sheet.landscape else _UPRIGHT
    columns = tuple(Column(say(head), share) for head, share in heads)
    for session in sheet.sessions:
        whole = sum(item.minutes for item in session.items)
        title = _MINUTES_SUM.filled(session=session.title, minutes=whole)
        rows = tuple(_operator_row(item, say, across=sheet.landscape) for item in session.items)
        if rows:
            yield Table(columns, rows, say(title))
    yield from _greetings(sheet, say)


def _operator_row(item: PaperItem, say: Sayer, *, across: bool) -> tuple[Said, ...]:
    """Return an item's row; upright the minutes stand under the time, the place under who."""
    title = say(_marked(item))
    who = _lines(item.in_charge, *(say(each).id for each in (item.speaker, *item.signers)))
    needs = _needs(item, say)
    if across:
        return item.time, str(item.minutes), title, who, item.place, item.cue, needs
    at = _lines(item.time, f"({item.minutes})")
    return at, title, _lines(who, item.place), item.cue, needs


def _needs(item: PaperItem, say: Sayer) -> Said:
    """Return what an item needs, under it how far the text of a speech is."""
    if item.speech is None:
        return item.needs
    text = say(_TEXTS[item.speech])
    return Bilingual(_lines(item.needs, text.id), text.en if text.en != text.id else "")


def _marked(item: PaperItem) -> Bilingual:
    """Return a title with what only operators need to know of it."""
    marks = [mark for mark, on in ((_STAFF_ONLY, not item.shown), (_FIXED, item.fixed)) if on]
    return Bilingual(
        item.title.id + "".join(f" ({mark.id})" for mark in marks),
        item.title.en + "".join(f" ({mark.en})" for mark in marks),
    )


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _foot(title: Bilingual, moment: str) -> Bilingual:
    named = Bilingual(title.id.capitalize(), title.en.capitalize())
    return _FOOT.filled(title=named, moment=moment)


def _greetings(sheet: RundownSheet, say: Sayer) -> Iterator[Table]:
    heads = ((_NUMBER, 6), (_ADDRESS, 18), (_NAME, 25), (_POST, 28), (_FROM, 23))
    columns = tuple(Column(say(head), share) for head, share in heads)
    for session in sheet.sessions:
        rows = tuple(
            (
                str(number),
                _address(number, one, say),
                one.name,
                say(one.post),
                say(one.body),
            )
            for number, one in enumerate(session.salutations, 1)
        )
        if rows:
            yield Table(columns, rows, say(_SALUTATIONS.filled(session=session.title)))


def _address(number: int, one: Salutation, say: Sayer) -> Bilingual:
    if not one.equal:
        return say(_HONOURABLE)
    equal = _EQUAL.filled(number=number - 1)
    return say(Bilingual(f"{_HONOURABLE.id} ({equal.id})", f"{_HONOURABLE.en} ({equal.en})"))


def _greets(sheet: RundownSheet) -> bool:
    return any(session.salutations for session in sheet.sessions)
