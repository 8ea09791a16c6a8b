"""Agreements made up for tests: long ones of true sentences by a number, and any at all.

``agreement_no`` gives the same agreement for a number every time; ``agreements`` is the strategy
that Hypothesis draws papers with every strange text from.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from kunjungan.documents.content import (
    AgreementContent,
    PartyBlock,
    Piece,
    State,
    Texts,
    WitnessBlock,
)
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import rich
from kunjungan.resources import resource
from tests.documents.file_samples import in_sequence, volume
from tests.documents.samples import AGREEMENT, parties

Pair = tuple[str, str]
Row = tuple[Level, Sequence[Pair]]
"""A clause with its text in both languages; a table's row has several."""

_LEVELS = (Level.TEXT, Level.PARAGRAPH, Level.LETTER, Level.NUMBER, Level.ARTICLE, Level.CLOSING)


@cache
def sentences() -> dict[Level, list[Pair]]:
    """The rows of all standard texts by what they are, fields as they stand."""
    found: dict[Level, list[Pair]] = {level: [] for level in _LEVELS}
    for file in sorted(resource("clauses").iterdir()):
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["row"]:
            if (level := Level(row["level"])) in found:
                found[level].append((row["id"], row["en"]))
    return found


def agreement_no(number: int) -> AgreementContent:
    """Return one of any number of agreements: its layout, paper, parties and text differ."""
    chance = random.Random(number)  # noqa: S311 - the same every time
    signing = parties(chance.randint(2, 18) if number % 4 == 0 else chance.randint(2, 4))
    content = replace(
        AGREEMENT,
        pieces=numbered(list(_text(chance))),
        parties=signing,
        originals=len(signing),
        paper=chance.choice(list(Paper)),
        witnesses=WITNESSES[: chance.choice((0, 0, 0, 1, 3))],
        stamp_form=chance.choice(list(StampForm)),
        logos=(at_home := chance.random() < 0.7),
        numbers=at_home,
        state=chance.choice((State.ORIGINAL, State.ORIGINAL, State.DRAFT, State.COPY)),
    )
    layout = chance.choice(list(Layout))
    if layout is Layout.SEQUENCE:
        return in_sequence(content)
    return volume(content, chance.randint(0, 1)) if layout is Layout.VOLUMES else content


WITNESSES = (
    WitnessBlock(("MENGETAHUI", "ACKNOWLEDGED BY"), ("GUBERNUR,", "GOVERNOR,"), ("CONTOH A",) * 2),
    WitnessBlock(("SAKSI", "WITNESS"), ("SEKRETARIS,", "SECRETARY,"), ("CONTOH B",) * 2),
    WitnessBlock(("SAKSI", "WITNESS"), ("KEPALA,", "HEAD,"), ("CONTOH C",) * 2),
)


def numbered(rows: Sequence[Row]) -> tuple[Piece, ...]:
    """Return clauses with their numbers."""
    marks = markers([level for level, _ in rows])
    return tuple(
        Piece(level, ("", ""), (), tuple((rich(one), rich(other)) for one, other in texts))
        if level in (Level.TABLE_HEAD, Level.TABLE_ROW)
        else Piece(level, (mark.id, mark.en), (rich(texts[0][0]), rich(texts[0][1])))
        for (level, texts), mark in zip(rows, marks, strict=True)
    )


def _text(chance: random.Random) -> Iterator[Row]:
    known = sentences()

    def some(level: Level, most: int = 1) -> Row:
        chosen = [chance.choice(known[level]) for _ in range(chance.randint(1, most))]
        return level, [(" ".join(one for one, _ in chosen), " ".join(two for _, two in chosen))]

    def listed(level: Level) -> Iterator[Row]:
        yield from (some(level) for _ in range(chance.randint(2, 7)))

    yield from (some(Level.TEXT, 2) for _ in range(chance.randint(1, 4)))
    for _ in range(chance.randint(3, 16)):
        yield some(Level.ARTICLE)
        for _ in range(chance.randint(1, 4)):
            yield some(Level.PARAGRAPH, 3)
            if chance.random() < 0.25:
                yield from listed(chance.choice((Level.LETTER, Level.NUMBER)))
    yield from (some(Level.CLOSING) for _ in range(chance.randint(1, 2)))
    if chance.random() < 0.3:
        yield Level.ANNEX, [("RENCANA KERJA", "WORK PLAN")]
        yield some(Level.TEXT)
        yield Level.TABLE_HEAD, [("No.", "No."), ("Kegiatan", "Activity"), ("Biaya", "Cost")]
        for row in range(1, chance.randint(2, 40)):
            _, (activity,) = some(Level.LETTER)
            cost = chance.randrange(10**6, 10**9)
            figures = f"{cost:,}".replace(",", "."), f"{cost:,}"
            yield Level.TABLE_ROW, [(f"{row}.",) * 2, activity, figures]


