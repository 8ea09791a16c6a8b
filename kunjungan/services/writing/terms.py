"""The office's term base: which English it uses for an Indonesian term, and who approved it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.term_base import TermBase, term_of
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put
from kunjungan.services.writing.term_form import TermForm, checked, key_of
from kunjungan.store.tables import Term

_TWIN = later("“{term}” is in the term base already. Change that entry instead.")


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term in the list; one without approval is a proposal, one not ``active`` is retired."""

    id: UUID
    words_id: str
    words_en: str
    domain: str
    note: str
    source: str
    approved_by: str
    approved_on: date | None
    active: bool


def list_terms(office: Office) -> list[TermLine]:
    """Return every term by its Indonesian words, retired ones too."""
    with office.store.read() as session:
        rows = session.exec(select(Term)).all()
    lines = [
        TermLine(
            row.id,
            row.words_id,
            row.words_en,
            row.domain,
            row.note,
            row.source,
            row.approved_by,
            row.approved_on,
            row.active,
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: line.words_id.casefold())


def term_form(office: Office, term_id: UUID) -> TermForm:
    """Return a term ready to be edited."""
    with office.store.read() as session:
        return as_form(TermForm, found(session, Term, term_id))


def add_term(office: Office, form: TermForm) -> UUID:
    """Add a term and return its id; refused when its Indonesian words are there already."""
    form = checked(form)
    with office.store.change(later("Add term")) as session:
        _refuse_twin(session, form, None)
        row = Term(words_id=form.words_id)
        put(row, form)
        session.add(row)
    return row.id


def edit_term(office: Office, term_id: UUID, form: TermForm) -> None:
    """Change a term; when its words change, what was approved is to be approved again."""
    form = checked(form)
    with office.store.change(later("Edit term")) as session:
        row = found(session, Term, term_id, seen=form.version)
        _refuse_twin(session, form, term_id)
        if (row.words_id, row.words_en) != (form.words_id, form.words_en):
            row.approved_by, row.approved_on = "", None
        put(row, form)


def term_base(session: Session) -> TermBase:
    """Return the active terms, ready to be looked for in texts."""
    columns = (Term.words_id, Term.words_en, Term.domain, Term.note)
    query = sa.select(*(col(each) for each in columns)).where(col(Term.active))
    rows = session.connection().execute(query.order_by(col(Term.words_id), col(Term.id)))
    return _base(tuple(tuple(row) for row in rows))


def terms_of(office: Office) -> TermBase:
    """Return the office's active terms; ``found`` of it tells where a row's English leaves them."""
    with office.store.read() as session:
        return term_base(session)


@lru_cache(maxsize=2)
def _base(rows: tuple[tuple[str, ...], ...]) -> TermBase:
    return TermBase(term_of(*row) for row in rows)


def _refuse_twin(session: Session, form: TermForm, own: UUID | None) -> None:
    for row in session.exec(select(Term)):
        if row.id != own and key_of(row.words_id) == key_of(form.words_id):
            raise RuleBroken(_TWIN, term=row.words_id)
