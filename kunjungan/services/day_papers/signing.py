"""The signing cue cards: for each agreement of the day whose hand signs which original, and when.

Where two sign, the guest sits at the host's right hand unless the office has it otherwise
(setting), so that the audience sees the guest at the left. The national flag stands at the right
of the seated (UU 24/2009 arts 16 to 18).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.signing_card import CardSeat, SigningCard, SigningCards
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.listing import listed_names
from kunjungan.domain.party_labels import signature_label
from kunjungan.domain.seating import View, seats
from kunjungan.domain.signing_rounds import OnTheTable, Round, handings, signing_rounds
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of, signing_side
from kunjungan.services.agreement_fields import (
    AgreementFacts,
    PartyFacts,
    agreement_facts,
    body_in_text,
)
from kunjungan.services.content_blocks import witness_blocks
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.occasion import Occasion, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.signing_words import (
    NOTHING,
    TITLE,
    count_words,
    original_words,
    steps,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.services.rundown.cast import agreements_in, host_of
from kunjungan.services.rundown.counted_on import SIGNER_AWAY, staying_away
from kunjungan.services.rundown.lines import rundown_in
from kunjungan.store.tables import Agreement, Original, Person

_NONE = later("No agreement is signed at this visit. Link an agreement to the visit first.")
_NOBODY = later("Nobody is named yet who signs for {party}.")
_NATIONAL = Bilingual("Merah Putih", "Indonesia")
_BETWEEN = Bilingual("{kind} antara {parties} tentang {subject}",
                     "{kind} between {parties} on {subject}")  # fmt: skip


def make(office: Office, wish: Wish) -> Made:
    """Return a card for each agreement, named by its id; each begins on a page of its own."""
    from kunjungan.documents.office.signing_card_pdf import (  # noqa: PLC0415 - heavy
        signing_cards_pdf,
    )

    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        tables = list(_tables(session, about, wish))
        cards = tuple(
            _card(session, occasion_in(office, session, wish.visit_id, each.held_in), wish, each)
            for each in tables
        )
        away = staying_away(session, wish.visit_id)
        warnings = tuple(warned for table in tables for warned in table.warnings(away))
    if not cards:
        return nothing(_NONE)
    pages, _ = signing_cards_pdf(SigningCards(cards, wish.language, wish.paper, about.author))
    return Made(
        pages.pdf, len(pages.marks), {card.key: _mark(card, wish) for card in cards}, warnings
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """An agreement at the table: its facts, its originals, its parties from the audience's left.

    ``held_in`` is the session in which it is signed.
    """

    facts: AgreementFacts
    originals: list[Original]
    order: tuple[int, ...]
    time: str
    held_in: UUID | None

    @property
    def row(self) -> Agreement:
        """The agreement."""
        return self.facts.row

    def warnings(self, away: Collection[UUID]) -> Iterator[Warned]:
        """Yield the parties for whom nobody signs yet, or somebody who is ``away``."""
        for party in self.facts.parties:
            signer = party.signatory
            if signer is None:
                yield Warned(self.row.reference, _NOBODY, {"party": party.short})
            elif signer.person_id in away:
                yield Warned(self.row.reference, SIGNER_AWAY, {"name": signer.name.full})

    def party(self, seq: int) -> PartyFacts:
        """Return a party by its number, from 1."""
        return self.facts.parties[seq - 1]

    def rounds(self) -> tuple[Round, ...]:
        """Return what is signed in which round."""
        return signing_rounds(self.papers(), len(self.facts.parties))

    def papers(self) -> list[OnTheTable]:
        """Return the originals as they lie on the table."""
        seqs = {party.row.id: party.row.seq for party in self.facts.parties}
        return [
            OnTheTable(
                no=each.no,
                holder=seqs[each.holder_id],
                stamps=tuple(each.stamps),
                first=seqs[each.first_id],
                first_signs=signing_side(self.row, each),
                language=each.language,
            )
            for each in self.originals
        ]


def _tables(session: Session, about: Occasion, wish: Wish) -> Iterator[_Table]:
    """Yield the agreements of the visit, or those that are signed in its session, by the clock."""
    items = [line for line in rundown_in(session, about.visit).items if line.agreement_id]
    times = {line.agreement_id: clock_hours(line.starts_at, line.ends_at) for line in items}
    held_in = {line.agreement_id: line.session_id for line in items}
    here = {line.agreement_id for line in items if line.session_id == wish.session_id}
    rows = sorted(
        agreements_in(session, wish.visit_id), key=lambda row: (times.get(row.id, "~"), row.id.hex)
    )
    host, guest_right = host_of(session, about.visit), settings_in(session).guest_right
    for row in rows:
        if (wish.session_id is None or row.id in here) and (
            not wish.only or row.id.hex in wish.only
        ):
            facts = agreement_facts(session, row)
            own = next((p.row.seq for p in facts.parties if p.body.id == host), 1)
            order = seated([party.row.seq for party in facts.parties], own, guest_right=guest_right)
            yield _Table(
                facts,
                originals_of(session, row.id),
                order,
                times.get(row.id, ""),
                held_in.get(row.id) or wish.session_id,
            )


def seated(parties: Sequence[int], host: int, *, guest_right: bool) -> tuple[int, ...]:
    """Return parties from the audience's left: the guest at the host's right, a third beside.

    Of three or more the host sits in the middle (office practice; setting for two).
    """
    others = [party for party in parties if party != host]
    if len(others) == 1:
        return (*others, host) if guest_right else (host, *others)
    return tuple(seats([host, *others], View.AUDIENCE))


def _card(session: Session, about: Occasion, wish: Wish, table: _Table) -> SigningCard:
    row, facts, rounds = table.row, table.facts, table.rounds()
    papers = table.papers()
    given = [(one, table.party(one.taker).post) for one in handings(papers, len(facts.parties))]
    bodies = [body_in_text(party.body) for party in facts.parties]
    subject = Bilingual(row.subject_id, row.subject_en or row.subject_id)
    own = about.at(table.time) if table.time else about
    return SigningCard(
        key=row.id.hex,
        title=TITLE,
        about=_BETWEEN.filled(
            kind=KINDS[row.kind].name, parties=listed_names(bodies), subject=subject
        ),
        facts=own.facts[1:],
        seats=tuple(_seat(session, table, seq, rounds) for seq in table.order),
        flags=(_NATIONAL, _flag(facts)),
        steps=tuple(steps(rounds, table.order, row.stamp_form, _witnesses(session, facts), given)),
        notes=(count_words(len(facts.parties), len(papers)),),
        foot=about.foot(TITLE, wish.language),
    )


def _seat(session: Session, table: _Table, seq: int, rounds: Sequence[Round]) -> CardSeat:
    party = table.party(seq)
    signer = party.signatory
    person = found(session, Person, signer.person_id) if signer else None
    hand = rounds[0].of(seq) if rounds else None
    return CardSeat(
        name=signer.name.full if signer else "",
        said=person.pronunciation if person else "",
        post=party.post if signer else NOTHING,
        party=signature_label(
            table.facts.rule, seq, body_in_text(party.body), table.row.party_style
        ),
        folder=original_words(hand.original, hand.language) if hand else NOTHING,
    )


def _flag(facts: AgreementFacts) -> Bilingual:
    """Return the flag at the audience's right: that of a foreign party, if there is one."""
    foreign = next((party for party in facts.parties if party.foreign), None)
    if foreign is None:
        return NOTHING
    short = foreign.body.short_name
    return Bilingual(short, short) if short else body_in_text(foreign.body)


def _witnesses(session: Session, facts: AgreementFacts) -> Bilingual:
    blocks = witness_blocks(session, facts, ("id", "en"))
    names = [Bilingual(f"{one.name[0]} ({one.office[0]})", f"{one.name[-1]} ({one.office[-1]})")
             for one in blocks]  # fmt: skip
    return listed_names(names) if names else NOTHING


def _mark(card: SigningCard, wish: Wish) -> str:
    """Return the fingerprint of a card, but for when it was printed."""
    said = (wish.language, card.about, card.facts, card.seats, card.flags, card.steps, card.notes)
    return sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]
