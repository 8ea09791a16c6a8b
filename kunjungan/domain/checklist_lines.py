"""A checklist as an office types it: one step a line, its parts apart by bars.

``H-14 | Tamu dan undangan | Kirim surat jawaban | Send the answer | Analis Protokol | !``: when it
is due, its area, what is to be done in Indonesian and English, who does it, and ``!`` where the
visit is not called ready before. All but what is to be done may be empty.
"""

import re
from collections.abc import Iterable

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklists import (
    BLOCKS,
    ChecklistStep,
    area_name,
    blocks,
    code_named,
    countdown,
    owner_name,
)
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

_BAR, _MARK = "|", "!"
_COUNTDOWN = re.compile(r"H?([+-]?\d{1,3})?")
_UNREAD = later(
    "“{line}” is no step. Write: H-7 | area | what is to be done | in English | in charge | !"
)


def read_countdown(text: str) -> int | None:
    """Return the days before the visit that ``H-7``, ``H``, ``H+7`` or ``7`` mean; none for none.

    After the visit they are below 0. Raises RuleBroken for anything else.
    """
    bare = text.strip().upper().replace(" ", "").replace("\N{MINUS SIGN}", "-")
    if not bare:
        return None
    found = _COUNTDOWN.fullmatch(bare)
    if found is None:
        raise RuleBroken(later("Write H-7 for a week before the visit, H+7 for a week after."))
    days = int(found[1] or 0)
    return -days if bare.startswith("H") else days


def steps_from(text: str) -> tuple[ChecklistStep, ...]:
    """Return the steps that lines stand for; empty lines do not count.

    Raises RuleBroken with the line that is none.
    """
    return tuple(_step(line) for line in text.splitlines() if line.strip())


def step_lines(steps: Iterable[ChecklistStep]) -> str:
    """Return steps as lines to be typed on."""
    return "\n".join(map(_line, steps))


def _step(line: str) -> ChecklistStep:
    parts = [part.strip() for part in line.split(_BAR)]
    if len(parts) > 6 or len(parts) < 3 or not parts[2]:
        raise RuleBroken(_UNREAD, line=line.strip())
    due, area, name, english, owner, mark = [*parts, "", "", ""][:6]
    if mark not in {"", _MARK}:
        raise RuleBroken(_UNREAD, line=line.strip())
    code = code_named(name) or (BLOCKS if mark else "")
    return ChecklistStep(
        Bilingual(name, english), area_name(area), owner_name(owner), read_countdown(due), code
    )


def _line(step: ChecklistStep) -> str:
    due = "" if step.days_before is None else countdown(step.days_before)
    english = "" if step.name.en == step.name.id else step.name.en
    mark = _MARK if blocks(step.code) else ""
    parts = (due, step.area.id, step.name.id, english, step.owner.id, mark)
    plain = (" ".join(part.replace(_BAR, "/").split()) for part in parts)
    return f" {_BAR} ".join(plain).rstrip(f" {_BAR}")
