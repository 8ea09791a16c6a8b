"""What the pack of a visit ticks and says by itself, for guests and hosts of every kind."""

from dataclasses import replace

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.stages import VisitStage
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.pack.contents import Pack, pack_of
from kunjungan.services.pack.making import PackWish, make_paper
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import Delegation, Institution, Visit
from tests.builders import a_visit
from tests.day_case import Day, a_day
from tests.documents.reading import words


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def tongue(pack: Pack, slug: str) -> str:
    """The language that a paper is in unless another is asked for."""
    (item,) = pack.named([slug])
    assert item.day is not None
    return item.day.tongues[0]


def make_foreign(day: Day) -> None:
    with day.office.store.change("Another kind", kind="system") as session:
        row = session.get(Delegation, day.delegation)
        body = session.get(Institution, row.institution_id) if row is not None else None
        assert body is not None
        body.kind = InstitutionKind.FOREIGN_GOVERNMENT


def test_cards_of_foreign_guests_are_in_both_languages(day: Day, press: Press) -> None:
    assert tongue(pack_of(day.office, day.visit), "badges") == "id"
    make_foreign(day)
    pack = pack_of(day.office, day.visit)
    assert {tongue(pack, slug) for slug in ("badges", "tents", "certificates")} == {"both"}
    assert tongue(pack, "catering") == "id"
    (badges,) = pack.named(["badges"])
    text = words(make_paper(day.office, press, pack, badges, PackWish()).pdf)
    assert "TAMU / GUEST" in text


def test_cards_taken_along_to_a_foreign_host_are_in_both_languages(day: Day) -> None:
    there = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Kawasaki", "City of Kawasaki")
    host = add_institution(day.office, there)
    form = visit_form(day.office, day.visit)
    away = replace(form, direction="outgoing", host_id=host, host_tenure_id=None)
    edit_visit(day.office, day.visit, away)
    assert tongue(pack_of(day.office, day.visit), "badges") == "both"


def test_whoever_visits_others_prints_only_what_they_bring_along(day: Day) -> None:
    form = visit_form(day.office, day.visit)
    edit_visit(day.office, day.visit, replace(form, direction="outgoing"))
    pack = pack_of(day.office, day.visit)
    usual = {item.slug for item in pack.items if item.usual}
    assert usual == {"originals", "badges", "rundown_guest", "signing_cards", "assignment"}
    assert pack.named(["attendance"])


def test_a_pack_says_that_its_visit_was_called_off_or_has_no_day(day: Day) -> None:
    assert pack_of(day.office, day.visit).remarks == ()
    with day.office.store.change("Call off", kind="system") as session:
        visit = session.get(Visit, day.visit)
        assert visit is not None
        visit.stage, visit.on = VisitStage.POSTPONED, PartialDate(2022, 9)
    said = [each.message for each in pack_of(day.office, day.visit).remarks]
    assert ["called off" in said[0], "not fixed" in said[1]] == [True, True]


def test_a_visit_on_a_day_that_stands_needs_no_remark(office: Office) -> None:
    assert pack_of(office, a_visit(office)).remarks == ()
