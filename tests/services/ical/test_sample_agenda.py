"""The sample's agenda says that it is one, and clashes where the drawing has it clash."""

from uuid import UUID

from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleBody, SampleCase
from kunjungan.services.sampling.ical import add_ical
from tests.builders import a_visit, bandung, prabumulih
from tests.services.calendar.planned import entries

NOBODY = UUID(int=0)


def test_the_agenda_round_the_sample_visit_is_marked_and_complete(office: Office) -> None:
    own, guest = bandung(office), prabumulih(office)
    visit = a_visit(office)
    host = SampleBody(own.id, own.head, "Bandung")
    other = SampleBody(guest.id, guest.head, "Prabumulih")
    none = (NOBODY, NOBODY)
    add_ical(office, SampleCase(visit, visit, host, other, other, none, none, none))
    found = entries(office)
    assert [(one.on.day, one.title) for one in found] == [
        (29, "Rapat persiapan SPBE"),
        (30, "Konfirmasi rundown"),
        (31, "Batas cetak naskah"),
        (31, "Gladi penandatanganan"),
        (1, "Rakor Diskominfo"),
        (2, "Laporan kunjungan"),
    ]
    assert {one.note for one in found} == {SAMPLE}
    assert [one.title for one in found if one.tenure_id == own.head] == ["Laporan kunjungan"]
