"""Agreements: drafting, text, numbers, locks, and what stands before an original."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken, Unavailable
from kunjungan.domain.originals import StampRule
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_content import PaperChoice, agreement_content
from kunjungan.services.agreements import (
    AgreementForm,
    agreement_form,
    draft_agreement,
    edit_agreement,
    new_draft,
    remove_agreement,
)
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.officials import edit_official, official_form
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import PartyForm, edit_party, parties_of, set_number
from kunjungan.services.preflight import without_press
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import preview, print_to_folder
from kunjungan.services.register import propose_number, register
from kunjungan.services.signing import SignatureForm, list_signatures, sign, sign_everything
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from tests.builders import AFTER_SIGNING, SIGNING_DAY, a_region, an_agreement, bandung, prabumulih
from tests.services.processing import at

FIRST = PaperChoice(1, "original")
BOTH = [FIRST, PaperChoice(2, "original")]


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def words(office: Office, agreement: object, choice: PaperChoice = FIRST) -> str:
    """The Indonesian text of an agreement's paper."""
    with office.store.read() as session:
        content = agreement_content(office, session, agreement, choice)  # type: ignore[arg-type]
    return "\n".join(plain(piece.text[0]) for piece in content.pieces)


def test_the_text_spells_out_day_parties_and_term(office: Office) -> None:
    text = words(office, an_agreement(office))
    assert (
        "Pada hari ini, Kamis, tanggal Satu bulan September tahun Dua Ribu Dua Puluh Dua "
        "(01-09-2022), bertempat di Bandung" in text
    )
    assert "YANA MULYANA, Wali Kota Bandung" in text
    assert "selanjutnya disebut PIHAK KEDUA." in text
    assert "5 (lima) tahun" in text
    assert "diselesaikan oleh Menteri Dalam Negeri" in text
    assert "{" not in text


def test_redating_moves_formula_weekday_and_end_in_one_step(office: Office) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, signing_on=date(2022, 9, 2)))
    assert "Jumat, tanggal Dua bulan September" in words(office, agreement)
    undo(office)
    assert "Kamis, tanggal Satu bulan September" in words(office, agreement)


def test_two_regions_of_one_province_go_to_their_governor(office: Office) -> None:
    host, guest = bandung(office), a_region(office, "32.04", "Bupati Contoh")
    form = AgreementForm("Contoh", "Example", signing_on=date(2022, 9, 1), place_id="Bandung")
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    assert "oleh Gubernur Jawa Barat" in words(office, draft_agreement(office, form, parties))


def test_a_kind_that_does_not_fit_the_partner_owes_a_reason(office: Office) -> None:
    host, guest = bandung(office), prabumulih(office)
    form = AgreementForm("Contoh", kind=AgreementKind.LOI)
    with pytest.raises(RuleBroken, match="unusual"):
        draft_agreement(office, form, [PartyForm(host.id), PartyForm(guest.id)])


def test_one_party_alone_or_twice_is_no_agreement(office: Office) -> None:
    host = bandung(office)
    for parties in ([PartyForm(host.id)], [PartyForm(host.id), PartyForm(host.id)]):
        with pytest.raises(RuleBroken):
            draft_agreement(office, AgreementForm("Contoh"), parties)


