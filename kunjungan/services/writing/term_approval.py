"""Who approved which terms, and which are no longer used."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Term


def approve_terms(
    office: Office, term_ids: Sequence[UUID], *, by: str = "", on: date | None = None
) -> None:
    """Record who approved terms on which day: unless told otherwise this desk's person, today.

    Raises:
        RuleBroken: the day is yet to come.
    """
    day = on or office.today()
    if day > office.today():
        raise RuleBroken(later("The day of approval has not come yet. Enter the day it was given."))
    with office.store.change(later("Approve terms")) as session:
        for key in term_ids:
            row = found(session, Term, key)
            row.approved_by, row.approved_on = by.strip() or office.user, day


def retire_terms(office: Office, term_ids: Sequence[UUID]) -> None:
    """Look for terms no longer; they stay in the list."""
    with office.store.change(later("Retire terms")) as session:
        for key in term_ids:
            found(session, Term, key).active = False


def restore_terms(office: Office, term_ids: Sequence[UUID]) -> None:
    """Look for retired terms again."""
    with office.store.change(later("Use terms again")) as session:
        for key in term_ids:
            found(session, Term, key).active = True
