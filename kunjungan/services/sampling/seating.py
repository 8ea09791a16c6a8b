"""Who sits where in the sample case: the two heads of equal rank, the signing, the luncheon."""

from dataclasses import replace
from uuid import UUID

from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.precedence.order import decide
from kunjungan.services.sampling.case import SAMPLE, SampleCase
from kunjungan.services.seating import edit_plan, make_room, new_plan, plan_form
from kunjungan.services.visiting.sessions import list_sessions


def add_seating(office: Office, case: SampleCase) -> None:
    """Order the two visiting heads by their sessions, and seat the signing and the luncheon."""
    heads = {one.delegation_id: one.id for one in participants(office, case.visit)
             if one.role == "head"}  # fmt: skip
    first, second = (heads[delegation] for delegation in case.delegations)
    decide(office, case.visit, first, second, "Mengikuti urutan sesi (contoh)")
    _plan(office, case, "signing-3", ("Penandatanganan", "Signing"), None)
    lines = list_sessions(office, case.visit)
    joint = next((line.id for line in lines if line.id not in case.sessions), None)
    _plan(office, case, "banquet", ("Jamuan makan siang", "Luncheon"), joint)


def _plan(
    office: Office, case: SampleCase, room: str, name: tuple[str, str], session: UUID | None
) -> None:
    plan = new_plan(office, case.visit, room, session)
    form = plan_form(office, plan)
    edit_plan(office, plan, replace(form, name_id=name[0], name_en=name[1], note=SAMPLE))
    make_room(office, plan)
