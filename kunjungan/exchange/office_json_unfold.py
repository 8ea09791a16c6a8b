"""Unfolds the nested form into flat entries that name each other by id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from kunjungan.exchange.office_json_agreements import Agreement
from kunjungan.exchange.office_json_fields import Part, parts
from kunjungan.exchange.office_json_flat import Entry, Reference, all_ranked
from kunjungan.exchange.office_json_form import OfficeForm, Settings
from kunjungan.exchange.office_json_problems import NO_PARTY, RANKS, SENTENCES, Problem
from kunjungan.exchange.office_json_types import (
    ByNumber,
    Counted,
    Form,
    Link,
    Listed,
    Pair,
    Ranked,
    Under,
    identity,
)

TOP = UUID(int=0)
Found = Entry | Problem


@dataclass(frozen=True, slots=True)
class _Here:
    """Where the unfolding stands: this object's id and place, and what it inherits."""

    id: UUID
    place: str
    given: Mapping[str, Any] = field(default_factory=dict)
    parties: Mapping[int, UUID | None] = field(default_factory=dict)


def unfold(office: OfficeForm) -> tuple[list[Entry], list[Problem]]:
    """Return every object of the form by itself, and what does not fit together."""
    found = [*_children(office, _Here(TOP, "$")), *_settings(office.settings)]
    entries = [one for one in found if isinstance(one, Entry)]
    return entries, [one for one in found if isinstance(one, Problem)]


def _object(form: Form, here: _Here) -> Iterator[Found]:
    """Yield an object and all that belongs to it."""
    values = {**here.given, **_plain(form)}
    references: list[Reference] = []
    for part in parts(type(form)):
        value, place = getattr(form, part.name), f"{here.place}.{part.name}"
        if isinstance(part.mark, ByNumber):
            values[part.mark.column] = here.parties.get(value)
            if value not in here.parties:
                yield Problem(place, NO_PARTY, {"number": value})
        elif isinstance(part.mark, Link):
            key = _named(part.mark.kind, value)
            values[part.mark.column] = key
            if isinstance(value, Form) and key is not None:
                yield from _object(value, _Here(key, place))
            elif key is not None:
                references.append(Reference(part.mark.kind, key, place))
    yield Entry(form.KIND, here.id, values, here.place, tuple(references))
    yield from _pairs(form, here)
    yield from _children(form, here)


def _plain(form: Form) -> dict[str, Any]:
    """Return the fields that are kept as they are; a text in two languages as two of them."""
    values: dict[str, Any] = {}
    for part in parts(type(form)):
        value = getattr(form, part.name)
        if isinstance(value, Pair):
            values |= {f"{part.name}_id": value.id, f"{part.name}_en": value.en}
        elif part.mark is None or isinstance(part.mark, Counted | Ranked):
            values[part.name] = value
    return values


def _named(kind: str, value: object) -> UUID | None:
    """Return the id of what a field names, be it a ref or the object itself."""
    ref = getattr(value, "ref", value)
    return None if ref is None else identity(kind, str(ref))


def _pairs(form: Form, here: _Here) -> Iterator[Entry]:
    """Yield the links that a list of refs stands for."""
    for part in parts(type(form)):
        if not isinstance(part.mark, Listed):
            continue
        for place, ref in enumerate(getattr(form, part.name)):
            other, where = identity(part.mark.of, ref), f"{here.place}.{part.name}[{place}]"
            values: dict[str, Any] = {part.mark.own: here.id, part.mark.other: other}
            key = uuid5(here.id, f"{part.mark.kind}/{other}")
            named = Reference(part.mark.of, other, where)
            yield Entry(part.mark.kind, key, values, where, (named,))


def _children(form: Form, here: _Here) -> Iterator[Found]:
    """Yield everything that stands in the lists of an object."""
    parties = _party_ids(form, here) if isinstance(form, Agreement) else here.parties
    for part in parts(type(form)):
        if isinstance(part.mark, Under):
            yield from _list(part, part.mark, getattr(form, part.name), here, parties)


def _list(
    part: Part,
    under: Under,
    value: Any,  # noqa: ANN401 (a list of objects, one object or None)
    here: _Here,
    parties: Mapping[int, UUID | None],
) -> Iterator[Found]:
    """Yield the objects of one list, each with what belongs to it."""
    children: Sequence[Form] = (value,) if isinstance(value, Form) else value or ()
    try:
        placed = _placed(children)
    except ValueError:
        yield Problem(f"{here.place}.{part.name}", RANKS)
        return
    given: dict[str, Any] = dict.fromkeys(under.unless)
    if under.column:
        given[under.column] = here.id
    steps = [f"{part.name}[{place}]" if part.many else part.name for place in range(len(placed))]
    keys = _keys(placed, here.id, steps)
    for child, step, key in zip(placed, steps, keys, strict=True):
        where = f"{here.place}.{step}"
        if key is None:
            yield Problem(f"{where}.ref", SENTENCES["missing"])
        else:
            yield from _object(child, _Here(key, where, given, parties))


def _placed(children: Sequence[Form]) -> list[Form]:
    """Return a list with the numbers and sort keys that follow from it filled in."""
    filled: dict[str, Sequence[object]] = {}
    for part in parts(type(children[0])) if children else ():
        given = [getattr(child, part.name) for child in children]
        if isinstance(part.mark, Counted):
            filled[part.name] = [number or place for place, number in enumerate(given, 1)]
        elif isinstance(part.mark, Ranked):
            filled[part.name] = all_ranked(given)
    return [
        child.model_copy(update={name: values[place] for name, values in filled.items()})
        for place, child in enumerate(children)
    ]


def _party_ids(agreement: Agreement, here: _Here) -> dict[int, UUID | None]:
    """Return the ids of an agreement's parties by their numbers."""
    parties = agreement.parties
    keys = _keys(parties, here.id, [f"parties[{place}]" for place in range(len(parties))])
    return {
        party.seq or place: key
        for place, (party, key) in enumerate(zip(parties, keys, strict=True), 1)
    }


def _keys(children: Sequence[Form], above: UUID, steps: Sequence[str]) -> list[UUID | None]:
    """Return the id of each object of a list: its own, or made of where it stands.

    One that was written into an exported list stands where another once stood; its id differs
    from that one's. At the top each needs its own.
    """
    keys = [_own_key(child) for child in children]
    taken = set(keys)
    for place, step in enumerate(steps if above != TOP else ()):
        if keys[place] is None:
            key = uuid5(above, step)
            while key in taken:
                key = uuid5(key, step)
            keys[place] = key
    return keys


def _own_key(form: Form) -> UUID | None:
    ref = getattr(form, "ref" if "ref" in type(form).model_fields else "code", None)
    return None if ref is None else identity(form.KIND, ref)


def _settings(settings: Settings) -> Iterator[Entry]:
    """Yield each choice as an entry of its own, its value as plain JSON."""
    for name, value in settings.model_dump(mode="json").items():
        key, place = identity("setting", name), f"$.settings.{name}"
        if name != "own_institution":
            yield Entry("setting", key, {"key": name, "value": value}, place)
            continue
        own = identity("institution", value)
        named = (Reference("institution", own, place),)
        yield Entry("setting", key, {"key": name, "value": str(own)}, place, named)
