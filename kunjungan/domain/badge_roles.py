"""The role words and colours of badges, kept as lines of text in the office's settings.

A line is ``VIP | VIP | #1B4F8F | head, signatory, spouse``: the word in both languages, the colour
of its band, and whom it is for. All of it is office practice: setting. A word always stands on the
band, so that a badge says the same in grey.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.words import Role
from kunjungan.i18n import later

HOST, CREW, ENVOY = "host", "crew", "envoy"
"""Members of the host's own party, the own crew of the day, ambassadors and heads of consular posts
by their place in the order of precedence; otherwise a ``Role``."""
FOR = frozenset(get_args(Role)) | {HOST, CREW, ENVOY}
READABLE = 4.5
"""The least contrast of a word with its band (WCAG 2.2, 1.4.3), in grey as well."""

SHIPPED = (
    "VIP | VIP | #1B4F8F | head, signatory, spouse, envoy",
    "TAMU | GUEST | #55565B | member, companion, paraf",
    "PENDAMPING | AIDE | #4A3F73 | aide",
    "JURU BAHASA | INTERPRETER | #0B5A61 | interpreter",
    "TUAN RUMAH | HOST | #7A2331 | host",
    "PANITIA | STAFF | #1E6B3A | crew, staff, liaison",
    "MEDIA | MEDIA | #7C4A00 | media",
    "KEAMANAN | SECURITY | #1F2329 | security",
)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class BadgeRole:
    """A word in capitals, the colour of its band as ``#RRGGBB``, and whom it is for."""

    word: Bilingual
    colour: str
    roles: frozenset[str]

    @property
    def line(self) -> str:
        """The role as a line of the settings."""
        return f"{self.word.id} | {self.word.en} | {self.colour} | {', '.join(sorted(self.roles))}"

    @property
    def ink(self) -> str:
        """The colour of the word: white or black, whichever reads better in grey."""
        paper, letters = contrast(self.colour, "#FFFFFF"), contrast(self.colour, "#000000")
        return "#FFFFFF" if paper >= letters else "#000000"


def badge_roles(lines: Sequence[str]) -> tuple[BadgeRole, ...]:
    """Return the roles of the settings' lines, or those that the program knows.

    Raises:
        RuleBroken: a line cannot be read, two are called alike, or one kind of guest has two.
    """
    roles = tuple(map(_role, lines or SHIPPED))
    words = [role.word.id.casefold() for role in roles]
    if same := next((word for word in words if words.count(word) > 1), ""):
        raise RuleBroken(later("Two badge roles are called {word}."), word=same.upper())
    seen: set[str] = set()
    for role in roles:
        if twice := seen & role.roles:
            message = later("Two badge roles are for {whom}. Each kind of guest has one.")
            raise RuleBroken(message, whom=", ".join(sorted(twice)))
        seen |= role.roles
    return roles


def role_for(roles: Iterable[BadgeRole], *kinds: str) -> BadgeRole:
    """Return the role of the first of some kinds of guest that has one, else that of a member.

    Roles that an office wrote before there was a kind do not know it: the next one counts.
    """
    known = {each: role for role in roles for each in role.roles}
    found = (known[kind] for kind in (*kinds, "member") if kind in known)
    return next(found, None) or badge_roles(())[1]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as a grey rendering shows them, from 1 to 21."""
    light, dark = sorted((_grey(one), _grey(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _role(line: str) -> BadgeRole:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or not parts[0] or not _COLOUR.fullmatch(parts[2]):
        message = later(
            "This badge role cannot be read: {line}. Write: VIP | VIP | {colour} | head"
        )
        raise RuleBroken(message, line=line, colour="#1B4F8F")
    kinds = frozenset(each.strip() for each in parts[3].split(",") if each.strip())
    if unknown := kinds - FOR:
        message = later("There is no kind of guest named {name}.")
        raise RuleBroken(message, name=", ".join(sorted(unknown)))
    return BadgeRole(Bilingual(parts[0], parts[1] or parts[0]), parts[2].upper(), kinds)


def _grey(colour: str) -> float:
    """Return how light a colour is in grey, from 0 to 1 (sRGB luminance of its grey value)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    value = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
