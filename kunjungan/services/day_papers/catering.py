"""The catering sheet: how many eat, what some must not eat, who needs help; never a telephone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlmodel import Session

from kunjungan.documents.office.both_words import Sayer, sayer
from kunjungan.documents.office.content import Column, OfficePaper, Said, Table
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.visit_words import ItemKind
from kunjungan.i18n import later
from kunjungan.services.day_papers.card_words import twice
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import Occasion, head_of, made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.ranked_cards import full_name
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.guests.standing_in import whole_title
from kunjungan.services.office import Office
from kunjungan.services.rundown.lines import rundown_in

_TITLE = Bilingual("DAFTAR KONSUMSI", "CATERING SHEET")
_PEOPLE = Bilingual("Jumlah orang", "People")
_MEALS = Bilingual("Waktu makan dan istirahat", "Meals and breaks")
_COUNTS = Bilingual("Jumlah tiap rombongan", "People of each party")
_DIETS = Bilingual("Jumlah tiap kebutuhan makan", "People of each diet")
_NEEDS = Bilingual("Kebutuhan khusus", "Special needs")
_WHO = Bilingual("Rombongan", "Party")
_COUNT = Bilingual("Orang", "People")
_SPECIAL = Bilingual("Makan khusus", "Special diet")
_NUMBER = Bilingual("No.", "No.")
_NAME = Bilingual("Nama", "Name")
_POST = Bilingual("Jabatan", "Position")
_DIET = Bilingual("Makan", "Diet")
_ACCESS = Bilingual("Akses", "Access")
_TIME, _ITEM = Bilingual("Waktu", "Time"), Bilingual("Acara", "Item")
_PLACE = Bilingual("Tempat", "Place")
_NONE = Bilingual("Tidak ada kebutuhan khusus yang dicatat.", "No special needs are on record.")
_CARE = Bilingual(
    "Data ini hanya untuk penyaji; musnahkan setelah acara (UU 27/2022).",
    "For those who serve only; to be destroyed after the event (Law 27/2022).",
)
_NOBODY = later("Nobody who comes is on the guest list yet. Add a delegation first.")
_EATING = frozenset({ItemKind.MEAL, ItemKind.BREAK, ItemKind.REGISTRATION})


def make(office: Office, wish: Wish) -> Made:
    """Return the sheet of a visit, a session or a delegation."""
    from kunjungan.documents.office.paper import office_pages  # noqa: PLC0415 - heavy

    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        people = [
            one
            for one in participants_in(session, wish.visit_id, wish.session_id)
            if one.comes and wish.delegation_id in {None, one.delegation_id}
        ]
        if not people:
            return nothing(_NOBODY)
        say = sayer(wish.language)
        tables = tuple(_tables(session, about, people, say))
        needy = any(one.diet or one.access for one in people)
        count = str(len(people))
        facts = (*about.facts, (_PEOPLE, Bilingual(count, count)))
        paper = OfficePaper(
            title=say(_TITLE),
            foot=about.foot(_TITLE, wish.language),
            facts=tuple((say(label), say(value)) for label, value in facts),
            tables=tables,
            notes=tuple(map(say, (_CARE,) if needy else (_NONE,))),
            paper=wish.paper,
            language=wish.language,
            author=about.author,
            head=head_of(office, session, about.visit, wish.language, wish.delegation_id),
        )
    return made_of_pages(office_pages([paper]), twice(people))


def _tables(
    session: Session, about: Occasion, people: Sequence[Participant], say: Sayer
) -> Iterator[Table]:
    """Yield meals, counts of parties and of diets, and who needs what; empty ones are left out."""
    yield from _table(say, _MEALS, ((_TIME, 16), (_ITEM, 54), (_PLACE, 30)),
                      list(_meals(session, about, say)))  # fmt: skip
    yield from _table(say, _COUNTS, ((_WHO, 60), (_COUNT, 20), (_SPECIAL, 20)),
                      list(_parties(people, say)))  # fmt: skip
    diets = Counter(one.diet.strip() for one in people if one.diet.strip())
    yield from _table(say, _DIETS, ((_DIET, 80), (_COUNT, 20)),
                      [(diet, str(count)) for diet, count in sorted(diets.items())])  # fmt: skip
    heads = ((_NUMBER, 6), (_NAME, 24), (_POST, 26), (_WHO, 16), (_DIET, 16), (_ACCESS, 16))
    needy = [one for one in people if one.diet or one.access]
    rows = [(str(n), *_needs(one, say)) for n, one in enumerate(needy, 1)]
    yield from _table(say, _NEEDS, heads, rows)


def _table(
    say: Sayer,
    title: Bilingual,
    heads: Sequence[tuple[Bilingual, float]],
    rows: Sequence[tuple[Said, ...]],
) -> Iterator[Table]:
    if rows:
        columns = tuple(
            Column(say(head), share, "middle" if head in (_NUMBER, _COUNT, _SPECIAL) else "left")
            for head, share in heads
        )
        yield Table(columns, tuple(rows), say(title))


def _meals(session: Session, about: Occasion, say: Sayer) -> Iterator[tuple[Said, ...]]:
    for line in rundown_in(session, about.visit).items:
        own = about.session is None or line.session_id == about.session.id
        if own and line.kind in _EATING:
            yield clock_hours(line.starts_at, line.ends_at), say(line.title), line.where


def _parties(people: Sequence[Participant], say: Sayer) -> Iterator[tuple[Said, ...]]:
    parties: dict[object, list[Participant]] = {}
    for one in people:
        parties.setdefault(one.delegation_id, []).append(one)
    for own in parties.values():
        yield say(own[0].body), str(len(own)), str(sum(bool(one.diet) for one in own))


def _needs(one: Participant, say: Sayer) -> tuple[Said, ...]:
    return full_name(one), say(whole_title(one)), say(one.body).id, one.diet, one.access
