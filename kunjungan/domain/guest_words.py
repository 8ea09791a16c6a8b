"""The words by which guest lists say what a guest is and whether he comes, in both languages."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.names import search_key
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.words import Attendance, Role

ROLES: Mapping[Role, Bilingual] = MappingProxyType(
    {
        "head": Bilingual("Ketua rombongan", "Head of delegation"),
        "member": Bilingual("Anggota", "Member"),
        "signatory": Bilingual("Penanda tangan", "Signatory"),
        "liaison": Bilingual("Narahubung", "Liaison"),
        "companion": Bilingual("Pendamping", "Companion"),
        "spouse": Bilingual("Istri/Suami", "Spouse"),
        "aide": Bilingual("Ajudan", "Aide"),
        "paraf": Bilingual("Pemaraf", "Initials"),
        "interpreter": Bilingual("Penerjemah", "Interpreter"),
        "media": Bilingual("Media", "Media"),
        "security": Bilingual("Pengamanan", "Security"),
        "staff": Bilingual("Petugas", "Staff"),
    }
)
ATTENDANCES: Mapping[Attendance, Bilingual] = MappingProxyType(
    {
        "invited": Bilingual("Diundang", "Invited"),
        "confirmed": Bilingual("Konfirmasi", "Confirmed"),
        "present": Bilingual("Hadir", "Present"),
        "absent": Bilingual("Tidak hadir", "Absent"),
        "represented": Bilingual("Diwakili", "Represented"),
    }
)
_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    (r"ketua rombongan|pimpinan|kepala delegasi|head", "head"),
    (r"penanda ?tangan|signator", "signatory"),
    (r"narahubung|penghubung|kontak|liaison|\blo\b|\bpic\b", "liaison"),
    (r"istri|suami|spouse|wife|husband", "spouse"),
    (r"ajudan|sespri|\badc\b|aide", "aide"),
    (r"paraf|initial", "paraf"),
    (r"penerjemah|juru bahasa|interpret", "interpreter"),
    (r"media|wartawan|pers|jurnalis|fotografer|press", "media"),
    (r"pengaman|keamanan|walpri|patwal|security", "security"),
    (r"petugas|panitia|staf|sopir|pengemudi|driver|staff", "staff"),
    (r"pendamping|companion", "companion"),
    (r"anggota|peserta|tamu|member|guest", "member"),
)
_ANSWERS: tuple[tuple[str, Attendance], ...] = (
    (r"tidak|batal|berhalangan|absen|absent|declin|\bno\b", "absent"),
    (r"diwakili|mewakilkan|represented", "represented"),
    (r"konfirmasi|siap|bersedia|confirm|\bya\b|\byes\b|\bok\b", "confirmed"),
    (r"hadir|datang|present|attend", "present"),
    (r"undang|menunggu|belum|invit|wait|pending", "invited"),
)


def role_of(text: str) -> Role | None:
    """Return the role that a text names, None for none that the program has."""
    return _named(text, ROLES) or _worded(text, _ROLE_WORDS)


def attendance_of(text: str) -> Attendance | None:
    """Return the answer that a text gives, None for none that the program has."""
    return _named(text, ATTENDANCES) or _worded(text, _ANSWERS)


CAPACITIES: Mapping[Capacity, str] = MappingProxyType(
    {
        Capacity.PJ: "Pj.",
        Capacity.PJS: "Pjs.",
        Capacity.PLT: "Plt.",
        Capacity.PLH: "Plh.",
        Capacity.FOR_HEAD: "a.n.",
        Capacity.ATTORNEY: "Kuasa",
    }
)
"""How lists write in what capacity an office is held; nothing stands for the definitive one."""


def capacity_of(text: str) -> Capacity | None:
    """Return the capacity that a text names, None for none that the program has."""
    key = search_key(text)
    found = (what for what, word in CAPACITIES.items() if key in {search_key(word), what.value})
    return next(found, None)


def group_of(text: str) -> Group | None:
    """Return the group of UU 9/2010 of an article and letter such as "11f"; None for no such."""
    small = re.sub(r"[\s()]|pasal", "", text.casefold())
    return Group(small) if small in set(Group) else None


_POSTS: tuple[tuple[str, Role], ...] = (
    (r"(ajudan|sespri|adc|sekretaris pribadi)\b", "aide"),
    (r"(istri|suami)\b", "spouse"),
    (r"(penerjemah|juru bahasa|interpreter)\b", "interpreter"),
    (r"(wartawan|jurnalis|fotografer|peliput|videografer)\b", "media"),
    (r"(pengamanan|walpri|patwal|pamwal|pengawal)\b", "security"),
    (r"(pengemudi|sopir|driver|petugas)\b", "staff"),
)


@lru_cache(maxsize=4_096)
def role_of_post(title: str) -> Role | None:
    """Return the role that a post makes by itself: an aide's, an interpreter's, a driver's."""
    small = title.casefold()
    return next((role for words, role in _POSTS if re.match(words, small)), None)


T = TypeVar("T", bound=str)


def _named(text: str, names: Mapping[T, Bilingual]) -> T | None:
    """Return what a text names exactly as the program writes it."""
    key = search_key(text)
    found = (
        what
        for what, pair in names.items()
        if key in {search_key(pair.id), search_key(pair.en), what}
    )
    return next(found, None) if key else None


def _worded(text: str, words: Sequence[tuple[str, T]]) -> T | None:
    small = text.casefold()
    return next((what for pattern, what in words if re.search(pattern, small)), None)
