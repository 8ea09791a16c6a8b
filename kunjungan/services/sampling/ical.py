"""The agenda round the sample visit; all of it is invented and says so in its notes."""

from dataclasses import replace
from datetime import date, time

from kunjungan.domain.visit_words import EntryKind
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleCase

_HALL = "Auditorium (contoh)"
_BEFORE, _DAY, _AFTER = date(2022, 8, 31), date(2022, 9, 1), date(2022, 9, 2)


def add_ical(office: Office, case: SampleCase) -> None:
    """Add the leader's and the office's agenda of 29 August to 2 September 2022.

    The coordination meeting of the afternoon takes the room of the second delegation.
    """
    leader = case.bandung.head
    report = _entry("Laporan kunjungan", _AFTER, time(8), time(8, 45))
    online = _entry("Konfirmasi rundown", date(2022, 8, 30), time(10), time(11, 30))
    meeting = _entry("Rapat persiapan SPBE", date(2022, 8, 29), time(13, 30), time(14, 45))
    for form in (
        replace(meeting, room="Ruang rapat Protokol (contoh)"),
        replace(online, place="Daring", tentative=True),
        _entry("Batas cetak naskah", _BEFORE),
        replace(_entry("Gladi penandatanganan", _BEFORE, time(9), time(11)), room=_HALL),
        replace(_entry("Rakor Diskominfo", _DAY, time(13), time(14, 30)), room=_HALL),
        replace(report, kind=EntryKind.LEADER, tenure_id=leader),
    ):
        add_entry(office, form)


def _entry(
    title: str, on: date, starts_at: time | None = None, ends_at: time | None = None
) -> EntryForm:
    return EntryForm(
        title=title,
        on=on,
        starts_at=starts_at,
        ends_at=ends_at,
        kind=EntryKind.OFFICE,
        note=SAMPLE,
    )
