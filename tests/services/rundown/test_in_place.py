"""Who must be in place for the next item: on the operators' paper, and told one item before."""

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.office import Office
from kunjungan.services.rundown.counted_on import next_of
from kunjungan.services.rundown.lines import rundown
from kunjungan.services.visiting.sessions import SessionForm, add_session
from tests.services.rundown.case import Signing, a_signing, guest_pdf, operator_pdf


@pytest.fixture
def case(office: Office) -> Signing:
    return a_signing(office)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_next_item_is_told_with_whoever_speaks_or_signs_in_it(case: Signing) -> None:
    first = case.add("09.00", 5, "Buka")
    speech = case.add("09.05", 5, "Sambutan", kind=ItemKind.SPEECH, tenure_id=case.guest.head)
    signing = case.add(
        "09.10", 5, "Tanda tangan", kind=ItemKind.SIGNING, agreement_id=case.agreement()
    )
    other = add_session(case.office, case.visit, SessionForm("Lain", on=date(2022, 9, 2)))
    case.add("08.00", 5, "Hari lain", session_id=other)
    plan = rundown(*case.where)
    told = [next_of(case.office, plan, key) for key in (first, speech)]
    assert [each and each.item.id for each in told] == [speech, signing]
    names = [[one.name.plain for one in each.people] for each in told if each]
    assert names == [["Ridho Yahya"], ["Yana Mulyana", "Ridho Yahya"]]
    assert next_of(case.office, plan, signing) is None


def test_a_later_session_of_the_day_follows_whatever_its_place_in_the_list(case: Signing) -> None:
    first = case.add("09.00", 5, "Buka")
    sore = add_session(case.office, case.visit, SessionForm("Sore", starts_at=time(13)))
    lunch = case.add("12.00", 60, "Makan", session_id=sore)
    told = next_of(case.office, rundown(*case.where), first)
    assert told is not None
    assert told.item.id == lunch


def test_the_operators_paper_names_who_signs_and_says_posts_in_its_language(case: Signing) -> None:
    case.add("09.05", 5, "Sambutan", kind=ItemKind.SPEECH, tenure_id=case.guest.head)
    case.add("09.10", 5, "Tanda tangan", kind=ItemKind.SIGNING, agreement_id=case.agreement())
    english = words(operator_pdf(*case.where, side="en")).split("Salutations")[0]
    assert english.count("Ridho Yahya, Mayor of Prabumulih") == 2
    assert english.count("Yana Mulyana, Mayor of Bandung") == 2  # the host, and who signs
    assert "Wali Kota" not in english
    assert "Ridho Yahya, Wali Kota Prabumulih" in words(operator_pdf(*case.where))
    assert words(guest_pdf(*case.where, side="en")).count("Ridho Yahya") == 1
