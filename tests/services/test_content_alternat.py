"""Originals in which another party stands first, and the fingerprint that they share."""

import pytest

from kunjungan.documents.content import AgreementContent
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampRule
from kunjungan.services.agreement_content import text_fingerprint
from kunjungan.services.office import Office
from kunjungan.store.tables import Agreement, Clause, Original, Party
from tests.builders import an_agreement
from tests.services.contents import (
    a_city_abroad,
    a_paper,
    a_party,
    a_treaty,
    content_of,
    original,
    rows_of,
    side,
    words,
)


def names(content: AgreementContent) -> list[str]:
    return [party.government[0] for party in content.parties]


def test_each_original_of_a_treaty_names_its_holder_first_who_signs_at_the_left(
    office: Office,
) -> None:
    treaty = a_treaty(office, first_signs="right")
    second, first = (content_of(office, treaty, original(no)) for no in (1, 2))
    assert names(first)[0].startswith("PEMERINTAH KOTA SUWON")
    assert names(second)[0].startswith("PEMERINTAH KOTA BANDUNG")
    assert (first.first_signs, second.first_signs) == ("left", "left")
    assert first.holder == ("Pemerintah Kota Suwon", "the City of Suwon")
    assert side(first, "en")[0] == (
        "The City of Suwon, Land of Suwon, and the Government of the City of Bandung, "
        "West Java Province, Republic of Indonesia,"
    )
    assert side(first, "en")[1:3] == [
        "I. the City of Suwon; and",
        "II. the Government of the City of Bandung.",
    ]
    assert side(second, "en")[1:3] == [
        "I. the Government of the City of Bandung; and",
        "II. the City of Suwon.",
    ]


def test_what_one_party_owes_the_other_is_the_same_in_every_original(office: Office) -> None:
    treaty = a_treaty(office)
    owed = {side(content_of(office, treaty, original(no)), "id")[4] for no in (1, 2)}
    assert owed == {"Pemerintah Kota Bandung menerima Pemerintah Kota Suwon."}


def test_the_side_chosen_for_one_original_goes_ahead_of_all_others(office: Office) -> None:
    treaty = a_treaty(office)
    with office.store.change("Test") as session:
        for row in rows_of(session, Original, treaty):
            row.first_signs = "right" if row.no == 1 else ""
    assert content_of(office, treaty, original(1)).first_signs == "right"
    assert content_of(office, treaty, original(2)).first_signs == "left"
    home = an_agreement(office)
    assert content_of(office, home, original(1)).first_signs == "right"


def test_with_three_parties_the_others_stand_by_the_alphabet(office: Office) -> None:
    parties = [
        a_party(a_city_abroad(office, "Zwolle", "Jan Jansen")),
        a_party(a_city_abroad(office, "Suwon", "Lee Jae Jun")),
        a_party(a_city_abroad(office, "Perth", "Ann Other")),
    ]
    treaty = a_paper(office, parties, (), alternat=True, layout=Layout.SEQUENCE)
    papers = [content_of(office, treaty, original(no)) for no in (1, 2, 3)]
    orders = [[party.government[0].split()[-1] for party in paper.parties] for paper in papers]
    assert sorted(orders) == [
        ["PERTH", "SUWON", "ZWOLLE"],
        ["SUWON", "PERTH", "ZWOLLE"],
        ["ZWOLLE", "PERTH", "SUWON"],
    ]


def test_stamps_belong_to_the_party_not_to_its_place(office: Office) -> None:
    treaty = a_treaty(office, stamp_rule=StampRule.CROSSWISE)
    papers = [content_of(office, treaty, original(no)) for no in (1, 2)]
    stamped = [[each.label[0] for each in paper.parties if each.stamp] for paper in papers]
    assert stamped == [["UNTUK PEMERINTAH KOTA BANDUNG"], ["UNTUK PEMERINTAH KOTA SUWON"]]


def test_all_originals_of_a_draft_have_one_fingerprint_and_the_same_words(
    office: Office,
) -> None:
    treaty = a_treaty(office, third_language="ko", layout=Layout.VOLUMES)
    papers = [content_of(office, treaty, original(no)) for no in range(1, 7)]
    assert len({paper.fingerprint for paper in papers}) == 1
    with office.store.read() as session:
        assert text_fingerprint(session, treaty) == papers[0].fingerprint
    for language in ("id", "en", "ko"):
        ours, theirs = (words(p) for p in papers if p.languages == (language,))
        assert ours == theirs


@pytest.mark.parametrize("column", ["text_id", "text_en", "text_third"])
def test_a_word_of_any_language_changes_the_fingerprint(office: Office, column: str) -> None:
    treaty = a_treaty(office, third_language="ko")
    before = content_of(office, treaty, original(1)).fingerprint
    with office.store.change("Test") as session:
        setattr(rows_of(session, Clause, treaty)[0], column, "Lain")
    assert content_of(office, treaty, original(1)).fingerprint != before


@pytest.mark.parametrize("field", ["subject_id", "subject_en", "subject_third", "title_third"])
def test_a_word_of_the_head_changes_the_fingerprint(office: Office, field: str) -> None:
    treaty = a_treaty(office, third_language="ko")
    before = content_of(office, treaty).fingerprint
    with office.store.change("Test") as session:
        setattr(session.get_one(Agreement, treaty), field, "Lain")
    assert content_of(office, treaty).fingerprint != before


def test_a_number_changes_nothing_but_itself(office: Office) -> None:
    agreement = an_agreement(office)
    before = content_of(office, agreement)
    with office.store.change("Test") as session:
        for party in rows_of(session, Party, agreement):
            party.number = "LAIN"
    after = content_of(office, agreement)
    assert after.fingerprint == before.fingerprint
    assert [party.number for party in after.parties] == ["LAIN", "LAIN"]
