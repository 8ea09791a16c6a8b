"""The office's label sheets: those that the program brings, corrected or joined by its own."""

from pathlib import Path
from typing import Any

from sqlmodel import Session

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.label_sheets import (
    CardUse,
    LabelSheet,
    check_sheet,
    data_of,
    sheet_of,
    shipped_sheets,
)
from kunjungan.domain.paper import Paper
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.own_templates import OwnTemplates

_GONE = later("This label sheet no longer exists. Choose another one.")


def _checked(data: Any) -> LabelSheet:  # noqa: ANN401 - as it was kept
    sheet = sheet_of(data)
    check_sheet(sheet)
    return sheet


_OWN = OwnTemplates("label", _checked, data_of)


def list_sheets(office: Office, use: CardUse | None = None) -> list[LabelSheet]:
    """Return the sheets for a use, or all; the office's own come last."""
    with office.store.read() as session:
        return sheets_in(session, use)


def sheets_in(session: Session, use: CardUse | None = None) -> list[LabelSheet]:
    """Return the sheets as an open session sees them; a corrected one stands for the shipped."""
    known = {sheet.slug: sheet for sheet in shipped_sheets()} | _OWN.kept(session)
    return [sheet for sheet in known.values() if use is None or use in sheet.uses]


def own_sheets(office: Office) -> frozenset[str]:
    """Return the slugs of the sheets that the office corrected or made itself."""
    with office.store.read() as session:
        return frozenset(_OWN.kept(session))


def sheet_named(session: Session, slug: str, use: CardUse, paper: Paper) -> LabelSheet:
    """Return a sheet by its slug; without one the first for the use that is of a paper.

    Raises:
        NotFound: there is no such sheet for this use.
    """
    sheets = sheets_in(session, use)
    if not slug:
        sides = sorted(paper.size_mm)
        fits = (s for s in sheets if sorted((s.page_width, s.page_height)) == sides)
        return next(fits, sheets[0])
    chosen = next((sheet for sheet in sheets if sheet.slug == slug), None)
    if chosen is None:
        raise NotFound(_GONE)
    return chosen


def save_sheet(office: Office, sheet: LabelSheet) -> str:
    """Keep a sheet as the office's own and return its slug; an empty slug makes a new one.

    Raises:
        RuleBroken: no paper can be like that, or another sheet has this name.
    """
    check_sheet(sheet)
    with office.store.change(later("Change a label sheet")) as session:
        _refuse_twin(session, sheet)
        return _OWN.keep(session, sheet)


def remove_sheet(office: Office, slug: str) -> None:
    """Remove one of the office's own sheets; one that the program brings is again as it was.

    Raises:
        NotFound: the office has no sheet of its own by this slug.
    """
    with office.store.change(later("Remove a label sheet")) as session:
        if not _OWN.remove(session, slug):
            raise NotFound(_GONE)


def write_trial_page(sheet: LabelSheet, path: Path) -> Path:
    """Write the edges of a sheet's labels as PDF, to be held against a real sheet; return the file.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    from kunjungan.documents.cards.trial_page import trial_page  # noqa: PLC0415 - slow to load

    return write_whole(path, trial_page(sheet))


def trial_name(sheet: LabelSheet) -> str:
    """Return a name for the file of a sheet's test page."""
    return safe_file_name(f"Halaman uji {sheet.name.id}", ".pdf")


def _refuse_twin(session: Session, sheet: LabelSheet) -> None:
    name = sheet.name.id.strip().casefold()
    twins = (each for each in sheets_in(session) if each.name.id.casefold() == name)
    if any(each.slug != sheet.slug for each in twins):
        message = later("Another label sheet is called “{name}”. Give this one another name.")
        raise RuleBroken(message, name=sheet.name.id)
