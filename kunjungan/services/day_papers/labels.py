"""Labels: one for everybody's place, one for each original's folder and each delegation's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.documents.cards.content import Card, Label, Said
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.listing import listed_names
from kunjungan.domain.place_keys import place_key
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import PartyFacts, body_in_text, body_name, party_facts
from kunjungan.services.day_papers.card_press import Batch, print_cards
from kunjungan.services.day_papers.card_words import (
    Bodies,
    apart,
    card_name,
    guests_for,
    names_body,
    post_of,
    said,
    who_is,
)
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import Occasion, occasion_in
from kunjungan.services.guests.participants import Participant
from kunjungan.services.label_sheets import sheet_named
from kunjungan.services.office import Office
from kunjungan.services.seating.view import PlanLine, list_plans, plan_view
from kunjungan.store.tables import Agreement, AgreementVisit, Delegation, Institution

_PLACES, _FOLDERS = "Label tempat duduk", "Label map"
_KEPT_BY = Bilingual(
    "Asli {no} dari {count}, untuk {holder}", "Original {no} of {count}, for {holder}"
)
_BETWEEN = Bilingual("antara {parties}", "between {parties}")
_NOWHERE = Bilingual("", "")
_MATERIAL = Bilingual("Bahan kunjungan", "Papers of the visit")
_NO_FOLDER = later("This visit has neither agreements nor delegations, so there is no folder.")


def place_labels(office: Office, wish: Wish) -> Made:
    """Return a label for everybody's place in each plan; without any seat, one of whoever comes.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such label.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        bodies = Bodies(office, session, occasion.visit)
        everybody = guests_for(session, replace(wish, only=frozenset()))
        guests = {guest.id: (guest, bodies.name(guest.body_id)) for guest in everybody}
        sheet = sheet_named(session, wish.sheet, "place", wish.paper)
    cards: dict[str, tuple[str, Card]] = {
        key: (who_is(guests[guest][0]), _place(key, guests[guest], where, wish))
        for key, guest, where in _places(office, wish, guests)
        if not wish.only or key in wish.only
    }
    return print_cards(Batch(_PLACES, occasion, cards), sheet, wish)


def folder_labels(office: Office, wish: Wish) -> Made:
    """Return a label for the folder of each original that is signed, and of each delegation.

    Raises:
        NotFound: the visit or the sheet is gone.
        RuleBroken: the sheet has no such label.
    """
    with office.store.read() as session:
        occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        cards: dict[str, tuple[str, Card]] = {
            label.key: (label.big[0].text, label)
            for label in (*_signed(session, wish), *_material(session, wish, occasion))
            if not wish.only or label.key in wish.only
        }
        sheet = sheet_named(session, wish.sheet, "folder", wish.paper)
    return print_cards(Batch(_FOLDERS, occasion, cards, _NO_FOLDER), sheet, wish)


def _place(
    key: str, whose: tuple[Participant, Bilingual], where: Sequence[Bilingual], wish: Wish
) -> Label:
    guest, body = whose
    post, name, tongue = post_of(guest), card_name(guest), wish.language
    short, _ = apart(post, body)
    lines = [post] if names_body(post, body) else [post, body]
    if not name:
        lines = [body] if short.id else []
    named = (Said("en" if tongue == "en" else "id", name),) if name else ()
    return Label(
        key=key,
        big=named or said(short, tongue) or said(body, tongue),
        small=tuple(filter(None, (said(line, tongue) for line in lines))),
        over=tuple(filter(None, (said(line, tongue) for line in where))),
    )


def _signed(session: Session, wish: Wish) -> Iterator[Label]:
    """Yield a label for each original; one for an agreement whose originals are not made yet."""
    query = (
        select(Agreement)
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Agreement.id))
        .where(AgreementVisit.visit_id == wish.visit_id)
    )
    for row in sorted(session.exec(query), key=lambda row: (row.kind, row.subject_id, str(row.id))):
        facts = party_facts(session, row.id)
        originals = originals_of(session, row.id)
        for original in originals:
            kept = next(each for each in facts if each.row.id == original.holder_id)
            words = _KEPT_BY.filled(
                no=original.no, count=len(originals), holder=body_in_text(kept.body)
            )
            mark = f"{original.no}/{len(originals)}"
            yield _folder(str(original.id), row, facts, wish, (mark, words))
        if not originals:
            yield _folder(str(row.id), row, facts, wish, ("", Bilingual("", "")))


def _folder(
    key: str, row: Agreement, facts: list[PartyFacts], wish: Wish, own: tuple[str, Bilingual]
) -> Label:
    parties = listed_names([body_in_text(each.body) for each in facts])
    lines = (_BETWEEN.filled(parties=parties), own[1])
    english = row.subject_en or row.subject_id
    subject = Bilingual(row.subject_id, english[:1].upper() + english[1:])
    return Label(
        key=key,
        over=(said(KINDS[row.kind].name, wish.language),),
        big=said(subject, wish.language),
        small=tuple(filter(None, (said(line, wish.language) for line in lines))),
        mark=own[0],
    )


def _material(session: Session, wish: Wish, occasion: Occasion) -> Iterator[Label]:
    query = (
        select(Delegation, Institution)
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .where(Delegation.visit_id == wish.visit_id)
        .order_by(col(Delegation.rank), col(Delegation.id))
    )
    for row, body in session.exec(query):
        if wish.delegation_id in {None, row.id}:
            yield Label(
                key=str(row.id),
                over=(said(_MATERIAL, wish.language),),
                big=said(body_name(body), wish.language),
                small=(said(occasion.name, wish.language), said(occasion.day, wish.language)),
            )


def _places(
    office: Office, wish: Wish, guests: Collection[UUID]
) -> Iterator[tuple[str, UUID, Sequence[Bilingual]]]:
    """Yield the key of each label, whose it is, and where the seat is, plan by plan.

    The first plan's are for all who have no seat in another one, too; further ones name theirs.
    """
    plans = _plans(office, wish)
    seats = _seats(office, plans[0]) if plans else {}
    more = {plan.id: _seats(office, plan) for plan in plans[1:]}
    elsewhere = {guest for taken in more.values() for guest in taken} - seats.keys()
    for guest in guests:
        if guest not in elsewhere:
            yield place_key(guest, None), guest, (seats.get(guest, _NOWHERE),)
    for plan in plans[1:]:
        for guest in guests:
            if guest in more[plan.id]:
                yield place_key(guest, plan.id), guest, (plan.name, more[plan.id][guest])


def _plans(office: Office, wish: Wish) -> list[PlanLine]:
    """Return the plans of a session, of the visit where it has none; else all of the visit."""
    plans = list_plans(office, wish.visit_id)
    if wish.session_id is None:
        return plans
    own = [plan for plan in plans if plan.session_id == wish.session_id]
    return own or [plan for plan in plans if plan.session_id is None]


def _seats(office: Office, plan: PlanLine) -> dict[UUID, Bilingual]:
    """Return what each guest's seat in a plan is called."""
    seats = plan_view(office, plan.id).seats
    return {seat.guest.guest.id: seat.where for seat in seats if seat.guest is not None}
