"""What the columns of an institution's guest lists mean: remembered once a person has said so."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.guest_heads import Column, Columns, GuestField, guess_columns
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import plain_heads
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Delegation, Institution

Remembered = Mapping[str, str]
"""Field by head of column, both as they are compared; an ignored column has an empty field."""
_MOST_HEADS = 200
"""So many heads of an institution are remembered, the newest."""


def remembered(office: Office, delegation_id: UUID | None) -> Remembered:
    """Return what the columns of this institution's lists were said to be, by their heads."""
    if delegation_id is None:
        return {}
    with office.store.read() as session:
        return _kept(_institution(session, delegation_id))


def guess(sheet: GuestSheet, head: int, known: Remembered | None = None) -> dict[int, Column]:
    """Return what each column of a sheet holds, by its place from 0; others are ignored.

    What a person said of such a head before comes first, then what the head says, then what stands
    below it (a guess). ``head`` is the place of the head from 0, -1 where there is none.
    """
    columns = guess_columns(sheet.rows, head)
    for place, title in enumerate(plain_heads(sheet.titles(head))):
        said = (known or {}).get(title) if title else None
        if said is not None:
            columns.pop(place, None)
            if said in _FIELDS:
                columns = {at: each for at, each in columns.items() if each.field != said}
                columns[place] = Column(GuestField(said))
    return dict(sorted(columns.items()))


_FIELDS = frozenset(GuestField)


def remember(
    session: Session, delegation_id: UUID, titles: Sequence[Cell], columns: Columns
) -> None:
    """Keep what the columns of an institution's list are, inside a change that does more."""
    institution = _institution(session, delegation_id)
    heads = plain_heads(titles)
    said = {
        head: columns[place].field.value if place in columns else ""
        for place, head in enumerate(heads)
        if head
    }
    kept = {**_kept(institution), **said}
    lines = tuple(f"{head}\t{field}" for head, field in [*kept.items()][-_MOST_HEADS:])
    if lines != institution.list_columns:
        institution.list_columns = lines


def _kept(institution: Institution) -> dict[str, str]:
    pairs = (line.partition("\t") for line in institution.list_columns)
    return {head: field for head, _, field in pairs}


def _institution(session: Session, delegation_id: UUID) -> Institution:
    delegation = found(session, Delegation, delegation_id)
    return found(session, Institution, delegation.institution_id)
