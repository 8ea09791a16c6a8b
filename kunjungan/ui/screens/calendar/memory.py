"""How this desk last looked at the calendar, kept for the next start."""

from kunjungan.ui.desk import Desk
from kunjungan.ui.screens.calendar.sieve import Sieve, read_sieve

_OF = "calendar"


def kept_sieve(desk: Desk) -> Sieve:
    """Return the view, kinds and filters that the calendar was left with."""
    return read_sieve(next((text for of, _, text in desk.settings.filters if of == _OF), ""))


def keep_sieve(desk: Desk, sieve: Sieve) -> None:
    """Keep them for the next start."""
    others = [kept for kept in desk.settings.filters if kept[0] != _OF]
    desk.change(filters=(*others, (_OF, "", sieve.text)))
