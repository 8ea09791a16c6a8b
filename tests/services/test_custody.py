"""Where each original lies: kept, lent, overdue, returned, and what became of it before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.parties import PartyForm, parties_of
from kunjungan.services.printing import preview
from kunjungan.services.process.custody import custody
from kunjungan.services.process.custody_history import custody_history
from kunjungan.services.process.lending import (
    CustodyForm,
    custody_form,
    record_copy,
    set_custody,
    take_back,
)
from kunjungan.services.register import register
from kunjungan.store.tables import Agreement, Original
from tests.builders import AFTER_SIGNING, an_agreement, bandung, prabumulih
from tests.services.processing import at
from tests.services.signed_agreements import printed, signed


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def test_an_original_is_kept_lent_overdue_and_returned(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    form = custody_form(office, agreement, 2)
    set_custody(office, agreement, 2, replace(form, kept_at=" Lemari 3 "))
    form = custody_form(office, agreement, 2)
    due = date(2022, 8, 25)
    set_custody(office, agreement, 2, replace(form, lent_to="Bagian Hukum", due_back_on=due))
    mine = custody(office, agreement)[1]
    assert (mine.kept_at, mine.lent_to, mine.overdue, mine.ours) == (
        "Lemari 3",
        "Bagian Hukum",
        True,
        True,
    )
    take_back(office, agreement, 2)
    mine = custody(office, agreement)[1]
    assert (mine.lent_to, mine.due_back_on, mine.overdue) == ("", None, False)
    steps = [(s.field, s.old, s.new) for s in custody_history(office, mine.id)]
    assert ("lent_to", "Bagian Hukum", "") in steps
    assert steps[-1] == ("kept_at", "", "Lemari 3")
    undo(office)
    assert custody(office, agreement)[1].lent_to == "Bagian Hukum"


def test_on_its_last_day_a_lent_original_is_not_overdue(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    set_custody(office, agreement, 2, CustodyForm("", "Bagian Hukum", office.today()))
    assert not custody(office, agreement)[1].overdue


def test_what_cannot_be_is_refused(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = printed(office, press, tmp_path)
    with pytest.raises(RuleBroken, match="to whom it is lent"):
        set_custody(office, agreement, 1, CustodyForm(due_back_on=date(2022, 9, 30)))
    with pytest.raises(RuleBroken, match="is not lent"):
        take_back(office, agreement, 1)
    with pytest.raises(NotFound, match="no original 9"):
        custody_form(office, agreement, 9)
    with pytest.raises(RuleBroken, match="come from this program"):
        record_copy(office, agreement, CustodyForm("Map 3"))


def test_an_original_that_is_not_printed_lies_nowhere(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken, match="has not been printed"):
        set_custody(office, agreement, 1, CustodyForm("Lemari 3"))


def test_somebody_elses_note_is_not_overwritten(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    form = custody_form(office, agreement, 1)
    set_custody(office, agreement, 1, replace(form, kept_at="Lemari 3"))
    with pytest.raises(Conflict, match="changed this record"):
        set_custody(office, agreement, 1, replace(form, kept_at="Lemari 4"))


def test_the_office_keeps_the_original_of_its_own_institution(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    partner = parties_of(office, agreement)[1].institution_id
    assert [line.ours for line in custody(office, agreement)] == [False, True]
    change_settings(office, replace(office_settings(office), own_institution=partner))
    assert [line.ours for line in custody(office, agreement)] == [True, False]


def test_what_the_register_says_goes_for_the_offices_own_until_it_is_noted_itself(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    register(office, agreement, kept_at="Rak A")
    assert [line.kept_at for line in custody(office, agreement)] == ["", "Rak A"]
    set_custody(office, agreement, 2, CustodyForm("Rak B"))
    assert custody(office, agreement)[1].kept_at == "Rak B"


def test_of_an_old_agreement_the_paper_that_is_held_is_recorded(office: Office) -> None:
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    agreement = draft_agreement(office, AgreementForm("Lama"), parties)
    with office.store.change("Old") as session:
        session.get_one(Agreement, agreement).stage = AgreementStage.REGISTERED
        for row in session.exec(select(Original)):
            session.delete(row)
    assert custody(office, agreement) == []
    with pytest.raises(RuleBroken, match="whether it is a copy"):
        record_copy(office, agreement, CustodyForm())
    assert record_copy(office, agreement, CustodyForm("Fotokopi, map 3")) == 1
    (line,) = custody(office, agreement)
    assert (line.kept_at, line.ours, line.printed) == ("Fotokopi, map 3", True, False)
    set_custody(office, agreement, 1, CustodyForm("Map 3", "Inspektorat", date(2022, 8, 1)))
    assert custody(office, agreement)[0].overdue


def test_of_an_agreement_made_elsewhere_no_paper_is_set(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    with office.store.change("Old") as session:
        session.get_one(Agreement, agreement).stage = AgreementStage.REGISTERED
        for row in session.exec(select(Original)):
            session.delete(row)
    with pytest.raises(NotFound, match="made elsewhere"):
        preview(office, press, agreement, PaperChoice())
