"""What cards say of people: names as cards spell them, posts, institutions, emblems."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.cards.content import Emblem, Said, Words
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.capacity import title_line
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.visit_words import Tongue
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.day_papers.made import Warned, Wish
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.letters.facts import is_foreign, partners_of
from kunjungan.services.office import Office
from kunjungan.services.pictures import picture_of
from kunjungan.store.tables import Institution, Visit

_TWICE = later(
    "{name} stands on two lists of this visit: take one off, or there will be two of everything."
)
_GOVERNMENT = re.compile(r"(?i)(the )?government of (the )?")


def said(words: Bilingual, tongue: Tongue) -> Words:
    """Return words in the language of a card, or in both where the English says something else.

    What has no English is said in Indonesian.
    """
    languages: tuple[Language, ...] = ("id", "en") if tongue == "both" else (tongue,)
    found = dict[str, Said]()
    for language in languages:
        text = words.side(language).strip()
        if text:
            found.setdefault(text.casefold(), Said(language, text))
    return tuple(found.values()) or ((Said("id", words.id.strip()),) if words.id.strip() else ())


def guests_for(session: Session, wish: Wish) -> list[Participant]:
    """Return those who come and whose cards are wanted, in the order of the lists."""
    lines = participants_in(session, wish.visit_id, wish.session_id)
    return [
        line
        for line in lines
        if line.comes
        and (not wish.only or str(line.id) in wish.only)
        and (wish.delegation_id is None or line.delegation_id == wish.delegation_id)
    ]


def card_name(guest: Participant, *, caps: bool = False) -> str:
    """Return a name as cards have it: spelled for cards, or with all titles, or nothing.

    In capitals titles keep their own letters; a spelling for cards keeps all of its letters.
    """
    if not guest.known:
        return ""
    return guest.card_name.strip() or (guest.name.caption(titles=True) if caps else guest.name.full)


def post_of(guest: Participant, *, caps: bool = False) -> Bilingual:
    """Return a guest's post; in capitals "Plt." and its like before it keep their own letters."""
    if not caps:
        return guest.title
    short = title_line(Bilingual("", ""), guest.capacity).id
    post = upper(guest.title)
    if not guest.title.id.startswith(short):
        return post
    return Bilingual(short + post.id[len(short) :], post.en)


def upper(words: Bilingual) -> Bilingual:
    """Return words in capitals."""
    return Bilingual(words.id.upper(), words.en.upper())


def apart(post: Bilingual, body: Bilingual) -> tuple[Bilingual, Bilingual]:
    """Return a post without its institution's name, and that name.

    >>> apart(Bilingual("Sekretaris Daerah Kota A", ""), Bilingual("Kota A", "A"))[0].id
    'Sekretaris Daerah'
    """
    short = post.id
    if body.id and short.casefold().endswith(f" {body.id.casefold()}"):
        short = short[: -len(body.id)].strip()
    return Bilingual(short, post.en), body


def names_body(post: Bilingual, body: Bilingual) -> bool:
    """Say whether a post names its institution itself, or there is none to name."""
    last = body.id.split()[-1:] or [""]
    return last[0].casefold() in post.id.casefold()


def who_is(guest: Participant) -> str:
    """Return how a warning names a guest."""
    if guest.known:
        return guest.name.full
    body = "" if names_body(guest.title, guest.body) else guest.body.id
    return " ".join(filter(None, (guest.title.id, body)))


def twice(guests: Sequence[Participant]) -> tuple[Warned, ...]:
    """Return a warning for everybody who stands on several lists of a visit."""
    names = {guest.person_id: who_is(guest) for guest in guests if guest.known}
    counts = Counter(guest.person_id for guest in guests)
    return tuple(
        Warned(name, _TWICE, {"name": name}) for key, name in names.items() if counts[key] > 1
    )


class Bodies:
    """The institutions of cards, each read once: their emblems, and how cards call them."""

    def __init__(self, office: Office, session: Session, visit: Visit) -> None:
        self._office = office
        self._session = session
        self._abroad = is_foreign(partners_of(session, visit, None))
        self._emblems: dict[UUID | None, Emblem | None] = {}

    def emblem(self, body_id: UUID | None) -> Emblem | None:
        """Return an institution's emblem, None where none is known; agencies have their region's.

        Without a picture it is a drawn shield. No region shows its own to a foreign partner (PP
        77/2007 art 9(2)).
        """
        if body_id not in self._emblems:
            self._emblems[body_id] = self._emblem(body_id)
        return self._emblems[body_id]

    def name(self, body_id: UUID | None) -> Bilingual:
        """Return how a card calls an institution: a region by its name, others in short."""
        body = self._session.get(Institution, body_id) if body_id else None
        return card_body(body) if body is not None else Bilingual("", "")

    def _emblem(self, body_id: UUID | None) -> Emblem | None:
        line = list(self._up(body_id))
        if not line or (self._abroad and line[-1].kind is InstitutionKind.REGION):
            return None
        logos = (picture_of(self._office, body.logo_sha) for body in line)
        return Emblem(next(filter(None, logos), None), "", (line[-1].name_id,))

    def _up(self, body_id: UUID | None) -> Iterable[Institution]:
        """Yield an institution and those above it."""
        seen = set[UUID]()
        while body_id is not None and body_id not in seen:
            seen.add(body_id)
            body = self._session.get(Institution, body_id)
            if body is None:
                return
            yield body
            body_id = body.parent_id


def card_body(body: Institution) -> Bilingual:
    """Return how a card calls an institution.

    >>> card_body(Institution(kind=InstitutionKind.REGION, name_id="Pemerintah Kota A")).id
    'Kota A'
    """
    name = body_name(body)
    if body.kind is InstitutionKind.REGION:
        region = name.id.removeprefix("Pemerintah ")
        return Bilingual(region, _GOVERNMENT.sub("", body.name_en) or region)
    return Bilingual(body.short_name or name.id, name.en)
