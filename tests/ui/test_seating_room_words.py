"""What the seating says beside the seats: emblem, flags, an empty order, spouses, other desks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.seating_kinds import ObjectKind
from kunjungan.services.delegations import AttendeeForm, add_attendee
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.seating import seat_guest
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.ui.screens.visits.seating.lens import LARGEST
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.toast import ToastBar
from tests.builders import a_visit
from tests.ui.seating_case import open_seating, run, tab
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


def said(widget: QWidget) -> str:
    """Return the words of all labels that are shown."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def kinds(case: Case) -> list[ObjectKind]:
    view = tab(case).view
    assert view is not None
    return [thing.kind for thing in view.objects]


def test_emblem_and_flags_of_the_regions_are_chosen_in_the_form_of_the_plan(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_seating(case)
    assert ObjectKind.EMBLEM in kinds(case)
    assert kinds(case).count(ObjectKind.FLAG) == 1

    def turn(dialog: FormDialog) -> None:
        for field in dialog.findChildren(CheckField):
            if "emblem" in field.text() or "Flags" in field.text():
                field.set_value(not field.value())

    answer(monkeypatch, turn)
    run(case, "seating.edit")
    assert ObjectKind.EMBLEM not in kinds(case)
    assert kinds(case).count(ObjectKind.FLAG) > 1
    tab(case).canvas.zoom_to(LARGEST)
    assert not tab(case).canvas.viewport().grab().isNull()


def test_an_order_without_anybody_says_where_guests_come_from(case: Case) -> None:
    case.go(a_visit(case.office), "seating")
    assert "Add guests under Delegations" in said(tab(case).list)
    seating = open_seating(case)
    assert seating.guests
    assert "Add guests under Delegations" not in said(tab(case).list)


def test_a_spouse_without_a_partner_is_asked_for(case: Case) -> None:
    seating = open_seating(case)
    assert "Whose spouse" not in said(tab(case).remarks)
    form = AttendeeForm(PersonForm("Pasangan Contoh"), "Ketua TP PKK", role="spouse")
    add_attendee(case.office, seating.delegation, form)
    assert "Whose spouse" in said(tab(case).remarks)
    assert "Pasangan Contoh" in said(tab(case).remarks)


def test_at_a_foreign_host_the_order_is_said_to_be_the_hosts(case: Case) -> None:
    seating = open_seating(case)
    assert "UU 9/2010" in said(tab(case).list)
    body = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Kawasaki", "Kawasaki City")
    form = visit_form(case.office, seating.visit)
    host = add_institution(case.office, body)
    edit_visit(
        case.office,
        seating.visit,
        replace(form, direction="outgoing", host_id=host, host_tenure_id=None),
    )
    case.go(seating.visit, "seating")
    assert "the host's protocol; own delegation by UU 9/2010" in said(tab(case).list)


def test_what_another_desk_did_meanwhile_is_shown_and_not_overwritten(case: Case) -> None:
    seating = open_seating(case)
    seen = tab(case).view
    assert seen is not None
    one, other = [s.place.key for s in seen.seats if s.guest is None and not s.place.behind][:2]
    names = list(seating.guests.values())
    seat_guest(case.office, seating.plan, names[0], one)  # the other desk
    verbs = tab(case).verbs
    deeds: tuple[Callable[[], None], ...] = (
        partial(verbs.put, seen, names[1], other),
        partial(verbs.unseat, seen, names[1]),
        partial(verbs.arrange, seen),
    )
    for deed in deeds:
        deed()
        [bar] = case.window.frame.findChildren(ToastBar)
        assert "Another desk has just changed this plan" in said(bar)
        assert seating.who(one) == "Tamu Sekretaris Daerah"
        assert not seating.who(other)
    now = tab(case).view
    assert now is not None
    assert now.taken[one] == names[0].hex
    tab(case).verbs.put(now, names[1], other)
    assert seating.who(other)
