"""Letters of the sample case: the answers to both guests, the internal invitation."""

from dataclasses import replace
from datetime import date

from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.letters.letters import add_letter, mark_answered, mark_sent, new_letter
from kunjungan.services.letters.numbers import next_letter_number
from kunjungan.services.office import Office
from kunjungan.services.sampling.case import SAMPLE, SampleCase

_ANSWERED_ON, _CAME_ON = date(2022, 8, 12), date(2022, 8, 18)
_INVITED_ON = date(2022, 8, 24)
_COPY = (
    "Kepala Bagian Protokol dan Komunikasi Pimpinan (contoh)"
    " | Head of the Protocol and Leadership Communication Division (sample)"
)


def add_letters(office: Office, case: SampleCase) -> None:
    """Answer both letters of request, the first with its list of names, and invite the agencies."""
    for number, delegation in enumerate(case.delegations):
        form = new_letter(office, case.visit, LetterKind.ANSWER, delegation, on=_ANSWERED_ON)
        form = replace(
            form,
            number=next_letter_number(office, form.kind, _ANSWERED_ON),
            copies=(_COPY,),
            note=SAMPLE,
        )
        letter = add_letter(office, case.visit, form)
        mark_sent(office, letter, _ANSWERED_ON)
        if number == 0:
            mark_answered(office, letter, _CAME_ON)
    invited = new_letter(office, case.visit, LetterKind.INVITATION, on=_INVITED_ON)
    add_letter(office, case.visit, replace(invited, note=SAMPLE))
