"""What an office drafts and what its papers say: long names everywhere, originals that agree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.agreements import draft_agreement, new_agreement_form
from kunjungan.services.alternat import compare_originals
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.writing.shape import add_clause, remove_clause
from tests.documents.drafted import TEXTS, Draft, DraftingOffice
from tests.documents.generated import TEXT
from tests.documents.partners import DAY
from tests.documents.reading import words
from tests.documents.structure_reading import texts

NAME = (
    "Badan Pengelola Kawasan Perkotaan Terpadu dan Pengembangan Wilayah"
    " Kepulauan Contoh Bagian Timur Laut Selatan"
)
TITLE = (
    "Penyelenggaraan dan Pengembangan Sistem Pemerintahan Berbasis Elektronik secara Terpadu,"
    " Peningkatan Kapasitas Aparatur, Pertukaran Data, serta Pemanfaatan Bersama Infrastruktur"
    " Teknologi Informasi dan Komunikasi pada Wilayah Perbatasan Kota serta Kabupaten"
)
BODY = ("H1", "H2", "P", "TH", "TD")


def long_paper(office: Office, kind: AgreementKind, layout: Layout) -> tuple[UUID, list[str]]:
    """An agreement of two bodies with the longest of names, which are returned, and title."""
    body = InstitutionKind.UNIVERSITY
    if kind is AgreementKind.MSP:
        body = InstitutionKind.FOREIGN_INSTITUTION
    names = [f"{NAME[:-1]}{number}" for number in range(2)]
    parties = []
    for name in names:
        key = add_institution(office, InstitutionForm(body, name, name, name, city_id="Bandung"))
        head = PersonForm(f"Contoh {name[-1]}")
        post = f"Kepala {name}", f"Head of {name}"
        official = OfficialForm(key, head, *post, is_head=True, begins_on=PartialDate(2020))
        parties.append(PartyForm(key, appoint(office, official), number=name, number_on=DAY))
    form = replace(
        new_agreement_form(office, kind),
        subject_id=TITLE,
        subject_en=TITLE,
        signing_on=DAY,
        place_id="Bandung",
        layout=layout,
    )
    return draft_agreement(office, form, parties), names


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", [AgreementKind.NK, AgreementKind.MSP])
def test_the_longest_names_and_titles_stand_whole_wherever_they_must(
    office: Office, press: Press, kind: AgreementKind, layout: Layout
) -> None:
    assert (len(NAME), len(TITLE)) == (109, 257)
    agreement, names = long_paper(office, kind, layout)
    for paper, content in originals(office, agreement):
        typeset = press.set_agreement(content)
        assert typeset.overflows == (), paper
        titles = texts(typeset.pdf, "H1")
        for language, rows in texts(typeset.pdf, "P", "Sign").items():
            check_said(titles[language][0], [TITLE, *names])
            check_said(" ".join(rows[:8]), names)
            check_said(" ".join(rows[-8:]), names)
        for page in range(1, typeset.pages + 1):
            foot = words(typeset.pdf, page, page)
            assert f" {TITLE}" in foot
            assert content.holder is not None
            assert f" {content.holder[0]} " in foot
        assert TITLE in title_of(typeset.pdf)


def originals(office: Office, agreement: UUID) -> list[tuple[Paper, AgreementContent]]:
    """The first original, of volumes one in each language, on every paper."""
    with office.store.read() as session:
        first = {each.language: each.no for each in reversed(originals_of(session, agreement))}
        return [
            (
                paper,
                agreement_content(office, session, agreement, PaperChoice(no, "original", paper)),
            )
            for paper in Paper
            for no in first.values()
        ]


def check_said(text: str, wanted: list[str]) -> None:
    """Fail unless a text says everything wanted, in letters of any size."""
    assert [each for each in wanted if each.casefold() not in text.casefold()] == []


def title_of(pdf: bytes) -> str:
    """The title that a viewer shows."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return str(file.docinfo.Title)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DraftingOffice]:
    """An office whose agreements may be changed."""
    opened = DraftingOffice(tmp_path_factory.mktemp("own"))
    yield opened
    opened.close()


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    st.builds(Draft, st.sampled_from(TEXTS), st.sampled_from(Layout), st.sampled_from((2, 3, 4))),
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3),
    st.integers(0, 1000),
)
def test_originals_differ_only_as_allowed_whatever_is_written_in_them(
    own: DraftingOffice,
    press: Press,
    draft: Draft,
    written: list[tuple[str, str]],
    place: int,
) -> None:
    agreement = own.key(draft)
    rows = list_clauses(own.office, agreement)
    after = rows[place % len(rows)].id
    added = [write(own.office, agreement, after, *both) for both in written]
    proof = compare_originals(own.office, agreement)
    assert proof.other == ()
    assert draft.foreign or proof.equal
    said: dict[str, list[Counter[str]]] = {}
    for content in all_originals(own.office, agreement):
        for language, counted in words_of(press.set_agreement(content).pdf).items():
            said.setdefault(language, []).append(counted)
    for first, *others in said.values():
        assert len(others) == draft.parties - 1
        assert all(other == first for other in others)
    for key in added:
        remove_clause(own.office, key)


def write(office: Office, agreement: UUID, after: UUID, indonesian: str, english: str) -> UUID:
    """Add a paragraph of the text behind another row."""
    key = add_clause(office, agreement, Level.TEXT, after=after)
    write_clause(office, key, "id", indonesian)
    write_clause(office, key, "en", english)
    return key


def all_originals(office: Office, agreement: UUID) -> list[AgreementContent]:
    """Every original of an agreement."""
    with office.store.read() as session:
        numbers = [each.no for each in originals_of(session, agreement)]
        return [
            agreement_content(office, session, agreement, PaperChoice(no, "original"))
            for no in numbers
        ]


def words_of(pdf: bytes) -> dict[str, Counter[str]]:
    """How often each word stands in a paper's text, by language; marks at their ends aside."""
    return {
        language: Counter(word.strip(".,;:") for row in rows for word in row.casefold().split())
        for language, rows in texts(pdf, *BODY, "Sign").items()
    }
