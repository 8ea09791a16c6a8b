"""What the pack of a visit holds: originals first, then every paper of the day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.day_papers import PAPERS, DayPaper, PaperGroup
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound
from kunjungan.domain.paper import Paper
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_fields import party_facts
from kunjungan.services.day_papers.made import Warned
from kunjungan.services.office import Office
from kunjungan.services.originals import OriginalLine, list_originals
from kunjungan.services.pack.usual import remarks_on, usual_papers
from kunjungan.services.preflight import findings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, AgreementVisit, PrintRun, Visit

ORIGINALS = "originals"
"""What all originals together are called where papers are named by their slugs."""
_PREFIX = re.compile(r"^(?:Pemkot|Pemkab|Pemprov) ")
_ORIGINAL = Bilingual("{kind} {partner} · asli {no}", "{kind} {partner} · original {no}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """A paper in the pack.

    ``day`` is a paper of the day, else it is original ``no`` of an agreement, kept by ``holder``.
    It was ``printed`` for this visit before or not. ``blockers`` are what speaks against an
    original now; those of a paper of the day are known once it is made.
    """

    key: str
    slug: str
    group: PaperGroup
    name: Bilingual
    papers: tuple[Paper, ...]
    copies: int = 1
    usual: bool = True
    day: DayPaper | None = None
    agreement_id: UUID | None = None
    no: int = 0
    holder: str = ""
    printed: bool = False
    blockers: tuple[Warned, ...] = ()

    @property
    def original(self) -> PaperChoice:
        """Which paper of its agreement it is."""
        return PaperChoice(self.no, "original")


@dataclass(frozen=True, slots=True)
class Pack:
    """A visit with all that is printed for it, in the order of printing.

    ``remarks`` are to be known before any of it is printed.
    """

    visit_id: UUID
    visit: str
    on: PartialDate
    items: tuple[PackItem, ...]
    remarks: tuple[Warned, ...] = ()

    def named(self, slugs: Sequence[str]) -> tuple[PackItem, ...]:
        """Return the papers of these slugs, in the order of printing.

        Raises:
            NotFound: no paper is called so.
        """
        known = {ORIGINALS, *PAPERS}
        for slug in slugs:
            if slug not in known:
                raise NotFound(
                    later("There is no paper of the day “{slug}”. There are: {known}."),
                    slug=slug,
                    known=", ".join((ORIGINALS, *PAPERS)),
                )
        return tuple(item for item in self.items if item.slug in slugs)


def pack_of(office: Office, visit_id: UUID) -> Pack:
    """Return the pack of a visit; nothing is made yet.

    Raises:
        NotFound: the visit is gone.
    """
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        title, day = visit.title, visit.on
        agreements = _agreements(session, visit_id)
        names = {row.id: _name(session, row) for row in agreements}
        blockers = {row.id: _blockers(session, row) for row in agreements}
        days = _as_before(session, visit_id)
        printed = set(session.exec(_printed(visit_id)))
        remarks = tuple(remarks_on(visit))
    originals = [
        _original(row, line, names[row.id], blockers[row.id])
        for row in agreements
        for line in list_originals(office, row.id)
    ]
    papers = [_day_paper(paper, printed=paper.slug in printed) for paper in days]
    return Pack(visit_id, title, day, (*originals, *papers), remarks)


def _agreements(session: Session, visit_id: UUID) -> Sequence[Agreement]:
    query = (
        select(Agreement)
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Agreement.id))
        .where(AgreementVisit.visit_id == visit_id)
    )
    return session.exec(query.order_by(col(Agreement.reference), col(Agreement.id))).all()


def _printed(visit_id: UUID) -> SelectOfScalar[str]:
    return select(PrintRun.what).where(PrintRun.visit_id == visit_id)


def _as_before(session: Session, visit_id: UUID) -> list[DayPaper]:
    """Return the papers of the day, each on the sheet and in the language it was printed last.

    So what has changed since is told from what lies on the table, not from another language.
    """
    query = select(PrintRun).where(PrintRun.visit_id == visit_id)
    runs = session.exec(query.order_by(col(PrintRun.at), col(PrintRun.id))).all()
    last = {run.what: run for run in runs}
    return [
        paper.as_before(run.paper, run.language) if (run := last.get(paper.slug)) else paper
        for paper in usual_papers(session, visit_id)
    ]


def _name(session: Session, row: Agreement) -> Bilingual:
    """Return kind and partners of an agreement, to be filled with the original's number."""
    partners = [facts.body for facts in party_facts(session, row.id)[1:]]
    short = ", ".join(_PREFIX.sub("", body.short_name or body.name_id) for body in partners)
    return _ORIGINAL.filled(kind=row.kind.value.upper(), partner=short, no="{no}")


def _blockers(session: Session, row: Agreement) -> tuple[Warned, ...]:
    """Return what keeps originals from being printed; printed ones come out of the archive."""
    if row.locked_on is not None:
        return ()
    findings = [each for each in findings_in(session, row.id) if each.blocking]
    return tuple(Warned(each.person, each.message, each.values) for each in findings)


def _original(
    row: Agreement, line: OriginalLine, name: Bilingual, blockers: tuple[Warned, ...]
) -> PackItem:
    return PackItem(
        key=f"{ORIGINALS}:{row.id.hex}:{line.no}",
        slug=ORIGINALS,
        group=PaperGroup.ORIGINALS,
        name=name.filled(no=line.no),
        papers=(row.paper,),
        usual=not line.printed,
        agreement_id=row.id,
        no=line.no,
        holder=line.holder,
        printed=line.printed,
        blockers=() if line.printed else blockers,
    )


def _day_paper(paper: DayPaper, *, printed: bool) -> PackItem:
    return PackItem(
        key=paper.slug,
        slug=paper.slug,
        group=paper.group,
        name=paper.name,
        papers=paper.papers,
        copies=paper.copies,
        usual=paper.usual,
        day=paper,
        printed=printed,
    )
