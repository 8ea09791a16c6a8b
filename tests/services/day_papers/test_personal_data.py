"""Papers of the day say of a guest only what they are for (UU 27/2022)."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from kunjungan.domain.day_papers import PAPERS
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.delegations import attendee_form, edit_attendee
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.seating import new_plan
from tests.day_case import a_day
from tests.documents.reading import words

NIP, PHONE, EMAIL = "197805052005011003", "081234500001", "rahasia@contoh.example"
DIET, ACCESS = "Pantang-udang", "Kursi-roda"
SAID = {"catering": {DIET, ACCESS}}


OTHERS = {"visum", "visum_register", "rundown_guest", "rundown_mc", "mc_script", "cue_cards"}
OTHERS |= {"door_signs", "assignment", "thanks", "travel"}
"""They rest on a rundown, sessions, letters, journeys, visums, not on the guests alone."""


@pytest.mark.parametrize("slug", [slug for slug in PAPERS if slug not in OTHERS])
def test_a_paper_keeps_what_it_need_not_say(office: Office, slug: str) -> None:
    day = a_day(office)
    guest = next(one for one in participants(office, day.visit) if not one.host and one.comes)
    form = attendee_form(office, guest.id)
    person = replace(form.person, nip=NIP, phone=PHONE, email=EMAIL, diet=DIET, access=ACCESS)
    edit_attendee(office, guest.id, replace(form, person=person, vehicle="Bus 1"))
    day.sign_in(guest.id)
    new_plan(office, day.visit, "signing-2")
    made = make_day_paper(office, slug, Wish(visit_id=day.visit))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        about = f"{dict(pdf.docinfo)}{pdf.open_metadata()}"
    text = "".join(words(made.pdf).split())
    kept = {word for word in (NIP, PHONE, EMAIL, DIET, ACCESS) if word in text}
    assert kept == SAID.get(slug, set())
    hidden = about + repr(made.marks)
    assert not [word for word in (NIP, PHONE, EMAIL, DIET, ACCESS) if word in hidden]
