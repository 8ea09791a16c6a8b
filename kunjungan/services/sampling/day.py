"""The day of the sample case: crew with its vehicle, gifts and a promise.

All of it is SAMPLE and says so; crew stands by its role, never by a name.
"""

from datetime import date, time
from uuid import UUID

from kunjungan.domain.visit_words import Duty
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleCase
from kunjungan.services.sampling.plan import MINIBUS
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.gifts import GiftForm, add_gift
from kunjungan.services.visiting.promises import PromiseForm, add_promise
from kunjungan.services.visiting.sessions import list_sessions


def add_day(office: Office, case: SampleCase) -> None:
    """Add who looks after whom, and what was exchanged and promised."""
    lines = list_sessions(office, case.visit)
    joint = next((line.id for line in lines if line.id not in case.sessions), None)
    _crew(office, case, joint)
    _exchanged(office, case)


def _crew(office: Office, case: SampleCase, joint: UUID | None) -> None:
    morning, afternoon = case.sessions
    first, second = case.delegations
    for form in (
        AssignmentForm(Duty.LIAISON, name="Penghubung 1 (contoh)", session_id=morning,
                       delegation_id=first),
        AssignmentForm(Duty.LIAISON, name="Penghubung 2 (contoh)", session_id=afternoon,
                       delegation_id=second),
        AssignmentForm(Duty.PROTOCOL, name="Petugas Protokol (contoh)"),
        AssignmentForm(Duty.MC, name="Pembawa Acara (contoh)", session_id=morning),
        AssignmentForm(Duty.MC, name="Pembawa Acara (contoh)", session_id=afternoon),
        AssignmentForm(Duty.CATERING, name="Petugas Jamuan (contoh)", session_id=joint),
        AssignmentForm(Duty.DRIVER, name="Pengemudi (contoh)", vehicle=MINIBUS,
                       delegation_id=second, starts_at=time(12), ends_at=time(15, 30)),
    ):  # fmt: skip
        assign(office, case.visit, form)


def _exchanged(office: Office, case: SampleCase) -> None:
    for delegation, gift in zip(case.delegations, ("Plakat", "Kain songket"), strict=True):
        given = GiftForm("Wayang golek", "given", delegation, value=350_000,
                         giver="Wali Kota Bandung", note=SAMPLE)  # fmt: skip
        received = GiftForm(gift, "received", delegation, value=500_000,
                            receiver="Wali Kota Bandung", kept_at="Ruang Protokol",
                            note=SAMPLE)  # fmt: skip
        add_gift(office, case.visit, given)
        add_gift(office, case.visit, received)
    promise = PromiseForm(
        "Kirim contoh rencana induk SPBE (contoh)",
        case.delegations[1],
        "Dinas Komunikasi dan Informatika",
        date(2022, 9, 15),
    )
    add_promise(office, case.visit, promise)
