"""The standard texts: complete for their kind, and the same in both languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import ARTICLE_NAMES, ArticleKey
from kunjungan.domain.clause_marks import marks
from kunjungan.domain.clauses import Level, missing_articles, uneven
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import Layout
from kunjungan.domain.number_words import english_words, terbilang
from kunjungan.domain.richtext import fields_in
from kunjungan.services.agreement_template import template_clauses, templated_kinds
from kunjungan.store.tables import Clause

AGREEMENT = UUID(int=1)
PARTIES = range(2, 19)
KEYS = {
    *ArticleKey,
    *("opening", "legal_basis", "language_clause", "preamble", "testimonium", "changes"),
}
FIELDS = {
    *("opening", "place", "kind", "subject", "originals", "copies", "term", "notice"),
    *("disputes.authority", "language.clause", "parties.labels", "parties.names"),
    *("parties.others", "date.words", "languages", "authenticity"),
    *("umbrella.title", "umbrella.numbers", "umbrella.date"),
}
OF_PARTY = {"name", "office", "address", "acting", "government", "label", "end"}
CONJUNCTIONS = {"; dan": "; and", "; atau": "; or", "; dan/atau": "; and/or"}


@dataclass(frozen=True)
class Text:
    """A kind's standard text; ``foreign`` picks the addendum for foreign papers."""

    kind: AgreementKind
    foreign: bool

    @cache  # noqa: B019 - nine texts, read again and again
    def rows(self, parties: int = 2, layout: Layout = Layout.COLUMNS) -> tuple[Clause, ...]:
        return tuple(
            template_clauses(AGREEMENT, self.kind, parties, layout=layout, foreign=self.foreign)
        )

    def named(self, layout: Layout = Layout.COLUMNS) -> list[str]:
        return [row.key for row in self.rows(layout=layout) if row.key]


HOME = [Text(kind, foreign=False) for kind in AgreementKind if not KINDS[kind].foreign]
ABROAD = [
    *(Text(kind, foreign=True) for kind in AgreementKind if KINDS[kind].foreign),
    Text(AgreementKind.ADDENDUM, foreign=True),
]
ALL = [*HOME, *ABROAD]

home_texts = pytest.mark.parametrize("text", HOME, ids=lambda text: text.kind.value)
foreign_texts = pytest.mark.parametrize("text", ABROAD, ids=lambda text: text.kind.value)
every_text = pytest.mark.parametrize(
    "text", ALL, ids=lambda text: f"{text.kind.value}{'_abroad' * text.foreign}"
)


def both(row: Clause) -> tuple[str, str]:
    return row.text_id, row.text_en


def lists(rows: Sequence[Clause]) -> Iterator[tuple[Clause, list[Clause]]]:
    """Yield each list of letters or numbers with the row that leads to it."""
    runs = [list(run) for _, run in groupby(rows, key=lambda row: row.level)]
    for before, run in pairwise(runs):
        if run[0].level in (Level.LETTER, Level.NUMBER):
            yield before[-1], run


def test_every_kind_has_a_standard_text() -> None:
    assert templated_kinds() == tuple(AgreementKind)


@every_text
def test_every_row_is_there_in_both_languages_with_the_same_fields_and_figures(text: Text) -> None:
    rows = text.rows()
    assert [both(row) for row in rows if not all(side.strip() for side in both(row))] == []
    assert [both(row) for row in rows if uneven(*both(row))] == []
    assert all(len(side) <= 5000 and side == side.strip() for row in rows for side in both(row))


@every_text
def test_only_known_fields_and_keys_are_used(text: Text) -> None:
    rows = text.rows()
    used = {field for row in rows for side in both(row) for field in fields_in(side)}
    own = {field for field in used if re.match(r"party\d", field)}
    assert used - own <= FIELDS
    assert {field.partition(".")[2] for field in own} <= OF_PARTY
    assert set(text.named()) <= {*KEYS, "party1", "party2"}


@every_text
def test_the_usual_articles_are_there_in_every_layout(text: Text) -> None:
    for layout in Layout:
        assert missing_articles(text.kind, text.named(layout)) == ()


