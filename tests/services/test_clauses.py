"""A translation knows which Indonesian text it renders."""

from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import ClauseLine, confirm_translation, list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.writing.shape import add_clause
from tests.builders import an_agreement


@pytest.fixture
def row(office: Office) -> tuple[UUID, UUID]:
    agreement = an_agreement(office)
    clause = add_clause(office, agreement, Level.TEXT, after=None)
    write_clause(office, clause, "id", "PARA PIHAK sepakat.")
    write_clause(office, clause, "en", "The PARTIES agree.")
    return agreement, clause


def line(office: Office, row: tuple[UUID, UUID]) -> ClauseLine:
    return next(line for line in list_clauses(office, row[0]) if line.id == row[1])


def test_a_fresh_translation_is_not_stale(office: Office, row: tuple[UUID, UUID]) -> None:
    assert not line(office, row).stale


def test_changing_the_indonesian_makes_every_translation_stale(
    office: Office, row: tuple[UUID, UUID]
) -> None:
    write_clause(office, row[1], "third", "De PARTIJEN komen overeen.")
    write_clause(office, row[1], "id", "PARA PIHAK bersepakat.")
    assert (line(office, row).stale, line(office, row).stale_third) == (True, True)


def test_changing_it_back_makes_the_translation_good_again(
    office: Office, row: tuple[UUID, UUID]
) -> None:
    write_clause(office, row[1], "id", "PARA PIHAK bersepakat.")
    write_clause(office, row[1], "id", "PARA PIHAK sepakat.")
    assert not line(office, row).stale


@pytest.mark.parametrize("anew", [True, False])
def test_a_new_translation_or_a_confirmation_ends_it(
    office: Office, row: tuple[UUID, UUID], anew: bool
) -> None:
    write_clause(office, row[1], "id", "PARA PIHAK bersepakat.")
    assert line(office, row).stale
    if anew:
        write_clause(office, row[1], "en", "The PARTIES have agreed.")
    else:
        confirm_translation(office, row[1])
    assert not line(office, row).stale


def test_undo_brings_the_staleness_back_with_the_words(
    office: Office, row: tuple[UUID, UUID]
) -> None:
    write_clause(office, row[1], "id", "PARA PIHAK bersepakat.")
    office.store.undo()
    assert (line(office, row).text.id, line(office, row).stale) == ("PARA PIHAK sepakat.", False)


def test_the_text_of_a_template_becomes_stale_when_it_is_first_changed(office: Office) -> None:
    agreement = an_agreement(office)
    first = list_clauses(office, agreement)[0]
    assert first.text.complete
    write_clause(office, first.id, "id", first.text.id + " Tambahan.")
    assert list_clauses(office, agreement)[0].stale
