"""Where the office is and who leads it, for what is new in its calendar."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from kunjungan.domain.event_times import Zone
from kunjungan.domain.office_zone import province_zone
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.officials import OfficialLine, officials_in
from kunjungan.store.tables import Institution, Region, Resource


@dataclass(frozen=True, slots=True)
class Home:
    """The office's zone, who holds office in it (the head first), and the rooms it described."""

    zone: Zone
    leaders: tuple[OfficialLine, ...]
    rooms: tuple[str, ...]

    @property
    def head(self) -> OfficialLine | None:
        """The head of today, if the office knows one."""
        return next((one for one in self.leaders if one.is_head and one.until is None), None)


def home(office: Office) -> Home:
    """Return what a new entry of the calendar starts from."""
    with office.store.read() as session:
        own = settings_in(session).own_institution
        leaders = officials_in(session, own) if own else []
        rooms = session.exec(
            select(Resource.name)
            .where(Resource.kind == ResourceKind.ROOM, col(Resource.active))
            .order_by(col(Resource.name))
        ).all()
        return Home(home_zone(session), tuple(leaders), tuple(rooms))


def home_zone(session: Session) -> Zone:
    """Return the zone of the own institution's province, WIB where that is not known."""
    own = settings_in(session).own_institution
    body = session.get(Institution, own) if own else None
    region = session.get(Region, body.region_id) if body and body.region_id else None
    return province_zone(region.code if region else "")
