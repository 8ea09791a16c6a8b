"""The check while something is dragged, and the free rooms offered for it."""

from dataclasses import replace
from datetime import date, time

from kunjungan.domain.visit_words import ItemKind, LetterKind, ResourceKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.calendar.holidays import HolidayForm, add_holiday
from kunjungan.services.calendar.moving import Slot, move_to
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.planner import Planner
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.parties import PartyForm
from kunjungan.store.tables import Letter
from tests.builders import bandung, prabumulih
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY, Hours

SINCE, UNTIL = date(2022, 8, 29), date(2022, 10, 3)
FRIDAY = date(2022, 9, 2)


def check(office: Office, ref: Ref, slot: Slot) -> list[tuple[str, str]]:
    """Each line of a check as its tone and its words."""
    found = Planner(office, SINCE, UNTIL).check(ref, slot)
    return [(line.tone, line.text.format(**line.values)) for line in found.lines]


def at(day: date, start: int, end: int) -> Slot:
    return Slot(day, day, time(start), time(end))


def test_a_free_room_and_leader_are_named(office: Office) -> None:
    host = bandung(office)
    ref = planned.visit(office, leader=host.head)
    assert check(office, ref, at(date(2022, 9, 6), 9, 11)) == [
        ("ok", "Auditorium is free"),
        ("ok", "Yana Mulyana has nothing else"),
    ]


def test_a_leader_who_also_signs_is_still_told_to_be_free(office: Office) -> None:
    host = bandung(office)
    change_settings(office, replace(office_settings(office), own_institution=host.id))
    ref = planned.visit(office, leader=host.head)
    guest = prabumulih(office)
    parties = [PartyForm(body.id, body.head) for body in (host, guest)]
    form = AgreementForm("Penerapan SPBE", signing_on=DAY)
    agreement = draft_agreement(office, form, parties, [ref.id])
    planned.item(office, ref, time(10), agreement_id=agreement, kind=ItemKind.SIGNING)
    lines = check(office, ref, at(date(2022, 9, 6), 9, 12))
    assert ("ok", "Yana Mulyana has nothing else") in lines


def test_a_holiday_within_a_stay_of_several_days_is_told(office: Office) -> None:
    ref = planned.visit(office, None, room="")
    holiday = HolidayForm(date(2022, 9, 7), HolidayKind.LOCAL, "Libur daerah", "Local day")
    add_holiday(office, holiday)
    lines = check(office, ref, Slot(date(2022, 9, 6), date(2022, 9, 11)))
    assert [words for _, words in lines if "local holiday" in words]
    assert len([words for _, words in lines if "closed on this weekday" in words]) == 1


def test_a_taken_room_says_by_what_and_when(office: Office) -> None:
    ref = planned.visit(office)
    planned.visit(office, Hours(13, 15), title="DPRD Sumedang")
    assert check(office, ref, at(DAY, 14, 15))[0] == (
        "bad", "Auditorium is taken: DPRD Sumedang, 13.00\N{EN DASH}15.00",
    )  # fmt: skip


def test_too_short_a_turn_around_is_a_warning(office: Office) -> None:
    ref = planned.visit(office)
    planned.visit(office, Hours(13, 15), title="DPRD Sumedang")
    (tone, words), *_ = check(office, ref, Slot(DAY, DAY, time(15, 10), time(17)))
    assert (tone, words) == (
        "warn", "Auditorium: 20 minutes short between this and DPRD Sumedang",
    )  # fmt: skip


def test_a_visit_never_meets_itself_where_it_was(office: Office) -> None:
    ref = planned.visit(office)
    planned.session(office, ref, Hours(9, 10))
    planned.session(office, ref, Hours(10, 12))
    planner = Planner(office, SINCE, UNTIL)
    assert planner.check(ref, at(DAY, 10, 13)).clashes == ()


