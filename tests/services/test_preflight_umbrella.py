"""What preflight finds about the agreement that another one rests on, and how it refuses."""

import pytest
from sqlmodel import select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.services.office import Office
from kunjungan.services.preflight import refuse_unless_ready
from kunjungan.store.tables import Tenure
from tests.builders import an_agreement
from tests.services.proving import KOREAN, alter, codes, found, remove
from tests.services.ready_agreements import ready


def test_an_addendum_must_say_what_it_changes(office: Office) -> None:
    addendum = ready(office, AgreementKind.ADDENDUM, Layout.COLUMNS)
    alter(office, addendum, parent_id=None)
    remove(office, addendum, lambda row: "{umbrella" in row.text_id)
    assert ("missing-umbrella", True) in codes(office, addendum)


def test_an_implementing_agreement_without_umbrella_is_only_asked_about(office: Office) -> None:
    implementing = ready(office, AgreementKind.PKS, Layout.COLUMNS)
    alter(office, implementing, parent_id=None)
    remove(office, implementing, lambda row: "{umbrella" in row.text_id)
    assert ("without-umbrella", False) in codes(office, implementing)


def test_a_third_language_at_home_is_one_finding_and_not_one_a_row(office: Office) -> None:
    agreement = an_agreement(office)
    alter(office, agreement, layout=Layout.SEQUENCE, **KOREAN)
    assert codes(office, agreement).count(("third-language-at-home", True)) == 1
    assert all(code != "missing-translation" for code, _ in codes(office, agreement))


def test_a_refusal_names_the_person_it_speaks_of(office: Office) -> None:
    implementing = ready(office, AgreementKind.PKS, Layout.COLUMNS)
    with office.store.change("Sign by power of attorney") as session:
        for tenure in session.exec(select(Tenure)):
            tenure.capacity = Capacity.ATTORNEY
    finding = found(office, implementing)[0]
    assert finding.code == "missing-authority"
    with office.store.read() as session, pytest.raises(RuleBroken) as refusal:
        refuse_unless_ready(session, implementing)
    assert str(refusal.value).startswith(f"{finding.person}: ")
