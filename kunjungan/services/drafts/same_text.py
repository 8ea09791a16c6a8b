"""Whether all who cleared a text saw one text."""

from dataclasses import dataclass
from datetime import date

from kunjungan.services.drafts.route import ClearanceStep, Route


@dataclass(frozen=True, slots=True)
class SameText:
    """Whether all sides cleared the same text.

    ``agreed`` is the draft and the fingerprint that every step has cleared, None while they have
    not, ``on`` the day of the last of them; ``elsewhere`` are steps that stand on another text
    than the present one, ``waiting`` those that have not cleared any.
    """

    draft_no: int
    fingerprint: str
    agreed: tuple[int, str] | None
    on: date | None
    elsewhere: tuple[ClearanceStep, ...]
    waiting: tuple[ClearanceStep, ...]

    @property
    def same(self) -> bool:
        """Whether every step of every side has cleared the present text."""
        return self.agreed is not None and self.agreed[1] == self.fingerprint


def same_text_of(known: Route) -> SameText:
    """Return whether all steps of a route cleared one text."""
    cleared = [step for step in known.steps if step.outcome == "cleared"]
    waiting = tuple(step for step in known.steps if step.outcome != "cleared")
    texts = {step.fingerprint: step.draft_no for step in cleared}
    agreed = None
    if not waiting and len(texts) == 1:
        agreed = next((number, mark) for mark, number in texts.items())
    elsewhere = tuple(step for step in cleared if step.stale)
    on = max((step.done_on for step in cleared if step.done_on), default=None) if agreed else None
    return SameText(known.draft_no, known.fingerprint, agreed, on, elsewhere, waiting)
