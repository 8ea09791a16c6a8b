"""What preflight finds on the paper as it is set, and what it costs."""

from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import Overflow
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.office import Office
from kunjungan.services.parties import parties_of
from kunjungan.services.preflight import Finding, preflight, without_press
from kunjungan.services.set_paper import SetPaper
from kunjungan.store.tables import Institution
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.proving import first, rows, said, write

UNKNOWN = "\N{LINEAR B SYLLABLE B008 A}"
"""A letter that no typeface here has."""


def test_a_letter_no_typeface_has_is_named_with_its_row(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    clause = first(office, agreement)
    write(office, clause, text_en=f"the {UNKNOWN} city")
    glyphs = [f for f in preflight(office, press, agreement) if f.code == "missing-glyph"]
    assert [(f.clause_id, f.language, f.blocking) for f in glyphs] == [(clause, "en", True)]
    assert f"can print {UNKNOWN} in Article 1 paragraph (1)" in said(glyphs[0])


def test_a_letter_in_a_name_is_told_with_the_person(office: Office, press: Press) -> None:
    agreement = an_agreement(office)
    body = parties_of(office, agreement)[1].institution_id
    with office.store.change("Rename") as session:
        row = session.get(Institution, body)
        assert row is not None
        row.name_en = f"City of {UNKNOWN}"
    (finding,) = [f for f in preflight(office, press, agreement) if f.code == "missing-glyph"]
    assert (finding.seq, finding.person) == (2, "Ridho Yahya")


def test_what_has_no_room_is_told_with_its_page(office: Office) -> None:
    agreement = an_agreement(office)
    overflow = Overflow("signature", "Sebuah nama yang panjang", 3)
    told = without_press(office, agreement, a_paper(overflows=(overflow,)))
    assert [(f.code, f.blocking, f.field) for f in told] == [("overflow", True, "signature")]
    assert "“Sebuah nama yang panjang” does not fit its room on page 3" in said(told[0])


def test_letters_of_another_paper_than_the_text_are_still_told(office: Office) -> None:
    told = without_press(office, an_agreement(office), a_paper(missing=(UNKNOWN,)))
    assert [(f.code, f.clause_id, f.about) for f in told] == [("missing-glyph", None, "letters")]


def a_paper(*, missing: tuple[str, ...] = (), overflows: tuple[Overflow, ...] = ()) -> SetPaper:
    return SetPaper(
        b"", 1, PaperChoice(), Paper.F4, "", 1, "", missing=missing, overflows=overflows
    )


def with_emblem(office: Office, agreement: UUID, picture: bytes) -> list[Finding]:
    """Give the first party an emblem and return what is found."""
    sha, body = office.archive.put(picture), parties_of(office, agreement)[0].institution_id
    with office.store.change("Set emblem") as session:
        row = session.get(Institution, body)
        assert row is not None
        row.logo_sha = sha
    return without_press(office, agreement)


def a_picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("width", "height"), [(165, 60), (60, 197), (400, 400)])
def test_an_emblem_of_200_dpi_along_one_side_of_its_box_is_not_told(
    width: int, height: int, office: Office
) -> None:
    assert with_emblem(office, an_agreement(office), a_picture(width, height)) == []


def test_a_coarse_emblem_is_to_consider(office: Office) -> None:
    (finding,) = with_emblem(office, an_agreement(office), a_picture(100, 100))
    assert (finding.code, finding.blocking, finding.seq) == ("low-resolution-image", False, 1)
    assert "only 121 dpi" in said(finding)


@pytest.mark.parametrize("picture", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n broken"])
def test_an_emblem_that_is_no_picture_is_to_consider(picture: bytes, office: Office) -> None:
    (finding,) = with_emblem(office, an_agreement(office), picture)
    assert (finding.code, finding.blocking) == ("unreadable-image", False)


def test_an_emblem_lost_from_the_archive_blocks_and_sets_no_paper(
    office: Office, press: Press
) -> None:
    agreement = an_agreement(office)
    with_emblem(office, agreement, a_picture(400, 400))
    for file in (office.folder / "arsip").glob("??/*"):
        file.unlink()
    (finding,) = preflight(office, press, agreement)
    assert (finding.code, finding.blocking) == ("missing-image", True)


def test_a_foreign_paper_carries_no_emblem_to_look_at(office: Office) -> None:
    agreement = a_memorandum(office)
    codes = [finding.code for finding in with_emblem(office, agreement, b"no picture")]
    assert codes == ["full-powers", "missing-evidence"]


def test_volumes_are_each_set(office: Office, press: Press) -> None:
    agreement = a_memorandum(office, layout=Layout.VOLUMES)
    third, fourth = rows(office, agreement)[3:5]
    write(office, third.id, text_id=f"{third.text_id} {UNKNOWN}")
    write(office, fourth.id, text_en=f"{fourth.text_en} {UNKNOWN}")
    told = [f.language for f in preflight(office, press, agreement) if f.code == "missing-glyph"]
    assert told == ["id", "en"]
