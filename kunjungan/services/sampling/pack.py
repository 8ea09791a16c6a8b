"""Papers of the sample case: the letter of assignment of the crew, numbers of travel orders."""

from dataclasses import replace
from datetime import date

from sqlmodel import col, select

from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import later
from kunjungan.services.letters.letters import add_letter, new_letter
from kunjungan.services.letters.numbers import next_letter_number
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleCase
from kunjungan.store.tables import Attendee

_ASSIGNED_ON = date(2022, 8, 25)
_ORDER = "090/{number:03}-CONTOH/2022"


def add_pack(office: Office, case: SampleCase) -> None:
    """Assign the crew by letter, and number the travel orders of the first delegation."""
    form = new_letter(office, case.visit, LetterKind.ASSIGNMENT, on=_ASSIGNED_ON)
    number = next_letter_number(office, form.kind, _ASSIGNED_ON)
    add_letter(office, case.visit, replace(form, number=number, note=SAMPLE))
    with office.store.change(later("Number a travel order")) as session:
        query = select(Attendee).where(Attendee.delegation_id == case.delegations[0])
        for place, guest in enumerate(session.exec(query.order_by(col(Attendee.id))), 1):
            guest.travel_order = _ORDER.format(number=place)
