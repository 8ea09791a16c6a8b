"""The seating plan on paper: every plan of the visit or session, in both views, with its legend."""

from collections.abc import Iterator

from sqlmodel import Session

from kunjungan.documents.office.seating_sheet import (
    LegendRow,
    SeatingPaper,
    SeatingSheet,
    SheetSeat,
)
from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion, head_of, made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.ranked_cards import card_of, legend_row, shades_of
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating.view import PlanView, called, plan_in, plans_of

_TITLE = Bilingual("DENAH TATA TEMPAT: {name}", "SEATING PLAN: {name}")
_VIEWS = (
    Bilingual("DILIHAT DARI HADIRIN", "SEEN FROM THE AUDIENCE"),
    Bilingual("DILIHAT DARI PANGGUNG", "SEEN FROM THE STAGE"),
)
_NO_PLAN = later("There is no seating plan yet. Make one under Seating.")
_TIGHT = later("{name} does not fit the seat's card on the seating plan; the legend has it whole.")
_UNSEATED = later("{count} guests have no seat in the plan “{plan}”.")
_WHOSE = later("Nobody said whose spouse {name} is, so {name} stands last in the order.")
_NO_SEAT = Bilingual("belum mendapat kursi", "no seat yet")
_ORDER = Bilingual(
    "Nomor menurut tata tempat ({law}). Kursi kosong bergaris putus-putus.",
    "Numbers in order of precedence ({law}). Free seats have a dashed edge.",
)


def make(office: Office, wish: Wish) -> Made:
    """Return the plans of a session, or all of a visit."""
    from kunjungan.documents.office.seating_sheet_pdf import (  # noqa: PLC0415 - heavy
        seating_sheet_pdf,
    )

    with office.store.read() as session:
        rows = [
            row
            for row in plans_of(session, wish.visit_id)
            if wish.session_id in {None, row.session_id}
        ]
        plans = [plan_in(session, row.id) for row in rows]
        sheets = tuple(_sheet(office, session, wish, plan) for plan in plans)
        author = occasion_in(office, session, wish.visit_id, None).author
    if not sheets:
        return nothing(_NO_PLAN)
    pages, tight = seating_sheet_pdf(SeatingPaper(sheets, wish.language, wish.paper, author))
    return made_of_pages(pages, tuple(_warnings(plans, tight)))


def _sheet(office: Office, session: Session, wish: Wish, plan: PlanView) -> SeatingSheet:
    about: Occasion = occasion_in(office, session, wish.visit_id, plan.session_id)
    shades = shades_of([seat.guest for seat in plan.seats if seat.guest])
    title = _TITLE.filled(name=plan.name)
    return SeatingSheet(
        title=title,
        views=_VIEWS,
        facts=about.facts,
        seats=tuple(
            card_of(seat.place, seat.guest, shades) if seat.guest else SheetSeat(seat.place)
            for seat in plan.seats
        ),
        objects=plan.objects,
        size=plan.size,
        legend=tuple(_legend(plan)),
        notes=(_ORDER.filled(law=plan.law),),
        foot=about.foot(title, wish.language),
        head=head_of(office, session, about.visit, wish.language),
    )


def _legend(plan: PlanView) -> Iterator[LegendRow]:
    """Yield everybody in order of precedence, with the seat and why it is not by rank."""
    seats = {seat.guest.guest.id: seat for seat in plan.seats if seat.guest}
    lines = {line.guest.id: line for line in plan.unseated}
    lines |= {key: seat.guest for key, seat in seats.items() if seat.guest}
    for line in sorted(lines.values(), key=_number):
        seat = seats.get(line.guest.id)
        yield legend_row(line, seat.where if seat else _NO_SEAT, seat.reason if seat else "")


def _number(line: RankedGuest) -> int:
    return line.number


def _warnings(plans: list[PlanView], tight: tuple[str, ...]) -> Iterator[Warned]:
    for name in tight:
        yield Warned(name, _TIGHT, {"name": name})
    for name in dict.fromkeys(called(line) for plan in plans for line in plan.unpaired):
        yield Warned(name, _WHOSE, {"name": name})
    for plan in plans:
        if plan.unseated:
            yield Warned("", _UNSEATED, {"count": len(plan.unseated), "plan": plan.name})
