"""The register as a list: states, days left, faults of numbers, order, filters, the chain."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.number_series import NumberFault
from kunjungan.domain.registry import Follow, Link
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.registry.chain import chain_of
from kunjungan.services.registry.facts import (
    EndForm,
    RegisterFacts,
    edit_register_facts,
    end_agreement,
    end_form,
    known_words,
    register_facts,
    take_back_end,
)
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.narrowing import GROUPS, Narrowing, narrowed
from kunjungan.services.registry.renewal import renew
from kunjungan.services.registry.row import RegisterRow
from kunjungan.services.registry.timeline import timeline
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Agreement, AgreementVisit
from tests.builders import SIGNING_DAY, Old, an_agreement, an_old_agreement

PATTERN = "415.4/{seq:03}-KSD/{year}"


def row_of(office: Office, agreement: UUID) -> RegisterRow:
    return next(row for row in register_lines(office) if row.id == agreement)


def faults(office: Office, agreement: UUID) -> list[NumberFault]:
    return [fault.kind for fault in row_of(office, agreement).faults]


def test_an_old_agreement_stands_beside_a_draft(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 11, 20), field="Kebudayaan"))
    draft = an_agreement(office)
    rows = register_lines(office)
    assert [(row.id, row.status) for row in rows] == [
        (old, AgreementStatus.ENDING),
        (draft, AgreementStatus.DRAFT),
    ]
    assert rows[0].signed_on == date(2017, 11, 20)
    assert rows[0].days_left == (date(2022, 11, 20) - office.today()).days
    assert (rows[1].signed_on, rows[1].days_left, rows[1].signing_on) == (None, None, SIGNING_DAY)


def test_the_own_party_stands_first_wherever_it_signs(office: Office) -> None:
    old = an_old_agreement(office)
    partner = row_of(office, old).partners[0]
    change_settings(
        office, replace(office_settings(office), own_institution=UUID(str(partner.body)))
    )
    assert row_of(office, old).own.name == partner.name


def test_texts_that_block_stand_first_and_what_is_over_last(office: Office) -> None:
    over = an_old_agreement(office, Old("1", date(2010, 1, 1)))
    running = an_old_agreement(office, Old("2", date(2020, 1, 1), years=9))
    ending = an_old_agreement(office, Old("3", date(2017, 10, 1)))
    draft = an_agreement(office)
    assert [row.id for row in register_lines(office)] == [ending, draft, running, over]
    write_clause(office, list_clauses(office, draft)[3].id, "en", "")
    assert register_lines(office)[0].id == draft


def test_numbers_given_twice_or_missing_or_left_out_are_flagged(office: Office) -> None:
    change_settings(office, replace(office_settings(office), number_pattern=PATTERN))
    day = date(2018, 5, 1)
    first, second, third = (
        an_old_agreement(office, Old(f"415.4/{n:03}-KSD/2018", day, partner=f"Kota {n}"))
        for n in (1, 2, 4)
    )
    twin = an_old_agreement(office, Old("415.4/002-KSD/2018", day, partner="Kota Lain"))
    without = an_old_agreement(office, Old("", day))
    assert faults(office, first) == []
    assert faults(office, second) == [NumberFault.DUPLICATE]
    assert row_of(office, second).faults[0].others == (twin,)
    assert faults(office, third) == [NumberFault.GAP]
    assert faults(office, without) == [NumberFault.MISSING]


def test_a_partner_s_number_is_only_compared_with_that_partner_s(office: Office) -> None:
    an_old_agreement(office, Old("1", partner="Kota A"))
    other = an_old_agreement(office, Old("2", partner="Kota B"))
    assert faults(office, other) == []


def test_a_foreign_memorandum_needs_no_number(office: Office) -> None:
    assert faults(office, an_old_agreement(office, Old("", kind=AgreementKind.MSP))) == []


def test_every_agreement_is_in_one_group() -> None:
    assert sum(len(states) for name, states in GROUPS.items() if name != "all") == len(
        AgreementStatus
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Narrowing(words="sampah 415.4/7"), ["415.4/7"]),
        (Narrowing(words="CIMAHI pengelolaan"), ["415.4/7"]),
        (Narrowing(words="mitra"), ["415.4/7", "9"]),
        (Narrowing(kind=AgreementKind.PKS), ["9"]),
        (Narrowing(field="Budaya"), ["9"]),
        (Narrowing(year=2019), ["9"]),
        (Narrowing(statuses=GROUPS["over"]), []),
        (Narrowing(ending_days=36), ["415.4/7"]),
    ],
)
def test_the_register_is_narrowed_by_words_in_any_order_and_by_facts(
    office: Office, wanted: Narrowing, found: list[str]
) -> None:
    an_old_agreement(office, Old("415.4/7", date(2017, 10, 1)))
    an_old_agreement(
        office, Old("9", date(2019, 2, 1), 6, "Kota Suwon", "Budaya", AgreementKind.PKS, "Budaya")
    )
    rows = narrowed(register_lines(office), wanted)
    assert [row.own.number for row in rows] == found


def test_field_and_unit_are_the_office_s_own_at_any_stage(office: Office) -> None:
    old = an_old_agreement(office)
    form = register_facts(office, old)
    edit_register_facts(office, old, replace(form, field=" Persampahan ", unit="DLH"))
    row = row_of(office, old)
    assert (row.field, row.unit) == ("Persampahan", "DLH")
    assert known_words(office) == (["Persampahan"], ["DLH"])
    with pytest.raises(Conflict):
        edit_register_facts(office, old, replace(form, field="Lain"))
    undo(office)
    assert register_facts(office, old) == RegisterFacts(version=register_facts(office, old).version)


def test_an_agreement_ends_early_with_a_reason_that_is_kept(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2020, 1, 1), years=9))
    end_agreement(office, old, EndForm(date(2022, 8, 1), "Objek hapus (PP 28/2018 pasal 9)"))
    row = row_of(office, old)
    assert (row.status, row.days_left) == (AgreementStatus.TERMINATED, None)
    assert row.end_reason.startswith("Objek hapus")
    take_back_end(office, old)
    assert (row_of(office, old).status, end_form(office, old)) == (AgreementStatus.IN_FORCE, None)
    undo(office)
    assert row_of(office, old).status is AgreementStatus.TERMINATED


@pytest.mark.parametrize(
    "form",
    [
        EndForm(date(2019, 12, 31), "sebelum ditandatangani"),
        EndForm(date(2029, 1, 2), "sesudah habis"),
        EndForm(date(2022, 1, 1), "  "),
    ],
)
def test_an_end_that_cannot_be_is_refused(office: Office, form: EndForm) -> None:
    old = an_old_agreement(office, Old(signed=date(2020, 1, 1), years=9))
    with pytest.raises(RuleBroken):
        end_agreement(office, old, form)
    assert end_form(office, old) is None


def test_the_chain_goes_from_umbrella_to_renewal(office: Office) -> None:
    umbrella = an_old_agreement(office, Old("1", date(2017, 10, 1)))
    work = an_old_agreement(
        office, Old("2", date(2018, 2, 1), kind=AgreementKind.PKS, parent=umbrella)
    )
    change = an_old_agreement(
        office, Old("3", date(2019, 2, 1), kind=AgreementKind.ADDENDUM, parent=umbrella)
    )
    again = renew(office, work)
    for asked in (umbrella, again):
        lines = chain_of(office, asked)
        assert [(line.id, line.depth, line.link) for line in lines] == [
            (umbrella, 0, Link.ROOT),
            (change, 1, Link.ADDENDUM),
            (work, 1, Link.IMPLEMENTING),
            (again, 2, Link.RENEWAL),
        ]
        assert [line.id for line in lines if line.here] == [asked]


def test_a_ring_of_renewals_is_shown_once(office: Office) -> None:
    first = an_old_agreement(office, Old("1"))
    second = an_old_agreement(office, Old("2", renews=first))
    with office.store.change("ring") as session:
        session.get_one(Agreement, first).renews_id = second
    assert len(chain_of(office, first)) == 2
    assert len(register_lines(office)) == 2


def test_what_follows_an_end_is_told(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 10, 1)))
    assert row_of(office, old).follow_up.state is Follow.NONE
    visit = schedule_visit(office, VisitForm("Pembahasan", PartialDate(2022, 9, 21)))
    with office.store.change("link") as session:
        session.add(AgreementVisit(agreement_id=old, visit_id=visit))
    told = row_of(office, old).follow_up
    assert told.state is Follow.IN_TALKS
    assert told.talks is not None
    assert told.talks.on == PartialDate(2022, 9, 21)
    after = an_old_agreement(office, Old("2", date(2022, 10, 2), renews=old))
    told = row_of(office, old).follow_up
    assert (told.state, told.by, told.until) == (Follow.EXTENDED, after, date(2027, 10, 2))


def test_a_drafted_renewal_is_told_with_its_draft(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 10, 1)))
    draft = renew(office, old)
    told = row_of(office, old).follow_up
    assert (told.state, told.by, told.draft_no) == (Follow.DRAFTED, draft, 1)


def test_the_line_of_time_holds_what_ends_within_its_months(office: Office) -> None:
    near = an_old_agreement(office, Old("1", date(2017, 10, 1)))
    far = an_old_agreement(office, Old("2", date(2018, 6, 1)))
    an_old_agreement(office, Old("3", date(2010, 6, 1)))
    an_agreement(office)
    rows, today = register_lines(office), office.today()
    assert [each.id for each in timeline(rows, today, 6).endings] == [near]
    line = timeline(rows, today, 12)
    assert [(each.id, each.near) for each in line.endings] == [(near, True), (far, False)]
    assert 0 < line.endings[0].share < line.near < line.endings[1].share < 1
    assert [day.month for day, _ in line.ticks] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
    assert {day.month for day, _ in timeline(rows, today, 36).ticks} == {1, 4, 7, 10}
