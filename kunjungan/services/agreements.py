"""Agreements: draft one from a template, change its facts, its parties and its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.words import LanguageClause, Side
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import rule_in
from kunjungan.services.agreement_rules import (
    check_bodies,
    check_kind,
    check_languages,
    check_parent,
    is_foreign,
)
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.drafts.keeping import keep_draft
from kunjungan.services.kinds import partners_among
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.originals import plan_again, planned
from kunjungan.services.parties import (
    PartyForm,
    new_party,
    next_draft,
    open_draft,
    party_rows,
    refuse_signed,
)
from kunjungan.services.redating import follow_date
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import (
    AgendaItem,
    Agreement,
    AgreementStep,
    AgreementVisit,
    Attachment,
    Clause,
    Clearance,
    Draft,
    Institution,
    Original,
    Party,
    PrintRun,
    Reminder,
    Task,
    Witness,
)

_NO_SUBJECT = later("An agreement needs its subject in Indonesian.")
_GOES_WITH_IT = (
    AgreementStep,
    AgreementVisit,
    Attachment,
    Clause,
    Clearance,
    Draft,
    Original,
    Party,
    PrintRun,
    Reminder,
    Task,
    Witness,
)
"""What a draft takes along when it is removed."""


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """An agreement's own facts; ``version`` 0 means a new one.

    ``reason`` is owed when the kind does not fit the partner and is kept. What is None goes by
    the kind: ``layout``, ``alternat`` and ``language_clause``.
    """

    subject_id: str
    subject_en: str = ""
    kind: AgreementKind = AgreementKind.KB
    signing_on: date | None = None
    place_id: str = ""
    place_en: str = ""
    paper: Paper = Paper.F4
    layout: Layout | None = None
    third_language: str = ""
    title_third: str = ""
    subject_third: str = ""
    party_style: PartyStyle = PartyStyle.KESATU
    first_signs: Side = "right"
    stamp_rule: StampRule = StampRule.CROSSWISE
    stamp_form: StampForm = StampForm.ADHESIVE
    alternat: bool | None = None
    term_years: int | None = 5
    term_months: int | None = None
    ends_rule: EndsRule = EndsRule.SAME_DAY
    language_clause: LanguageClause | None = None
    parent_id: UUID | None = None
    reference: str = ""
    reason: str = ""
    sample: bool = False
    version: int = 0


def new_agreement_form(
    office: Office, kind: AgreementKind = AgreementKind.KB, parent_id: UUID | None = None
) -> AgreementForm:
    """Return an empty form of a kind that carries the office's own choices.

    Kinds that owe no stamp duty begin without one, and so does an addendum to such a kind; with
    the alternat the left side is the place of honour.
    """
    with office.store.read() as session:
        chosen = settings_in(session)
        rule = rule_in(session, Agreement(kind=kind, subject_id="", parent_id=parent_id))
    left = rule.alternat or chosen.first_signs == "left"
    return AgreementForm(
        "",
        kind=kind,
        parent_id=parent_id,
        paper=chosen.paper,
        party_style=chosen.party_style,
        first_signs="left" if left else "right",
        stamp_rule=chosen.stamp_rule if rule.stamped else StampRule.NONE,
        stamp_form=chosen.stamp_form if rule.stamped else StampForm.NONE,
        ends_rule=chosen.ends_rule,
    )


def draft_agreement(
    office: Office,
    form: AgreementForm,
    parties: Sequence[PartyForm],
    visits: Sequence[UUID] = (),
) -> UUID:
    """Draft an agreement from its kind's template and return its id.

    Its originals are planned with it: one for each party, in volumes also for each language.
    """
    required(form.subject_id, _NO_SUBJECT)
    with office.store.change(later("Draft agreement")) as session:
        bodies = [found(session, Institution, party.institution_id) for party in parties]
        check_bodies(bodies)
        row = Agreement(kind=form.kind, subject_id="")
        foreign = _fill(session, row, form, bodies)
        row.reference = form.reference or next_reference(
            session, (form.signing_on or office.today()).year
        )
        session.add(row)
        rows = [new_party(row.id, seq, party) for seq, party in enumerate(parties, 1)]
        session.add_all(rows)
        session.add_all(AgreementVisit(agreement_id=row.id, visit_id=key) for key in visits)
        clauses = template_clauses(
            row.id, form.kind, len(parties), layout=row.layout, foreign=foreign
        )
        session.add_all(clauses)
        session.add_all(planned(row, rows, foreign=foreign))
        follow_date(session, row, row.signing_on)
    return row.id


def agreement_form(office: Office, agreement_id: UUID) -> AgreementForm:
    """Return an agreement's facts, ready to be edited."""
    with office.store.read() as session:
        return as_form(AgreementForm, found(session, Agreement, agreement_id))


