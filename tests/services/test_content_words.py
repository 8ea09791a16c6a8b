"""For any number of parties and any order every original says the same words."""

from collections.abc import Sequence
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.content import Piece
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.alternat_text import printed_order
from kunjungan.domain.clauses import Level
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.kinds import rule_for
from kunjungan.domain.layouts import Layout
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_fields import AgreementFacts, PartyFacts
from kunjungan.services.content_text import pieces
from kunjungan.services.office_settings import OfficeSettings
from kunjungan.store.tables import Agreement, Clause, Institution, Party
from tests.services.contents import words_of

MOST = 18
TEXTS = st.lists(
    st.sampled_from(
        ["{parties.names},", "{parties.labels}", "{party1.name} menerima {party2.government}",
         "{copies}", "bebas, tanpa isian", "**{party2.label}**", "{opening}", "a | {term} | 1.000"]
    ),
    max_size=6,
)  # fmt: skip
PLAIN_LEVELS = st.sampled_from([level for level in Level if level is not Level.PARTY])
KINDS = st.sampled_from([kind for kind in AgreementKind if kind is not AgreementKind.ADDENDUM])


def facts_of(count: int, kind: AgreementKind) -> AgreementFacts:
    """An agreement of so many institutions that nobody signs for yet."""
    row = Agreement(
        kind=kind, subject_id="Contoh", subject_en="Example", layout=Layout.SEQUENCE,
        third_language="ko",
    )  # fmt: skip
    parties = [
        PartyFacts(
            Party(agreement_id=row.id, seq=seq, institution_id=uuid4()),
            Institution(
                kind=InstitutionKind.FOREIGN_GOVERNMENT,
                name_id=f"Kota {seq}",
                name_en=f"City of {seq}",
                full_style_en=f"City of {seq}, Land {seq}" if seq % 2 else "",
            ),
            "", None, None, None,
        )
        for seq in range(1, count + 1)
    ]  # fmt: skip
    return AgreementFacts(row, rule_for(kind), tuple(parties), OfficeSettings())


def printed(facts: AgreementFacts, rows: Sequence[Clause]) -> tuple[Piece, ...]:
    """The text as it is printed with the parties in the order of the facts."""
    order = printed_order(
        [(row.level, row.key) for row in rows], [party.row.seq for party in facts.parties]
    )
    return pieces([rows[place] for place in order], facts, facts.languages)


def text_of(facts: AgreementFacts, texts: Sequence[tuple[Level, str]]) -> list[Clause]:
    """A text in which each party is introduced by a row and the rows under it."""
    key = facts.row.id
    rows = [Clause(agreement_id=key, rank="", level=lvl, text_id=t, text_en=t) for lvl, t in texts]
    for party in facts.parties:
        name = f"party{party.row.seq}"
        for level, field in ((Level.PARTY, "government"), (Level.LETTER, "label")):
            said = f"{{{name}.{field}}}{{{name}.end}}"
            rows.append(
                Clause(agreement_id=key, rank="", level=level, key=name, text_id=said, text_en=said)
            )
    return rows


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, MOST).flatmap(lambda count: st.permutations(range(1, count + 1))),
    st.lists(st.tuples(PLAIN_LEVELS, TEXTS.map(" ".join)), max_size=8),
    KINDS,
)
def test_every_original_has_the_same_words_but_for_the_order_of_the_parties(
    order: list[int], texts: list[tuple[Level, str]], kind: AgreementKind
) -> None:
    usual = facts_of(len(order), kind)
    rows = text_of(usual, texts)
    ours, theirs = printed(usual, rows), printed(usual.in_order(order), rows)
    assert words_of(ours) == words_of(theirs)
    assert [piece.level for piece in ours] == [piece.level for piece in theirs]
    assert [piece.marker for piece in ours] == [piece.marker for piece in theirs]


@given(st.integers(2, MOST).flatmap(lambda count: st.permutations(range(1, count + 1))))
def test_parties_stand_in_the_order_of_the_original_and_the_last_ends_the_list(
    order: list[int],
) -> None:
    facts = facts_of(len(order), AgreementKind.MSP)
    said = [
        plain(piece.text[0])
        for piece in printed(facts.in_order(order), text_of(facts, []))
        if piece.level is Level.PARTY
    ]
    assert [text.split()[1].strip(".;") for text in said] == [str(party) for party in order]
    assert said[-1].endswith(".")
    assert said[-2].endswith("; dan")
    assert all(text.endswith(";") for text in said[:-2])


@given(st.text(), st.text(), st.text(), st.sampled_from(Level))
def test_any_text_stands_in_every_language_and_never_fails(
    text_id: str, text_en: str, text_third: str, level: Level
) -> None:
    facts = facts_of(2, AgreementKind.MSP)
    row = Clause(
        agreement_id=facts.row.id, rank="", level=level,
        text_id=text_id, text_en=text_en, text_third=text_third,
    )  # fmt: skip
    (piece,) = pieces([row], facts, facts.languages)
    assert len(piece.marker) == 3
    assert {len(text) for text in piece.cells or (piece.text,)} == {3}
    if piece.text and not {"*", "_", "{"} & set(text_id):
        assert plain(piece.text[0]) == text_id
