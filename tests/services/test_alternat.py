"""The proof, before anything is printed, that all originals of an agreement say the same."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.languages import third_tongues
from kunjungan.domain.layouts import Layout
from kunjungan.domain.richtext import rich
from kunjungan.services import alternat
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.alternat import compare_originals
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.originals import edit_original, original_form
from kunjungan.services.parties import edit_party, parties_of, party_rows
from kunjungan.services.printing import print_to_folder, set_papers
from kunjungan.services.writing.shape import add_clause
from tests.builders import an_agreement
from tests.documents.reading import words
from tests.services.memoranda import a_memorandum

ORIGINALS = [PaperChoice(1, "original"), PaperChoice(2, "original")]
TONGUES = [tongue.code for tongue in third_tongues()]
NAMES = (
    ("반둥시", "시장", "야나 물랴나"),
    ("수원시", "시장", "이재준"),
    ("브라운슈바이크", "시장", "코른블룸"),
)


def with_third_names(office: Office, agreement: UUID) -> UUID:
    for seq, party in enumerate(parties_of(office, agreement), 1):
        name, post, signer = NAMES[seq - 1]
        form = replace(party, name_third=name, office_third=post, signer_third=signer)
        edit_party(office, agreement, seq, form)
    return agreement


def with_row(office: Office, agreement: UUID, text_id: str, text_en: str) -> UUID:
    """Put a paragraph after the first article of an agreement."""
    lines = list_clauses(office, agreement)
    after = next(line for line in lines if line.level is Level.PARAGRAPH)
    key = add_clause(office, agreement, Level.PARAGRAPH, after=after.id)
    write_clause(office, key, "id", text_id)
    write_clause(office, key, "en", text_en)
    return agreement


def test_at_home_originals_are_alike_but_for_keeper_and_stamp(office: Office) -> None:
    proof = compare_originals(office, an_agreement(office))
    assert (proof.equal, proof.order_differs, proof.other) == (True, (), ())
    keeper, stamp = proof.besides
    assert (keeper.first, keeper.second) == (
        "Pemerintah Kota Prabumulih",
        "Pemerintah Kota Bandung",
    )
    assert (stamp.where, stamp.first, stamp.second) == ("Duty stamp", "YANA MULYANA", "RIDHO YAHYA")


@pytest.mark.parametrize("partners", [1, 2, 3])
@pytest.mark.parametrize("layout", list(Layout))
def test_abroad_originals_differ_by_the_order_of_the_parties_alone(
    office: Office, layout: Layout, partners: int
) -> None:
    proof = compare_originals(office, a_memorandum(office, partners=partners, layout=layout))
    assert proof.other == ()
    assert not proof.equal
    volumes = 2 if layout is Layout.VOLUMES else 1
    orders = [each for each in proof.order_differs if each.where == "Order of the parties"]
    assert len(orders) == partners * volumes
    assert {each.row for each in proof.order_differs} >= {None, 0}


@pytest.mark.parametrize("language", TONGUES)
def test_a_third_language_lists_the_parties_in_its_own_way_and_nothing_else_differs(
    office: Office, language: str
) -> None:
    agreement = a_memorandum(
        office, partners=2, layout=Layout.SEQUENCE, third_language=language, subject_third="자매"
    )
    with_third_names(office, agreement)
    first = list_clauses(office, agreement)[0]
    write_clause(office, first.id, "third", "{parties.names}: {date.words}")
    assert compare_originals(office, agreement).other == ()


@pytest.mark.parametrize(
    ("text_id", "text_en"),
    [
        (
            "{parties.names} menanggung 40% dan 60% berturut-turut.",
            "{parties.names} bear 40 and 60 per cent.",
        ),
        (
            "{parties.names} menanggung biaya.",
            "{parties.names} bear 40 and 60 per cent respectively.",
        ),
    ],
)
def test_shares_that_would_change_hands_keep_the_originals_from_printing(
    office: Office, press: Press, tmp_path: Path, text_id: str, text_en: str
) -> None:
    agreement = with_row(office, a_memorandum(office), text_id, text_en)
    (difference,) = compare_originals(office, agreement).other
    assert difference.originals == (1, 2)
    assert str(getattr(difference.where, "en", "")).startswith("Article 1")
    assert list_clauses(office, agreement)[difference.row or 0].text.id == text_id
    with pytest.raises(RuleBroken, match="differ in more than the order of the parties"):
        print_to_folder(office, press, agreement, ORIGINALS[:1], tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)


def test_obligations_by_name_stay_with_who_bears_them(office: Office) -> None:
    agreement = with_row(
        office,
        a_memorandum(office),
        "{party1.government} membayar {party2.government} {money:5000}.",
        "{party1.government} pays {party2.government} {money:5000}.",
    )
    assert compare_originals(office, agreement).other == ()


def tampered(content: AgreementContent) -> AgreementContent:
    """Turn an obligation round in one language of the second original."""
    if content.original_no != 2:
        return content
    pieces = list(content.pieces)
    place = next(n for n, p in enumerate(pieces) if p.level is Level.PARAGRAPH)
    english = rich("the City of Suwon pays the Government of the City of Bandung.")
    pieces[place] = replace(pieces[place], text=(pieces[place].text[0], english))
    return replace(content, pieces=tuple(pieces))


def retitled(content: AgreementContent) -> AgreementContent:
    return replace(content, title=("SALAH", "WRONG")) if content.original_no == 2 else content


def misnamed(content: AgreementContent) -> AgreementContent:
    if content.original_no != 2:
        return content
    wrong = replace(content.parties[0], name=("ORANG LAIN", "ORANG LAIN"))
    return replace(content, parties=(wrong, *content.parties[1:]))


@pytest.mark.parametrize("fault", [tampered, retitled, misnamed])
@pytest.mark.parametrize("make", [an_agreement, a_memorandum])
def test_a_fault_in_one_original_is_found_whatever_makes_it(
    office: Office,
    press: Press,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[AgreementContent], AgreementContent],
    make: Callable[[Office], UUID],
) -> None:
    agreement = make(office)

    def spoilt(
        office: Office, session: Session, key: UUID, choice: PaperChoice
    ) -> AgreementContent:
        return fault(agreement_content(office, session, key, choice))

    monkeypatch.setattr(alternat, "agreement_content", spoilt)
    assert len(compare_originals(office, agreement).other) == 1
    with pytest.raises(RuleBroken, match="differ in more than"):
        set_papers(office, press, agreement, ORIGINALS)


def test_at_home_even_another_order_is_a_fault(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    with office.store.change("Damage") as session:
        turn(session, agreement)
    proof = compare_originals(office, agreement)
    assert "Order of the parties" in {each.where for each in proof.other}
    assert proof.order_differs == ()
    with pytest.raises(RuleBroken, match="differ in more than"):
        set_papers(office, press, agreement, ORIGINALS)


def turn(session: Session, agreement: UUID) -> None:
    """Name the second party first in the second original."""
    originals_of(session, agreement)[1].first_id = party_rows(session, agreement)[1].id


def test_two_originals_of_many_are_compared_on_demand(office: Office) -> None:
    proof = compare_originals(office, a_memorandum(office, partners=3), (2, 4))
    assert {each.originals for each in (*proof.order_differs, *proof.besides)} == {(2, 4)}


def test_a_side_chosen_for_one_original_is_told(office: Office) -> None:
    agreement = a_memorandum(office)
    form = original_form(office, agreement, 2)
    edit_original(office, agreement, 2, replace(form, first_signs="right"))
    sides = [
        (each.first, each.second)
        for each in compare_originals(office, agreement).order_differs
        if each.where == "Side of the first signature"
    ]
    assert sides == [("left", "right")]


def test_the_printed_originals_hold_the_same_words_each_with_its_keeper_first(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = a_memorandum(office)
    pdfs = [
        paper.pdf for paper, _ in print_to_folder(office, press, agreement, ORIGINALS, tmp_path)
    ]
    one, two = (Counter(re.findall(r"\w+", words(pdf).casefold())) for pdf in pdfs)
    assert sum(one.values()) > 500
    keepers = {"pemerintah", "kota", "the", "government", "of", "city", "bandung", "suwon"}
    assert set(one - two) | set(two - one) <= keepers | {"1", "2"}
    for pdf, (first, second) in zip(
        pdfs, (("SUWON", "BANDUNG"), ("BANDUNG", "SUWON")), strict=True
    ):
        title = words(pdf, 1, 1)
        assert title.index(f"PEMERINTAH KOTA {first}") < title.index(f"PEMERINTAH KOTA {second}")


def test_the_printed_originals_at_home_differ_only_in_their_feet(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    one, two = (
        Counter(re.findall(r"\w+", words(paper.pdf).casefold()))
        for paper, _ in print_to_folder(office, press, agreement, ORIGINALS, tmp_path)
    )
    keepers = {"bandung", "prabumulih"}
    assert set(one - two) | set(two - one) <= keepers | {"1", "2"}
