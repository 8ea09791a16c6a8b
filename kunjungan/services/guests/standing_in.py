"""Whose place a guest takes, in words: everybody sits by the own post (UU 9/2010 art 15)."""

from collections.abc import Iterable

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.guests.participants import Participant

_FOR = Bilingual("{post} (mewakili {other})", "{post} (representing the {other})")
_ALONE = Bilingual("mewakili {other}", "representing the {other}")


class StandingIn:
    """Knows of everybody on the lists of a visit whom one stands in for."""

    def __init__(self, everybody: Iterable[Participant]) -> None:
        self._by_id = {one.id: one for one in everybody}

    def title(self, guest: Participant) -> Bilingual:
        """Return a post in both languages, with the one that is represented behind it."""
        post, other = whole_title(guest), self._other(guest)
        return _FOR.filled(post=post, other=other) if other.id else post

    def words(self, guest: Participant) -> Bilingual:
        """Return whose place a guest takes, nothing where it is the own one."""
        other = self._other(guest)
        return _ALONE.filled(other=other) if other.id else other

    def _other(self, guest: Participant) -> Bilingual:
        other = self._by_id.get(guest.represents_id) if guest.represents_id else None
        return whole_title(other) if other else Bilingual("", "")


def whole_title(guest: Participant) -> Bilingual:
    """Return a post in both languages, the one standing in for the other where it is missing."""
    title = guest.title
    return Bilingual(title.id or title.en, title.en or title.id)
