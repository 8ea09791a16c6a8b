"""The content of each paper of an agreement: its languages, who signs it, tables and data."""

import json
from collections import Counter

from kunjungan.documents.content import State
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.office import Office
from kunjungan.store.tables import Party, Witness
from tests.builders import an_agreement
from tests.services.contents import (
    DAY,
    a_treaty,
    an_official,
    at_home,
    content_of,
    original,
    rows_of,
)

TRANSLATION = PaperChoice(state="translation")


def test_a_domestic_paper_stands_in_two_columns_that_are_both_signed(office: Office) -> None:
    content = content_of(office, an_agreement(office), original(1))
    assert (content.layout, content.languages) == (Layout.COLUMNS, ("id", "en"))
    assert content.official == (True, True)
    assert content.title == ("KESEPAKATAN BERSAMA", "JOINT AGREEMENT")
    assert (content.between, content.joining) == (("ANTARA", "BETWEEN"), ("DENGAN", "AND"))
    assert content.about == ("TENTANG", "CONCERNING")
    assert (content.logos, content.numbers) == (True, True)
    assert [party.label[0] for party in content.parties] == ["PIHAK KESATU", "PIHAK KEDUA"]
    assert [party.paraf for party in content.parties] == ["PIHAK KESATU", "PIHAK KEDUA"]
    assert len(content.agreement) == 8
    assert content.agreement == content.agreement.upper()


def test_a_treaty_has_neither_logo_nor_number_and_says_for_whom_it_is_signed(
    office: Office,
) -> None:
    content = content_of(office, a_treaty(office), original(1))
    assert (content.logos, content.numbers, content.joining) == (False, False, ("DAN", "AND"))
    assert [party.label for party in content.parties] == [
        ("UNTUK PEMERINTAH KOTA BANDUNG", "FOR THE GOVERNMENT OF THE CITY OF BANDUNG"),
        ("UNTUK PEMERINTAH KOTA SUWON", "FOR THE CITY OF SUWON"),
    ]
    assert content.parties[1].government[1] == "the City of Suwon, Land of Suwon"
    assert content.parties[0].paraf == "Pemkot Bandung"


def test_no_logo_stands_on_a_domestic_kind_that_a_foreigner_signs(office: Office) -> None:
    content = content_of(office, a_treaty(office, kind=AgreementKind.NK, layout=Layout.COLUMNS))
    assert not content.logos
    assert content.title[0] == "NOTA KESEPAHAMAN"


def test_an_addendum_to_a_treaty_carries_no_logo_either(office: Office) -> None:
    kind = AgreementKind.ADDENDUM
    content = content_of(office, at_home(office, kind=kind, parent_id=a_treaty(office)))
    assert (content.logos, content.numbers) == (False, False)
    assert content.title[1] == "ADDENDUM TO THE MEMORANDUM OF UNDERSTANDING"


def test_one_language_follows_the_other_and_at_home_only_indonesian_is_signed(
    office: Office,
) -> None:
    abroad = content_of(office, a_treaty(office, third_language="ko"))
    assert (abroad.languages, abroad.official) == (("id", "en", "ko"), (True, True, True))
    home = content_of(office, at_home(office, layout=Layout.SEQUENCE))
    assert (home.languages, home.official) == (("id", "en"), (True, False))
    assert not home.side(1).numbers
    assert home.side(0).numbers


def test_a_volume_has_the_language_of_its_original(office: Office) -> None:
    treaty = a_treaty(office, layout=Layout.VOLUMES, third_language="ko")
    volumes = [content_of(office, treaty, original(no)) for no in range(1, 7)]
    assert Counter(volume.languages for volume in volumes) == {("id",): 2, ("en",): 2, ("ko",): 2}
    assert {volume.official for volume in volumes} == {(True,)}
    assert {volume.originals for volume in volumes} == {6}
    assert content_of(office, treaty, PaperChoice(language="ko")).languages == ("ko",)
    assert content_of(office, treaty).languages == ("id",)
    assert content_of(office, treaty, PaperChoice(language="fr")).languages == ("id",)
    french = PaperChoice(state="translation", language="fr")
    assert content_of(office, treaty, french).languages == ("en",)


