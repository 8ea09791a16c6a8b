"""The words of the MC at a visit: its rundown filled with who speaks, who signs, whom to greet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.mc_content import How, Paragraph, ScriptItem, ScriptSession
from kunjungan.documents.office.rundown import Salutation
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, clock_hours, day_month_year
from kunjungan.domain.days import PartialDate
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.listing import listed_names
from kunjungan.domain.mc_lines import McLine, Values, filled, lines_for
from kunjungan.domain.richtext import Span
from kunjungan.domain.spoken import (
    Speech,
    greeting,
    joined,
    person_said,
    plain_speech,
    post_with_body,
)
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.agreement_fields import body_in_text, party_facts
from kunjungan.services.letters.facts import guests_of, guests_words, is_foreign
from kunjungan.services.officials import OfficialLine
from kunjungan.services.rows import found
from kunjungan.services.rundown.greetings import salutations
from kunjungan.services.rundown.lines import ItemLine, Rundown, rundown_in
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import Agreement, Institution, Person, Visit

_SALUTATIONS = Bilingual("Daftar sapaan", "Salutations")
_WHOLE = Bilingual("Acara", "Programme")
_EQUAL = Bilingual(
    " (setara no. {number}, belum diurutkan)", " (equal to no. {number}, not ordered)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A session as the MC tells it: its own record if it has one, its items, whom to greet."""

    own: SessionLine | None
    items: list[ItemLine]
    greeted: tuple[Salutation, ...]


class McWords:
    """What is said at one visit, as an open session sees it."""

    def __init__(self, session: Session, visit: Visit) -> None:
        self._session, self._visit = session, visit
        self._plan: Rundown = rundown_in(session, visit)

    def sessions(self, session_id: UUID | None) -> Iterator[ScriptSession]:
        """Yield the sessions that have items, or one of them; items for operators are left out."""
        for own in (None, *self._plan.sessions):
            if session_id is not None and (own is None or own.id != session_id):
                continue
            items = [line for line in self._plan.of(own.id if own else None) if line.shown]
            if items:
                told = _Told(own, items, salutations(self._session, self._visit, own, items))
                title = self._title(own)
                spoken = tuple(self._item(told, line) for line in items)
                yield ScriptSession(title, (*_unopened(told), *spoken))

    def _title(self, own: SessionLine | None) -> Bilingual:
        """Return a session's name, with its day where the visit has several."""
        title = Bilingual(own.title.id, own.title.en or own.title.id) if own else _WHOLE
        if own is None or own.on is None or len({line.on for line in self._plan.sessions}) < 2:
            return title
        day = day_month_year(own.on)
        return Bilingual(f"{title.id}, {day}", f"{title.en}, {day}")

    def _item(self, told: _Told, line: ItemLine) -> ScriptItem:
        known = self._values(told, line)
        return ScriptItem(
            key=line.id.hex,
            time=clock_hours(line.starts_at, line.ends_at),
            title=Bilingual(line.title.id, line.title.en or line.title.id),
            paragraphs=tuple(
                paragraph
                for said in lines_for(line.kind, known)
                for paragraph in _paragraphs(said, known, told.greeted)
            ),
            note=line.cue,
            needs=line.needs,
        )

    def _values(self, told: _Told, line: ItemLine) -> Values:
        """Return the fields that an item's words may take, those that are known."""
        visit, own = self._visit, told.own
        day = PartialDate.of(own.on) if own and own.on else visit.on
        words = {
            "greeting": greeting(line.starts_at),
            "event": Bilingual(visit.title, visit.title),
            "day": day.words,
            "place": _place(visit, own),
            "guests": guests_words(self._guests(own)),
            "programme": _programme(told.items),
            "title": Bilingual(_lowered(line.title.id), line.title.en),
            "until": Bilingual(clock(line.ends_at), clock(line.ends_at)),
        }
        values = {name: plain_speech(pair) for name, pair in words.items() if pair.id}
        if is_foreign(self._guests(own)):
            values["foreign"] = plain_speech(Bilingual("", ""))
        if line.speaker is not None:
            values["speaker"] = self._official(line.speaker)
        if line.agreement_id is not None:
            values |= self._signing(line.agreement_id)
        return values

    def _guests(self, own: SessionLine | None) -> list[Institution]:
        named = own.delegations if own else ()
        ids = named or (None,)
        return [body for key in ids for body in guests_of(self._session, self._visit, key)]

    def _official(self, line: OfficialLine) -> Speech:
        person = found(self._session, Person, line.person_id)
        post = Bilingual(line.post.id, line.post.en or line.post.id)
        return person_said(line.name.full, post, person.honorific, person.pronunciation)

    def _signing(self, agreement_id: UUID) -> dict[str, Speech]:
        """Return what is signed, between whom and by whom."""
        row = found(self._session, Agreement, agreement_id)
        parties = party_facts(self._session, agreement_id)
        words = {
            "kind": KINDS[row.kind].name,
            "parties": listed_names([body_in_text(each.body) for each in parties]),
            "subject": Bilingual(row.subject_id, row.subject_en or row.subject_id),
        }
        values = {name: plain_speech(pair) for name, pair in words.items() if pair.id}
        signers = [each.signatory for each in parties if each.signatory]
        if signers:
            values["signatories"] = joined([self._official(each) for each in signers])
        return values


