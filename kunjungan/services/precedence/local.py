"""Local additions to the order of precedence: who stands right after a group of the law."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.protocol_groups import Group, citation, edition_on
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Attendee, LocalRank


@dataclass(frozen=True, slots=True)
class LocalRankForm:
    """What a person fills in for a local addition; ``source`` is the rule that it rests on."""

    after: Group
    name_id: str = ""
    name_en: str = ""
    source: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class LocalRankLine:
    """A local addition in a list; one that is not ``active`` is offered no longer."""

    id: UUID
    after: Group
    cited: Bilingual
    name: Bilingual
    source: str
    active: bool


def list_local_ranks(office: Office, *, offered: bool = False) -> list[LocalRankLine]:
    """Return the local additions by rank, then by name; only those in use where ``offered``."""
    ranks = edition_on(office.today()).ranks
    with office.store.read() as session:
        rows = [row for row in session.exec(select(LocalRank)) if row.active or not offered]
    rows.sort(key=lambda row: (ranks[row.after], row.name_id.casefold(), row.id.hex))
    return [
        LocalRankLine(
            row.id,
            row.after,
            citation(row.after),
            Bilingual(row.name_id, row.name_en or row.name_id),
            row.source,
            row.active,
        )
        for row in rows
    ]


def local_rank_form(office: Office, rank_id: UUID) -> LocalRankForm:
    """Return a local addition as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(LocalRankForm, found(session, LocalRank, rank_id))


def add_local_rank(office: Office, form: LocalRankForm) -> UUID:
    """Add to the order and return the id; RuleBroken without a name, or with one that is taken."""
    with office.store.change(later("Add to the order of precedence")) as session:
        row = LocalRank(after=form.after, name_id="")
        put(row, _checked(session, form, None))
        session.add(row)
    return row.id


def edit_local_rank(office: Office, rank_id: UUID, form: LocalRankForm) -> None:
    """Change a local addition; guests who have it rank by it at once."""
    with office.store.change(later("Edit local addition")) as session:
        row = found(session, LocalRank, rank_id, seen=form.version)
        put(row, _checked(session, form, rank_id))


def retire_local_rank(office: Office, rank_id: UUID, *, active: bool = False) -> None:
    """Offer a local addition no longer, or again; guests who have it keep their rank."""
    words = later("Use local addition again") if active else later("Retire local addition")
    with office.store.change(words) as session:
        found(session, LocalRank, rank_id).active = active


def remove_local_rank(office: Office, rank_id: UUID) -> None:
    """Remove a local addition that nobody has; RuleBroken where somebody does."""
    with office.store.change(later("Remove local addition")) as session:
        row = found(session, LocalRank, rank_id)
        if session.exec(select(Attendee).where(col(Attendee.local_rank_id) == rank_id)).first():
            message = later("Guests rank by “{name}”, so it stays. Retire it instead.")
            raise RuleBroken(message, name=row.name_id)
        session.delete(row)


def _checked(session: Session, form: LocalRankForm, own: UUID | None) -> LocalRankForm:
    name = required(form.name_id, later("A local addition needs a name."))
    for row in session.exec(select(LocalRank)):
        if row.id != own and row.name_id.casefold() == name.casefold():
            raise RuleBroken(later("“{name}” is in the order already."), name=row.name_id)
    return replace(form, name_id=name, name_en=form.name_en.strip(), source=form.source.strip())
