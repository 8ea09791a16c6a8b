"""Which original goes to whom, who is named first in it, and under whose name the stamp goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.number_words import counted, terbilang
from kunjungan.i18n import later


class StampRule(StrEnum):
    """Under whose signature the duty stamp of an original goes."""

    CROSSWISE = "crosswise"
    ALL = "all"
    NONE = "none"
    BY_CHOICE = "by_choice"
    """Original by original as the office says; it begins cross-wise."""


_CROSSWISE = frozenset({StampRule.CROSSWISE, StampRule.BY_CHOICE})


class StampForm(StrEnum):
    """The form of the duty stamp (UU 10/2020 art 12(2))."""

    ADHESIVE = "adhesive"
    ELECTRONIC = "electronic"
    NONE = "none"


class Medium(StrEnum):
    """How a signature was given; a scanned picture of one is neither."""

    WET = "wet"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class OriginalPlan:
    """One original: parties are counted from 1 in the order of the agreement."""

    no: int
    holder: int
    first: int
    order: tuple[int, ...]
    stamps: tuple[int, ...]


def plan_originals(
    parties: int, *, rule: StampRule, alternat: bool = False
) -> tuple[OriginalPlan, ...]:
    """Return one original for each party; RuleBroken for fewer than two.

    Cross-wise (Ministry of Defence regulation 29/2013): a party signs over the stamp of the
    original that the next party takes home, the last party's going to the first. With three or
    more that is a proposal. With the alternat the holder of an original is named first in it.
    """
    if parties < 2:
        raise RuleBroken(later("An agreement needs at least two parties."))
    return tuple(_original(no, parties, rule, alternat) for no in range(1, parties + 1))


def alternat_order(parties: int, first: int, names: Sequence[str] = ()) -> tuple[int, ...]:
    """Return the parties with ``first`` in front and the others in their usual order.

    With their English ``names`` the others stand by the alphabet (treaty practice, M).
    """
    others = [party for party in range(1, parties + 1) if party != first]
    if names:
        others.sort(key=lambda party: names[party - 1].casefold())
    return (first, *others)


def in_copies(originals: int) -> Bilingual:
    """Return the closing's count of originals: "rangkap 2 (dua)", "duplicate".

    Languages are counted apart: two originals in three languages are still in duplicate.
    """
    words = {2: "duplicate", 3: "triplicate", 4: "quadruplicate"}
    english = words.get(originals, f"{counted(originals).en} originals")
    return Bilingual(f"rangkap {originals} ({terbilang(originals)})", english)


def _original(no: int, parties: int, rule: StampRule, alternat: bool) -> OriginalPlan:
    holder = no % parties + 1 if rule in _CROSSWISE else no
    first = holder if alternat else 1
    stamps = {
        StampRule.CROSSWISE: (no,),
        StampRule.ALL: tuple(range(1, parties + 1)),
        StampRule.NONE: (),
        StampRule.BY_CHOICE: (no,),
    }
    return OriginalPlan(no, holder, first, alternat_order(parties, first), stamps[rule])
