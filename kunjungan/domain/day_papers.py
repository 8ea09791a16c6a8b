"""The papers of the day, in the order in which they are printed (office practice)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import NotFound
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue
from kunjungan.i18n import later


class PaperGroup(StrEnum):
    """What the papers of the day are sorted by."""

    ORIGINALS = "originals"
    GUESTS = "guests"
    EVENT = "event"
    TABLE = "table"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPaper:
    """A paper of the day.

    ``papers`` are the sheets that it may be on, its usual one first; ``copies`` is how many are
    usual, ``tongues`` are the languages that it may be in, its usual one
    first. Of a paper of ``cards`` single cards can be printed.
    What is ``usual`` belongs to every pack.
    """

    slug: str
    group: PaperGroup
    name: Bilingual
    papers: tuple[Paper, ...] = (Paper.A4, Paper.F4)
    copies: int = 1
    tongues: tuple[Tongue, ...] = ("id", "en", "both")
    cards: bool = False
    usual: bool = True

    def as_before(self, paper: Paper, tongue: str) -> "DayPaper":
        """Return the same with the sheet and the language of its last print as the usual ones."""
        return replace(
            self,
            papers=tuple(sorted(self.papers, key=lambda each: each is not paper)),
            tongues=tuple(sorted(self.tongues, key=lambda each: each != tongue)),
        )


_A4, _F4 = (Paper.A4,), (Paper.F4, Paper.A4)
_BOTH: tuple[Tongue, ...] = ("both", "id", "en")
_ONE: tuple[Tongue, ...] = ("both",)
_GUESTS, _EVENT, _TABLE, _LETTERS = (
    PaperGroup.GUESTS,
    PaperGroup.EVENT,
    PaperGroup.TABLE,
    PaperGroup.LETTERS,
)
_ALL = (
    DayPaper(
        slug="badges",
        group=_GUESTS,
        name=Bilingual("Tanda pengenal", "Badges"),
        papers=_A4,
        cards=True,
    ),
    DayPaper(
        slug="tents",
        group=_GUESTS,
        name=Bilingual("Papan nama meja", "Name tents"),
        papers=_A4,
        cards=True,
    ),
    DayPaper(
        slug="attendance",
        group=_GUESTS,
        name=Bilingual("Daftar hadir", "Attendance list"),
        papers=_F4,
        copies=2,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="visum",
        group=_GUESTS,
        name=Bilingual("Visum perjalanan dinas", "Travel order visum"),
        papers=_F4,
        cards=True,
        tongues=_ONE,
    ),
    DayPaper(
        slug="visum_register",
        group=_GUESTS,
        name=Bilingual("Register visum", "Visum register"),
        papers=_F4,
        tongues=_ONE,
        usual=False,
    ),
    DayPaper(
        slug="guest_book",
        group=_GUESTS,
        name=Bilingual("Lembar buku tamu", "Guest book sheet"),
        papers=_F4,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="catering",
        group=_GUESTS,
        name=Bilingual("Daftar konsumsi", "Catering sheet"),
    ),
    DayPaper(
        slug="travel",
        group=_GUESTS,
        name=Bilingual("Lembar perjalanan", "Travel sheets"),
        papers=_F4,
    ),
    DayPaper(
        slug="lo_cards",
        group=_GUESTS,
        name=Bilingual("Kartu penghubung", "Liaison cards"),
        papers=_A4,
        cards=True,
        usual=False,
    ),
    DayPaper(
        slug="rundown_guest",
        group=_EVENT,
        name=Bilingual("Rundown tamu, dua bahasa", "Guests' programme, both languages"),
        tongues=_ONE,
    ),
    DayPaper(
        slug="rundown_mc",
        group=_EVENT,
        name=Bilingual("Rundown pembawa acara", "Rundown for MC and operators"),
        copies=2,
        tongues=_ONE,
    ),
    DayPaper(
        slug="mc_script",
        group=_EVENT,
        name=Bilingual("Naskah pembawa acara", "MC script"),
        tongues=_BOTH,
    ),
    DayPaper(
        slug="cue_cards",
        group=_EVENT,
        name=Bilingual("Kartu isyarat pembawa acara", "MC cue cards"),
        papers=_A4,
        cards=True,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="seating",
        group=_EVENT,
        name=Bilingual("Denah tata tempat", "Seating plan"),
        copies=4,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="room_setup",
        group=_EVENT,
        name=Bilingual("Penataan ruang", "Room set-up"),
    ),
    DayPaper(
        slug="receiving_line",
        group=_EVENT,
        name=Bilingual("Urutan penyambutan", "Receiving line"),
        tongues=_BOTH,
    ),
    DayPaper(
        slug="photo_order",
        group=_EVENT,
        name=Bilingual("Urutan foto bersama", "Photo order"),
        tongues=_BOTH,
    ),
    DayPaper(
        slug="signing_cards",
        group=_TABLE,
        name=Bilingual("Kartu isyarat penandatanganan", "Signing cue cards"),
        papers=_A4,
        cards=True,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="place_labels",
        group=_TABLE,
        name=Bilingual("Label tempat duduk", "Place labels"),
        papers=_A4,
        cards=True,
    ),
    DayPaper(
        slug="folder_labels",
        group=_TABLE,
        name=Bilingual("Label map naskah", "Folder labels"),
        papers=_A4,
        cards=True,
        usual=False,
    ),
    DayPaper(
        slug="vehicle_signs",
        group=_TABLE,
        name=Bilingual("Tanda kendaraan", "Vehicle signs"),
        papers=_A4,
        cards=True,
    ),
    DayPaper(
        slug="door_signs",
        group=_TABLE,
        name=Bilingual("Penunjuk ruang", "Door signs"),
        papers=_A4,
        cards=True,
        tongues=_BOTH,
    ),
    DayPaper(
        slug="certificates",
        group=_LETTERS,
        name=Bilingual("Piagam", "Certificates"),
        papers=_A4,
        cards=True,
        usual=False,
    ),
    DayPaper(
        slug="assignment",
        group=_LETTERS,
        name=Bilingual("Surat tugas", "Letter of assignment"),
        papers=_F4,
        copies=2,
        tongues=_ONE,
    ),
    DayPaper(
        slug="thanks",
        group=_LETTERS,
        name=Bilingual("Surat ucapan terima kasih", "Letter of thanks"),
        papers=_F4,
        usual=False,
        tongues=_ONE,
    ),
)
PAPERS: Mapping[str, DayPaper] = MappingProxyType({paper.slug: paper for paper in _ALL})
"""Every paper of the day by its slug, in the order of printing; originals are printed apart."""


def paper_of(slug: str) -> DayPaper:
    """Return a paper of the day.

    Raises:
        NotFound: no paper is called so.
    """
    if slug not in PAPERS:
        raise NotFound(
            later("There is no paper of the day “{slug}”. There are: {known}."),
            slug=slug,
            known=", ".join(PAPERS),
        )
    return PAPERS[slug]
