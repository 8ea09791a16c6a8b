"""Finding anything in the sample office: by words in any order, however they are spelled."""

from dataclasses import replace
from uuid import UUID

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.search_words import read_query
from kunjungan.services.found_lines import FoundLine
from kunjungan.services.found_words import snippet
from kunjungan.services.institutions import edit_institution, institution_form
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person
from kunjungan.services.sample import make_sample
from kunjungan.services.search import KINDS, Kind, mend_index, search
from kunjungan.services.upkeep import MENDED, problems
from kunjungan.store.finding import index
from kunjungan.store.tables import Clause, Person
from tests.builders import a_visit, an_agreement


def kinds_of(lines: list[FoundLine]) -> list[Kind]:
    """The kinds found, in their order."""
    return list(dict.fromkeys(line.kind for line in lines))


ASKED: dict[str, set[Kind]] = {
    "spbe studi": {"visit"},
    "#KS-2022-001": {"agreement"},
    "415.4/002": {"agreement"},
    "Yahya Ridho": {"person"},
    "ridho yahya, s.t., m.si.": {"person"},
    "panca widjaja": {"person"},
    "bupati ogan": {"person"},
    "@ogan": {"person"},
    "# prabumulih": {"agreement"},
    ">cetak": set(),
    "100%": set(),
    "_": set(),
    "   ": set(),
    "@": set(),
    "tidak ada": set(),
}


def test_words_in_any_order_find_what_has_them(office: Office) -> None:
    make_sample(office)
    found = {text: {line.kind for line in search(office, text)} - {"clause"} for text in ASKED}
    assert found == ASKED


def test_so_many_of_each_kind_and_no_more(office: Office) -> None:
    make_sample(office)
    found = search(office, "p", most=2)
    kinds = [line.kind for line in found]
    assert max(kinds.count(kind) for kind in kinds) == 2
    assert kinds == sorted(kinds, key=KINDS.index)
    assert {line.kind for line in search(office, "p", kinds=["person"])} == {"person"}


def test_a_person_opens_the_institution(office: Office) -> None:
    make_sample(office)
    (mayor,) = search(office, "panca wijaya akbar", kinds=["person"])
    (body,) = search(office, "pemerintah kabupaten ogan ilir", kinds=["institution"])
    assert (mayor.title, mayor.detail) == ("Panca Wijaya Akbar", "Bupati Ogan Ilir")
    assert mayor.opens == ("institution", body.id)
    assert (body.visits, body.agreements) == (2, 1)


def test_a_guest_without_a_name_is_found_by_the_post_and_opens_the_visit(office: Office) -> None:
    visit = make_sample(office)
    guest = search(office, "kepala bagian hukum", kinds=["person"])[0]
    assert guest.title == "Kepala Bagian Hukum"
    assert guest.detail == "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"
    assert guest.opens == ("visit", visit)


def test_a_person_known_from_nowhere_opens_nothing(office: Office) -> None:
    add_person(office, PersonForm("Tamu Baru"))
    assert [line.opens for line in search(office, "tamu baru")] == [None]


def test_places_are_those_of_the_words_in_the_title(office: Office) -> None:
    a_visit(office, "Kunjungan Kabupaten Ogan Ilir")
    (line,) = search(office, "ilir og")
    assert [line.title[a:b] for a, b in line.places] == ["Og", "Ilir"]


def test_what_the_title_lacks_stands_in_the_detail(office: Office) -> None:
    make_sample(office)
    agreement = next(line for line in search(office, "ogan ilir", kinds=["agreement"]))
    assert agreement.detail == "Pemerintah Kabupaten Ogan Ilir"
    (by_number,) = search(office, "415.4/002", kinds=["agreement"])
    assert by_number.detail.startswith("415.4/002")


def test_the_newest_visit_comes_first(office: Office) -> None:
    old, new = a_visit(office, "SPBE", "2019-01-01"), a_visit(office, "SPBE", "2024-01-01")
    assert [line.id for line in search(office, "spbe")] == [new, old]


def test_a_renamed_institution_is_found_with_its_visits_by_its_new_name(office: Office) -> None:
    make_sample(office)
    body = search(office, "pemerintah kota prabumulih", kinds=["institution"])[0].id
    form = replace(institution_form(office, body), name_id="Pemerintah Kota Soerabaja")
    edit_institution(office, body, form)
    assert kinds_of(search(office, "surabaya")) == ["visit", "agreement", "person", "institution"]


# Clauses


@pytest.fixture
def clause(office: Office) -> UUID:
    """A paragraph of an agreement's second article."""
    agreement = an_agreement(office)
    rows = [
        Clause(agreement_id=agreement, rank="y1", level=Level.ARTICLE, text_id="MAKSUD"),
        Clause(
            agreement_id=agreement,
            rank="y2",
            level=Level.TEXT,
            text_id="**Para pihak** melalui {unit} menjalin pertukaran aparatur di Balai Kota",
        ),
    ]
    with office.store.change("Write") as session:
        session.add_all(rows)
    return rows[1].id


def test_a_clause_opens_its_agreement_and_tells_its_article(office: Office, clause: UUID) -> None:
    (line,) = search(office, "aparatur pertukaran")
    with office.store.read() as session:
        row = session.get_one(Clause, clause)
    assert (line.kind, line.id) == ("clause", clause)
    assert line.opens == ("agreement", row.agreement_id)
    assert line.detail.endswith("Pemkot Prabumulih")
    assert isinstance(line.article, Bilingual)
    assert line.article.id.startswith("Pasal ")
    assert "pertukaran aparatur" in line.title
    assert "{" not in line.title
    assert "*" not in line.title


def test_a_long_clause_is_cut_round_the_word_that_was_found() -> None:
    text = " ".join(["kata"] * 30 + ["kunci"] + ["lain"] * 30)
    cut = snippet(text, read_query("kunci"))
    assert "kunci" in cut
    assert cut.startswith("…kata")
    assert cut.endswith("lain…")
    assert len(cut) < 95


# Looking after the index


def test_a_stale_index_is_mended_by_the_check_of_the_office(office: Office) -> None:
    add_person(office, PersonForm("Panca Wijaya"))
    with office.store._beside_the_journal() as connection:
        connection.exec_driver_sql("DELETE FROM finding_doc")
    assert [problem.message for problem in problems(office)] == [MENDED]
    assert problems(office) == []
    assert len(search(office, "panca")) == 1
    assert not mend_index(office)


def test_a_forgotten_index_changes_nothing_of_what_is_found(office: Office) -> None:
    make_sample(office)
    before = search(office, "ogan", most=50)
    with office.store._beside_the_journal() as connection:
        index.forget(connection)
    assert {line.id for line in search(office, "ogan", most=50)} == {line.id for line in before}


def test_a_person_that_is_removed_is_found_no_more(office: Office) -> None:
    person = add_person(office, PersonForm("Panca Wijaya"))
    with office.store.change("Remove") as session:
        session.delete(session.get_one(Person, person))
    assert search(office, "panca") == []
