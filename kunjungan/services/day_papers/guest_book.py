"""The guest book sheets: a page for the head of each delegation, then open rows for everybody."""

from kunjungan.documents.office.guest_book import TITLE, BookPage, GuestBook, guest_book_pdf
from kunjungan.domain.spoken import post_with_body
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import head_of, made_of_pages, occasion_in
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.guests.standing_in import StandingIn
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.precedence.order import ranking_in


def make(office: Office, wish: Wish) -> Made:
    """Return the sheets; the highest guest's page comes first, rows are as many as the office set.

    Of one delegation there is the page of its head alone.
    """
    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        lines = ranking_in(session, wish.visit_id, wish.session_id).lines
        heads = [line.guest for line in lines if _has_page(line.guest, wish)]
        standing = StandingIn(participants_in(session, wish.visit_id))
        rows = settings_in(session).blank_rows if wish.delegation_id is None else 0
        book = GuestBook(
            pages=tuple(
                BookPage(_name(one), post_with_body(standing.title(one), one.body)) for one in heads
            ),
            rows=rows or int(not heads),
            facts=about.facts,
            language=wish.language,
            paper=wish.paper,
            foot=about.foot(TITLE, wish.language),
            head=head_of(office, session, about.visit, wish.language, wish.delegation_id),
            author=about.author,
        )
    return made_of_pages(guest_book_pdf(book))


def _has_page(guest: Participant, wish: Wish) -> bool:
    led = guest.role == "head" and not guest.host
    return led and wish.delegation_id in {None, guest.delegation_id}


def _name(guest: Participant) -> str:
    return guest.name.full if guest.known else ""
