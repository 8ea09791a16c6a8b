"""The code in the foot of each printed page: which paper, which draft, which words."""

import re
from dataclasses import dataclass

from typing_extensions import override

_CODE = re.compile(
    r"KJ1:(?P<agreement>[0-9A-F]{8}):(?P<state>[ODCT])(?P<no>\d{1,3}):D(?P<draft>\d{1,5})"
    r":P(?P<page>\d{1,4}):(?P<text>[0-9A-F]{8}):(?P<mark>[0-9A-F]{8})"
)


@dataclass(frozen=True, slots=True)
class PaperCode:
    """One page's code; only letters that the smallest QR alphabet has.

    ``agreement`` begins the agreement's id, ``text`` the fingerprint of the whole text and ``mark``
    is that of the page alone, 8 hex digits each. ``state`` is O(riginal), D(raft), C(opy) or
    T(ranslation); ``no`` is the number of an original, else 0.
    """

    agreement: str
    state: str
    no: int
    draft: int
    page: int
    text: str
    mark: str

    @override
    def __str__(self) -> str:
        return (
            f"KJ1:{self.agreement}:{self.state}{self.no}:D{self.draft}:P{self.page}"
            f":{self.text}:{self.mark}"
        ).upper()


def read_code(text: str) -> PaperCode | None:
    """Return the code that a text holds somewhere, or None; small letters and spaces do no harm."""
    found = _CODE.search(re.sub(r"\s+", "", text).upper())
    if found is None:
        return None
    parts = found.groupdict()
    return PaperCode(
        parts["agreement"],
        parts["state"],
        int(parts["no"]),
        int(parts["draft"]),
        int(parts["page"]),
        parts["text"],
        parts["mark"],
    )
