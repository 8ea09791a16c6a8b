"""A line of a pasted guest list taken apart: name, post, institution, numbers, what is eaten."""

import re
import unicodedata
from collections.abc import Iterator

from kunjungan.domain.guest_cells import (
    TO_COME,
    called_of,
    digits_of,
    holds_body,
    holds_diet,
    holds_post,
    is_nothing,
    is_to_come,
)
from kunjungan.domain.guest_heads import GuestField, head_columns
from kunjungan.domain.names import is_degree, is_front_title
from kunjungan.domain.posts import read_post

F = GuestField
Guest = dict[GuestField, str]
_SENT = re.compile(
    r"^\[?\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?,?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp][Mm])?"
    r"\]?\s*(?:-\s*)?[^:]{1,40}:\s"
)
"""What WhatsApp puts before each message: day, hour and sender."""
_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
)
_KEYCAP = re.compile("(\\d)\ufe0f?\u20e3\\s*")
_TEN = "\U0001f51f"
_BOLD = re.compile(r"(?<![^\W_])([*_~`]{1,3})(?=\S)(.+?)(?<=\S)\1(?![^\W_])")
_BULLETS = "•▪●◦○■□➢➤►▶✓✔☑·∙‣\u2043*+>»\uf0b7\uf0a7\uf0d8"
_MARK = re.compile(
    rf"^(?:(?P<number>\(?\d{{1,4}}\s*[.)\]:]+(?!\d)|\d{{1,3}}\s*[-\u2013/]?\s+(?=[A-Z(*\"])|\d{{1,3}}[-\u2013]\s+(?=[a-z])|[a-z][.)]\s|[A-Z]\)\s"
    rf"|[IVX]{{1,5}}\.\s)|(?P<bullet>[{re.escape(_BULLETS)}]+|[-\u2013\u2014]+\s))\s*"
)
_NIP = re.compile(r"(?i)[\s,;/(\-\u2013]*\bnip\b\.?\s*[:.]?\s*((?:\d[ .]?){17}\d)\)?|\b(\d{18})\b")
_LABEL = r"\b(?:no\.?\s*)?(?:hp|wa|whats\s?app|telp|tlp|telepon|phone|ponsel|cp)\b\.?\s*[:.]?\s*"
_DIGITS = r"8\d(?:[\s\-.]?\d){6,11}"
_PHONE = re.compile(
    rf"(?i)[\s,;/(\[\-\u2013]*(?:(?:{_LABEL}|\bwa\.me/)?((?:\+\s?62|\b62|\b0)[\s\-.]?{_DIGITS})"
    rf"|{_LABEL}({_DIGITS}))\b[)\]]?(?:\s*\((?:hp|wa)\))?"
)
_EMAIL = re.compile(r"[\s,;/(\-\u2013]*\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)?")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_DIET_BEHIND = re.compile(
    r"(?i)[\s,;]+((?:vegetarian|vegan|halal|alergi|pantang|tidak makan|non[- ]\w+)\b.{0,60})$"
)
_TAKEN = ((F.NIP, _NIP), (F.EMAIL, _EMAIL), (F.PHONE, _PHONE), (F.DIET, _DIET_BEHIND))
_PARTS = re.compile(
    r"\s+[-\u2013\u2014|/=]+>?\s+|\s*[|;\t]\s*|\s*:\s+|\s+[-\u2013\u2014]\s*(?=[A-Z(])|\s*[\u2013\u2014]\s*"
)
_SEVERAL = re.compile(
    r"(?i)(?:(?P<before>[^\d,;]+?)\s*[-\u2013:=x(]*\s*)?\b(?P<count>1?[1-9]|10)\s*(?:orang|org|pax)\b\.?\)?"
    r"\s*(?P<after>[^\d,;:]+)?"
)
"""How a line says that several of one post come, such as "Sopir 2 org" or "2 orang ajudan"."""
_SMALL = frozenset(
    {"bin", "binti", "al", "van", "de", "der", "el", "dr", "drg", "drh", "apt", "ibn"}
)
_LABELLED = re.compile(r"^([A-Za-z][A-Za-z ./()]{1,28}?)\s*[:=]\s*(.+)$")


def clean(line: str) -> str:
    """Return a line without what a messenger puts round it: sender, bold, emoji, unseen marks."""
    line = _KEYCAP.sub(r"\1. ", line.replace(_TEN, "10. "))
    line = _SENT.sub("", _UNSEEN.sub("", line).strip())
    kept = "".join(" " if _is_emoji(letter) else letter for letter in line)
    return " ".join(_BOLD.sub(r"\2", kept).split())


def mark_of(line: str) -> tuple[str, str]:
    """Return the number or bullet that a line begins with, empty for none, and the rest."""
    found = _MARK.match(line)
    return (found[0].strip(), line[found.end() :].strip()) if found else ("", line)


