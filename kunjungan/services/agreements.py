"""Agreements: draft one from a template, change its facts, its parties and its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.agreements import AgreementKind, PartyStyle, fits
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.originals import StampForm, StampRule, plan_originals
from kunjungan.domain.paper import Paper
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import EndsRule, ends_on
from kunjungan.domain.words import LanguageClause, Side
from kunjungan.i18n import later
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.parties import OPEN, PartyForm, new_party, open_draft, party_rows
from kunjungan.services.rows import found, put, required
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Clause,
    Institution,
    Original,
    Party,
    PrintRun,
    Signature,
)


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """An agreement's own facts; ``version`` 0 means a new one.

    ``reason`` is owed when the kind does not fit the partner and is kept.
    """

    subject_id: str
    subject_en: str = ""
    kind: AgreementKind = AgreementKind.KB
    signing_on: date | None = None
    place_id: str = ""
    place_en: str = ""
    paper: Paper = Paper.F4
    party_style: PartyStyle = PartyStyle.KESATU
    first_signs: Side = "right"
    stamp_rule: StampRule = StampRule.CROSSWISE
    stamp_form: StampForm = StampForm.ADHESIVE
    term_years: int | None = 5
    term_months: int | None = None
    ends_rule: EndsRule = EndsRule.SAME_DAY
    language_clause: LanguageClause = "id_prevails"
    parent_id: UUID | None = None
    reference: str = ""
    reason: str = ""
    sample: bool = False
    version: int = 0


def new_agreement_form(office: Office) -> AgreementForm:
    """Return an empty form that carries the office's own choices."""
    with office.store.read() as session:
        chosen = settings_in(session)
    return AgreementForm(
        "",
        paper=chosen.paper,
        party_style=chosen.party_style,
        first_signs="left" if chosen.first_signs == "left" else "right",
        stamp_rule=chosen.stamp_rule,
        stamp_form=chosen.stamp_form,
        ends_rule=chosen.ends_rule,
    )


def draft_agreement(
    office: Office,
    form: AgreementForm,
    parties: Sequence[PartyForm],
    visits: Sequence[UUID] = (),
) -> UUID:
    """Draft an agreement from its kind's template and return its id.

    One original per party is planned with it; the stamp duty goes as the form says.
    """
    required(form.subject_id, later("An agreement needs its subject in Indonesian."))
    with office.store.change(later("Draft agreement")) as session:
        _check_parties(session, form, parties)
        row = Agreement(kind=form.kind, subject_id="")
        put(row, form)
        row.reference = form.reference or _reference(
            session, (form.signing_on or office.today()).year
        )
        _date(row)
        session.add(row)
        rows = [new_party(row.id, seq, party) for seq, party in enumerate(parties, 1)]
        session.add_all(rows)
        session.add_all(AgreementVisit(agreement_id=row.id, visit_id=key) for key in visits)
        session.add_all(template_clauses(row.id, form.kind, len(parties)))
        session.add_all(_originals(row, rows))
    return row.id


def agreement_form(office: Office, agreement_id: UUID) -> AgreementForm:
    """Return an agreement's facts, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        return AgreementForm(
            **{name: getattr(row, name) for name in AgreementForm.__dataclass_fields__}
        )


def edit_agreement(office: Office, agreement_id: UUID, form: AgreementForm) -> None:
    """Change an agreement's facts; its date moves formula, weekday and end with it."""
    required(form.subject_id, later("An agreement needs its subject in Indonesian."))
    with office.store.change(later("Edit agreement")) as session:
        row = open_draft(session, agreement_id, seen=form.version)
        before = (row.stamp_rule, row.alternat)
        put(row, form)
        _date(row)
        if before != (row.stamp_rule, row.alternat):
            _plan_again(session, row)


def remove_agreement(office: Office, agreement_id: UUID) -> None:
    """Remove a draft with its text and the log of its printed drafts.

    An agreement of which an original was ever printed stays for ever (UU 43/2009 article 43:
    agreements are permanent records).
    """
    with office.store.change(later("Remove agreement")) as session:
        row = open_draft(session, agreement_id)
        of_it = select(PrintRun).where(PrintRun.agreement_id == agreement_id)
        if session.exec(of_it.where(PrintRun.what == "original")).first() is not None:
            raise RuleBroken(
                later("An original of this agreement has been printed, so it stays on record.")
            )
        for table in (Clause, AgreementVisit, Original, Party, PrintRun):
            for child in session.exec(select(table).where(table.agreement_id == agreement_id)):
                session.delete(child)
        session.delete(row)


def new_draft(office: Office, agreement_id: UUID) -> int:
    """Open a locked text again as the next draft and return its number.

    Papers printed from the old draft become stale; refused once anybody has signed.
    """
    with office.store.change(later("Start a new draft")) as session:
        row = found(session, Agreement, agreement_id)
        query = select(Signature).join(Original).where(Original.agreement_id == agreement_id)
        if session.exec(query).first() is not None or row.stage not in OPEN:
            raise RuleBroken(
                later("A signed text is never changed. Draft an addendum to this agreement.")
            )
        row.draft_no += 1
        row.locked_on = None
        row.stage = AgreementStage.DRAFT
        for original in session.exec(select(Original).where(Original.agreement_id == row.id)):
            original.sha256 = None
    return row.draft_no


def _check_parties(session: Session, form: AgreementForm, parties: Sequence[PartyForm]) -> None:
    bodies = [found(session, Institution, party.institution_id) for party in parties]
    if len(bodies) < 2:
        raise RuleBroken(later("An agreement needs at least two parties."))
    if len({body.id for body in bodies}) < len(bodies):
        raise RuleBroken(later("A party cannot sign an agreement with itself."))
    partners = {partner_kind(body.kind) for body in bodies[1:]}
    if not form.reason.strip() and not all(fits(form.kind, partner) for partner in partners):
        raise RuleBroken(
            later("This kind of agreement is unusual for this partner. Say why it is chosen.")
        )


def _date(row: Agreement) -> None:
    row.starts_on = row.signing_on
    years, months = row.term_years or 0, row.term_months or 0
    if row.signing_on is None or not (years or months) or row.ends_rule is EndsRule.EXPLICIT:
        return
    row.ends_on = ends_on(row.signing_on, years=years, months=months, rule=row.ends_rule)


def _reference(session: Session, year: int) -> str:
    prefix = f"KS-{year}-"
    query = select(Agreement.reference).where(col(Agreement.reference).startswith(prefix))
    marks = [reference.removeprefix(prefix) for reference in session.exec(query)]
    taken = [int(mark) for mark in marks if mark.isdecimal()]
    return f"{prefix}{max(taken, default=0) + 1:03}"


def _originals(row: Agreement, parties: Sequence[Party]) -> Iterator[Original]:
    by_seq = {party.seq: party.id for party in parties}
    plans = plan_originals(len(parties), rule=row.stamp_rule, alternat=row.alternat)
    for plan in plans:
        yield Original(
            agreement_id=row.id,
            no=plan.no,
            holder_id=by_seq[plan.holder],
            first_id=by_seq[plan.first],
            stamps=plan.stamps,
        )


def _plan_again(session: Session, row: Agreement) -> None:
    fresh = {o.no: o for o in _originals(row, party_rows(session, row.id))}
    for old in session.exec(select(Original).where(Original.agreement_id == row.id)):
        plan = fresh[old.no]
        old.holder_id, old.first_id, old.stamps = plan.holder_id, plan.first_id, plan.stamps
