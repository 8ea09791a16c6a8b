"""The translation memory: what it offers, from where, and what it never does."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.services.writing.cross_references import reference_to
from kunjungan.services.writing.memory import Memory, build_memory
from kunjungan.services.writing.memory_pairs import Pair, Source
from tests.builders import bandung, prabumulih

SAID = "Tim pelaksana menyampaikan laporan tertulis kepada PARA PIHAK setiap 3 (tiga) bulan."
ENGLISH = "The implementing team shall report to the PARTIES in writing every 3 (three) months."


@dataclass(frozen=True, slots=True)
class Two:
    """An earlier agreement and the one that is written now."""

    earlier: UUID
    now: UUID


@pytest.fixture
def two(office: Office) -> Two:
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    first, second = (
        draft_agreement(office, AgreementForm(subject, subject), parties)
        for subject in ("Lama", "Baru")
    )
    return Two(first, second)


def row(office: Office, agreement: UUID, place: int = 0) -> UUID:
    lines = [line for line in list_clauses(office, agreement) if line.marker.id == "(1)"]
    return lines[place].id


def say(office: Office, clause: UUID, text_id: str, text_en: str) -> None:
    write_clause(office, clause, "id", text_id)
    write_clause(office, clause, "en", text_en)


def test_the_same_text_is_suggested_with_partner_and_place(office: Office, two: Two) -> None:
    say(office, row(office, two.earlier), SAID, ENGLISH)
    (best, *_) = build_memory(office, two.now).suggestions(SAID)
    assert (best.percent, best.exact, best.text_en) == (100, True, ENGLISH)
    assert best.source.agreement_id == two.earlier
    assert best.source.kind is AgreementKind.KB
    assert "Prabumulih" in best.source.partner
    assert best.source.place.id.startswith("Pasal ")
    assert best.source.place.en.startswith("Article ")


def test_a_text_with_another_number_is_close_and_never_the_same(office: Office, two: Two) -> None:
    say(office, row(office, two.earlier), SAID, ENGLISH)
    (best, *_) = build_memory(office, two.now).suggestions(SAID.replace("3 (tiga)", "6 (enam)"))
    assert 85 <= best.percent < 100
    assert not best.exact


def test_standard_texts_count_and_unlike_ones_do_not(office: Office, two: Two) -> None:
    line = next(line for line in list_clauses(office, two.now) if line.marker.id == "(1)")
    (best, *_) = build_memory(office, two.now).suggestions(line.text.id)
    assert (best.percent, best.text_en) == (100, line.text.en)
    assert build_memory(office, two.now).suggestions("Sama sekali lain daripada yang lain.") == []
    assert build_memory(office, two.now).suggestions("") == []


def test_neither_own_rows_nor_stale_ones_are_suggested(office: Office, two: Two) -> None:
    say(office, row(office, two.now), SAID, ENGLISH)
    assert build_memory(office, two.now).suggestions(SAID) == []
    clause = row(office, two.earlier)
    say(office, clause, "Bunyi yang lama sekali.", ENGLISH)
    write_clause(office, clause, "id", SAID)
    assert build_memory(office, two.now).suggestions(SAID) == []


def test_a_memory_is_read_anew_only_when_other_texts_changed(office: Office, two: Two) -> None:
    memory = build_memory(office, two.now)
    say(office, row(office, two.now), SAID, ENGLISH)
    assert build_memory(office, two.now, memory) is memory
    say(office, row(office, two.earlier), SAID, ENGLISH)
    again = build_memory(office, two.now, memory)
    assert again is not memory
    assert again.suggestions(SAID)[0].exact


def test_a_reference_becomes_the_row_s_own_or_words(office: Office, two: Two) -> None:
    clause, target = row(office, two.earlier, 1), row(office, two.earlier)
    there = reference_to(office, clause, target)
    say(office, clause, f"Laporan sebagaimana dimaksud pada {there} bersifat rahasia.",
        f"The reports referred to in {there} are confidential.")  # fmt: skip
    memory = build_memory(office, two.now)
    own = memory.suggestions("Laporan sebagaimana dimaksud pada {ref:abc} bersifat rahasia.")
    assert own[0].text_en == "The reports referred to in {ref:abc} are confidential."
    written = memory.suggestions("Laporan sebagaimana dimaksud pada ayat (1) bersifat rahasia.")
    assert "{ref:" not in written[0].text_en
    assert "Article" in written[0].text_en or "paragraph" in written[0].text_en


def test_fields_are_those_of_the_row_that_asks() -> None:
    kind = Source(AgreementKind.KB)
    memory = Memory([Pair("{party1.body} memberi {party2.body} data.",
                          "{party1.body} gives data to {party2.body}.", kind)])  # fmt: skip
    (turned,) = memory.suggestions("{party2.body} memberi {party1.body} data.")
    assert turned.text_en == "{party2.body} gives data to {party1.body}."
    assert turned.percent == 99
    (fewer,) = memory.suggestions("{party1.body} memberi dia data.")
    assert fewer.text_en == "{party1.body} gives data to {party2.body}."


def test_an_english_text_is_offered_once_and_the_best_stands_first() -> None:
    kind = Source(AgreementKind.KB)
    memory = Memory(
        [
            Pair("PARA PIHAK bekerja sama dengan baik", "They cooperate.", kind),
            Pair("PARA PIHAK bekerja sama dengan baik.", "They cooperate well.", kind),
            Pair("PARA PIHAK bekerja sama dengan baik!", "They cooperate.", kind),
        ]
    )
    found = memory.suggestions("PARA PIHAK bekerja sama dengan baik.")
    assert [each.text_en for each in found] == ["They cooperate well.", "They cooperate."]
