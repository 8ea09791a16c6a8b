"""The receiving line, and who stands where in which photograph, by precedence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kunjungan.documents.office.both_words import alone, sayer
from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.documents.office.seating_sheet import SeatingPaper, SeatingSheet
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import in_sentence
from kunjungan.domain.photo_calls import photo_places, photo_rows
from kunjungan.domain.seating_kinds import ObjectKind, RoomObject, Size
from kunjungan.domain.spoken import address
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion, head_of, made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.ranked_cards import (
    card_of,
    full_name,
    legend_row,
    shades_of,
)
from kunjungan.services.guests.participants import participants_in
from kunjungan.services.guests.standing_in import StandingIn
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import RankedGuest, Ranking, ranking_in

_LINE = Bilingual("URUTAN PENYAMBUTAN", "RECEIVING LINE")
_PHOTO = Bilingual("FOTO BERSAMA {number}: {call}", "GROUP PHOTO {number}: {call}")
_HOSTS = Bilingual("Penyambut, berjajar dari pintu kedatangan", "Hosts, in line from the entrance")
_GUESTS = Bilingual("Tamu, dalam urutan menyalami", "Guests, in the order of greeting")
_HEADS = (
    (Bilingual("No.", "No."), 6.0),
    (Bilingual("Nama", "Name"), 24.0),
    (Bilingual("Jabatan", "Position"), 26.0),
    (Bilingual("Instansi", "Institution"), 19.0),
    (Bilingual("Cara mengucapkan", "Said as"), 17.0),
)
_ARRIVES = (Bilingual("Tiba ke-", "Arrives"), 8.0)
_RIGHT = Bilingual(
    "Tamu datang dari sebelah kanan penyambut. Yang tertinggi tiba paling akhir dan pulang paling "
    "dahulu (PP\u00a039/2018).",
    "Guests come from the right of the receivers. The highest arrives last and leaves first "
    "(Government Regulation\u00a039/2018).",
)
_EQUAL = Bilingual(
    "No. {numbers}: setara dengan yang di atasnya dan belum diurutkan petugas.",
    "No. {numbers}: equal to the one above, not yet put in order by the officer.",
)
_SEEN = Bilingual("DILIHAT DARI JURU FOTO", "SEEN FROM THE PHOTOGRAPHER")
_CAMERA = Bilingual("Juru foto", "Photographer")
_LEADERS = Bilingual("tuan rumah dan pimpinan delegasi", "host and heads of delegations")
_WITH = Bilingual("tuan rumah dan delegasi {body}", "host and the delegation of {body}")
_ALL = Bilingual("seluruh peserta", "all participants")
_NOBODY = later("Nobody who comes is on the guest list yet. Add a delegation first.")
_UNDECIDED = later("Guests of equal rank wait for an order: {count}. Decide it under Seating.")
_LARGEST_MM = 58
Call = tuple[Bilingual, list[RankedGuest]]


def receiving_line(office: Office, wish: Wish) -> Made:
    """Return who receives in which order, and who greets, arrives and leaves in which."""
    from kunjungan.documents.office.paper import office_pages  # noqa: PLC0415 - heavy

    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        ranking = ranking_in(session, wish.visit_id, wish.session_id)
        if not ranking.lines:
            return nothing(_NOBODY)
        everybody = participants_in(session, wish.visit_id)
        say = sayer(wish.language)
        paper = OfficePaper(
            title=say(_LINE),
            foot=about.foot(_LINE, wish.language),
            facts=tuple((say(label), say(value)) for label, value in about.facts),
            tables=tuple(_tables(ranking, wish, StandingIn(everybody))),
            notes=tuple(map(say, (_RIGHT, *_equals(ranking)))),
            paper=wish.paper,
            language=wish.language,
            author=about.author,
            head=head_of(office, session, about.visit, wish.language),
        )
    return made_of_pages(office_pages([paper]), _waiting(ranking))


def photo_order(office: Office, wish: Wish) -> Made:
    """Return a drawing for each photograph: heads, each delegation with the host, everybody."""
    from kunjungan.documents.office.seating_sheet_pdf import (  # noqa: PLC0415 - heavy
        seating_sheet_pdf,
    )

    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        ranking = ranking_in(session, wish.visit_id, wish.session_id)
        calls = list(_calls(ranking.lines, wish))
        sheets = tuple(_photo(about, wish, number, call) for number, call in enumerate(calls, 1))
    if not sheets:
        return nothing(_NOBODY)
    pages, _ = seating_sheet_pdf(SeatingPaper(sheets, wish.language, wish.paper, about.author))
    return made_of_pages(pages, _waiting(ranking))


def _tables(ranking: Ranking, wish: Wish, standing: StandingIn) -> Iterator[Table]:
    say = sayer(wish.language)
    hosts = [line for line in ranking.lines if line.guest.host]
    guests = [line for line in ranking.lines if not line.guest.host]
    shown = len(_HEADS) if any(line.guest.pronunciation for line in ranking.lines) else -1
    number, *others = (Column(say(head), share) for head, share in _HEADS)
    columns = (replace(number, side="middle"), *others)[:shown]
    if hosts:
        rows = tuple(
            _row(number, line, wish, standing)[:shown] for number, line in enumerate(hosts, 1)
        )
        yield Table(columns, rows, say(_HOSTS), 8.0)
    if guests:
        arrives = Column(say(_ARRIVES[0]), _ARRIVES[1], "middle")
        rows = tuple(
            (*_row(number, line, wish, standing)[:shown], str(len(guests) - number + 1))
            for number, line in enumerate(guests, 1)
        )
        yield Table((*columns, arrives), rows, say(_GUESTS), 8.0)


def _row(number: int, line: RankedGuest, wish: Wish, standing: StandingIn) -> tuple[Said, ...]:
    say, guest = sayer(wish.language), line.guest
    called = say(address(guest.honorific)).id
    name = f"{called} {full_name(guest)}".strip() if guest.known else ""
    body = alone(guest.body, wish.language)
    return str(number), name, say(standing.title(guest)), body, guest.pronunciation


def _equals(ranking: Ranking) -> Iterator[Bilingual]:
    guests = [line for line in ranking.lines if not line.guest.host]
    numbers = ", ".join(str(n) for n, line in enumerate(guests, 1) if line.equal)
    if numbers:
        yield _EQUAL.filled(numbers=numbers)


def _waiting(ranking: Ranking) -> tuple[Warned, ...]:
    count = len(ranking.undecided)
    return (Warned("", _UNDECIDED, {"count": count}),) if count else ()


def _calls(lines: Sequence[RankedGuest], wish: Wish) -> Iterator[Call]:
    """Yield whom the photographer calls: heads, each delegation with the hosts, then all."""
    hosts = [line for line in lines if line.guest.host]
    first = hosts[:1]
    leaders = [line for line in lines if line.guest.role == "head" and not line.guest.host]
    delegations = dict.fromkeys(line.guest.delegation_id for line in lines if not line.guest.host)
    if leaders and wish.delegation_id is None:
        yield _LEADERS, _accompanied(first, leaders)
    for key in delegations:
        own = [line for line in lines if line.guest.delegation_id == key and not line.guest.host]
        if wish.delegation_id in {None, key} and len(own) > 1:
            body = own[0].guest.body
            named = Bilingual(body.id, in_sentence(body.en))
            yield _WITH.filled(body=named), _accompanied(first, own)
    if lines and wish.delegation_id is None:
        yield _ALL, list(lines)


def _accompanied(host: Sequence[RankedGuest], guests: Sequence[RankedGuest]) -> list[RankedGuest]:
    """Return guests by rank; whoever leads the hosts stands at the side of the highest.

    The host accompanies the highest guest, even one who stands in for him (UU 9/2010 art 13).
    """
    first, *others = sorted((*host, *guests), key=lambda line: line.number)
    beside = [line for line in host if line is not first]
    return [first, *beside, *(line for line in others if line not in beside)]


def _photo(about: Occasion, wish: Wish, number: int, call: Call) -> SeatingSheet:
    name, people = call
    rows = photo_rows(people)
    places, size = photo_places(rows)
    shades = shades_of(people)
    title = _PHOTO.filled(number=number, call=name)
    return SeatingSheet(
        title=title,
        views=(_SEEN,),
        facts=about.facts,
        seats=tuple(
            card_of(place, line, shades)
            for row, spots in zip(rows, places, strict=True)
            for line, place in zip(row, spots, strict=True)
        ),
        objects=(_camera(size),),
        size=size,
        legend=tuple(legend_row(line, Bilingual("", "")) for line in people)
        if name is _ALL
        else (),
        notes=(),
        foot=about.foot(title, wish.language),
        largest_mm=_LARGEST_MM,
    )


def _camera(size: Size) -> RoomObject:
    return RoomObject(
        kind=ObjectKind.LECTERN, x=size.width / 2, y=size.depth - 0.2, w=1.1, h=0.24, label=_CAMERA
    )
