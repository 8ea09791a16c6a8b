from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.compared_row import Row
from kunjungan.domain.comparing import Change, ComparedLine, compare_rows, counts
from kunjungan.domain.word_changes import Fate, word_changes

WORDS = st.sampled_from(
    ["Para Pihak", "sepakat", "tiga hari", "4 (empat)", "wajib", "data", "", " ", "\n", ".", "dan,"]
)
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(["article", "paragraph", "letter"]),
        st.tuples(TEXT, TEXT),
        st.sampled_from(["", "", "a", "b", "c", "d"]),
    ),
    max_size=12,
)


def rows(*texts: str) -> list[Row]:
    return [Row("paragraph", (text, text.upper())) for text in texts]


def told(lines: Sequence[ComparedLine]) -> list[tuple[str, int | None, int | None]]:
    return [(line.change.value, line.left, line.right) for line in lines]


def applied(left: Sequence[Row], lines: Sequence[ComparedLine], right: Sequence[Row]) -> list[Row]:
    """The second text, made of the first one by nothing but what the comparison tells."""
    made = []
    for line in lines:
        if line.right is None or line.change is Change.LEFT:
            continue
        if line.left is None:
            made.append(right[line.right])
            continue
        before = left[line.left]
        for text, parts in zip(before.texts, line.parts, strict=True):
            assert text == "".join(part.text for part in parts if part.fate is not Fate.ADDED)
        texts = tuple(
            "".join(part.text for part in parts if part.fate is not Fate.REMOVED)
            for parts in line.parts
        )
        level = right[line.right].level if line.relevelled else before.level
        made.append(Row(level, texts))
    return made


def reworded(line: ComparedLine) -> bool:
    return any(part.changed for parts in line.parts for part in parts)


def bare(text: Sequence[Row]) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.level, row.texts) for row in text]


@given(ROWS, ROWS)
def test_what_is_told_makes_the_second_text_of_the_first(left: list[Row], right: list[Row]) -> None:
    lines = compare_rows(left, right)
    assert bare(applied(left, lines, right)) == bare(right)
    shown = [line.left for line in lines if line.left is not None]
    stood = [line.left for line in lines if line.change is not Change.MOVED]
    assert sorted(place for place in stood if place is not None) == list(range(len(left)))
    assert set(shown) == set(range(len(left)))


@given(ROWS)
def test_a_text_does_not_differ_from_itself(text: list[Row]) -> None:
    lines = compare_rows(text, text)
    assert told(lines) == [("same", place, place) for place in range(len(text))]
    assert set(counts(lines).values()) == {0}


@given(TEXT, TEXT)
def test_words_kept_and_removed_are_the_first_text_and_kept_and_added_the_second(
    before: str, after: str
) -> None:
    parts = word_changes(before, after)
    assert before == "".join(part.text for part in parts if part.fate is not Fate.ADDED)
    assert after == "".join(part.text for part in parts if part.fate is not Fate.REMOVED)


def test_a_new_row_pushes_the_others_down_without_changing_them() -> None:
    lines = compare_rows(rows("satu", "dua"), rows("satu", "baru sekali", "dua"))
    assert told(lines) == [("same", 0, 0), ("added", None, 1), ("same", 1, 2)]


def test_a_row_that_is_gone_stands_where_it_was() -> None:
    lines = compare_rows(rows("satu", "dua", "tiga"), rows("satu", "tiga"))
    assert told(lines) == [("same", 0, 0), ("removed", 1, None), ("same", 2, 1)]


def test_a_changed_row_tells_which_words() -> None:
    before, after = (
        rows("Para Pihak membayar dalam tiga hari.", "x"),
        rows("Para Pihak membayar dalam empat hari.", "x"),
    )
    line = compare_rows(before, after)[0]
    assert line.change is Change.CHANGED
    changed = [(part.fate.value, part.text) for part in line.parts[0] if part.changed]
    assert changed == [("removed", "tiga"), ("added", "empat")]


def test_a_moved_row_stands_at_its_new_place_and_is_told_at_the_old_one() -> None:
    lines = compare_rows(rows("satu", "dua", "tiga", "empat"), rows("dua", "tiga", "empat", "satu"))
    assert told(lines) == [
        ("left", 0, 3),
        ("same", 1, 0),
        ("same", 2, 1),
        ("same", 3, 2),
        ("moved", 0, 3),
    ]
    assert counts(lines)[Change.MOVED] == 1


def test_a_moved_row_may_have_changed_as_well() -> None:
    text = ["biaya ditanggung masing-masing pihak menurut kesepakatan", "dua", "tiga", "empat"]
    after = [*text[1:], text[0].replace("masing-masing", "kedua")]
    moved = next(
        line for line in compare_rows(rows(*text), rows(*after)) if line.change is Change.MOVED
    )
    assert (moved.left, moved.right, reworded(moved)) == (0, 3, True)


def test_rows_of_one_text_stay_one_though_hardly_a_word_is_kept() -> None:
    before = [Row("paragraph", ("Biaya ditanggung Pihak Kesatu.",), "r1")]
    after = [Row("paragraph", ("Segala pengeluaran dipikul Pihak Kedua.",), "r1")]
    assert told(compare_rows(before, after)) == [("changed", 0, 0)]
    strangers = [Row("paragraph", row.texts) for row in after]
    assert told(compare_rows(before, strangers)) == [("added", None, 0), ("removed", 0, None)]


def test_another_level_is_a_change_though_no_word_is() -> None:
    before, after = [Row("paragraph", ("Sama.",))], [Row("letter", ("Sama.",))]
    (line,) = compare_rows(before, after)
    assert (line.change, line.relevelled, reworded(line)) == (Change.CHANGED, True, False)


def test_a_text_written_anew_is_not_torn_into_crumbs() -> None:
    parts = word_changes(
        "Pihak Kesatu menyerahkan data dan informasi.", "Biaya, pajak dan bunga dibayar lunas kini."
    )
    assert [part.fate for part in parts] == [Fate.REMOVED, Fate.ADDED]