@home_texts
def test_articles_at_home_stand_in_the_usual_order_under_their_names(text: Text) -> None:
    articles = [row for row in text.rows() if row.level in (Level.ARTICLE, Level.ANNEX)]
    keys = [ArticleKey(row.key or "") for row in articles]
    assert keys == sorted(keys, key=list(ArticleKey).index)
    assert len(set(keys)) == len(keys)
    if text.kind is not AgreementKind.ADDENDUM:
        for key, row in zip(keys, articles, strict=True):
            name = ARTICLE_NAMES[key]
            assert row.text_id.startswith(name.id.upper())
            assert row.text_en.startswith(name.en.upper())


def test_a_contract_has_what_the_law_demands_and_ends_by_judgment_or_bankruptcy() -> None:
    text = Text(AgreementKind.CONTRACT, foreign=False)
    assert {"rights", "term", "disputes", "sanctions"} <= set(text.named())
    said = " ".join(row.text_id for row in text.rows())
    assert "putusan pengadilan yang telah memperoleh kekuatan hukum tetap" in said
    assert "dinyatakan pailit" in said


@home_texts
def test_the_language_article_is_for_two_columns_only(text: Text) -> None:
    named = text.named()
    place = named.index("closing")
    assert named[place - 2 : place] == ["language", "language_clause"]
    for layout in (Layout.SEQUENCE, Layout.VOLUMES):
        assert not {"language", "language_clause"} & set(text.named(layout))
        said = " ".join(row.text_id for row in text.rows(layout=layout))
        assert "{language.clause}" not in said


@foreign_texts
def test_a_foreign_text_ends_in_a_testimonium_that_names_its_languages(text: Text) -> None:
    last = text.rows()[-1]
    assert (last.level, last.key) == (Level.CLOSING, "testimonium")
    for side in both(last):
        assert {"languages", "authenticity", "copies", "place", "date.words"} == set(
            fields_in(side)
        )
    assert "language.clause" not in {
        field for row in text.rows() for field in fields_in(row.text_id)
    }


@foreign_texts
def test_no_party_of_a_foreign_text_is_first_or_second_and_none_has_a_number(text: Text) -> None:
    said = " ".join(side for row in text.rows() for side in both(row))
    assert not re.search(r"\bPIHAK\b|\bPARTY\b|\bPARTIES\b|\bKESATU\b|\bfirst\b|\bsecond\b", said)
    assert not re.search(r"\{party\d|parties\.labels|umbrella\.numbers|NOMOR|logo", said)
    assert not any(row.key and row.key.startswith("party") for row in text.rows(18))


@home_texts
def test_parties_at_home_are_called_in_capitals(text: Text) -> None:
    said = " ".join(side for row in text.rows() for side in both(row))
    assert not re.search(r"\bPara Pihak\b|\bthe Part(y|ies)\b|\bPIHAK PERTAMA\b", said)


@foreign_texts
def test_a_dispute_with_a_foreign_partner_is_settled_by_negotiation_only(text: Text) -> None:
    settled = [row for row in text.rows() if re.search(r"[Pp]erselisihan\b|Perbedaan", row.text_id)]
    sentences = [row for row in settled if row.level is Level.PARAGRAPH]
    assert len(sentences) == (text.kind is not AgreementKind.ADDENDUM)
    assert all("melalui negosiasi dan konsultasi" in row.text_id for row in sentences)
    assert all("through negotiation and consultation" in row.text_en for row in sentences)
    said = " ".join(row.text_en for row in text.rows())
    assert not re.search(r"court|arbitrat|Minister|Governor", said)


@every_text
def test_both_sides_of_a_row_end_alike_and_headings_without_a_stop(text: Text) -> None:
    for row in text.rows():
        if row.level in (Level.ARTICLE, Level.ANNEX):
            assert [side for side in both(row) if side != side.upper()] == []
            assert row.text_id[-1].isalpha()
            assert row.text_en[-1].isalpha()
        elif row.level in (Level.TABLE_HEAD, Level.TABLE_ROW):
            assert row.text_id.count(" | ") == row.text_en.count(" | ") >= 3
        elif not row.text_id.endswith((*CONJUNCTIONS, ".end}", "{language.clause}")):
            assert row.text_id[-1] == row.text_en[-1]
            assert row.text_id[-1] in ".:;"


