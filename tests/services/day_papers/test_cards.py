"""Cards of a visit: whose they are, what stands on them, and which changed since."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.precedence import Group
from kunjungan.domain.visit_words import Duty
from kunjungan.services.day_papers import badges, certificates, labels, signs, tents
from kunjungan.services.day_papers.badges import badge_code
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.delegations import (
    attendee_form,
    edit_attendee,
    mark_attendance,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.visiting.crew import AssignmentForm, assign
from tests.builders import a_visit
from tests.documents.card_reading import all_words, picture
from tests.services.day_papers.card_case import Case, card_case, card_words


@pytest.fixture
def case(office: Office) -> Case:
    return card_case(office)


def test_a_badge_says_event_name_post_body_and_role(case: Case) -> None:
    made = badges.make(case.office, case.wish())
    found = card_words(made, case.mayor, "a4-8")
    for words in (
        "Kunjungan SPBE", "Kamis, 1 September 2022", "Ir. H. Ridho Yahya, M.M.",
        "Wali Kota Prabumulih", "Kota Prabumulih", "VIP",
    ):  # fmt: skip
        assert words in found
    assert "TUAN RUMAH" in card_words(made, case.host, "a4-8")


def test_who_has_no_name_yet_is_called_by_the_post(case: Case) -> None:
    made = badges.make(case.office, case.wish())
    found = card_words(made, case.secretary, "a4-8")
    assert "Sekretaris Daerah" in found
    assert "menyusul" not in all_words(made.pdf)
    tent = tents.make(case.office, case.wish(only=frozenset({str(case.secretary)})))
    assert "SEKRETARIS DAERAH" in all_words(tent.pdf)


def test_the_spelling_for_cards_wins_over_the_name(case: Case) -> None:
    form = attendee_form(case.office, case.mayor)
    person = replace(form.person, card_name="Bang Ridho")
    edit_attendee(case.office, case.mayor, replace(form, person=person))
    for make in (badges.make, tents.make, labels.place_labels):
        words = all_words(make(case.office, case.wish()).pdf)
        assert "Bang Ridho" in words
        assert "Ridho Yahya" not in words


def test_titles_keep_their_letters_where_a_name_is_in_capitals(case: Case) -> None:
    words = all_words(tents.make(case.office, case.wish()).pdf)
    assert "Ir. H. RIDHO YAHYA, M.M." in words
    assert "WALI KOTA PRABUMULIH" in words


def test_an_acting_official_is_called_so_and_not_twice(case: Case) -> None:
    form = attendee_form(case.office, case.mayor)
    edit_attendee(case.office, case.mayor, replace(form, capacity=Capacity.PLT))
    for title in ("Wali Kota Prabumulih", "Plt. Wali Kota Prabumulih"):
        form = replace(attendee_form(case.office, case.mayor), title_id=title)
        edit_attendee(case.office, case.mayor, form)
        made = badges.make(case.office, case.wish())
        words = card_words(made, case.mayor, "a4-8")
        assert words.count("Plt. Wali Kota Prabumulih") == 1
        assert "Plt. Plt." not in words


def test_who_does_not_come_gets_no_card(case: Case) -> None:
    mark_attendance(case.office, [case.mayor], "absent")
    for make in (badges.make, tents.make, labels.place_labels, certificates.make):
        assert str(case.mayor) not in make(case.office, case.wish()).marks


def test_only_the_cards_wanted_are_made(case: Case) -> None:
    only = frozenset({str(case.host), str(case.secretary)})
    for make in (badges.make, tents.make, labels.place_labels):
        assert set(make(case.office, case.wish(only=only)).marks) == only


def test_a_change_of_one_guest_changes_the_mark_of_that_card_alone(case: Case) -> None:
    for make in (badges.make, tents.make, labels.place_labels):
        before = make(case.office, case.wish()).marks
        form = attendee_form(case.office, case.mayor)
        other = "Wali Kota" if form.title_id != "Wali Kota" else "Wali Kota Prabumulih"
        edit_attendee(case.office, case.mayor, replace(form, title_id=other))
        after = make(case.office, case.wish()).marks
        assert {key for key in after if after[key] != before[key]} == {str(case.mayor)}


def test_marks_do_not_hang_on_the_sheet_or_the_first_label(case: Case) -> None:
    usual = badges.make(case.office, case.wish()).marks
    other = badges.make(case.office, case.wish(sheet="roll-50x80")).marks
    late = badges.make(case.office, case.wish(first=5)).marks
    assert usual == other == late


def test_equal_badges_are_equal_files(case: Case) -> None:
    one, other = (badges.make(case.office, case.wish()).pdf for _ in range(2))
    assert one == other


def test_codes_name_the_guest_and_nothing_personal(case: Case) -> None:
    made = badges.make(case.office, case.wish())
    found = {code.text for code in zxingcpp.read_barcodes(picture(made.pdf, 200, grey=True))}
    assert found == {badge_code(UUID(key)) for key in made.marks}
    assert not any("RIDHO" in code.upper() for code in found)


def test_the_crew_has_badges_each_of_them_once(case: Case) -> None:
    for duty in (Duty.PROTOCOL, Duty.USHER):
        assign(case.office, case.visit, AssignmentForm(duty, name="Petugas Contoh"))
    made = badges.make(case.office, case.wish())
    assert all_words(made.pdf).count("Petugas Contoh") == 1
    assert "PANITIA" in all_words(made.pdf)


def test_a_consul_general_and_an_interpreter_have_words_of_their_own(case: Case) -> None:
    consul = case.guest("Nama Konsul", "Konsul Jenderal Contoh")
    form = attendee_form(case.office, consul)
    edit_attendee(case.office, consul, replace(form, group=Group.CONSULS))
    interpreter = case.guest("Nama Juru Bahasa", "Penerjemah", role="interpreter")
    made = badges.make(case.office, case.wish())
    assert "VIP" in card_words(made, consul, "a4-8")
    assert "JURU BAHASA" in card_words(made, interpreter, "a4-8")
    made = badges.make(case.office, case.wish(language="en"))
    assert "INTERPRETER" in card_words(made, interpreter, "a4-8")
    roles = ("TAMU AGUNG | CHIEF GUEST | #000080 | head", "TAMU | GUEST | #444444 | member")
    change_settings(case.office, replace(office_settings(case.office), badge_roles=roles))
    made = badges.make(case.office, case.wish())
    assert "TAMU" in card_words(made, consul, "a4-8")


def test_the_roles_of_the_settings_are_on_the_badges(case: Case) -> None:
    roles = ("TAMU AGUNG | CHIEF GUEST | #000080 | head", "TAMU | GUEST | #444444 | member")
    change_settings(case.office, replace(office_settings(case.office), badge_roles=roles))
    made = badges.make(case.office, case.wish())
    assert "TAMU AGUNG" in card_words(made, case.mayor, "a4-8")
    english = badges.make(case.office, case.wish(language="en"))
    assert "CHIEF GUEST" in card_words(english, case.mayor, "a4-8")


def test_a_name_that_is_far_too_long_is_printed_whole_and_told(case: Case) -> None:
    name = " ".join(["Kusumaningrat"] * 14)
    key = case.guest(name, "Kepala Dinas")
    made = badges.make(case.office, case.wish())
    assert [warned.who for warned in made.warnings] == [name]
    assert card_words(made, key, "a4-8").count("Kusumaningrat") == 14


def test_a_letter_that_no_face_has_is_told_with_whose_it_is(case: Case) -> None:
    case.guest("Nama 🦆 Bebek", "Staf")
    made = badges.make(case.office, case.wish())
    assert [(warned.who, warned.values["signs"]) for warned in made.warnings] == [
        ("Nama 🦆 Bebek", "🦆")
    ]


def test_a_label_that_the_sheet_has_not_is_refused(case: Case) -> None:
    for first in (0, 9):
        with pytest.raises(RuleBroken, match="1 to 8"):
            badges.make(case.office, case.wish(first=first))
    with pytest.raises(NotFound):
        badges.make(case.office, case.wish(sheet="tent-a4"))


def test_a_visit_without_anybody_says_so(office: Office) -> None:
    wish = Wish(visit_id=a_visit(office))
    for make in (
        badges.make, tents.make, labels.place_labels, labels.folder_labels,
        signs.vehicle_signs, signs.door_signs, certificates.make,
    ):  # fmt: skip
        made = make(office, wish)
        assert (made.pages, made.pdf, len(made.blockers)) == (0, b"", 1)


def test_an_upright_badge_has_the_photo_and_another_one_changes_its_mark(case: Case) -> None:
    plain = badges.make(case.office, case.wish(sheet="a4-4"))
    flat = badges.make(case.office, case.wish())
    for colour in ("red", "blue"):
        file = BytesIO()
        Image.new("RGB", (60, 80), colour).save(file, "PNG")
        form = attendee_form(case.office, case.mayor)
        person = replace(form.person, photo_sha=case.office.archive.put(file.getvalue()))
        edit_attendee(case.office, case.mayor, replace(form, person=person))
        made = badges.make(case.office, case.wish(sheet="a4-4"))
        changed = {key for key in made.marks if made.marks[key] != plain.marks[key]}
        assert changed == {str(case.mayor)}
        plain = made
    shown = picture(plain.pdf, 50).convert("RGB")
    assert (0, 0, 255) in set(shown.get_flattened_data())
    assert badges.make(case.office, case.wish()).marks == flat.marks


def test_who_has_no_name_stands_large_by_the_post_whatever_the_sheet_sets_first(
    case: Case,
) -> None:
    only = frozenset({str(case.secretary)})
    usual, first = (
        tents.make(case.office, case.wish(only=only, sheet=slug)).pdf
        for slug in ("tent-a4-3", "tent-a4-post")
    )
    assert picture(usual, 50).tobytes() == picture(first, 50).tobytes()
