"""For which office somebody signs who signs by power of attorney or in the head's name."""

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.regions import head_title
from kunjungan.store.tables import Institution, Position, Region


def post_of(position: Position) -> Bilingual:
    """Return a post's title; a missing English one falls back."""
    return Bilingual(position.title_id, position.title_en or position.title_id)


def principal_of(
    session: Session, body: Institution, position: Position, capacity: Capacity
) -> Bilingual | None:
    """Return the office acted for, None where none is on record.

    A power of attorney comes from the head of the region (PP 28/2018 art 2); whoever signs in the
    head's name (a.n.) acts for the head of the own body.
    """
    above = session.get(Institution, body.parent_id) if body.parent_id else None
    of_region = capacity is Capacity.ATTORNEY and body.kind is InstitutionKind.AGENCY
    if above is not None and (of_region or position.is_head):
        return _head_of(session, above)
    return None if position.is_head else _head_of(session, body)


def _head_of(session: Session, body: Institution) -> Bilingual | None:
    heads = select(Position).where(Position.institution_id == body.id, Position.is_head)
    head = session.exec(heads).first()
    if head is not None:
        return post_of(head)
    region = session.get(Region, body.region_id) if body.region_id else None
    return head_title(region.name, region.kind) if region else None