def test_a_missing_translation_keeps_the_original_from_printing(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    row = next(c for c in list_clauses(office, agreement) if c.level is Level.PARAGRAPH)
    write_clause(office, row.id, "en", "", seen=row.version)
    (finding,) = [f for f in without_press(office, agreement) if f.blocking]
    assert (finding.code, finding.clause_id) == ("missing-translation", row.id)
    with pytest.raises(RuleBroken, match=r"has no .*English.* yet"):
        print_to_folder(office, press, agreement, [FIRST], tmp_path)
    assert list(tmp_path.iterdir()) == []
    print_to_folder(office, press, agreement, [PaperChoice()], tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_an_empty_number_blocks_unless_it_is_pending(office: Office) -> None:
    agreement = an_agreement(office, pending=False)
    (finding,) = [f for f in without_press(office, agreement) if f.blocking]
    assert (finding.about, finding.seq) == ("number", 2)


def test_a_signatory_out_of_office_on_the_day_blocks(office: Office) -> None:
    agreement = an_agreement(office)
    tenure = parties_of(office, agreement)[1].tenure_id
    assert tenure is not None
    form = official_form(office, tenure)
    edit_official(office, tenure, replace(form, ends_on=PartialDate(2022, 8, 31)))
    (finding,) = [f for f in without_press(office, agreement) if f.blocking]
    assert finding.values["name"] == "Ridho Yahya"


def test_an_unknown_original_is_named_with_how_many_there_are(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    with pytest.raises(NotFound) as refusal:
        print_to_folder(office, press, agreement, [PaperChoice(3, "original")], tmp_path)
    assert refusal.value.values == {"number": 3, "count": 2}


def test_a_folder_that_is_a_file_refuses_and_logs_nothing(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(Unavailable):
        print_to_folder(office, press, agreement, BOTH, tmp_path / "out")
    assert list_prints(office, agreement) == []
    assert not any(o.printed for o in list_originals(office, agreement))


def test_printing_an_original_locks_the_draft_and_a_new_draft_makes_it_stale(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    row = list_clauses(office, agreement)[0]
    with pytest.raises(RuleBroken, match="locked"):
        write_clause(office, row.id, "id", "Lain", seen=row.version)
    assert new_draft(office, agreement) == 2
    write_clause(office, row.id, "id", "Lain", seen=row.version)
    assert all(run.stale for run in list_prints(office, agreement))


def test_after_a_new_draft_the_old_original_is_not_printed_again(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    ((old, _),) = print_to_folder(office, press, agreement, [FIRST], tmp_path)
    new_draft(office, agreement)
    row = list_clauses(office, agreement)[-1]
    write_clause(office, row.id, "id", "Penutup yang lain.", seen=row.version)
    assert preview(office, press, agreement, FIRST).pdf != old.pdf


def test_signing_needs_every_original_of_this_draft(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [FIRST], tmp_path)
    with pytest.raises(RuleBroken, match="has not been printed"):
        sign_everything(office, agreement, on=date(2022, 9, 1), place="Bandung")


def test_split_signing_keeps_each_day_and_place(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    home = [SignatureForm(no, 1, date(2022, 9, 1), "Bandung") for no in (1, 2)]
    away = [SignatureForm(no, 2, date(2022, 9, 9), "Prabumulih") for no in (1, 2)]
    sign(office, agreement, home)
    with pytest.raises(RuleBroken, match="Only a signed agreement"):
        register(office, agreement)
    sign(office, agreement, away)
    places = {(line.seq, line.place) for line in list_signatures(office, agreement)}
    assert places == {(1, "Bandung"), (2, "Prabumulih")}
    with pytest.raises(RuleBroken, match="already signed"):
        sign(office, agreement, home[:1])


def test_a_signed_agreement_is_never_changed_or_removed(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    sign_everything(office, agreement, on=date(2022, 9, 1), place="Bandung")
    for act in (new_draft, remove_agreement):
        with pytest.raises(RuleBroken, match="never changed"):
            act(office, agreement)


def test_the_partners_number_may_come_after_signing(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    sign_everything(office, agreement, on=date(2022, 9, 1), place="Bandung")
    set_number(office, agreement, 2, "119/42/2022", date(2022, 9, 20))
    party = parties_of(office, agreement)[1]
    assert (party.number, party.number_pending) == ("119/42/2022", True)
    set_number(office, agreement, 2, "119/43/2022", date(2022, 9, 20))
    assert parties_of(office, agreement)[1].number == "119/43/2022"


def test_a_number_that_is_printed_stays(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    set_number(office, agreement, 1, "CONTOH-2", SIGNING_DAY)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    with pytest.raises(RuleBroken, match="locked"):
        set_number(office, agreement, 1, "CONTOH-3", SIGNING_DAY)
    new_draft(office, agreement)
    set_number(office, agreement, 1, "CONTOH-4", SIGNING_DAY)
    print_to_folder(office, press, agreement, BOTH, tmp_path)
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    with pytest.raises(RuleBroken, match="never changed"):
        set_number(office, agreement, 1, "CONTOH-5", SIGNING_DAY)
    assert parties_of(office, agreement)[0].number == "CONTOH-4"


def test_the_own_number_takes_month_and_year_from_its_own_day(office: Office) -> None:
    assert propose_number(office, date(2022, 9, 1)) == "100.3.7.1/001/KSD/IX/2022"
    agreement = an_agreement(office)
    form = parties_of(office, agreement)[0]
    edit_party(office, agreement, 1, replace(form, number=propose_number(office, date(2022, 9, 1))))
    assert propose_number(office, date(2022, 12, 31)) == "100.3.7.1/002/KSD/XII/2022"
    assert propose_number(office, date(2023, 1, 1)) == "100.3.7.1/001/KSD/I/2023"


def test_removing_an_article_takes_its_rows_and_numbers_follow(office: Office) -> None:
    agreement = an_agreement(office)
    rows = list_clauses(office, agreement)
    articles = [row for row in rows if row.level is Level.ARTICLE]
    remove_clause(office, articles[1].id)
    after = list_clauses(office, agreement)
    assert articles[2].marker.id == "Pasal 3"
    assert next(row for row in after if row.id == articles[2].id).marker.id == "Pasal 2"
    undo(office)
    assert [(r.id, r.text, r.marker) for r in list_clauses(office, agreement)] == [
        (r.id, r.text, r.marker) for r in rows
    ]


def test_rows_are_added_after_one_and_moved_over_another(office: Office) -> None:
    agreement = an_agreement(office)
    rows = list_clauses(office, agreement)
    new = add_clause(office, agreement, Level.NUMBER, after=rows[11].id)
    assert list_clauses(office, agreement)[12].id == new
    move_clause(office, new, -1)
    assert [row.id for row in list_clauses(office, agreement)[11:13]] == [new, rows[11].id]


def test_a_row_changed_elsewhere_is_not_overwritten(office: Office) -> None:
    row = list_clauses(office, an_agreement(office))[0]
    write_clause(office, row.id, "id", "Satu", seen=row.version)
    with pytest.raises(Conflict):
        write_clause(office, row.id, "id", "Dua", seen=row.version)


def test_another_stamp_rule_plans_the_originals_again(office: Office) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    edit_agreement(office, agreement, replace(form, stamp_rule=StampRule.ALL))
    assert [o.stamps for o in list_originals(office, agreement)] == [(1, 2), (1, 2)]


def test_the_reference_takes_its_year_from_the_day_of_signing(office: Office) -> None:
    agreement = an_agreement(office, on=date(2021, 3, 4))
    assert agreement_form(office, agreement).reference == "KS-2021-001"


def test_a_reference_of_ones_own_making_does_not_stop_the_counting(office: Office) -> None:
    first = an_agreement(office)
    form = agreement_form(office, first)
    edit_agreement(office, first, replace(form, reference="KS-2022-B-007"))
    assert agreement_form(office, an_agreement(office)).reference == "KS-2022-001"
