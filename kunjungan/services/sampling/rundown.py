"""The rundown of the sample visit: two sessions with a break, as an office would hold them.

All times, rooms and roles are SAMPLE / CONTOH.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import ItemForm, add_item
from kunjungan.services.sampling.case import SAMPLE, SampleCase
from kunjungan.services.visiting.sessions import SessionForm, add_session

_COMMAND_CENTER = "Bandung Command Center (contoh)"
_LOBBY = "Lobi Balai Kota (contoh)"
_SIGNING = "Undang kedua kepala daerah ke meja tanda tangan. Tukar naskah, lalu foto bersama."
_SIGNING_NEEDS = "Map naskah, pena, dua petugas pendamping, pengisap tinta"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    at: tuple[int, int]
    minutes: int
    kind: ItemKind
    id: str
    en: str
    by: str = ""
    place: str = ""
    cue: str = ""
    needs: str = ""
    speaker: UUID | None = None
    agreement: UUID | None = None
    fixed: bool = False


def add_rundown(office: Office, case: SampleCase) -> None:
    """Add the break between the two sessions and the items of all three."""
    break_ = SessionForm(
        "Jeda",
        "Break",
        starts_at=time(11, 30),
        ends_at=time(13),
        place="Balai Kota Bandung",
        room="Ruang Tengah (contoh)",
        note=SAMPLE,
    )
    between = add_session(office, case.visit, break_)
    morning, afternoon = case.sessions
    for session, items in (
        (morning, _morning(case)),
        (between, _break()),
        (afternoon, _afternoon(case)),
    ):
        for item in items:
            add_item(office, case.visit, _form(item, session))


def _morning(case: SampleCase) -> Iterable[_Item]:
    return (
        _Item(at=(8, 30), minutes=30, kind=ItemKind.REGISTRATION, id="Registrasi dan kopi pagi",
              en="Registration and morning coffee", by="Penerima tamu", place=_LOBBY,
              needs="Daftar hadir, tanda pengenal, meja visum"),
        _Item(at=(9, 0), minutes=10, kind=ItemKind.ANTHEM, id="Pembukaan, Indonesia Raya",
              en="Opening, Indonesia Raya", by="Pembawa acara", needs="Dirigen, daftar sapaan",
              cue="Hadirin dimohon berdiri."),
        _Item(at=(9, 10), minutes=15, kind=ItemKind.SPEECH, id="Sambutan Wali Kota Bandung",
              en="Remarks by the Mayor of Bandung", needs="Mikrofon podium",
              speaker=case.bandung.head),
        _Item(at=(9, 25), minutes=15, kind=ItemKind.SPEECH, id="Sambutan Wali Kota Prabumulih",
              en="Remarks by the Mayor of Prabumulih", needs="Mikrofon podium",
              speaker=case.prabumulih.head),
        _Item(at=(9, 40), minutes=35, kind=ItemKind.DISCUSSION, id="Paparan SPBE dan tanya jawab",
              en="Presentation on SPBE and questions", by="Kepala Dinas Kominfo",
              needs="Layar, proyektor, mikrofon meja"),
        _Item(at=(10, 15), minutes=15, kind=ItemKind.SIGNING,
              id="Penandatanganan Kesepakatan Bersama",
              en="Signing of the Memorandum of Understanding", by="Protokol", cue=_SIGNING,
              needs=_SIGNING_NEEDS, agreement=case.agreements[0]),
        _Item(at=(10, 30), minutes=60, kind=ItemKind.TOUR, id="Peninjauan pusat kendali",
              en="Visit to the command centre", by="Diskominfo", place=_COMMAND_CENTER),
    )  # fmt: skip


def _break() -> Iterable[_Item]:
    return (
        _Item(at=(11, 30), minutes=90, kind=ItemKind.BREAK, id="Istirahat, salat, makan siang",
              en="Break, prayer, lunch", by="Bagian Umum", needs="Jamuan, ruang salat", fixed=True),
    )  # fmt: skip


def _afternoon(case: SampleCase) -> Iterable[_Item]:
    return (
        _Item(at=(13, 0), minutes=10, kind=ItemKind.OPENING, id="Pembukaan", en="Opening",
              by="Pembawa acara", needs="Daftar sapaan"),
        _Item(at=(13, 10), minutes=15, kind=ItemKind.SPEECH, id="Sambutan Bupati Ogan Ilir",
              en="Remarks by the Regent of Ogan Ilir", needs="Mikrofon podium",
              speaker=case.ogan_ilir.head),
        _Item(at=(13, 25), minutes=15, kind=ItemKind.SIGNING,
              id="Penandatanganan Kesepakatan Bersama",
              en="Signing of the Memorandum of Understanding", by="Protokol", cue=_SIGNING,
              needs=_SIGNING_NEEDS, agreement=case.agreements[1]),
        _Item(at=(13, 40), minutes=80, kind=ItemKind.DISCUSSION, id="Diskusi teknis SPBE",
              en="Technical discussion on SPBE", by="Kepala Dinas Kominfo", place=_COMMAND_CENTER),
    )  # fmt: skip


def _form(item: _Item, session: UUID) -> ItemForm:
    return ItemForm(
        starts_at=time(*item.at),
        minutes=item.minutes,
        title_id=item.id,
        title_en=item.en,
        kind=item.kind,
        session_id=session,
        agreement_id=item.agreement,
        tenure_id=item.speaker,
        place=item.place,
        in_charge=item.by,
        cue=item.cue,
        needs=item.needs,
        fixed=item.fixed,
    )
