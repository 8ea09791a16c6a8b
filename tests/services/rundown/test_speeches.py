"""How far the text of a speech is: kept, told in time, seen by the operators alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from kunjungan.domain.days import PartialDate
from kunjungan.domain.rundown_checks import WRITTEN, Check, text_is_late
from kunjungan.domain.visit_words import ItemKind, SpeechState
from kunjungan.services.home.attention import attention
from kunjungan.services.office import Office
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.reception.readiness import readiness_of_tomorrow
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.items import edit_item, item_form, list_items, slip
from kunjungan.services.rundown.lines import rundown
from kunjungan.services.rundown.sent import mark_sent
from kunjungan.services.rundown.templates import apply_template, list_templates, save_template
from tests.services.rundown.case import DAY, Signing, a_signing, guest_pdf, operator_pdf

EVE = DAY - timedelta(days=1)


@pytest.fixture
def case(office: Office) -> Signing:
    return a_signing(replace(office, today=lambda: EVE))


@pytest.fixture
def speech(case: Signing) -> UUID:
    """A speech of the guest whose text was asked for."""
    return case.add(
        "09.00",
        7,
        "Sambutan tamu",
        kind=ItemKind.SPEECH,
        tenure_id=case.guest.head,
        needs="Mikrofon",
        speech=SpeechState.ASKED,
    )


def put(case: Signing, item: UUID, state: SpeechState | None) -> None:
    edit_item(case.office, item, replace(item_form(case.office, item), speech=state))


def states(office: Office, visit: UUID) -> list[SpeechState | None]:
    return [line.speech for line in list_items(office, visit)]


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@given(st.sampled_from(SpeechState), st.dates(date(2022, 8, 1), date(2022, 9, 30)))
def test_a_text_is_late_from_the_eve_to_the_day_as_long_as_it_is_not_ready(
    state: SpeechState, today: date
) -> None:
    assert text_is_late(state, DAY, today) == (state not in WRITTEN and today in {EVE, DAY})
    assert not text_is_late(None, DAY, today)
    assert not text_is_late(state, None, today)


def test_a_text_that_is_not_ready_on_the_eve_is_found_and_passes_once_it_is(
    case: Signing, speech: UUID
) -> None:
    told = [each for each in rundown_state(*case.where).findings if each.check is Check.TEXT]
    assert [each.items for each in told] == [(speech,)]
    early = replace(case.office, today=lambda: EVE - timedelta(days=1))
    state = rundown_state(early, case.visit)
    assert Check.TEXT not in {each.check for each in state.findings}
    assert Check.TEXT not in state.passed  # not late, but not ready either
    put(case, speech, SpeechState.READY)
    assert Check.TEXT in rundown_state(*case.where).passed
    put(case, speech, None)
    assert Check.TEXT not in rundown_state(*case.where).passed


def test_the_readiness_of_tomorrow_and_the_first_page_miss_a_text(
    case: Signing, speech: UUID
) -> None:
    def missing() -> list[str]:
        (visit,) = readiness_of_tomorrow(case.office).visits
        return [one.code for one in visit.lacking]

    assert "speeches" in missing()
    counts = [line.title.values.get("count") for line in attention(case.office)]
    assert len(missing()) in counts
    put(case, speech, SpeechState.PRINTED)
    assert "speeches" not in missing()


def test_speeches_and_reports_are_listed_and_whatever_else_is_followed(
    case: Signing, speech: UUID
) -> None:
    case.add("09.07", 3, "Foto", kind=ItemKind.PHOTO)
    report = case.add("09.10", 5, "Laporan", kind=ItemKind.REPORT)
    prayer = case.add("09.15", 3, "Doa", kind=ItemKind.PRAYER, speech=SpeechState.DRAFT)
    assert [line.id for line in rundown(*case.where).speeches] == [speech, report, prayer]


@pytest.mark.parametrize(
    "change",
    [
        lambda case, item: slip(case.office, case.visit, item, 20),
        lambda case, item: edit_item(
            case.office, item, replace(item_form(case.office, item), minutes=20), shift=True
        ),
    ],
)
def test_a_slip_and_a_ripple_keep_the_state_of_a_text(
    case: Signing, speech: UUID, change: Callable[[Signing, UUID], object]
) -> None:
    case.add("09.07", 5, "Laporan", kind=ItemKind.REPORT, speech=SpeechState.DRAFT)
    change(case, speech)
    assert states(*case.where) == [SpeechState.ASKED, SpeechState.DRAFT]


@pytest.mark.usefixtures("speech")
def test_a_copied_visit_and_a_template_start_without_any_text(case: Signing) -> None:
    new = copy_visit(case.office, case.visit, CopyForm("Lagi", PartialDate(2023, 3, 1)))
    assert states(case.office, new) == [None]
    save_template(*case.where, "Milik kantor", case.session)
    [own] = [line for line in list_templates(*case.where) if line.own]
    later = rundown(*case.where).items[-1].ends_at
    apply_template(*case.where, own.key, case.session, later)
    assert states(*case.where) == [SpeechState.ASKED, None]


def test_only_the_operators_paper_tells_how_far_a_text_is(case: Signing, speech: UUID) -> None:
    put(case, speech, SpeechState.DRAFT)
    assert "Mikrofon Naskah: draf Text: in draft" in words(operator_pdf(*case.where))
    assert "Text: in draft" in words(operator_pdf(*case.where, side="en"))
    assert "Naskah" not in words(operator_pdf(*case.where, side="en"))
    for told in ("Naskah", "Text:"):
        assert told not in words(guest_pdf(*case.where))


def test_a_text_that_gets_ready_does_not_outdate_what_the_guests_have(
    case: Signing, speech: UUID
) -> None:
    mark_sent(*case.where)
    put(case, speech, SpeechState.READY)
    assert Check.SENT in rundown_state(*case.where).passed
