"""Words typed and not kept yet, noted beside the office's files."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.office import Office
from kunjungan.services.writing.unsaved import Unsaved, note_unsaved, read_unsaved

TYPED = Unsaved(
    uuid4(),
    uuid4(),
    "en",
    "To prepare the “Cooperation Agreements”\n{place} 합의",
    "To prepare",
    Bilingual("Pasal 3 ayat (2)", "Article 3 paragraph (2)"),
    datetime(2022, 8, 31, 8, 11, 5, tzinfo=UTC),
)


def test_what_was_noted_is_read_again_letter_by_letter(office: Office) -> None:
    both = [TYPED, replace(TYPED, clause=uuid4(), column="third")]
    note_unsaved(office, both)
    assert read_unsaved(office) == both


def test_the_last_note_counts_and_nothing_left_takes_the_file_away(office: Office) -> None:
    before = set(office.folder.iterdir())
    note_unsaved(office, [TYPED])
    note_unsaved(office, [replace(TYPED, text="To prepare the")])
    assert [left.text for left in read_unsaved(office)] == ["To prepare the"]
    note_unsaved(office, [])
    assert read_unsaved(office) == []
    assert set(office.folder.iterdir()) == before


@pytest.mark.parametrize(
    "content", [b"", b"[{", b"{}", b"7", b'[{"column": "fr"}]', b"[[]]", b"\xff\xfe", b"[" * 9000]
)
def test_a_note_that_cannot_be_read_is_passed_over(office: Office, content: bytes) -> None:
    note_unsaved(office, [TYPED])
    (note,) = office.folder.glob("*.json")
    note.write_bytes(content)
    assert read_unsaved(office) == []


def test_half_a_note_is_never_seen(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    note_unsaved(office, [TYPED])

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", fails)
    note_unsaved(office, [replace(TYPED, text="lost")])
    assert read_unsaved(office) == [TYPED]


def test_an_office_that_is_only_looked_at_leaves_the_note_to_whoever_writes_in_it(
    office: Office,
) -> None:
    note_unsaved(office, [TYPED])
    office.store.read_only = True
    assert read_unsaved(office) == []
    note_unsaved(office, [])
    office.store.read_only = False
    assert read_unsaved(office) == [TYPED]
