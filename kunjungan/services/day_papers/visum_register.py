"""The visum register of a visit as a paper of the day."""

from datetime import date, tzinfo

from kunjungan.documents.office.content import Said
from kunjungan.documents.office.paper import office_pages
from kunjungan.documents.office.visum_register import TITLE, RegisterRow, register_paper
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import zone_of
from kunjungan.domain.date_words import clock, day_month_year
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.office import Office
from kunjungan.services.visum.register import VisumLine, register_in

_NONE = later("No visum is recorded for this visit yet.")


def make(office: Office, wish: Wish) -> Made:
    """Return the register of all visums of a visit, in the order of its lists."""
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        lines = [line for line in register_in(session, occasion.visit) if line.id is not None]
    if not lines:
        return nothing(_NONE)
    zone = zone_of(occasion.visit.zone, occasion.visit.abroad)
    rows = [_row(line, zone) for line in lines]
    foot = occasion.foot(TITLE, "id")
    paper = register_paper(rows, occasion.facts, foot, wish.paper, occasion.author)
    return made_of_pages(office_pages([paper]))


def _row(line: VisumLine, zone: tzinfo) -> RegisterRow:
    printed = line.printed_at.astimezone(zone) if line.printed_at is not None else None
    moment = f"{day_month_year(printed.date())} {clock(printed.time())}" if printed else ""
    post = line.signer_post or Bilingual("", "")
    return RegisterRow(
        who=_said(line.name, line.title),
        body=line.body,
        travel_order=line.travel_order,
        arrived_on=_day(line.arrived_on),
        departed_on=_day(line.departed_on),
        signer=_said(line.signer, post),
        printed_at=moment,
    )


def _said(name: str, post: Bilingual) -> Said:
    """Return a name with its post, the post alone where no name is known."""
    parts = [", ".join(filter(None, (name, side))) for side in (post.id, post.en or post.id)]
    return Bilingual(*parts)


def _day(day: date | None) -> str:
    return day_month_year(day) if day is not None else ""
