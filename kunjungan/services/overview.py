"""A visit at a glance: its stages, its delegations, its agreements and what came before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import EventTime
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.domain.words import Direction
from kunjungan.domain.zones_abroad import place_of_zone
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.agreement_lists import AgreementLine, agreements_of
from kunjungan.services.delegation_lines import DelegationLine, delegations_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.officials import official_line
from kunjungan.services.rows import found
from kunjungan.services.visit_lists import VisitLine, lines_in
from kunjungan.store.tables import (
    AgendaItem,
    Attachment,
    Delegation,
    Institution,
    Person,
    Position,
    SeatingPlan,
    Tenure,
    Visit,
    VisitLink,
    VisitStep,
)

MOST_RELATED = 5


@dataclass(frozen=True, slots=True)
class StepLine:
    """A stage that the visit has reached, when, and why if a reason was owed."""

    stage: VisitStage
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class VisitOverview:
    """Everything the overview of a visit shows, already read.

    ``related`` are the latest earlier visits of the same institutions that are not linked yet;
    Where only the institution receives, ``host`` is empty and ``host_post`` its name.
    ``report_days`` after its last day its report is due; ``files`` counts what is attached,
    ``items`` the lines of its rundown, ``plans`` its seating plans.
    """

    id: UUID
    title: str
    stage: VisitStage
    when: EventTime
    until: PartialDate | None
    direction: Direction
    place: str
    room: str
    theme: Bilingual
    note: str
    host: str
    host_post: Bilingual
    steps: tuple[StepLine, ...]
    delegations: tuple[DelegationLine, ...]
    agreements: tuple[AgreementLine, ...]
    earlier: tuple[VisitLine, ...]
    related: tuple[VisitLine, ...]
    kind: VisitKind = VisitKind.STUDY
    abroad: str = ""
    report: str = ""
    report_days: int = 7
    files: int = 0
    items: int = 0
    plans: int = 0

    @property
    def zone(self) -> str:
        """The zone that its hours are told in, as it is written after them."""
        return place_of_zone(self.abroad) if self.abroad else self.when.zone.label


def visit_overview(office: Office, visit_id: UUID) -> VisitOverview:
    """Return a visit at a glance."""
    with office.store.read() as session:
        row = found(session, Visit, visit_id)
        host, post = _host(session, row)
        earlier = _linked(session, visit_id)
        return VisitOverview(
            id=row.id,
            title=row.title,
            stage=row.stage,
            when=EventTime(row.on, row.starts_at, row.ends_at, row.zone),
            until=row.until,
            direction=row.direction,
            place=row.place,
            room=row.room,
            theme=Bilingual(row.theme_id, row.theme_en),
            note=row.note,
            host=host,
            host_post=post,
            steps=_steps(session, visit_id),
            delegations=tuple(delegations_in(session, visit_id)),
            agreements=tuple(agreements_of(office, session, visit_id)),
            earlier=tuple(lines_in(session, ids=earlier)),
            related=tuple(lines_in(session, ids=_related(session, row, earlier))),
            kind=row.kind,
            abroad=row.abroad,
            report=row.report,
            report_days=settings_in(session).report_days,
            files=_files(session, visit_id),
            items=_rows(session, AgendaItem, visit_id),
            plans=_rows(session, SeatingPlan, visit_id),
        )


def _rows(session: Session, table: type[AgendaItem | SeatingPlan], visit_id: UUID) -> int:
    query = select(func.count()).select_from(table)
    return session.exec(query.where(col(table.visit_id) == visit_id)).one()


def _host(session: Session, row: Visit) -> tuple[str, Bilingual]:
    if row.host_tenure_id is not None:
        tenure = found(session, Tenure, row.host_tenure_id)
        line = official_line(
            tenure,
            found(session, Position, tenure.position_id),
            found(session, Person, tenure.person_id),
        )
        return line.name.full, line.post
    if row.host_id is not None:
        return "", body_name(found(session, Institution, row.host_id))
    return "", Bilingual("", "")


def _steps(session: Session, visit_id: UUID) -> tuple[StepLine, ...]:
    """Return the stages by day; those of one day in the order of a visit's life."""
    life = list(VisitStage)
    rows = session.exec(select(VisitStep).where(VisitStep.visit_id == visit_id))
    lines = [StepLine(row.stage, row.on, row.reason) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.on, life.index(line.stage))))


def _files(session: Session, visit_id: UUID) -> int:
    query = select(func.count()).select_from(Attachment).where(Attachment.visit_id == visit_id)
    return session.exec(query).one()


def _linked(session: Session, visit_id: UUID) -> list[UUID]:
    query = select(VisitLink.earlier_id).where(VisitLink.visit_id == visit_id)
    return list(session.exec(query))


def _related(session: Session, row: Visit, linked: list[UUID]) -> list[UUID]:
    own = select(Delegation.institution_id).where(Delegation.visit_id == row.id)
    same = select(Delegation.visit_id).where(col(Delegation.institution_id).in_(own))
    query = (
        select(Visit.id)
        .where(col(Visit.id).in_(same), col(Visit.on) < row.on)
        .where(col(Visit.id).not_in([row.id, *linked]))
        .order_by(col(Visit.on).desc())
        .limit(MOST_RELATED)
    )
    return list(session.exec(query))