@every_text
def test_a_list_is_led_by_a_colon_and_joined_before_its_last_item(text: Text) -> None:
    found = list(lists(text.rows()))
    assert found or text.kind is AgreementKind.ADDENDUM
    for lead, items in found:
        assert lead.text_id.endswith(":")
        assert lead.text_en.endswith(":")
        if items[-1].text_id.endswith(".end}"):
            continue
        *others, last_but_one, last = items
        assert all(row.text_id[-1] == row.text_en[-1] == ";" for row in others)
        assert last.text_id[-1] == last.text_en[-1] == "."
        (joined,) = [word for word in CONJUNCTIONS if last_but_one.text_id.endswith(word)]
        assert last_but_one.text_en.endswith(CONJUNCTIONS[joined])


@every_text
@pytest.mark.parametrize("parties", PARTIES)
def test_rows_of_the_parties_are_written_once_for_each(text: Text, parties: int) -> None:
    rows = text.rows(parties)
    assert "{party." not in " ".join(side for row in rows for side in both(row))
    owned = [row.key or "" for row in rows if (row.key or "").startswith("party")]
    counts = {key: owned.count(key) for key in owned}
    if text not in ABROAD:
        assert list(counts) == [f"party{seq}" for seq in range(1, parties + 1)]
    assert len(set(counts.values())) <= 1
    for row in rows:
        if row.key in counts:
            named = {field.partition(".")[0] for field in fields_in(row.text_id)}
            assert {name for name in named if re.match(r"party\d", name)} <= {row.key}
    assert [row.rank for row in rows] == sorted(row.rank for row in rows)


@pytest.mark.parametrize("kind", [AgreementKind.PKS, AgreementKind.CONTRACT])
def test_rights_and_obligations_stand_party_by_party_and_mirror_each_other(
    kind: AgreementKind,
) -> None:
    rows = Text(kind, foreign=False).rows(3)
    start = next(n for n, row in enumerate(rows) if row.key == "rights") + 1
    end = next(n for n in range(start, len(rows)) if rows[n].level is Level.ARTICLE)
    article = rows[start:end]
    assert [key for key, _ in groupby(row.key for row in article)] == ["party1", "party2", "party3"]
    heads = [row.text_id for row in article if row.level is Level.PARAGRAPH]
    assert [head.split()[1] for head in heads] == ["berhak:", "berkewajiban:"] * 3
    sizes = [len(items) for _, items in lists(rows[start - 1 : end])]
    assert sizes == [3] * 6


@every_text
def test_numbers_in_words_are_those_in_digits(text: Text) -> None:
    for row in text.rows():
        for number, words in re.findall(r"\b(\d+) \(([a-z ]+)\)", row.text_id):
            assert words == terbilang(int(number))
        for number, words in re.findall(r"\b(\d+) \(([a-z -]+)\)", row.text_en):
            assert words == english_words(int(number))


@every_text
def test_a_reference_to_a_paragraph_or_letter_finds_it_before(text: Text) -> None:
    rows = text.rows(3)
    seen: list[str] = []
    for row, mark in zip(rows, marks([row.level for row in rows]), strict=True):
        if row.level is Level.ARTICLE:
            seen = []
        wanted = re.findall(r"\bayat \((\d+)\)", row.text_id)
        assert {f"paragraph{number}" for number in wanted} <= set(seen)
        assert {f"letter{ord(a) - 96}" for a in re.findall(r"\bhuruf ([a-z])\b", row.text_id)} <= (
            set(seen)
        )
        if mark:
            seen.append(f"{mark.level.value}{mark.count}")


@home_texts
def test_laws_stand_by_rank_and_then_by_year(text: Text) -> None:
    order = ("Kitab", "Undang-Undang", "Peraturan Pemerintah", "Peraturan Menteri")
    laws = [row.text_id for row in text.rows() if row.level is Level.NUMBER]
    assert bool(laws) == (text.kind is not AgreementKind.ADDENDUM)
    keys = [
        (
            next(n for n, rank in enumerate(order) if law.startswith(rank)),
            int((re.findall(r"Tahun (\d{4}) tentang", law) or [0])[0]),
        )
        for law in laws
    ]
    assert keys == sorted(keys)
