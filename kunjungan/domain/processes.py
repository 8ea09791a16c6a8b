"""The stages of an agreement and the duties after it, as data: what each asks for, and by what law.

A stage rests on evidence, not on order. The stages themselves are read by ``process_lists``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kunjungan.domain.bilingual import Bilingual

Guard = Literal["", "advise", "block"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper that belongs to a stage; one that is not ``required`` is welcome, not awaited.

    A ``numbered`` one counts only with its number and date.
    """

    slug: str
    name: Bilingual
    required: bool = True
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit of working days from a stage (``K20``) or the date of a paper (``K20.slug``).

    ``days`` is a number or the name of a setting of the office.
    """

    days: int | str
    start: str
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a track: who does it, what proves it, what law asks for it.

    ``guards`` says what its absence does to the printing of originals, ``early`` that it speaks
    before the office keeps any stage. ``aside`` is off the path, one that ``closes`` ends it;
    ``practice`` says that no law was read for it.
    """

    code: str
    name: Bilingual
    actor: Bilingual
    gate: Bilingual
    condition: Bilingual
    law: str
    documents: tuple[Evidence, ...]
    facts: tuple[str, ...]
    duties: tuple[str, ...]
    deadline: Deadline | None
    guards: Guard
    early: bool
    aside: bool
    closes: bool
    parallel: bool
    repeat: bool
    practice: bool

    @property
    def required(self) -> tuple[Evidence, ...]:
        """The papers that are awaited."""
        return tuple(paper for paper in self.documents if paper.required)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What is owed after signing and when: working days, days or months after the last signature.

    ``each_recipient`` makes one for everybody who gets a copy (``{to}`` in its name),
    ``before_end`` counts back from the end, ``after`` names the duty whose doing moves it.
    """

    code: str
    name: Bilingual
    law: str
    each_recipient: bool
    due: Mapping[str, int | str]
    before_end: bool
    after: str
    after_months: int
    repeat: bool
    practice: bool
