"""The country's regions, and the institution that a region's government is."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.regions import RegionKind, government_name, head_title, place_name, short_name
from kunjungan.services.office import Office
from kunjungan.store.tables import Region


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region as a picker shows it: Kemendagri code, name, kind and province."""

    code: str
    name: str
    kind: RegionKind
    province: str


@dataclass(frozen=True, slots=True)
class RegionGovernment:
    """What follows from a region alone: its government, its head's title, its seat."""

    code: str
    government: Bilingual
    head: Bilingual
    short: str
    place: str


def list_regions(office: Office) -> list[RegionLine]:
    """Return every province, regency and city, by code."""
    with office.store.read() as session:
        rows = session.exec(select(Region).order_by(col(Region.code))).all()
    provinces = {row.code: row.name for row in rows if row.province_code is None}
    return [
        RegionLine(row.code, row.name, row.kind, provinces.get(row.province_code or "", ""))
        for row in rows
    ]


def government_of(office: Office, code: str) -> RegionGovernment | None:
    """Return what is known of a region's government, or None for an unknown code."""
    with office.store.read() as session:
        row = region_by_code(session, code)
        if row is None:
            return None
        return RegionGovernment(
            row.code,
            government_name(row.name),
            head_title(row.name, row.kind),
            short_name(row.name),
            place_name(row.name).id,
        )


def region_by_code(session: Session, code: str) -> Region | None:
    """Return the region with a Kemendagri code such as ``32.73``."""
    return session.exec(select(Region).where(Region.code == code)).first()
