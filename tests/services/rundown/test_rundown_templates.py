"""Templates fill in who takes part; what an office keeps becomes places to fill again."""

from datetime import time

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown_templates import data_of, row_of, shipped_templates
from kunjungan.domain.visit_words import ItemKind
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.items import list_items, remove_items
from kunjungan.services.rundown.templates import (
    apply_template,
    list_templates,
    preview,
    remove_template,
    save_template,
)
from kunjungan.store.tables import Template
from tests.services.rundown.case import Signing, a_signing


@pytest.fixture
def case(office: Office) -> Signing:
    return a_signing(office)


def test_the_template_of_the_visits_kind_comes_first(case: Signing) -> None:
    keys = [line.key for line in list_templates(*case.where)]
    assert keys[0] == "signing"
    assert set(keys) == {"signing", "study", "courtesy", "foreign"}


def test_a_signing_is_filled_with_speakers_and_agreements(case: Signing) -> None:
    agreement = case.agreement()
    seen = preview(*case.where, "signing", case.session, time(8, 30))
    assert case.titles() == []
    made = apply_template(*case.where, "signing", case.session, time(8, 30))
    lines = list_items(*case.where)
    assert [line.id for line in lines] == made
    assert [(line.starts_at, line.title) for line in lines] == [
        (item.starts_at, item.title) for item in seen
    ]
    said = {line.title.id: line.tenure_id for line in lines if line.kind is ItemKind.SPEECH}
    assert list(said.items()) == [
        ("Sambutan Wali Kota Prabumulih", case.guest.head),
        ("Sambutan Wali Kota Bandung", case.host.head),
    ]
    [signing] = [line for line in lines if line.kind is ItemKind.SIGNING]
    assert (signing.agreement_id, signing.minutes) == (agreement, 10)
    assert "Prabumulih" in signing.title.en
    assert all(line.title.en for line in lines)


def test_one_undo_takes_a_whole_template_back(case: Signing) -> None:
    apply_template(*case.where, "study", case.session, time(9))
    undo(case.office)
    assert list_items(*case.where) == []


def test_a_template_that_would_pass_midnight_writes_nothing(case: Signing) -> None:
    with pytest.raises(RuleBroken):
        apply_template(*case.where, "study", case.session, time(23))
    assert list_items(*case.where) == []


def test_a_signing_template_passes_the_checks(case: Signing) -> None:
    case.agreement()
    apply_template(*case.where, "signing", None, time(8, 30))
    told = {finding.check.value for finding in rundown_state(*case.where).findings}
    assert told <= {"quiet", "hours"}


def test_what_the_office_keeps_is_filled_in_anew(case: Signing) -> None:
    case.agreement()
    apply_template(*case.where, "signing", case.session, time(8))
    before = [(line.minutes, line.title, line.tenure_id, line.agreement_id)
              for line in list_items(*case.where)]  # fmt: skip
    kept = save_template(*case.where, "Penandatanganan kita", case.session)
    first = list_templates(*case.where)[0]
    assert (first.key, first.own, first.fits) == (str(kept), True, True)
    remove_items(case.office, [line.id for line in list_items(*case.where)])
    apply_template(*case.where, first.key, case.session, time(8))
    after = [(line.minutes, line.title, line.tenure_id, line.agreement_id)
             for line in list_items(*case.where)]  # fmt: skip
    assert after == before


def test_a_name_kept_twice_stands_once(case: Signing) -> None:
    case.add("09.00", 10, "A")
    assert save_template(*case.where, "Kita", case.session) == save_template(
        *case.where, " kita ", case.session
    )
    own = [line for line in list_templates(*case.where) if line.own]
    assert len(own) == 1
    remove_template(case.office, own[0].key)
    assert not any(line.own for line in list_templates(*case.where))


def test_nothing_and_nameless_is_no_template(case: Signing) -> None:
    with pytest.raises(RuleBroken):
        save_template(*case.where, "Kosong", case.session)
    case.add("09.00", 10, "A")
    with pytest.raises(RuleBroken):
        save_template(*case.where, "  ", case.session)


def test_a_damaged_template_is_refused_in_words(case: Signing) -> None:
    with case.office.store.change("Template") as session:
        row = Template(use="rundown", name_id="Rusak", rows=({"minutes": "x"},))
        session.add(row)
    with pytest.raises(RuleBroken):
        preview(*case.where, str(row.id), case.session, time(9))


@pytest.mark.parametrize("made", shipped_templates(), ids=lambda made: made.code)
def test_rows_survive_being_written_and_read(made) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert [row_of(data_of(row)) for row in made.rows] == list(made.rows)
    assert all(row.title.en != row.title.id for row in made.rows)
