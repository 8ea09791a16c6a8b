"""Institutions: the governments and bodies that visit, receive and sign."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, func, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.names import search_key
from kunjungan.domain.regions import RegionKind, class_word
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.regions import region_by_code
from kunjungan.services.rows import found, put, refuse_long, required
from kunjungan.store.tables import Delegation, Institution, Party, Position, Region, Tenure

_MIXED_UP = later(
    "“{name}” is not the name of {code} {region}: a city and a regency may share a name. Nothing "
    "was changed; correct the name or choose the other region."
)
_SHORT = ("name_id", "name_en", "short_name", "city_id", "head_id", "head_en")
_NONE = -1
"""The version seen of a head's title where there was none."""
_Counts = tuple[dict[UUID, int], dict[UUID, int], dict[UUID, int]]


@dataclass(frozen=True, slots=True)
class InstitutionForm:
    """What a person fills in for an institution; ``version`` 0 means a new one.

    ``logo_sha`` is a picture in the archive, empty for none; ``head_id`` and ``head_en`` are the
    title of who heads it, left as it is where it is empty, and ``head_version`` its version.
    """

    kind: InstitutionKind
    name_id: str
    name_en: str = ""
    short_name: str = ""
    region_code: str = ""
    parent_id: UUID | None = None
    address_id: str = ""
    address_en: str = ""
    city_id: str = ""
    full_style_id: str = ""
    full_style_en: str = ""
    note: str = ""
    version: int = 0
    logo_sha: str = ""
    head_id: str = ""
    head_en: str = ""
    head_version: int = 0


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """An institution in a list.

    ``region_kind`` tells a city from the regency of its name, ``officials`` counts terms of office.
    """

    id: UUID
    kind: InstitutionKind
    name: Bilingual
    short_name: str
    region_code: str
    officials: int
    delegations: int
    agreements: int
    region_kind: RegionKind | None = None
    parent_id: UUID | None = None


def list_institutions(office: Office, text: str = "") -> list[InstitutionLine]:
    """Return the institutions whose name or region code holds every word of ``text``, by name."""
    words = search_key(text).split()
    with office.store.read() as session:
        regions = {row.id: row for row in session.exec(select(Region))}
        counts = (
            _terms_of_office(session),
            _counts(session, col(Delegation.institution_id)),
            _counts(session, col(Party.institution_id)),
        )
        rows = session.exec(select(Institution).order_by(col(Institution.name_id))).all()
    lines = (
        _line(row, regions.get(row.region_id) if row.region_id else None, counts) for row in rows
    )
    return [line for line in lines if _holds(line, words)]


def institution_form(office: Office, institution_id: UUID) -> InstitutionForm:
    """Return an institution as it stands, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Institution, institution_id)
        region = session.get(Region, row.region_id) if row.region_id else None
        head = _head(session, row.id)
        return InstitutionForm(
            kind=row.kind,
            name_id=row.name_id,
            name_en=row.name_en,
            short_name=row.short_name,
            region_code=region.code if region else "",
            parent_id=row.parent_id,
            address_id=row.address_id,
            address_en=row.address_en,
            city_id=row.city_id,
            full_style_id=row.full_style_id,
            full_style_en=row.full_style_en,
            note=row.note,
            version=row.version,
            logo_sha=row.logo_sha or "",
            head_id=head.title_id if head else "",
            head_en=head.title_en if head else "",
            head_version=head.version if head else _NONE,
        )


def add_institution(office: Office, form: InstitutionForm) -> UUID:
    """Add an institution and return its id."""
    with office.store.change(later("Add institution")) as session:
        row = new_institution(session, form)
    return row.id


def new_institution(session: Session, form: InstitutionForm) -> Institution:
    """Add an institution inside a change that does more."""
    row = Institution(kind=form.kind, name_id="", name_en="")
    _fill(session, row, form)
    session.add(row)
    return row


def edit_institution(office: Office, institution_id: UUID, form: InstitutionForm) -> None:
    """Change an institution; agreements already printed keep their frozen text."""
    with office.store.change(later("Edit institution")) as session:
        row = found(session, Institution, institution_id, seen=form.version)
        head = _head(session, institution_id)
        if head is not None:
            found(session, Position, head.id, seen=form.head_version)
        _fill(session, row, form)


def remove_institution(office: Office, institution_id: UUID) -> None:
    """Remove an institution that nothing refers to, with those of its posts nobody ever held.

    Raises Conflict while delegations, agreements or officials still do.
    """
    posts = select(Position).where(Position.institution_id == institution_id)
    with office.store.change(later("Remove institution")) as session:
        row = found(session, Institution, institution_id)
        for post in session.exec(posts):
            session.delete(post)
        session.delete(row)


def _fill(session: Session, row: Institution, form: InstitutionForm) -> None:
    required(form.name_id, later("An institution needs its official Indonesian name."))
    refuse_long(row, form, _SHORT)
    region = _region(session, form)
    put(row, form)
    row.name_id = form.name_id.strip()
    row.logo_sha = form.logo_sha or None
    row.region_id = region.id if region else None
    session.add(row)
    if form.head_id.strip():
        head = _head(session, row.id) or Position(institution_id=row.id, title_id="", is_head=True)
        head.title_id, head.title_en = form.head_id.strip(), form.head_en.strip()
        session.add(head)


def _region(session: Session, form: InstitutionForm) -> Region | None:
    """Return the region that a form names; a name that says another class of region is refused."""
    if not form.region_code:
        return None
    region = region_by_code(session, form.region_code)
    if region is None:
        raise RuleBroken(later("There is no region with the code {code}."), code=form.region_code)
    said, is_called = class_word(form.name_id), class_word(region.name)
    if form.kind is InstitutionKind.REGION and said and is_called and said != is_called:
        raise RuleBroken(_MIXED_UP, name=form.name_id.strip(), code=region.code, region=region.name)
    return region


def _head(session: Session, institution_id: UUID) -> Position | None:
    """Return the post of who heads an institution; of several the one somebody held last."""
    query = (
        select(Position)
        .outerjoin(Tenure, col(Tenure.position_id) == col(Position.id))
        .where(Position.institution_id == institution_id, col(Position.is_head))
        .order_by(col(Tenure.begins_on).desc().nulls_last(), col(Position.id))
    )
    return session.exec(query).first()


def _line(row: Institution, region: Region | None, counts: _Counts) -> InstitutionLine:
    officials, delegations, agreements = counts
    return InstitutionLine(
        row.id,
        row.kind,
        Bilingual(row.name_id, row.name_en),
        row.short_name,
        region.code if region else "",
        officials.get(row.id, 0),
        delegations.get(row.id, 0),
        agreements.get(row.id, 0),
        region.kind if region else None,
        row.parent_id,
    )


def _counts(session: Session, key: Mapped[UUID]) -> dict[UUID, int]:
    return dict(session.exec(select(key, func.count()).group_by(key)).all())


def _terms_of_office(session: Session) -> dict[UUID, int]:
    key = col(Position.institution_id)
    query = select(key, func.count()).join(Tenure, col(Tenure.position_id) == col(Position.id))
    return dict(session.exec(query.group_by(key)).all())


def _holds(line: InstitutionLine, words: list[str]) -> bool:
    key = search_key(f"{line.name.id} {line.name.en} {line.short_name} {line.region_code}")
    return all(word in key for word in words)
