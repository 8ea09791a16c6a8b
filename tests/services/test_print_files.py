"""Printed files: names that Windows keeps and no two papers share, and the places of e-meterai."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import Unavailable
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.exchange.file_names import MAX_NAME
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form, edit_agreement, new_draft
from kunjungan.services.institutions import edit_institution, institution_form
from kunjungan.services.office import Office
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import parties_of
from kunjungan.services.print_log import list_prints
from kunjungan.services.print_names import beside
from kunjungan.services.printing import print_to_folder, set_papers, write_papers
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum

DRAFT = PaperChoice()
BOTH = [PaperChoice(1, "original"), PaperChoice(2, "original")]


def change(office: Office, agreement: UUID, **facts: object) -> UUID:
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, **facts))  # type: ignore[arg-type]
    return agreement


def with_partner(office: Office, agreement: UUID, name: str) -> UUID:
    """Give the partner another name, long and short."""
    body = parties_of(office, agreement)[1].institution_id
    form = institution_form(office, body)
    edit_institution(office, body, replace(form, name_id=name, short_name=name))
    return agreement


def names(office: Office, press: Press, agreement: UUID, choices: list[PaperChoice]) -> list[str]:
    return [paper.file_name for paper in set_papers(office, press, agreement, choices)]


def all_originals(office: Office, agreement: UUID) -> list[PaperChoice]:
    return [PaperChoice(line.no, "original") for line in list_originals(office, agreement)]


def test_an_office_that_is_looked_at_prints_nothing(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    office.store.read_only = True
    with pytest.raises(Unavailable):
        set_papers(office, press, agreement, [DRAFT])


def test_a_name_says_day_kind_partner_and_which_paper_it_is(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    head = "2022-09-01 Kesepakatan Bersama Pemkot Prabumulih - KS-2022-001"
    choices = [*BOTH, DRAFT, PaperChoice(state="copy"), PaperChoice(paper=Paper.A4)]
    assert names(office, press, agreement, choices) == [
        f"{head} asli 1.pdf",
        f"{head} asli 2.pdf",
        f"{head} draf 1.pdf",
        f"{head} salinan.pdf",
        f"{head} draf 1 A4.pdf",
    ]


def test_a_volume_says_its_language(office: Office, press: Press) -> None:
    agreement = a_memorandum(office, layout=Layout.VOLUMES)
    found = names(office, press, agreement, all_originals(office, agreement))
    assert [name.partition("KS-2022-001 ")[2] for name in found] == [
        "asli 1 id.pdf",
        "asli 2 id.pdf",
        "asli 3 en.pdf",
        "asli 4 en.pdf",
    ]


@pytest.mark.parametrize(
    "name", ["Badan " * 18 + "K", "CON", "a/b:c*?", "부산 " * 36, "École " * 18]
)
def test_names_stay_valid_on_windows_and_tell_papers_apart(
    office: Office, press: Press, name: str, tmp_path: Path
) -> None:
    agreement = with_partner(office, a_memorandum(office, layout=Layout.VOLUMES), name)
    change(office, agreement, subject_id="Kota " * 51, subject_en="City " * 51)
    choices = [*all_originals(office, agreement), DRAFT, DRAFT, PaperChoice(state="copy")]
    found = names(office, press, agreement, choices)
    assert len({each.casefold() for each in found}) == len(choices)
    assert max(map(len, found)) <= MAX_NAME
    assert all(re.fullmatch(r"2022-09-01 .*[^ .]\.pdf", each) for each in found)
    assert not set('<>:"/\\|?*') & set("".join(found))
    done = print_to_folder(office, press, agreement, choices, tmp_path / "out")
    assert {path for _, path in done} == set((tmp_path / "out").iterdir())
    assert all(path.read_bytes() == paper.pdf for paper, path in done)


def test_two_agreements_of_a_day_with_one_partner_never_share_a_file(
    office: Office, press: Press
) -> None:
    first, second = an_agreement(office), an_agreement(office)
    for reference in ("KS-2022-002", "", "R" * 200, "KS/2022/002"):
        change(office, first, reference=reference or "KS-2022-001")
        change(office, second, reference=reference)
        found = [*names(office, press, first, [DRAFT]), *names(office, press, second, [DRAFT])]
        assert len(set(found)) == 2


def test_the_next_draft_leaves_the_files_of_the_old_one(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [DRAFT, *BOTH], tmp_path)
    new_draft(office, agreement)
    print_to_folder(office, press, agreement, [DRAFT], tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == 4


def test_boxes_of_electronic_stamps_go_beside_each_original(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = change(office, an_agreement(office), stamp_form=StampForm.ELECTRONIC)
    done = print_to_folder(office, press, agreement, [*BOTH, DRAFT], tmp_path)
    assert [path.suffix for _, path in done] == [".pdf"] * 3
    assert sorted(path.name for path in tmp_path.glob("*.json")) == [
        f"2022-09-01 Kesepakatan Bersama Pemkot Prabumulih - KS-2022-001 asli {no} meterai.json"
        for no in (1, 2)
    ]
    for number, (paper, path) in enumerate(done[:2], 1):
        told = json.loads(path.with_name(f"{path.stem} meterai.json").read_text(encoding="utf-8"))
        (stamp,), (box,) = paper.stamps, told["boxes"]
        assert (told["original"], told["unit"], told["origin"]) == (number, "mm", "top left")
        assert told["page_size"] == {"width": 215, "height": 330}
        assert told["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (box["party"], box["page"]) == (number, paper.pages)
        assert box["signatory"] == ("YANA MULYANA", "RIDHO YAHYA")[number - 1]
        assert [box[side] for side in ("x", "y", "width", "height")] == [
            round(size, 2) for size in (stamp.x_mm, stamp.y_mm, stamp.w_mm, stamp.h_mm)
        ]


def test_a_box_names_its_party_also_where_another_stands_first(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = a_memorandum(
        office, stamp_form=StampForm.ELECTRONIC, stamp_rule=StampRule.ALL, layout=Layout.VOLUMES
    )
    for no in (1, 2):
        ((_, path),) = print_to_folder(
            office, press, agreement, [PaperChoice(no, "original")], tmp_path
        )
        told = json.loads(path.with_name(f"{path.stem} meterai.json").read_text(encoding="utf-8"))
        assert {box["party"]: box["signatory"] for box in told["boxes"]} == {
            1: "YANA MULYANA",
            2: "LEE CONTOH",
        }


def test_without_electronic_stamps_there_are_no_boxes(
    office: Office, press: Press, tmp_path: Path
) -> None:
    print_to_folder(office, press, an_agreement(office), BOTH, tmp_path)
    none = change(
        office, an_agreement(office), stamp_form=StampForm.ELECTRONIC, stamp_rule=StampRule.NONE
    )
    print_to_folder(office, press, none, BOTH, tmp_path)
    assert list(tmp_path.glob("*.json")) == []


def test_a_box_file_that_cannot_be_written_keeps_the_originals_from_the_disk_and_the_log(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = change(office, an_agreement(office), stamp_form=StampForm.ELECTRONIC)
    (paper,) = set_papers(office, press, agreement, BOTH[:1])
    (tmp_path / beside(paper.file_name, " meterai.json")).mkdir()
    with pytest.raises(Unavailable):
        print_to_folder(office, press, agreement, BOTH[:1], tmp_path)
    assert list(tmp_path.glob("*.pdf*")) == []
    assert list_prints(office, agreement) == []


def test_a_file_beside_a_paper_keeps_what_tells_it_apart() -> None:
    name = f"{'x' * 150} - KS-2022-001 asli 12 zh-Hant.pdf"
    found = beside(name, " meterai.json")
    assert found.endswith("- KS-2022-001 asli 12 zh-Hant meterai.json")
    assert len(found) == MAX_NAME
    assert beside(name, " meterai.json", [found]) != found


def test_written_papers_have_no_names_before_they_are_logged(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = change(office, an_agreement(office), stamp_form=StampForm.ELECTRONIC)
    written = write_papers(set_papers(office, press, agreement, BOTH), tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".part"}
    written.files.discard()
    assert list(tmp_path.iterdir()) == []
