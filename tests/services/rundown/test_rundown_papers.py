"""The papers of a rundown: what guests read, what operators need, and nothing else."""

from dataclasses import replace
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.papers import (
    RundownChoice,
    rundown_name,
    rundown_pdf,
    write_rundown,
)
from kunjungan.services.rundown.templates import apply_template
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import edit_visit, visit_form
from tests.builders import a_region
from tests.golden import MatchesGolden
from tests.services.rundown.case import Signing, a_signing, guest_pdf, operator_pdf


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def case(office: Office) -> Signing:
    """A morning of a template with guests, and an afternoon with another delegation."""
    made = a_signing(office)
    made.agreement()
    apply_template(*made.where, "signing", made.session, time(8, 30))
    made.add("12.50", 5, "Cek mikrofon", shown=False, needs="Mikrofon cadangan", cue="Uji suara")
    guest(made, "Dr. Kepala Dinas Contoh, M.Si.", "Kepala Dinas", Group.AGENCY_HEADS)
    guest(made, "Sekda Contoh", "Sekretaris Daerah", Group.SECRETARY)
    guest(made, "Staf Contoh", "Staf", None)
    other = a_region(office, "16.10", "Panca Wijaya Akbar")
    second = add_delegation(office, made.visit, DelegationForm(other.id, other.head))
    session = add_session(
        office, made.visit, SessionForm("Sore", "Afternoon", starts_at=time(13)), [second]
    )
    made.add("13.10", 20, "Sambutan Bupati", title_en="Remarks by the Regent", session_id=session,
             kind=ItemKind.SPEECH, tenure_id=other.head, fixed=True)  # fmt: skip
    return made


def guest(case: Signing, name: str, title: str, group: Group | None) -> None:
    form = AttendeeForm(PersonForm(name), title, f"The {title}", group)
    add_attendee(case.office, case.delegation, form)


def test_the_guests_programme_is_as_it_was(case: Signing, matches_golden: MatchesGolden) -> None:
    matches_golden(guest_pdf(*case.where), "rundown-guests")


def test_the_operators_rundown_is_as_it_was(case: Signing, matches_golden: MatchesGolden) -> None:
    matches_golden(operator_pdf(*case.where), "rundown-operators")


def test_guests_read_no_cues_no_needs_and_nothing_for_operators(case: Signing) -> None:
    said = words(guest_pdf(*case.where))
    assert "Sambutan Wali Kota Prabumulih" in said
    assert "Remarks by the Mayor of Prabumulih" in said
    for hidden in ("Cek mikrofon", "Uji suara", "Undang kedua penanda", "Map naskah", "honourable"):
        assert hidden.casefold() not in said.casefold()


def test_operators_read_all_of_it_and_greet_the_highest_first(case: Signing) -> None:
    said = words(operator_pdf(*case.where, "id"))
    assert "Cek mikrofon (hanya petugas)" in said
    assert "(waktu tetap)" in said
    assert "26-08-2022 09.00 WIB" in said
    greeted = said[said.index("Daftar sapaan") :]
    order = [greeted.index(who) for who in (
        "Yana Mulyana", "Ridho Yahya", "Sekda Contoh", "Kepala Dinas Contoh",
    )]  # fmt: skip
    assert order == sorted(order)
    assert "Staf Contoh" not in greeted


def test_one_language_leaves_the_other_out(case: Signing) -> None:
    indonesian = words(guest_pdf(*case.where, "id"))
    english = words(guest_pdf(*case.where, "en"))
    assert ("PROGRAMME" in indonesian, "SUSUNAN ACARA" in english) == (False, False)
    assert "National anthem Indonesia Raya" in english


def test_a_delegation_reads_its_own_sessions_only(case: Signing) -> None:
    own = words(guest_pdf(*case.where, "id", case.delegation))
    assert "Sambutan Wali Kota Prabumulih" in own
    assert "Sambutan Bupati" not in own
    assert "Ogan Ilir" not in own


def test_equal_states_give_equal_bytes_on_the_sheet_chosen(case: Signing) -> None:
    choice = RundownChoice("operators", "id", None, Paper.A4, landscape=False)
    pdf = rundown_pdf(*case.where, choice)
    assert pdf == rundown_pdf(*case.where, choice)
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)
    across = PdfReader(BytesIO(rundown_pdf(*case.where, replace(choice, landscape=True))))
    assert across.pages[0].mediabox.width > across.pages[0].mediabox.height


def test_an_empty_rundown_is_a_paper_all_the_same(office: Office) -> None:
    case = a_signing(office)
    assert "Kunjungan SPBE" in words(guest_pdf(*case.where))


def test_several_days_abroad_are_told_in_local_time(office: Office) -> None:
    case = a_signing(office)
    form = replace(
        visit_form(*case.where),
        until=PartialDate.parse("2022-09-02"),
        starts_at=time(9),
        ends_at=time(15),
        abroad="Asia/Tokyo",
    )
    edit_visit(*case.where, form)
    case.add("09.00", 10, "Sambutan", title_en="Remarks")
    said = words(guest_pdf(*case.where, "en"))
    assert "1 September 2022 to Friday, 2 September 2022" in said
    assert "(Tokyo)" in said
    assert "as of 26-08-2022 11.00 (Tokyo)" in said
    assert "WIB" not in said


def test_a_visit_of_which_only_the_month_is_known_has_its_rundown(office: Office) -> None:
    case = a_signing(office)
    edit_visit(*case.where, replace(visit_form(*case.where), on=PartialDate.parse("2022-09")))
    case.add("09.00", 10, "Sambutan")
    case.add("09.05", 10, "Tumpang", session_id=None)
    assert [finding.check for finding in rundown_state(*case.where).findings] == [Check.OVERLAP]
    assert "September 2022" in words(guest_pdf(*case.where))


def test_a_folder_gets_files_that_tell_for_whom_they_are(case: Signing, tmp_path: Path) -> None:
    names = {
        rundown_name(*case.where, RundownChoice(version, side, key))
        for version in ("guests", "operators")
        for side in ("both", "id")
        for key in (None, case.delegation)
    }
    assert len(names) == 8
    made = write_rundown(*case.where, tmp_path, RundownChoice("guests"))
    assert made.read_bytes() == guest_pdf(*case.where)
    assert made.parent == tmp_path
