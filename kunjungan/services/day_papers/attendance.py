"""The attendance list (daftar hadir): one for each delegation, or one for a session.

Its signature numbers are staggered so that hands do not meet; rows for walk-ins end it, and NIP
and telephone are shown only where the office says so (settings; UU 27/2022 asks for the least).
"""

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from kunjungan.documents.office.both_words import alone, inline
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.names import read_nip
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.occasion import (
    Occasion,
    head_of,
    host_of,
    made_of_pages,
    occasion_in,
)
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.day_papers.ranked_cards import full_name
from kunjungan.services.delegation_lines import DelegationLine, delegations_in
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.guests.standing_in import StandingIn
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, settings_in

TITLE = Bilingual("DAFTAR HADIR", "ATTENDANCE LIST")
_NOBODY = later("Nobody is on the guest list yet. Add a delegation first.")
_DELEGATION = Bilingual("Delegasi", "Delegation")
_HOST = Bilingual("Tuan rumah", "Host")
_NUMBER = SignColumn(Bilingual("No.", "No."), 7, "middle")
_NAME = SignColumn(Bilingual("Nama", "Name"), 27)
_NIP = SignColumn(Bilingual("NIP", "NIP"), 21)
_POST = SignColumn(Bilingual("Jabatan", "Position"), 34)
_BODY = SignColumn(Bilingual("Instansi", "Institution"), 19)
_PHONE = SignColumn(Bilingual("No. HP", "Mobile"), 25)
_SIGNATURE = SignColumn(Bilingual("Tanda tangan", "Signature"), 30, "zigzag")

Whose = tuple[Bilingual, Bilingual]
"""Whose list it is, after its label."""


def make(office: Office, wish: Wish) -> Made:
    """Return the lists as PDF: of a session or a delegation if one is asked for, else of each."""
    from kunjungan.documents.office.sign_list_pdf import sign_list_pdf  # noqa: PLC0415 - heavy

    with office.store.read() as session:
        setter = _Lists(office, session, wish)
        lists, author = tuple(setter.all()), setter.author
    if not lists:
        return nothing(_NOBODY)
    paper = SignPaper(lists, wish.paper, language=wish.language, author=author)
    return made_of_pages(sign_list_pdf(paper))


class _Lists:
    """The lists of one visit, as an open session sees them."""

    def __init__(self, office: Office, session: Session, wish: Wish) -> None:
        self._session, self._wish = session, wish
        self._about: Occasion = occasion_in(office, session, wish.visit_id, wish.session_id)
        self._settings: OfficeSettings = settings_in(session)
        self._people = participants_in(session, wish.visit_id, wish.session_id)
        self._standing = StandingIn(self._people)
        self._head = head_of(office, session, self._about.visit, wish.language, wish.delegation_id)

    @property
    def author(self) -> str:
        """Whose paper it is."""
        return self._about.author

    def all(self) -> Iterator[SignList]:
        """Yield one list for a session, else one for each delegation, the host's party first."""
        wish = self._wish
        if wish.session_id is not None and wish.delegation_id is None:
            coming = self._coming(self._people)
            if coming:
                yield self._list(coming, None, 0)
            return
        own = self._coming([one for one in self._people if one.host])
        if own and wish.delegation_id is None:
            yield self._list(own, (_HOST, self._host()), 0)
        for line in delegations_in(self._session, wish.visit_id):
            if wish.delegation_id in {None, line.id}:
                yield self._of(line)

    def _of(self, line: DelegationLine) -> SignList:
        people = self._coming([one for one in self._people if one.delegation_id == line.id])
        name = Bilingual(line.name.id, line.name.en or line.name.id)
        return self._list(people, (_DELEGATION, name), (line.announced or 0) - len(people))

    def _host(self) -> Bilingual:
        body = host_of(self._session, self._about.visit)
        return body_name(body) if body else Bilingual("", "")

    def _coming(self, people: list[Participant]) -> list[Participant]:
        return [one for one in people if one.comes]

    def _list(self, people: list[Participant], whose: Whose | None, missing: int) -> SignList:
        """Return a list; whoever was announced and is not known yet has a blank row, too."""
        columns = _columns(self._settings, whole=whose is None)
        rows = [self._row(number, one, columns) for number, one in enumerate(people, 1)]
        blank = max(self._settings.blank_rows, missing)
        rows += [
            _row(number, columns, {}) for number in range(len(rows) + 1, len(rows) + blank + 1)
        ]
        own = (whose,) if whose and whose[1].id else ()
        named = Bilingual("Daftar hadir {whose}", "Attendance list {whose}").filled(
            whose=own[0][1] if own else Bilingual("", "")
        )
        foot = self._about.foot(named, self._wish.language)
        facts, spare = (*self._about.facts, *own), blank - max(0, missing)
        return SignList(TITLE, columns, rows, facts, head=self._head, foot=foot, spare=spare)

    def _row(
        self, number: int, one: Participant, columns: tuple[SignColumn, ...]
    ) -> tuple[str, ...]:
        words = {
            _NAME: full_name(one),
            _NIP: read_nip(one.nip).grouped if one.nip else "",
            _POST: self._post(one),
            _BODY: alone(one.body, self._wish.language),
            _PHONE: one.phone,
        }
        return _row(number, columns, words)

    def _post(self, one: Participant) -> str:
        """Return a guest's post, and whose place it is where another's is taken.

        Of foreign guests both languages have it, where the list has both.
        """
        words = self._standing.title(one)
        if one.foreign and self._wish.language == "both":
            return inline(words)
        return alone(words, self._wish.language)


def _columns(settings: OfficeSettings, *, whole: bool) -> tuple[SignColumn, ...]:
    """Return the columns that the office wants; where all are on one list, whence one comes."""
    wanted = (
        (_NUMBER, True),
        (_NAME, True),
        (_NIP, settings.attendance_nip),
        (_POST, True),
        (_BODY, whole),
        (_PHONE, settings.attendance_phone),
        (_SIGNATURE, True),
    )
    return tuple(column for column, on in wanted if on)


def _row(
    number: int, columns: tuple[SignColumn, ...], words: Mapping[SignColumn, str]
) -> tuple[str, ...]:
    """Return a row under its columns: what is not known stays blank."""
    known = {**words, _NUMBER: str(number), _SIGNATURE: f"{number}."}
    return tuple(known.get(column, "") for column in columns)