def test_a_translation_has_no_number_no_stamp_no_holder_and_is_not_official(
    office: Office,
) -> None:
    content = content_of(office, an_agreement(office), TRANSLATION)
    assert (content.languages, content.official, content.state) == (
        ("en",), (False,), State.TRANSLATION,
    )  # fmt: skip
    assert (content.numbers, content.holder, content.original_no) == (False, None, 0)
    assert not any(party.stamp for party in content.parties)
    assert content.title == ("JOINT AGREEMENT",)


def test_only_a_draft_shows_when_it_was_printed_and_only_what_is_numbered_has_a_number(
    office: Office,
) -> None:
    agreement = an_agreement(office)
    draft, paper = content_of(office, agreement), content_of(office, agreement, original(2))
    copy = content_of(office, agreement, PaperChoice(2, "copy"))
    assert draft.printed_at
    assert (paper.printed_at, copy.printed_at) == ("", "")
    assert [draft.original_no, paper.original_no, copy.original_no] == [0, 2, 2]
    assert paper.holder == ("Pemerintah Kota Bandung", "the Government of the City of Bandung")


def test_who_witnesses_stands_apart_from_the_parties(office: Office) -> None:
    agreement = an_agreement(office)
    before = content_of(office, agreement)
    with office.store.read() as session:
        host = rows_of(session, Party, agreement)[0].institution_id
    deputy = an_official(office, host, "Nama Wakil", "Wakil Wali Kota Bandung", "Deputy Mayor")
    with office.store.change("Test") as session:
        session.add(Witness(agreement_id=agreement, seq=2, name="Nama Tamu", office_id="Rektor"))
        session.add(Witness(agreement_id=agreement, seq=1, role="acknowledged", tenure_id=deputy))
    after = content_of(office, agreement)
    acknowledged, guest = after.witnesses
    assert acknowledged.caption == ("MENGETAHUI", "ACKNOWLEDGED BY")
    assert acknowledged.office == ("WAKIL WALI KOTA BANDUNG", "DEPUTY MAYOR")
    assert acknowledged.name == ("NAMA WAKIL", "NAMA WAKIL")
    assert (guest.caption[0], guest.office, guest.name[0]) == (
        "SAKSI", ("Rektor", "Rektor"), "Nama Tamu",
    )  # fmt: skip
    assert after.fingerprint != before.fingerprint


def test_tables_have_cells_and_english_figures_that_nobody_typed(office: Office) -> None:
    rows = (
        (Level.ANNEX, None, "RENCANA KERJA", "WORK PLAN"),
        (Level.TABLE_HEAD, None, "Kegiatan | Biaya", "Activity | Cost"),
        (Level.TABLE_ROW, None, "Replikasi | Rp52.245.500,00", "Replication"),
        (Level.TABLE_ROW, None, "Jumlah | Rp{number:52245500}", "Total"),
    )
    content = content_of(office, at_home(office, rows))
    annex, head, row, total = content.pieces
    assert annex.marker == ("LAMPIRAN", "ANNEX")
    assert (head.text, head.marker) == ((), ("", ""))
    assert [[plain(side) for side in cell] for cell in row.cells] == [
        ["Replikasi", "Replication"],
        ["Rp52.245.500,00", "Rp52,245,500.00"],
    ]
    assert [plain(side) for side in total.cells[1]] == ["Rp52.245.500", "Rp52,245,500"]


def test_the_data_says_what_the_paper_says_and_is_the_same_every_time(office: Office) -> None:
    agreement = an_agreement(office)
    content = content_of(office, agreement, original(1))
    told = json.loads(content.data)
    assert content_of(office, agreement, original(1)).data == content.data
    assert told["id"] == str(agreement)
    assert (told["kind"], told["signing_on"]) == ("kb", DAY.isoformat())
    assert told["fingerprint"] == content.fingerprint
    assert [party["number"] for party in told["parties"]] == ["CONTOH-1", None]
    assert [party["signatory"] for party in told["parties"]] == ["Yana Mulyana", "Ridho Yahya"]
    assert len(told["clauses"]) == len(content.pieces)
    assert told["clauses"][0]["text"]["id"].startswith("Pada hari ini, Kamis")
    assert (told["original"], told["holder"]["id"]) == (1, "Pemerintah Kota Prabumulih")
