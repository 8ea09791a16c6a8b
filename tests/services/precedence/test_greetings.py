import pytest

from kunjungan.domain.precedence import Group
from kunjungan.services.guests.own_party import list_heads
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.precedence.order import decide, ranking
from kunjungan.services.rows import found
from kunjungan.services.rundown.greetings import salutations
from kunjungan.store.tables import Visit
from tests.services.seating.case import Case, a_case


@pytest.fixture
def case(office: Office) -> Case:
    return a_case(office)


def greeted(case: Case) -> list[str]:
    """Return whom the MC greets, by name or by post."""
    with case.office.store.read() as session:
        visit = found(session, Visit, case.visit)
        return [one.name or one.post.id for one in salutations(session, visit, None, [])]


def test_host_and_heads_are_greeted_before_they_stand_on_a_list(case: Case) -> None:
    assert greeted(case) == ["Yana Mulyana", "Panca Wijaya Akbar", "Ridho Yahya"]


def test_greetings_follow_the_officer_s_word_as_seats_do(case: Case) -> None:
    with case.office.store.change("Heads") as session:
        list_heads(session, case.visit)
    by_name = {
        line.guest.name.plain: line.guest.id for line in ranking(case.office, case.visit).lines
    }
    decide(case.office, case.visit, by_name["Ridho Yahya"], by_name["Panca Wijaya Akbar"], "Sesi")
    assert greeted(case) == ["Yana Mulyana", "Ridho Yahya", "Panca Wijaya Akbar"]


def test_the_substitute_is_greeted_by_the_own_rank_and_not_the_one_away(case: Case) -> None:
    with case.office.store.change("Heads") as session:
        [mayor] = [guest for guest in list_heads(session, case.visit)
                   if guest.title_id == "Wali Kota Prabumulih"]  # fmt: skip
    secretary = case.guest("prabumulih", "Sekretaris Daerah", Group.SECRETARY)
    case.guest("host", "Wakil Wali Kota", Group.DEPUTY_HEAD)
    case.guest("prabumulih", "Staf")
    case.change(mayor.id, attendance="represented")
    case.change(secretary, represents_id=mayor.id)
    assert greeted(case) == [
        "Yana Mulyana", "Panca Wijaya Akbar", "Wakil Wali Kota",
        "Sekretaris Daerah (mewakili Wali Kota Prabumulih)",
    ]  # fmt: skip


def test_how_a_name_is_said_goes_to_the_mc(case: Case) -> None:
    guest = case.guest("prabumulih", "Rektor", Group.COMMUNITY_LEADERS)
    person = PersonForm("Ibu Contoh", honorific="Ibu", pronunciation="I-bu Con-toh")
    case.change(guest, person=person)
    with case.office.store.read() as session:
        visit = found(session, Visit, case.visit)
        said = salutations(session, visit, None, [])[-1]
    assert (said.honorific, said.pronunciation) == ("Ibu", "I-bu Con-toh")


def test_a_head_without_a_place_in_the_order_is_greeted_and_other_guests_without_are_not(
    case: Case,
) -> None:
    with case.office.store.change("Heads") as session:
        [mayor] = [guest for guest in list_heads(session, case.visit)
                   if guest.title_id == "Wali Kota Prabumulih"]  # fmt: skip
    case.change(mayor.id, group=None)
    case.guest("prabumulih", "Staf")
    assert sorted(greeted(case)) == ["Panca Wijaya Akbar", "Ridho Yahya", "Yana Mulyana"]
    case.change(mayor.id, attendance="absent")
    assert "Ridho Yahya" not in greeted(case)
