"""The leaders whose agenda the office keeps: those in office in its own institution."""

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import search_key
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.officials import OfficialLine, officials_in


def list_leaders(office: Office) -> list[OfficialLine]:
    """Return those in office in the own institution now, heads first, each person once."""
    with office.store.read() as session:
        own = settings_in(session).own_institution
        lines = officials_in(session, own) if own else []
    today = office.today()
    holding = [line for line in lines if line.holds_on(today)]
    return list({line.person_id: line for line in reversed(holding)}.values())[::-1]


def leader_named(office: Office, text: str) -> OfficialLine:
    """Return the leader whom a name, a post or the beginning of an id tells.

    Raises:
        RuleBroken: nobody or more than one is told by it.
    """
    words, start = search_key(text).split(), text.replace("-", "").casefold()
    leaders = list_leaders(office)
    fit = [
        line
        for line in leaders
        if line.person_id.hex.startswith(start)
        or line.id.hex.startswith(start)
        or all(word in search_key(f"{line.name.full} {line.post.id}") for word in words)
    ]
    if len(fit) != 1:
        names = ", ".join(line.name.full for line in fit or leaders)
        message = later("“{text}” tells no single leader. Name one of: {names}.")
        raise RuleBroken(message, text=text, names=names)
    return fit[0]
