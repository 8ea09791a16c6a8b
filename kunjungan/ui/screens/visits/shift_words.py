"""What another day of a visit moves, in words."""

from kunjungan.i18n import later, tr
from kunjungan.services.visiting.shifting import Shifted


def moved_words(shifted: Shifted) -> str:
    """Return what follows the visit by itself; nothing where nothing does."""
    parts = [
        _counted(shifted.sessions, later("1 session"), later("{count} sessions")),
        _counted(shifted.steps, later("1 step"), later("{count} steps")),
        _counted(shifted.crew, later("1 crew day"), later("{count} crew days")),
        _counted(
            shifted.travel, later("1 journey or lodging"), later("{count} journeys and lodgings")
        ),
    ]
    known = ", ".join(part for part in parts if part)
    return tr("Moves along: {what}.", what=known) if known else ""


def again_words(shifted: Shifted) -> str:
    """Return what is to be done again, for it names the old day; nothing where nothing does."""
    parts = [
        _counted(shifted.letters, later("1 sent letter"), later("{count} sent letters")),
        tr("the rundown that was sent") if shifted.rundown_sent else "",
        _counted(shifted.prints, later("1 print"), later("{count} prints")),
    ]
    known = ", ".join(part for part in parts if part)
    return tr("To be sent or printed again: {what}.", what=known) if known else ""


def redating_words(shifted: Shifted) -> str:
    """Return the offer to move the signing of agreements along."""
    count = len(shifted.agreements)
    if count == 1:
        return tr("Move the signing of 1 agreement to this day, too")
    return tr("Move the signing of {count} agreements to this day, too", count=count)


def _counted(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return tr(one) if count == 1 else tr(many, count=count)
