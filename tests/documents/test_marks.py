"""The marks of the pages: they change with the words on a page and with nothing else."""

import re
from dataclasses import replace

import pytest

from kunjungan.documents.agreement import AgreementContent, Press, State
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import Span
from tests.documents.file_samples import in_sequence
from tests.documents.samples import ABROAD, AGREEMENT, BANDUNG, PRABUMULIH, piece


def marks(press: Press, content: AgreementContent) -> tuple[str, ...]:
    return press.set_agreement(content).marks


def test_every_page_has_a_mark_of_8_hex_digits(press: Press) -> None:
    typeset = press.set_agreement(in_sequence(ABROAD))
    assert len(typeset.marks) == typeset.pages == len(set(typeset.marks))
    assert all(re.fullmatch("[0-9A-F]{8}", mark) for mark in typeset.marks)


@pytest.mark.parametrize(
    "other",
    [
        {"printed_at": "01-09-2022 08.00", "state": State.DRAFT},
        {"state": State.DRAFT, "draft_no": 5},
        {"original_no": 2, "holder": BANDUNG.government},
        {"fingerprint": "0" * 16, "reference": "KB-2022-099", "agreement": "4F0A91BC"},
        {"data": b"{}", "author": "Sekretariat"},
    ],
)
def test_neither_the_foot_nor_what_marks_a_draft_changes_them(
    press: Press, other: dict[str, object]
) -> None:
    assert marks(press, AGREEMENT) == marks(press, replace(AGREEMENT, **other))  # type: ignore[arg-type]


def test_a_changed_word_changes_the_mark_of_its_page_alone(press: Press) -> None:
    typeset = press.set_agreement(AGREEMENT)
    number = next(p.piece for p in typeset.places if p.page == 3)
    changed = list(AGREEMENT.pieces)
    text = changed[number + 3].text
    first = text[0][0]
    turned = (Span(first.text[:-2] + "x.", first.bold, first.italic), *text[0][1:])
    changed[number + 3] = replace(changed[number + 3], text=(turned, text[1]))
    after = marks(press, replace(AGREEMENT, pieces=tuple(changed)))
    pairs = zip(typeset.marks, after, strict=True)
    differing = [page for page, pair in enumerate(pairs, 1) if len(set(pair)) > 1]
    assert differing == [next(p.page for p in typeset.places if p.piece == number + 3)]


@pytest.mark.parametrize(
    "party",
    [
        replace(BANDUNG, number="415.4/0128-KSD/2022"),
        replace(BANDUNG, number=None),
        replace(BANDUNG, government=("Pemerintah Kota Bandun", BANDUNG.government[1])),
    ],
)
def test_a_changed_head_changes_the_first_page_alone(press: Press, party: object) -> None:
    before = marks(press, AGREEMENT)
    after = marks(press, replace(AGREEMENT, parties=(party, PRABUMULIH)))  # type: ignore[arg-type]
    assert before[0] != after[0]
    assert before[1:] == after[1:]


def test_a_changed_name_changes_the_signature_page(press: Press) -> None:
    party = replace(BANDUNG, name=("YANA MULYAN", "YANA MULYAN"))
    before = marks(press, AGREEMENT)
    after = marks(press, replace(AGREEMENT, parties=(party, PRABUMULIH)))
    assert before[:-1] == after[:-1]
    assert before[-1] != after[-1]


def test_a_changed_paragraph_number_changes_them(press: Press) -> None:
    def numbered(marker: str) -> AgreementContent:
        clause = piece(Level.PARAGRAPH, "Kota ini.", "This city.", marker)
        return replace(AGREEMENT, pieces=(clause, *AGREEMENT.pieces[-1:]))

    assert marks(press, numbered("(1)")) != marks(press, numbered("(2)"))
