"""What is wrong with a rundown is told with its place, and its button mends it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.rundown_checks import Check
from kunjungan.domain.visit_words import EntryKind, ItemKind, ResourceKind
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_delegation,
    add_to_own_party,
)
from kunjungan.services.guests.own_party import add_heads
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.representing import represent_by_new
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.items import edit_item, item_form, list_items, slip
from kunjungan.services.rundown.mending import mend
from kunjungan.services.rundown.sent import mark_sent
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import CalendarEntry, Resource, VisitSession
from tests.builders import a_region
from tests.services.rundown.case import DAY, Signing, a_signing

FRIDAY = date(2022, 9, 2)


@pytest.fixture
def case(office: Office) -> Signing:
    return a_signing(office)


def found(case: Signing) -> list[Check]:
    return [finding.check for finding in rundown_state(*case.where).findings]


def mended(case: Signing, check: Check) -> None:
    """Press the button of the first finding of a check."""
    finding = next(each for each in rundown_state(*case.where).findings if each.check is check)
    mend(*case.where, finding)


def ready(case: Signing) -> UUID:
    """A rundown with which nothing is wrong; return its agreement."""
    agreement = case.agreement()
    case.add("09.00", 5, "Pembukaan", kind=ItemKind.OPENING)
    case.add("09.05", 4, "Indonesia Raya", kind=ItemKind.ANTHEM)
    case.add("09.10", 10, "Tanda tangan", kind=ItemKind.SIGNING, agreement_id=agreement)
    return agreement


def test_nothing_is_said_of_an_empty_rundown(case: Signing) -> None:
    case.agreement()
    state = rundown_state(*case.where)
    assert (state.findings, state.passed) == ((), ())


def away(case: Signing) -> UUID:
    """Put the guests' head on the list as one whom another represents; return the substitute."""
    add_heads(*case.where)
    head = next(one for one in participants(*case.where) if not one.host)
    form = AttendeeForm(PersonForm("Nama Pengganti"), "Sekretaris Daerah")
    return represent_by_new(case.office, head.id, form)


def test_whoever_speaks_or_signs_but_does_not_come_is_told_by_name(case: Signing) -> None:
    ready(case)
    case.add("09.20", 5, "Sambutan tamu", kind=ItemKind.SPEECH, tenure_id=case.guest.head)
    assert Check.CAST in rundown_state(*case.where).passed
    away(case)
    told = [each for each in rundown_state(*case.where).findings if each.check is Check.CAST]
    assert [(each.values["name"], getattr(each.values["item"], "id", "")) for each in told] == [
        ("Ridho Yahya", "Tanda tangan"),
        ("Ridho Yahya", "Sambutan tamu"),
    ]
    undo(case.office)
    assert Check.CAST in rundown_state(*case.where).passed


def test_who_comes_on_another_list_is_not_missed(case: Signing) -> None:
    ready(case)
    away(case)
    head = next(one for one in participants(*case.where) if one.attendance == "represented")
    form = AttendeeForm(PersonForm(""), "Tamu", person_id=head.person_id)
    add_to_own_party(case.office, case.visit, form)
    assert Check.CAST in rundown_state(*case.where).passed


def test_a_rundown_in_order_passes_what_was_looked_for(case: Signing) -> None:
    ready(case)
    state = rundown_state(*case.where)
    assert state.findings == ()
    assert set(state.passed) == {
        Check.OVERLAP, Check.HOURS, Check.QUIET, Check.SIGNING, Check.CAST, Check.ANTHEM,
        Check.ROOM,
    }  # fmt: skip


def test_items_that_overlap_are_set_apart(case: Signing) -> None:
    first, second = case.add("09.00", 20, "A"), case.add("09.10", 10, "B")
    [finding] = rundown_state(*case.where).findings
    assert (finding.check, finding.severity, finding.items) == (
        Check.OVERLAP, "bad", (second, first),
    )  # fmt: skip
    mend(*case.where, finding)
    assert case.times() == ["09.00+20", "09.20+10"]
    assert found(case) == []


def test_a_session_longer_than_its_hours_is_told_and_its_hours_fit(case: Signing) -> None:
    case.add("08.00", 30, "Registrasi", kind=ItemKind.REGISTRATION)
    case.add("08.30", 10, "A")
    case.add("11.20", 25, "B")
    assert found(case) == [Check.HOURS, Check.HOURS]
    mended(case, Check.HOURS)
    with case.office.store.read() as session:
        row = session.get(VisitSession, case.session)
        assert row is not None
        assert (row.starts_at, row.ends_at) == (time(8, 30), time(11, 45))
    assert found(case) == []


def on_friday(case: Signing) -> None:
    form = visit_form(*case.where)
    edit_visit(*case.where, replace(form, on=PartialDate.of(FRIDAY)))


def test_friday_prayer_is_kept_free_of_all_but_breaks(case: Signing) -> None:
    on_friday(case)
    case.add("11.00", 40, "Diskusi", kind=ItemKind.DISCUSSION, session_id=None)
    case.add("11.40", 60, "Istirahat", kind=ItemKind.BREAK, session_id=None)
    [finding] = rundown_state(*case.where).findings
    assert finding.check is Check.QUIET
    assert finding.values["start"] == time(11, 30)
    mend(*case.where, finding)
    assert list_items(*case.where)[0].starts_at == time(13)


