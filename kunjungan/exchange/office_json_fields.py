"""How each object of the form is put together, read once from its declaration."""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from kunjungan.exchange.office_json_types import (
    ByNumber,
    Counted,
    Form,
    Link,
    Listed,
    Pair,
    Ranked,
    Under,
)

Mark = Link | ByNumber | Counted | Ranked | Under | Listed
MARKS = (Link, ByNumber, Counted, Ranked, Under, Listed)


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its name, its mark if any, and for an object or a list of them their class."""

    name: str
    mark: Mark | None
    form: type[Form] | None
    many: bool

    @property
    def pair(self) -> type[Pair] | None:
        """The class of a text in two languages, if this is one."""
        return self.form if self.form and issubclass(self.form, Pair) else None


@cache
def parts(form: type[Form]) -> tuple[Part, ...]:
    """Return the fields of a class of objects; its ``ref`` is its identity and no field."""
    fields = form.model_fields.items()
    return tuple(_part(name, info) for name, info in fields if name != "ref")


def _part(name: str, info: FieldInfo) -> Part:
    mark = next((entry for entry in info.metadata if isinstance(entry, MARKS)), None)
    options = [kind for kind in _options(info.annotation) if kind is not type(None)]
    many = any(get_origin(kind) is tuple for kind in options)
    kinds = [get_args(kind)[0] if get_origin(kind) is tuple else kind for kind in options]
    forms = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Form)]
    return Part(name, mark, forms[0] if forms else None, many)


def _options(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 (whatever was declared)
    union = get_origin(annotation) in {Union, UnionType}
    return get_args(annotation) if union else (annotation,)
