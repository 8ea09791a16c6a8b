"""Folds flat entries into the nested form, in an order that depends on nothing but them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

from kunjungan.exchange.office_json_fields import Part, parts
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_form import FORMAT, VERSION, Content, OfficeForm, Settings
from kunjungan.exchange.office_json_types import ByNumber, Form, Link, Listed, Under
from kunjungan.exchange.office_json_unfold import TOP


def fold(entries: Iterable[Entry], files: Mapping[str, bytes]) -> OfficeForm:
    """Return the office that entries make up; ``files`` are the archived ones by their SHA-256."""
    book = _Book(entries)
    top = _values(OfficeForm, Entry("", TOP, {}), book)
    top |= {
        "format": FORMAT,
        "version": VERSION,
        "settings": _settings(book.by_kind["setting"]),
        "files": tuple(
            Content.model_construct(sha256=sha, content=files[sha]) for sha in sorted(files)
        ),
    }
    return OfficeForm.model_construct(**top)


class _Book:
    """The entries, found by kind, or by kind and what they belong to."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_kind: dict[str, list[Entry]] = defaultdict(list)
        self._below: dict[tuple[str, str], dict[object, list[Entry]]] = {}
        for entry in entries:
            self.by_kind[entry.kind].append(entry)

    @cached_property
    def party_numbers(self) -> dict[UUID, object]:
        """The number of each party in its agreement."""
        return {entry.id: entry.values["seq"] for entry in self.by_kind["party"]}

    def below(self, kind: str, column: str, key: UUID) -> Sequence[Entry]:
        """Return what belongs to an object; without a column, everything of the kind."""
        if not column:
            return self.by_kind[kind]
        if (kind, column) not in self._below:
            groups = self._below[kind, column] = defaultdict(list)
            for entry in self.by_kind[kind]:
                groups[entry.values[column]].append(entry)
        return self._below[kind, column].get(key, [])


def _object(form: type[Form], entry: Entry, book: _Book) -> Form:
    values = _values(form, entry, book)
    if "ref" in form.model_fields:
        values["ref"] = str(entry.id)
    return form.model_construct(**values)


def _values(form: type[Form], entry: Entry, book: _Book) -> dict[str, Any]:
    return {
        part.name: _value(part, entry, book)
        for part in parts(form)
        if form is not OfficeForm or part.mark
    }


def _value(part: Part, entry: Entry, book: _Book) -> object:
    """Return one field of an object as the form has it."""
    match part.mark:
        case Link(column=column):
            found = entry.values[column]
            value: object = None if found is None else str(found)
        case ByNumber(column=column):
            value = book.party_numbers[entry.values[column]]
        case Listed(kind=kind, own=own, other=other):
            pairs = book.below(kind, own, entry.id)
            value = tuple(sorted({str(pair.values[other]) for pair in pairs}))
        case Under() as under:
            value = _list(part, under, entry, book)
        case _:
            value = _plain(part, entry)
    return value


def _plain(part: Part, entry: Entry) -> object:
    if part.pair is None:
        return entry.values[part.name]
    sides = {side: entry.values[f"{part.name}_{side}"] for side in ("id", "en")}
    return part.pair.model_construct(**sides)


def _list(part: Part, under: Under, entry: Entry, book: _Book) -> object:
    assert part.form is not None
    found = [
        child
        for child in book.below(part.form.KIND, under.column, entry.id)
        if all(child.values[column] is None for column in under.unless)
    ]
    found.sort(key=lambda child: _place(child, under.order))
    objects = tuple(_object(part.form, child, book) for child in found)
    return objects if part.many else next(iter(objects), None)


def _place(entry: Entry, order: Sequence[str]) -> tuple[Any, ...]:
    """Return what an entry is sorted by; what is not known comes first."""
    keys = [entry.values[column] for column in order]
    return (*((key is not None, *([] if key is None else [key])) for key in keys), entry.id.hex)


def _settings(entries: Sequence[Entry]) -> Settings:
    chosen = {entry.values["key"]: entry.values["value"] for entry in entries}
    known = {name: chosen[name] for name in Settings.model_fields if name in chosen}
    return Settings.model_validate_json(json.dumps(known))
