"""The room of a seating plan: templates, parts and their drawing, several plans, both sides."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.brief_posts import brief_post
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.domain.seating_kinds import Part, PartKind
from kunjungan.services.office import Office
from kunjungan.services.seating import list_plans, new_plan, plan_view, seat_templates
from kunjungan.store.tables import SeatingPlan
from kunjungan.ui.screens.visits.seating.order_rows import GuestRow, row_words
from kunjungan.ui.screens.visits.seating.parts_field import PartField, PartsField, new_part
from kunjungan.ui.screens.visits.seating.pens import in_lines, set_in, with_initials
from kunjungan.ui.screens.visits.seating.plan_dialogs import TemplateField
from kunjungan.ui.screens.visits.seating.words import rank_words
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.widgets.fields import NumberField
from tests.ui.seating_case import Seating, open_seating, run, tab
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def seating(case: Case) -> Seating:
    return open_seating(case)


def test_a_second_plan_stands_beside_the_first(
    case: Case, seating: Seating, monkeypatch: pytest.MonkeyPatch
) -> None:
    def banquet(dialog: object) -> None:
        dialog.findChild(TemplateField).choose("banquet")  # type: ignore[attr-defined]

    answer(monkeypatch, banquet)
    run(case, "seating.new")
    assert len(list_plans(case.office, seating.visit)) == 2
    view = tab(case).view
    assert view is not None
    assert view.id != seating.plan
    assert view.parts[0].kind is PartKind.BANQUET
    tab(case).pane.bar.chosen.emit(seating.plan)
    view = tab(case).view
    assert view is not None
    assert view.id == seating.plan


def test_a_room_given_fewer_seats_keeps_who_still_fits(
    case: Case, seating: Seating, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = seating.seat_of("Yana Mulyana")

    def one_row(dialog: object) -> None:
        field = dialog.findChildren(PartField)[1]  # type: ignore[attr-defined]
        rows, seats = field.findChildren(NumberField)[:2]
        rows.set_value(1)
        seats.set_value(2)

    answer(monkeypatch, one_row)
    run(case, "seating.edit")
    view = plan_view(case.office, seating.plan)
    assert sum(seat.place.part == view.parts[1].key for seat in view.seats) == 2
    assert seating.seat_of("Yana Mulyana") == host


def test_a_room_becomes_a_template_for_other_visits(
    case: Case, seating: Seating, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda dialog: None)
    run(case, "seating.save_template")
    own = [room for room in seat_templates(case.office) if room.own]
    assert own[0].parts == plan_view(case.office, seating.plan).parts
    again = new_plan(case.office, seating.visit, own[0].key)
    assert plan_view(case.office, again).parts == own[0].parts


def test_parts_are_added_moved_and_removed(qapp: QApplication) -> None:
    del qapp
    field = PartsField([new_part(PartKind.SIGNING)])
    field._kind.set_value(PartKind.ROWS)
    field._add()
    assert [part.kind for part in field.value()] == [PartKind.SIGNING, PartKind.ROWS]
    field._fields[1].moved.emit(-1)
    assert [part.kind for part in field.value()] == [PartKind.ROWS, PartKind.SIGNING]
    field._fields[0].moved.emit(0)
    assert [part.kind for part in field.value()] == [PartKind.SIGNING]


def test_a_room_too_large_is_refused_while_it_is_typed(qapp: QApplication) -> None:
    del qapp
    field = PartsField([new_part(PartKind.ROWS)])
    field._fields[0]._numbers["seats"].set_value(61)
    assert field.known() is None
    with pytest.raises(RuleBroken):
        field.value()


@pytest.mark.parametrize("kind", list(PartKind))
def test_every_kind_of_part_is_drawn_and_written_back(qapp: QApplication, kind: PartKind) -> None:
    del qapp
    part = new_part(kind)
    assert PartField(part).value() == part


def test_aisles_beyond_the_row_are_left_out(qapp: QApplication) -> None:
    del qapp
    field = PartField(Part(kind=PartKind.ROWS, key="r", seats=6))
    field._aisles.set_value((2, 9))
    assert field.value().aisles == (2,)


def test_a_room_fits_across_and_stays_legible(case: Case, seating: Seating) -> None:
    del seating
    canvas = tab(case).canvas
    canvas.zoom_to(None)
    assert canvas.lens.size.width() <= canvas.viewport().width()
    assert 0.6 <= canvas.lens.zoom <= 1


def test_a_long_name_shrinks_to_initials_and_no_further(qapp: QApplication) -> None:
    del qapp
    face = font(TextRole.LABEL)
    assert with_initials("Panca Wijaya Akbar", face, 1000) == "Panca Wijaya Akbar"
    assert with_initials("Panca Wijaya Akbar", face, 96) == "Panca W. Akbar"
    assert with_initials("Panca Wijaya Akbar", face, 10) == "Panca W. A."
    assert in_lines("Kabag Kerja Sama Daerah", face, 80)[0] == "Kabag Kerja"
    assert len(in_lines("satu dua tiga empat lima enam tujuh", face, 40)) == 2


@pytest.mark.parametrize(
    ("post", "brief"),
    [
        ("Kepala Dinas Komunikasi dan Informatika", "Ka. Diskominfo"),
        ("Kepala Bagian Hukum", "Kabag Hukum"),
        ("Sekretaris Daerah", "Sekda"),
        ("Kepala Bagian Kerja Sama", "Kabag Kerja Sama"),
        ("Wali Kota Prabumulih", "Wali Kota Prabumulih"),
        ("Pemangku Adat", "Pemangku Adat"),
    ],
)
def test_a_post_is_shortened_as_offices_do(post: str, brief: str) -> None:
    assert brief_post(Bilingual(post, "")).id == brief


def test_a_damaged_plan_is_told_and_the_window_stands(case: Case, seating: Seating) -> None:
    with case.office.store.change("Damage") as session:
        plan = session.get(SeatingPlan, seating.plan)
        assert plan is not None
        plan.parts = ({"kind": "no such part"},)
    QApplication.processEvents()
    said = [label.text() for label in tab(case).findChildren(QLabel)]
    assert "The seating cannot be shown" in said
    assert not case.can("seating.arrange")


def test_what_is_too_long_for_a_card_takes_another_line(qapp: QApplication) -> None:
    del qapp
    face = font(TextRole.NOTE)
    assert set_in("Sekda", face, 80, 2)[0] == ["Sekda"]
    assert set_in("Asisten Pemerintahan", face, 80, 2)[0] == ["Asisten", "Pemerintahan"]
    (cut,) = set_in("Asisten Pemerintahan", face, 80, 1)[0]
    assert cut.endswith("…")


def test_the_host_is_said_by_words_that_fit(case: Case) -> None:
    open_seating(case)
    mayor = next(line for line in tab(case).order.lines if line.guest.host)
    assert rank_words(mayor.guest) == "Mayor · host"
    nameless = replace(mayor.guest, name=PersonName(""), card_name="")
    assert rank_words(nameless) == "host"
    assert "Bandung" in row_words(GuestRow(replace(mayor, guest=nameless), ""))