def edit_agreement(office: Office, agreement_id: UUID, form: AgreementForm) -> None:
    """Change an agreement's facts; its date moves formula, weekday, end and own number with it.

    Another layout, stamp rule, third language or alternat plans the originals anew.
    """
    required(form.subject_id, _NO_SUBJECT)
    with office.store.change(later("Edit agreement")) as session:
        row = open_draft(session, agreement_id, seen=form.version)
        parties = party_rows(session, agreement_id)
        bodies = [found(session, Institution, party.institution_id) for party in parties]
        before = as_form(AgreementForm, row)
        foreign = _fill(session, row, form, bodies)
        if (before.term_years or before.term_months) and not (row.term_years or row.term_months):
            row.ends_on = None
        follow_date(session, row, before.signing_on)
        if _plans_anew(before, row):
            plan_again(session, row, foreign=foreign)


def remove_agreement(office: Office, agreement_id: UUID) -> None:
    """Remove a draft with its text, its files, drafts, stages and clearances, and its print log.

    A line of a rundown that it was to be signed in stays without it. An agreement of which an
    original was ever printed stays for ever (UU 43/2009 article 43: agreements are permanent
    records).
    """
    with office.store.change(later("Remove agreement")) as session:
        row = open_draft(session, agreement_id)
        of_it = select(PrintRun).where(PrintRun.agreement_id == agreement_id)
        if session.exec(of_it.where(PrintRun.what == "original")).first() is not None:
            raise RuleBroken(
                later("An original of this agreement has been printed, so it stays on record.")
            )
        for table in _GOES_WITH_IT:
            for child in session.exec(select(table).where(table.agreement_id == agreement_id)):
                session.delete(child)
        for line in session.exec(select(AgendaItem).where(AgendaItem.agreement_id == row.id)):
            line.agreement_id = None
        session.delete(row)


def new_draft(office: Office, agreement_id: UUID) -> int:
    """Keep a locked draft, open its text again as the next one, and return that one's number.

    Papers printed from the old draft become stale; refused once anybody has signed.
    """
    with office.store.change(later("Start a new draft")) as session:
        row = found(session, Agreement, agreement_id)
        refuse_signed(session, row)
        keep_draft(office, session, row)
        next_draft(session, row)
    return row.draft_no


def _fill(
    session: Session, row: Agreement, form: AgreementForm, bodies: Sequence[Institution]
) -> bool:
    """Write facts that may be kept into a row, and return whether a foreign party signs."""
    partners = partners_among(bodies, settings_in(session).own_institution)
    check_kind(form.kind, form.reason, partners)
    check_parent(session, form.kind, form.parent_id, row.id)
    rule = rule_in(session, Agreement(kind=form.kind, subject_id="", parent_id=form.parent_id))
    foreign = is_foreign(rule, bodies)
    layout, clause = form.layout or rule.layouts[0], form.language_clause
    clause = clause or rule.language_clauses[0]
    check_languages(rule, layout, form.third_language, clause, foreign=foreign)
    alternat = rule.alternat if form.alternat is None else form.alternat
    put(row, replace(form, layout=layout, language_clause=clause, alternat=alternat))
    return foreign


def _plans_anew(before: AgreementForm, now: Agreement) -> bool:
    """Say whether what the originals rest on has changed; stamps by choice stay as they are."""
    names = ("kind", "layout", "third_language", "alternat")
    if any(getattr(before, name) != getattr(now, name) for name in names):
        return True
    return now.stamp_rule not in {before.stamp_rule, StampRule.BY_CHOICE}


def next_reference(session: Session, year: int) -> str:
    """Return the next of the office's own references of a year, such as ``KS-2022-003``."""
    prefix = f"KS-{year}-"
    query = select(Agreement.reference).where(col(Agreement.reference).startswith(prefix))
    marks = [reference.removeprefix(prefix) for reference in session.exec(query)]
    taken = [int(mark) for mark in marks if mark.isdecimal()]
    return f"{prefix}{max(taken, default=0) + 1:03}"