def test_the_sessions_of_a_moved_visit_are_checked_in_their_new_time(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    planned.session(office, ref, Hours(13, 15))
    planned.visit(office, Hours(13, 15, FRIDAY), title="DPRD Sumedang")
    (clash,) = Planner(office, SINCE, UNTIL).check(ref, Slot(FRIDAY, FRIDAY)).clashes
    assert (clash.missing, clash.overlap.starts.hour) == (0, 6)


def test_a_session_that_its_visit_would_leave_out_is_told(office: Office) -> None:
    ref = planned.visit(office, None, room="")
    move_to(office, ref, Slot(DAY, date(2022, 9, 5)))
    planned.session(office, ref, Hours(9, 11, date(2022, 9, 3)))
    (tone, words), *_ = check(office, ref, Slot(DAY, FRIDAY))
    assert (tone, words[:6]) == ("bad", "“Sesi”")
    assert "bad" not in dict(check(office, ref, Slot(DAY, date(2022, 9, 4))))
    assert "bad" not in dict(check(office, ref, Slot(date(2022, 9, 8), date(2022, 9, 12))))


def test_sessions_are_checked_where_they_stay_when_only_the_beginning_moves(office: Office) -> None:
    ref = planned.visit(office, None, room="")
    move_to(office, ref, Slot(DAY, date(2022, 9, 5)))
    planned.session(office, ref, Hours(9, 11, date(2022, 9, 5)), room="Aula")
    planned.visit(office, Hours(9, 11, date(2022, 9, 6)), room="Aula")
    found = Planner(office, SINCE, UNTIL)
    assert found.check(ref, Slot(FRIDAY, date(2022, 9, 5))).clashes == ()
    assert len(found.check(ref, Slot(FRIDAY, date(2022, 9, 6))).clashes) == 1


def test_prayers_holidays_and_weekends_warn_but_do_not_block(office: Office) -> None:
    ref = planned.visit(office, room="")
    add_holiday(office, HolidayForm(FRIDAY, HolidayKind.LOCAL, "Libur daerah", "Local day"))
    lines = check(office, ref, at(FRIDAY, 11, 12))
    assert [tone for tone, _ in lines] == ["warn", "warn"]
    assert "local holiday" in lines[0][1]
    assert "11.30" in lines[1][1]
    assert check(office, ref, at(FRIDAY, 9, 11))[1:] == []


def test_a_day_that_is_over_is_said(office: Office) -> None:
    ref = planned.visit(office, room="")
    assert ("warn", "That day is over") in check(office, ref, at(date(2022, 8, 1), 9, 10))


def test_guests_who_were_told_the_day_are_to_be_told_again(office: Office) -> None:
    ref = planned.visit(office, room="")
    with office.store.change("Letter") as session:
        session.add(Letter(visit_id=ref.id, kind=LetterKind.INVITATION, sent_on=DAY))
    again = ("warn", "Invitations have to be sent again")
    assert again in check(office, ref, at(FRIDAY, 9, 11))
    assert again not in check(office, ref, at(DAY, 9, 11))


def test_agreements_of_the_old_day_are_offered_to_follow(office: Office) -> None:
    host, guest = bandung(office), prabumulih(office)
    ref = planned.visit(office, room="")
    form = AgreementForm("SPBE", signing_on=DAY, place_id="Bandung")
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head, number_pending=True)]
    agreement = draft_agreement(office, form, parties, [ref.id])
    planner = Planner(office, SINCE, UNTIL)
    assert planner.check(ref, at(FRIDAY, 9, 11)).agreements == (agreement,)
    assert planner.check(ref, at(DAY, 13, 15)).agreements == ()


def test_a_slot_beyond_the_snapshot_is_checked_as_well(office: Office) -> None:
    ref = planned.visit(office)
    far = date(2023, 5, 2)
    planned.visit(office, Hours(9, 12, far), title="DPRD Sumedang")
    (tone, _), *_ = check(office, ref, at(far, 9, 11))
    assert tone == "bad"


def test_free_rooms_come_with_their_seats_and_without_those_taken(office: Office) -> None:
    for name, seats in (("Auditorium", 120), ("Ruang Tengah", 30), ("Command Center", 45)):
        room = ResourceForm(ResourceKind.ROOM, name, "Balai Kota", seats)
        add_resource(office, room)
        add_resource(office, replace(room, name=f"{name} lama", active=False))
    ref = planned.visit(office, place="Balai Kota")
    planned.visit(office, Hours(13, 15), room="Command Center")
    planner = Planner(office, SINCE, UNTIL)
    offers = planner.free_rooms(ref, at(DAY, 13, 15), 40)
    assert [(one.name, one.enough, one.same_place) for one in offers] == [
        ("Auditorium", True, True), ("Ruang Tengah", False, True),
    ]  # fmt: skip
    assert [one.name for one in planner.free_rooms(None, at(DAY, 13, 15), 20)] == [
        "Ruang Tengah", "Auditorium",
    ]  # fmt: skip