_MARKUP = (
    "<b>tebal</b>",
    "{x}",
    "{party.name}",
    "**",
    "**tebal**",
    "__",
    "&amp;",
    "%s",
    "\\n",
    "`",
)
_ABROAD = (
    *("厦门市人民政府", "서울특별시", "مدينة الرياض", "עיריית ירושלים", "กรุงเทพมหานคร", "Łódź"),
    *("Đà Nẵng", "Москва", "İzmir Büyükşehir", "Ærø", "\U0001f600\U0001f1ee\U0001f1e9", "\ue000"),
)
_CONTROL = ("\x00", "\x07", "\x1b[0m", "\u202e", "\u200b", "\ufeff", "\r\n", "\t", "\xad", "\x85")
_WORDS = st.text("abcdefghijklmnoprstuwyABKP0123456789.,;:()/-'\"", min_size=1, max_size=14)
_PARTS = st.one_of(
    *(_WORDS, _WORDS, _WORDS, st.sampled_from(_MARKUP), st.sampled_from(_ABROAD)),
    *(st.sampled_from(_CONTROL), st.text(max_size=8)),
)
SHORT = st.lists(_PARTS, max_size=6).map(" ".join)
"""A name or a title: nothing, words, markup, other scripts, characters that control."""
TEXT = st.one_of(
    st.lists(_PARTS, max_size=60).map(" ".join),
    st.lists(_PARTS, max_size=60).map(" ".join),
    st.sampled_from(("", " ", "w" * 300, "kata kerja sama daerah " * 217, "厦门" * 150)),
)
"""A clause; now and then it is empty, of 5,000 characters or a single long word."""
_PARTY = st.builds(
    PartyBlock,
    label=st.tuples(SHORT, SHORT),
    government=st.tuples(SHORT, SHORT),
    office=st.tuples(SHORT, SHORT),
    name=st.tuples(SHORT, SHORT),
    number=st.none() | SHORT,
    logo=st.sampled_from((None, b"", b"no picture")),
    stamp=st.booleans(),
    paraf=SHORT,
)
_CLAUSE = st.tuples(
    st.sampled_from([level for level in Level if "table" not in level]), st.tuples(TEXT, TEXT)
).map(lambda row: (row[0], [row[1]]))
_CELLS = st.lists(st.tuples(SHORT, SHORT), min_size=3, max_size=3)
_TABLE = st.lists(_CELLS, min_size=1, max_size=4).map(
    lambda rows: [(Level.TABLE_HEAD, rows[0]), *((Level.TABLE_ROW, row) for row in rows[1:])]
)
_ROWS = st.lists(st.lists(_CLAUSE, min_size=1, max_size=4) | _TABLE, max_size=4).map(
    lambda runs: [row for run in runs for row in run]
)


@st.composite
def agreements(draw: st.DrawFn) -> AgreementContent:
    """Draw an agreement of any layout with any texts."""
    signing = draw(st.lists(_PARTY, min_size=2, max_size=18))
    content = replace(
        AGREEMENT,
        title=draw(st.tuples(SHORT, SHORT)),
        subject=draw(st.tuples(SHORT, SHORT)),
        parties=tuple(signing),
        originals=len(signing),
        holder=signing[0].government,
        pieces=numbered(draw(_ROWS)),
        paper=draw(st.sampled_from(Paper)),
        state=draw(st.sampled_from(State)),
        logos=(at_home := draw(st.booleans())),
        numbers=at_home,
        witnesses=WITNESSES[: draw(st.integers(0, 3))],
        reference=draw(SHORT),
        author=draw(SHORT),
    )
    layout = draw(st.sampled_from(Layout))
    if layout is Layout.SEQUENCE:
        return _in_sequence(content, draw(st.sampled_from(("", "fr", "ar", "ja"))))
    return volume(content, draw(st.integers(0, 1))) if layout is Layout.VOLUMES else content


def _in_sequence(content: AgreementContent, third: str) -> AgreementContent:
    """Return it in two or three languages, the witnesses in the third as in the second."""

    def more(texts: Texts) -> Texts:
        return (*texts, texts[1]) if third else texts

    witnesses = tuple(
        WitnessBlock(more(each.caption), more(each.office), more(each.name))
        for each in content.witnesses
    )
    return replace(in_sequence(content, third), witnesses=witnesses)
