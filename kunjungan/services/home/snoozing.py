"""Puts what needs attention off."""

from datetime import timedelta

from sqlmodel import select

from kunjungan.domain.attention import Attention
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.store.tables import Snooze


def put_off(office: Office, line: Attention) -> None:
    """Put a line off until tomorrow.

    Raises:
        RuleBroken: it blocks something, and what blocks is never put off.
    """
    if line.blocking:
        raise RuleBroken(later("What blocks a print is not put off."))
    tomorrow = office.today() + timedelta(days=1)
    with office.store.change(later("Put off until tomorrow")) as session:
        row = session.exec(select(Snooze).where(Snooze.what == line.what)).first()
        if row is None:
            session.add(Snooze(what=line.what, until=tomorrow))
        else:
            row.until = tomorrow
