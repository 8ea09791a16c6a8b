"""The office's term base: who may say what, and where it is looked for."""

from dataclasses import replace
from datetime import date

import pytest

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.writing.term_approval import approve_terms, restore_terms, retire_terms
from kunjungan.services.writing.term_form import TermForm
from kunjungan.services.writing.terms import (
    TermLine,
    add_term,
    edit_term,
    list_terms,
    term_form,
    terms_of,
)

FORM = TermForm("naskah uji", "trial text; trial texts", "agreement", source="UU 24/2000")


def line(office: Office, words: str) -> TermLine:
    return next(each for each in list_terms(office) if each.words_id == words)


def told(office: Office, text_id: str, text_en: str) -> list[str]:
    return [found.term.id[0] for found in terms_of(office).found(text_id, text_en)]


def test_the_shipped_terms_say_where_they_are_taken_from_and_wait_for_approval(
    office: Office,
) -> None:
    lines = list_terms(office)
    assert len(lines) > 200
    assert all(each.source and not each.approved_by for each in lines)
    assert line(office, "Bupati").source == "official English"
    assert line(office, "surat kuasa").source == "UU 24/2000"


def test_a_new_term_is_looked_for_at_once_and_a_retired_one_no_longer(office: Office) -> None:
    key = add_term(office, FORM)
    assert told(office, "Naskah uji ini", "this paper") == ["naskah uji"]
    retire_terms(office, [key])
    assert told(office, "Naskah uji ini", "this paper") == []
    restore_terms(office, [key])
    assert told(office, "Naskah uji ini", "this paper") == ["naskah uji"]
    undo(office)
    assert not line(office, "naskah uji").active


def test_words_come_without_blanks_and_both_languages_are_needed(office: Office) -> None:
    key = add_term(office, replace(FORM, words_id="  naskah uji ", note=" x "))
    assert (line(office, "naskah uji").id, line(office, "naskah uji").note) == (key, "x")
    for wrong in (replace(FORM, words_id=" ; "), replace(FORM, words_en="!bad; ")):
        with pytest.raises(RuleBroken):
            add_term(office, wrong)


def test_the_same_words_are_there_once(office: Office) -> None:
    key = add_term(office, FORM)
    with pytest.raises(RuleBroken, match="naskah uji"):
        add_term(office, replace(FORM, words_id="Naskah  Uji"))
    edit_term(office, key, replace(term_form(office, key), words_id="Naskah Uji"))
    assert line(office, "Naskah Uji").id == key


def test_approval_names_person_and_day_and_ends_when_the_words_change(office: Office) -> None:
    key = add_term(office, FORM)
    approve_terms(office, [key])
    assert line(office, "naskah uji").approved_by == "Analis Protokol"
    approve_terms(office, [key], by="Kepala Bagian Hukum", on=date(2022, 8, 1))
    edit_term(office, key, replace(term_form(office, key), note="seen"))
    now = line(office, "naskah uji")
    assert (now.approved_by, now.approved_on) == ("Kepala Bagian Hukum", date(2022, 8, 1))
    edit_term(office, key, replace(term_form(office, key), words_en="test text"))
    assert line(office, "naskah uji").approved_on is None


def test_nothing_is_approved_on_a_day_to_come(office: Office) -> None:
    key = add_term(office, FORM)
    with pytest.raises(RuleBroken):
        approve_terms(office, [key], on=date(2022, 8, 27))
    assert line(office, "naskah uji").approved_on is None


def test_a_change_over_another_is_refused(office: Office) -> None:
    key = add_term(office, FORM)
    seen = term_form(office, key)
    edit_term(office, key, replace(seen, note="first"))
    with pytest.raises(Conflict):
        edit_term(office, key, replace(seen, note="second"))