def test_an_item_that_ends_when_the_prayer_begins_cuts_nothing(case: Signing) -> None:
    on_friday(case)
    case.add("11.00", 30, "Diskusi", kind=ItemKind.DISCUSSION)
    case.add("13.00", 20, "Diskusi", kind=ItemKind.DISCUSSION, session_id=None)
    assert Check.QUIET not in found(case)


def test_an_agreement_without_its_signing_gets_one(case: Signing) -> None:
    agreement = case.agreement()
    case.add("09.00", 10, "Indonesia Raya")
    [finding] = rundown_state(*case.where).findings
    assert (finding.check, finding.severity, finding.agreement) == (
        Check.SIGNING, "bad", agreement,
    )  # fmt: skip
    mend(*case.where, finding)
    made = list_items(*case.where)[-1]
    assert (made.kind, made.agreement_id, made.starts_at) == (
        ItemKind.SIGNING, agreement, time(9, 10),
    )  # fmt: skip
    assert made.session_id == case.session
    assert found(case) == []


def test_a_signing_without_the_anthem_gets_it_behind_the_opening(case: Signing) -> None:
    agreement = case.agreement()
    case.add("09.00", 5, "Pembukaan", kind=ItemKind.OPENING)
    case.add("09.05", 10, "Tanda tangan", kind=ItemKind.SIGNING, agreement_id=agreement)
    assert found(case) == [Check.ANTHEM]
    mended(case, Check.ANTHEM)
    assert case.times() == ["09.00+5", "09.05+4", "09.09+10"]
    assert found(case) == []


@pytest.mark.parametrize(
    ("kind", "check"), [(ItemKind.SPEECH, Check.SPEECH), (ItemKind.ARRIVAL, Check.ARRIVAL)]
)
def test_the_highest_speaks_and_enters_last(
    case: Signing, kind: ItemKind, check: Check, a_deputy: Callable[[], UUID]
) -> None:
    deputy = a_deputy()
    case.add("09.00", 10, "Wali Kota", kind=kind, tenure_id=case.guest.head)
    case.add("09.10", 5, "Wakil", kind=kind, tenure_id=deputy)
    assert found(case) == [check]
    mended(case, check)
    assert case.titles() == ["Wakil", "Wali Kota"]
    assert found(case) == []


def test_among_mayors_any_order_will_do(case: Signing) -> None:
    for host, guest in (("09.00", "09.10"), ("09.40", "09.20")):
        case.add(host, 10, "Tuan rumah", kind=ItemKind.SPEECH, tenure_id=case.host.head)
        case.add(guest, 10, "Tamu", kind=ItemKind.SPEECH, tenure_id=case.guest.head)
    assert found(case) == []


def test_a_room_that_others_have_is_told_and_left_for_a_free_one(case: Signing) -> None:
    inside = case.add("09.00", 30, "Di ruang")
    case.add("09.30", 30, "Di tempat lain", place="Lobi")
    late = case.add("10.30", 30, "Sesudahnya")
    with case.office.store.change("Entry") as session:
        session.add(
            CalendarEntry(kind=EntryKind.OFFICE, title="Rakor", on=DAY, starts_at=time(8),
                          ends_at=time(10), room="auditorium ")
        )  # fmt: skip
        session.add(Resource(kind=ResourceKind.ROOM, name="Ruang Tengah", seats=40))
        session.add(Resource(kind=ResourceKind.ROOM, name="Auditorium", seats=90))
    [finding] = rundown_state(*case.where).findings
    assert finding.items == (inside,)
    assert (finding.check, finding.room) == (Check.ROOM, "Ruang Tengah")
    mend(*case.where, finding)
    lines = {line.id: line.where for line in list_items(*case.where)}
    assert (lines[inside], lines[late]) == ("Ruang Tengah", "Ruang Tengah")
    assert found(case) == []
    undo(case.office)
    assert found(case) == [Check.ROOM]


def test_only_what_guests_read_makes_the_version_sent_an_old_one(case: Signing) -> None:
    item = case.add("09.00", 10, "A", cue="Berdiri")
    case.add("09.10", 10, "B", shown=False)
    mark_sent(*case.where)
    assert Check.SENT in rundown_state(*case.where).passed
    form = item_form(case.office, item)
    edit_item(case.office, item, replace(form, cue="Duduk"))
    assert found(case) == []
    form = item_form(case.office, item)
    edit_item(case.office, item, replace(form, minutes=9))
    assert found(case) == [Check.SENT]
    mended(case, Check.SENT)
    assert found(case) == []


def test_a_session_that_runs_into_the_break_for_all_is_told(case: Signing) -> None:
    first = case.add("10.00", 60, "Peninjauan")
    break_ = add_session(case.office, case.visit, SessionForm("Jeda", starts_at=time(11)))
    lunch = case.add("11.00", 60, "Makan", session_id=break_, fixed=True, kind=ItemKind.MEAL)
    assert found(case) == []
    assert slip(*case.where, first, 20).collides == ((first, lunch),)
    assert Check.OVERLAP in found(case)


def test_two_delegations_may_do_different_things_at_once(case: Signing) -> None:
    other = a_region(case.office, "16.10", "Panca Wijaya Akbar")
    second = add_delegation(case.office, case.visit, DelegationForm(other.id, other.head))
    case.add("10.00", 60, "Peninjauan", delegation_id=case.delegation)
    beside = add_session(case.office, case.visit, SessionForm("Ogan Ilir"), [second])
    case.add("10.00", 60, "Diskusi", session_id=beside, place="Ruang lain")
    assert found(case) == []
