"""Words for the members of enums, each known by its enum as well as its value."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from typing_extensions import override

Pair = tuple[Enum, str]


class EnumWords(Mapping[Enum, str]):
    """Words by member. A plain dict would take members of two enums with one value for the same."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._words = {(type(member), member): word for member, word in pairs}

    @override
    def __getitem__(self, member: Enum) -> str:
        return self._words[type(member), member]

    @override
    def __iter__(self) -> Iterator[Enum]:
        return (member for _, member in self._words)

    @override
    def __len__(self) -> int:
        return len(self._words)
