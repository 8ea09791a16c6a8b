"""What keeps an original from being printed, and what it fixes once it is."""

from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, new_draft
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.printing import list_originals, print_to_folder, set_papers
from tests.builders import an_agreement

FIRST = PaperChoice(1, "original")
A4 = PaperChoice(1, "original", Paper.A4)


def test_an_original_is_never_printed_on_another_format_than_before(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [FIRST], tmp_path)
    kept = set_papers(office, press, agreement, [FIRST])[0].pdf
    for choice in (A4, PaperChoice(2, "original", Paper.A4)):
        with pytest.raises(RuleBroken, match="The originals of draft 1 are on F4"):
            print_to_folder(office, press, agreement, [choice], tmp_path)
    assert set_papers(office, press, agreement, [FIRST])[0].pdf == kept
    assert set_papers(office, press, agreement, [PaperChoice(paper=Paper.A4)])
    new_draft(office, agreement)
    assert set_papers(office, press, agreement, [A4])[0].paper is Paper.A4


def test_the_format_of_the_first_original_becomes_that_of_the_agreement(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    ((printed, _),) = print_to_folder(office, press, agreement, [A4], tmp_path)
    assert agreement_form(office, agreement).paper is Paper.A4
    (again,) = set_papers(office, press, agreement, [FIRST])
    assert (again.paper, again.pdf) == (Paper.A4, printed.pdf)


def test_letters_that_no_typeface_has_keep_the_original_from_printing(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    line = list_clauses(office, agreement)[0]
    write_clause(office, line.id, "en", "好\u200b", seen=line.version)
    with pytest.raises(RuleBroken, match=r"can print: 好 U\+200B\. Write it"):
        print_to_folder(office, press, agreement, [FIRST], tmp_path)
    assert not any(original.printed for original in list_originals(office, agreement))
    assert print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)
