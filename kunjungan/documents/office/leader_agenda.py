"""What a leader's agenda says, day by day; every word is decided already."""

from dataclasses import dataclass
from datetime import date

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something in the agenda: its hours, what it is, and quiet lines under it.

    ``tentative`` is the word for what is not firm yet, empty where it is.
    """

    hours: str
    title: str
    tentative: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with the holidays on it and its lines in the order of their time."""

    on: date
    heading: str
    holidays: tuple[str, ...]
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class LeaderSheet:
    """A day or a week of one leader or of all; ``foot`` says whose paper it is."""

    title: str
    subtitle: str
    days: tuple[AgendaDay, ...]
    language: Language
    paper: Paper = Paper.A4
    foot: str = ""
    author: str = ""


NOTHING = Bilingual("Tidak ada acara.", "Nothing is planned.")
NOT_ALL = Bilingual(
    "{count} acara lagi tidak muat di halaman ini. Lihat kalender.",
    "{count} more do not fit on this page. See the calendar.",
)
NOT_ALL_SHORT = Bilingual("+{count} lagi tidak muat", "+{count} more do not fit")
ALL_DAY = Bilingual("sepanjang hari", "all day")
TENTATIVE = Bilingual("tentatif", "tentative")
SESSION = Bilingual("Sesi: {words}", "Session: {words}")
PLACE = Bilingual("Tempat: {words}", "Place: {words}")
WITH = Bilingual("Bersama: {words}", "With: {words}")
GUESTS = Bilingual("{words} ({count} orang)", "{words} ({count} persons)")
LEADER = Bilingual("Pimpinan: {words}", "Leader: {words}")
CONTACT = Bilingual("Narahubung: {words}", "Contact: {words}")
REMARK = Bilingual("Catatan: {words}", "Note: {words}")
AGENDA_OF = Bilingual("AGENDA {post}", "AGENDA OF THE {post}")
AGENDA_OF_ALL = Bilingual("AGENDA PIMPINAN", "AGENDA OF THE LEADERS")
WEEK = Bilingual("{first} s.d. {last}", "{first} to {last}")
PUBLIC = Bilingual("Versi umum", "Public version")
INTERNAL = Bilingual("Untuk kalangan sendiri", "For internal use")
