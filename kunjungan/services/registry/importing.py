"""Takes over an existing register: looked through first, then the good rows in one change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.register_cells import Cell, text_of
from kunjungan.domain.register_heads import RegisterField, head_row
from kunjungan.domain.register_rows import (
    JudgedRow,
    PastAgreement,
    RowFault,
    judge,
)
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import EndsRule
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import Sheet, read_sheets
from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings, settings_in
from kunjungan.services.registry.doubles import Doubles
from kunjungan.services.registry.partners import Partners
from kunjungan.services.registry.remembered import columns_of, remember
from kunjungan.store.tables import Agreement, Original, Party

NO_HEAD = later(
    "No row of “{sheet}” names the columns of a register, such as partner, subject and dates. "
    "Nothing was read. Choose the sheet and the columns by hand."
)
MEANWHILE = later(
    "Somebody has entered one of these agreements meanwhile. Nothing was taken over; open the file "
    "again."
)
ENDED = later("Ended according to the register it was imported from")
NO_OWN = later(
    "Say in the settings first which institution this office is; it is the first party of every "
    "agreement. Nothing was taken over."
)


@dataclass(frozen=True, slots=True)
class RegisterPlan:
    """What a file would bring: its sheets, the one chosen, its head, its columns and its rows.

    ``head`` is the place of the head in the sheet from 0; rows are those below it.
    """

    name: str
    sheets: tuple[Sheet, ...]
    sheet: str
    head: int
    columns: Mapping[int, RegisterField]
    rows: tuple[JudgedRow, ...]

    @property
    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows of the sheet chosen."""
        return next(each.rows for each in self.sheets if each.name == self.sheet)

    @property
    def titles(self) -> tuple[Cell, ...]:
        """The heads of its columns."""
        return self.table[self.head]

    @property
    def good(self) -> tuple[PastAgreement, ...]:
        """What would be taken over."""
        return tuple(row.entry for row in self.rows if row.entry is not None)

    @property
    def refused(self) -> tuple[JudgedRow, ...]:
        """What would stay out, each with its reasons."""
        return tuple(row for row in self.rows if row.entry is None)

    def with_head(self, head: int) -> "RegisterPlan":
        """Return the plan with the heads in another row; its rows are still to be judged."""
        return replace(self, head=head, rows=())

    def mended(self) -> "RegisterPlan":
        """Return the plan with each row taken that only has day and month swapped."""
        rows = (
            replace(row, entry=row.mended, faults=()) if row.entry is None and row.mended else row
            for row in self.rows
        )
        return replace(self, rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What came in: the agreements in the order of the file, and how many partners were new."""

    agreements: tuple[UUID, ...] = ()
    partners: int = 0


def open_register(office: Office, path: Path, *, sheet: str = "") -> RegisterPlan:
    """Look through a file and guess what is what; nothing is written.

    The sheet is the named one, else the first that looks like a register; without columns where
    none does, so that a person can name them.

    Raises:
        RuleBroken: the file is no table, or the office has not said which institution it is.
        NotFound: it holds no such sheet.
        Unavailable: the file cannot be opened.
    """
    _refuse_nobody(office)
    sheets = tuple(read_sheets(path))
    chosen = [each for each in sheets if sheet in ("", each.name)]
    if not chosen:
        message = later("There is no sheet “{sheet}” in “{name}”.")
        raise NotFound(message, sheet=sheet, name=path.name)
    best = next((each for each in chosen if head_row(each.rows) >= 0), chosen[0])
    plan = RegisterPlan(path.name, sheets, best.name, max(head_row(best.rows), 0), {}, ())
    return plan_columns(office, plan)


def plan_sheet(office: Office, plan: RegisterPlan, sheet: str) -> RegisterPlan:
    """Plan to bring in another sheet of the same file, its columns guessed."""
    rows = next(each.rows for each in plan.sheets if each.name == sheet)
    return plan_columns(office, replace(plan, sheet=sheet, head=max(head_row(rows), 0)))


def plan_columns(
    office: Office, plan: RegisterPlan, columns: Mapping[int, RegisterField] | None = None
) -> RegisterPlan:
    """Judge every row below the head by what its columns are said to be.

    Without ``columns`` they are what a person said of such heads before, else what they look like.
    """
    today, rows = office.today(), plan.table
    with office.store.read() as session:
        known = dict(columns_of(session, plan.titles) if columns is None else columns)
        doubles = Doubles(session)
    judged = (
        doubles.judged(judge(place, row, known, today))
        for place, row in enumerate(rows[plan.head + 1 :], plan.head + 2)
        if any(cell is not None for cell in row)
    )
    return replace(plan, columns=known, rows=tuple(judged))


def apply_plan(office: Office, plan: RegisterPlan) -> ImportDone:
    """Take the good rows over in one undoable change; rows that were refused stay out.

    What the columns are is remembered with it, for the next file with such heads.

    Raises:
        RuleBroken: the office has not said which institution it is; nothing was written.
        Conflict: somebody has entered one of the agreements meanwhile; nothing was written.
    """
    with office.store.change(later("Import register")) as session:
        own = settings_in(session).own_institution
        if own is None:
            raise RuleBroken(NO_OWN)
        doubles = Doubles(session)
        if any(doubles.known(entry) for entry in plan.good):
            raise Conflict(MEANWHILE)
        remember(session, plan.titles, plan.columns)
        makers = Partners(session), References(session)
        made = [_agreement(session, entry, own, *makers) for entry in plan.good]
    return ImportDone(tuple(made), makers[0].added)


def refused_rows(plan: RegisterPlan) -> bytes:
    """Return the rows that stayed out as a workbook, each with its place and its reasons."""
    head = plan.titles
    width = max([len(head), *(len(row.cells) for row in plan.refused)])
    titles = [text_of(cell) for cell in head] + [""] * (width - len(head))
    rows = tuple(
        (row.place, said(row.faults), *row.cells, *[None] * (width - len(row.cells)))
        for row in plan.refused
    )
    return xlsx_of([SheetOut(tr("Not taken"), (tr("Row"), tr("Reason"), *titles), rows)])


def save_refused(plan: RegisterPlan, path: Path) -> Path:
    """Write the rows that stayed out as a workbook; a name without its suffix gets it.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    suffixed = path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    return write_whole(suffixed, refused_rows(plan))


def said(faults: Sequence[RowFault]) -> str:
    """Return reasons in the language of the screen."""
    return " ".join(tr(fault.message, **fault.values) for fault in faults)


def _refuse_nobody(office: Office) -> None:
    if office_settings(office).own_institution is None:
        raise RuleBroken(NO_OWN)


class References:
    """The references of agreements, each new one the next that is free in its year of signing."""

    def __init__(self, session: Session) -> None:
        self._used = set(session.exec(select(Agreement.reference)))
        self._last = Counter[int]()

    def of(self, entry: PastAgreement) -> str:
        """Return the next free reference: ``KS-2019-004``."""
        year = entry.signed_on.year if entry.signed_on else 0
        while True:
            self._last[year] += 1
            name = f"KS-{year}-{self._last[year]:03}"
            if name not in self._used:
                return name


def _agreement(
    session: Session,
    entry: PastAgreement,
    own: UUID,
    partners: Partners,
    references: References,
) -> UUID:
    """Add one agreement as a register of old tells of it: signed, without text or originals."""
    row = Agreement(
        kind=entry.kind,
        subject_id=entry.subject,
        stage=AgreementStage.REGISTERED,
        signing_on=entry.signed_on,
        starts_on=entry.starts_on,
        ends_on=entry.ends_on,
        ends_rule=EndsRule.EXPLICIT,
        field=entry.field,
        unit=entry.unit,
        note=entry.note,
        ended_on=entry.ended_on,
        end_reason=tr(ENDED) if entry.ended_on else "",
        reference=references.of(entry),
    )
    session.add(row)
    ours = _parties(session, row, entry, own, partners.of(entry.partner))
    if entry.kept_at:
        held = Original(agreement_id=row.id, no=1, holder_id=ours, first_id=ours)
        held.kept_at = entry.kept_at
        session.add(held)
    return row.id


def _parties(
    session: Session, row: Agreement, entry: PastAgreement, own: UUID, partner: UUID
) -> UUID:
    """Add the parties with their numbers, and return the id of the office's own."""
    numbers = ((own, entry.own_number), (partner, entry.partner_number))
    parties = [
        Party(
            agreement_id=row.id,
            seq=seq,
            institution_id=body,
            number=number or None,
            number_on=entry.signed_on if number else None,
        )
        for seq, (body, number) in enumerate(numbers, 1)
    ]
    session.add_all(parties)
    return parties[0].id