def _unopened(told: _Told) -> Iterator[ScriptItem]:
    """Yield the salutations by themselves where no item opens the session."""
    if told.greeted and not any(line.kind is ItemKind.OPENING for line in told.items):
        yield ScriptItem(
            key=f"salutations:{told.own.id.hex if told.own else 'visit'}",
            time=clock(told.items[0].starts_at),
            title=_SALUTATIONS,
            paragraphs=tuple(
                paragraph
                for line in lines_for(ItemKind.OPENING, {})
                if line.greet
                for paragraph in _paragraphs(line, {}, told.greeted)
            ),
        )


def _paragraphs(line: McLine, known: Values, greeted: Sequence[Salutation]) -> Iterator[Paragraph]:
    """Yield a paragraph, and under the one that greets everybody who is greeted."""
    words = filled(line, known)
    if not line.greet:
        yield Paragraph(*words, How.WAIT if line.wait else How.SAY)
    elif greeted:
        yield Paragraph(*words)
        for number, one in enumerate(greeted, 1):
            yield Paragraph(*_greeting(number, one), How.GREET)


def _greeting(number: int, one: Salutation) -> Speech:
    """Return how somebody is greeted, and that nobody ordered two equals where that is so."""
    post = post_with_body(one.post, one.body)
    words = person_said(one.name, post, one.honorific, one.pronunciation)
    if not one.equal:
        return words
    mark = _EQUAL.filled(number=number - 1)
    return (*words[0], Span(mark.id, italic=True)), (*words[1], Span(mark.en, italic=True))


def _place(visit: Visit, own: SessionLine | None) -> Bilingual:
    room = (own.room if own else "") or visit.room
    place = (own.place if own else "") or visit.place
    words = ", ".join(filter(None, (room, place)))
    return Bilingual(words, words)


def _programme(items: Sequence[ItemLine]) -> Bilingual:
    """Return the items after the opening as a list that is read out."""
    kinds = [line.kind for line in items]
    after = items[kinds.index(ItemKind.OPENING) + 1 :] if ItemKind.OPENING in kinds else items
    return Bilingual(
        "; ".join(_lowered(line.title.id) for line in after),
        "; ".join(line.title.en or line.title.id for line in after),
    )


def _lowered(title: str) -> str:
    """Return a title as a sentence takes it; an abbreviation and the country keep capitals."""
    kept = title[1:2].isupper() or title.startswith("Indonesia")
    return title if kept else title[:1].lower() + title[1:]
