"""Printing to files: all of it on record and in its place, or none of it."""

from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import NotFound, RuleBroken, Unavailable
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import new_draft, remove_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import print_to_folder
from tests.builders import an_agreement

FIRST = PaperChoice(1, "original")
BOTH = [FIRST, PaperChoice(2, "original")]


def test_originals_that_cannot_be_archived_are_neither_logged_nor_left_lying_about(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement, out = an_agreement(office), tmp_path / "out"
    ((old, path),) = print_to_folder(office, press, agreement, [PaperChoice()], out)
    (tmp_path / "arsip").write_text("a file in the archive's place", encoding="utf-8")
    with pytest.raises(Unavailable):
        print_to_folder(office, press, agreement, [PaperChoice(), *BOTH], out)
    assert [line.what for line in list_prints(office, agreement)] == ["draft"]
    assert list(out.iterdir()) == [path]
    assert path.read_bytes() == old.pdf


def test_a_draft_that_was_printed_can_be_removed_and_brought_back(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)
    remove_agreement(office, agreement)
    with pytest.raises(NotFound):
        list_prints(office, agreement)
    undo(office)
    assert [line.what for line in list_prints(office, agreement)] == ["draft"]


def test_an_agreement_whose_original_was_printed_stays_on_record(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [FIRST], tmp_path)
    new_draft(office, agreement)
    with pytest.raises(RuleBroken, match="stays on record"):
        remove_agreement(office, agreement)