def labelled(line: str) -> tuple[GuestField, str] | None:
    """Return the field and the text of a line such as "Jabatan: Kepala Dinas"."""
    found = _LABELLED.match(line)
    columns = head_columns((found[1],)) if found else {}
    return (columns[0].field, found[2].strip()) if found and columns else None


def guest_of(text: str) -> Guest:
    """Return what a line says of a guest; it is empty where the line says nothing at all."""
    guest: Guest = {}
    text = _numbers(text, guest)
    text = _in_brackets(text, guest)
    for part in _parts(text):
        _place(part, guest)
    if F.TITLE in guest and F.NAME not in guest:
        guest[F.NAME] = TO_COME
    return guest


def guests_of(text: str) -> list[Guest]:
    """Return the guests of a line: one, or as many nameless ones as it says."""
    return several(text) or [guest_of(text)]


def several(text: str) -> list[Guest]:
    """Return as many nameless guests as "Sopir 2 org" says, none for what says no such thing."""
    found = _SEVERAL.fullmatch(text)
    guest = guest_of(found["after"] or found["before"] or "") if found else {}
    if found is None or F.TITLE not in guest or guest[F.NAME] != TO_COME:
        return []
    return [dict(guest) for _ in range(int(found["count"]))]


def words_of_name(name: str) -> list[str]:
    """Return the words of a name before its degrees, none where they are not written as a name."""
    words: list[str] = re.findall(r"[^\W\d_][\w'\u2019.]*", name.partition(",")[0])
    named = all(word[0].isupper() or word.rstrip(".") in _SMALL for word in words)
    return words if named else []


def add_to(guest: Guest, what: GuestField, text: str) -> None:
    """Add a text to a guest; a second one of the same field goes into the note."""
    if not text or is_nothing(text):
        return
    if guest.get(what, TO_COME) == TO_COME:
        guest[what] = text
    elif what is F.NOTE:
        guest[what] = f"{guest[what]}; {text}"
    else:
        add_to(guest, F.NOTE, text)


def _numbers(text: str, guest: Guest) -> str:
    """Take NIP, phone, mail and what is eaten out of a text."""
    for what, pattern in _TAKEN:
        while found := pattern.search(text):
            value = next(group for group in found.groups() if group)
            add_to(guest, what, digits_of(value) if what is F.NIP else value.strip())
            text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return text.strip(" ,;/-\u2013\u2014")


def _in_brackets(text: str, guest: Guest) -> str:
    """Take a post, a diet, or that the name is to come out of the brackets in a text."""
    for found in reversed(list(_BRACKETS.finditer(text))):
        inside = found[1].strip()
        if is_to_come(inside):
            text = f"{text[: found.start()]} - {TO_COME} - {text[found.end() :]}"
            continue
        what = F.TITLE if _is_post(inside) else F.DIET if holds_diet(inside) else None
        if what is not None and found.start() > 0:
            add_to(guest, what, inside)
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return text.strip(" -\u2013\u2014")


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a line; a comma parts only a post from what stands before it."""
    for part in _PARTS.split(text):
        yield from _at_comma(part.strip(" ,;-\u2013\u2014"))


def _at_comma(part: str) -> list[str]:
    if _is_post(called_of(part)[1]):
        return _named_behind(part)
    for found in re.finditer(r",\s*|(?<=\w)[-/](?=[A-Z])", part):
        if _is_post(rest := part[found.end() :].strip()):
            return [part[: found.start()].strip(), rest]
    return [part] if part else []


def _named_behind(part: str) -> list[str]:
    """Return a post, and the name behind it that begins with a title or ends with a degree."""
    post, comma, rest = part.partition(", ")
    first, last = rest.split(" ", 1)[0], rest.rpartition(",")[2]
    if comma and (is_front_title(first) or (last != rest and is_degree(last.strip()))):
        return [post, rest]
    return [part]


def _is_post(text: str) -> bool:
    """Say whether a text is a post, of ours or from abroad: "Mayor of Contoh"."""
    return holds_post(text) or read_post(text).known


def _place(part: str, guest: Guest) -> None:
    """Put a part of a line where it belongs by what it looks like, else by its turn."""
    if F.HONORIFIC not in guest:
        called, part = called_of(part)
        add_to(guest, F.HONORIFIC, called)
    if is_to_come(part):
        add_to(guest, F.NAME, TO_COME)
    elif _is_post(part):
        add_to(guest, F.TITLE, part)
    elif F.NAME not in guest:
        guest[F.NAME] = part
    elif holds_body(part) and F.BODY not in guest:
        guest[F.BODY] = part
    elif holds_diet(part):
        add_to(guest, F.DIET, part)
    else:
        add_to(guest, F.TITLE if F.TITLE not in guest else F.NOTE, part)


def _is_emoji(letter: str) -> bool:
    if letter in _BULLETS or letter.isascii():
        return False
    return unicodedata.category(letter) in {"So", "Sk", "Cs", "Cn"} or letter in "\u20e3\u200d"
