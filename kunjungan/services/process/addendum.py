"""The way out of a signed text: an addendum that changes it, with the same parties."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.agreements import agreement_form, draft_agreement, new_agreement_form
from kunjungan.services.office import Office
from kunjungan.services.officials import officials_in
from kunjungan.services.parties import OPEN, PartyForm, parties_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement

_STILL_OPEN = later(
    "Nobody has signed this agreement yet, so its text needs no addendum. Change it, "
    "or start a new draft."
)
_ENDED = later(
    "This agreement was ended on {day}: {reason}. An addendum changes one that is in force; "
    "draft an extension instead, or take its end back."
)


def draft_addendum(office: Office, agreement_id: UUID) -> UUID:
    """Draft an addendum to a signed agreement and return its id; one undo takes it back.

    Subject, languages, parties and signatories are those of the agreement; whoever holds a post no
    more gives way to the head of today. Day, numbers and authorities are its own, so they are open.

    Raises:
        RuleBroken: the agreement is not signed yet, or was ended before its time.
    """
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        if row.stage in OPEN:
            raise RuleBroken(_STILL_OPEN)
        if row.ended_on is not None and row.ended_on <= office.today():
            raise RuleBroken(_ENDED, day=day_month_year(row.ended_on), reason=row.end_reason)
        parties = [
            _again(session, form, office.today()) for form in parties_of(office, agreement_id)
        ]
    old = agreement_form(office, agreement_id)
    fresh = new_agreement_form(office, AgreementKind.ADDENDUM, agreement_id)
    names = (
        "subject_id", "subject_en", "subject_third", "place_id", "place_en", "paper", "layout",
        "third_language", "party_style", "first_signs", "alternat", "language_clause",
    )  # fmt: skip
    same = {name: getattr(old, name) for name in names}
    form = replace(fresh, **same, term_years=None, term_months=None, sample=old.sample)
    return draft_agreement(office, form, parties)


def _again(session: Session, form: PartyForm, today: date) -> PartyForm:
    """Return a party as it signs once more, its number still to come."""
    return PartyForm(
        form.institution_id,
        _present(session, form, today),
        number_pending=True,
        name_third=form.name_third,
        office_third=form.office_third,
        signer_third=form.signer_third,
    )


def _present(session: Session, form: PartyForm, today: date) -> UUID | None:
    """Return who signs today: the same person where still in office, else the head."""
    lines = [line for line in officials_in(session, form.institution_id) if line.holds_on(today)]
    if any(line.id == form.tenure_id for line in lines):
        return form.tenure_id
    heads = (line.id for line in lines if line.is_head)
    return next(heads, form.tenure_id)
