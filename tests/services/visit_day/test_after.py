"""What came of a visit, and its papers."""

from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.paper import Paper
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import list_items
from kunjungan.services.rundown.papers import RundownChoice, rundown_pdf
from kunjungan.services.visit_day.aftermath import (
    RealForm,
    aftermath,
    as_planned,
    count_came,
    note_real,
    real_form,
    write_result,
)
from kunjungan.services.visit_day.papers import AfterPaper, after_pdf, write_after
from kunjungan.services.visiting.gifts import GiftForm, add_gift
from kunjungan.services.visiting.promises import PromiseForm, add_promise
from kunjungan.services.visiting.visit_files import attach_to_visit, visit_files
from kunjungan.store.tables import AgendaItem
from tests.builders import a_visit
from tests.services.visit_day.case import Day, a_day


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def words(pdf: bytes) -> str:
    """Return what a paper says, blanks as one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_how_it_went_stands_beside_how_it_was_planned(day: Day) -> None:
    form = real_form(day.office, day.item)
    assert form == RealForm(version=form.version)
    note_real(day.office, day.item, RealForm(time(12, 15), time(12, 50), "Listrik padam", 0))
    item, fixed = aftermath(day.office, day.visit).items
    assert (item.starts_at, item.ends_at, item.began_at) == (time(12), time(12, 30), time(12, 15))
    assert (item.late, item.remark, item.session.id) == (15, "Listrik padam", "Sesi")
    assert (fixed.late, fixed.began_at) == (None, None)


def test_all_as_planned_leaves_what_was_noted_and_undoes_as_one(day: Day) -> None:
    note_real(day.office, day.item, RealForm(time(12, 15), time(12, 50)))
    assert as_planned(day.office, day.visit) == 1
    times = [item.began_at for item in aftermath(day.office, day.visit).items]
    assert times == [time(12, 15), time(13)]
    undo(day.office)
    assert aftermath(day.office, day.visit).items[1].began_at is None


def test_an_item_that_an_imported_office_holds_past_midnight_is_told(day: Day) -> None:
    with day.office.store.change("Take over") as session:
        session.get_one(AgendaItem, day.item).minutes = 13 * 60
    assert aftermath(day.office, day.visit).items[0].ends_at == time(1)
    assert list_items(day.office, day.visit)[0].ends_at == time(1)
    assert rundown_pdf(day.office, day.visit, RundownChoice()).startswith(b"%PDF")


def test_an_end_before_its_beginning_is_refused(day: Day) -> None:
    with pytest.raises(RuleBroken):
        note_real(day.office, day.item, RealForm(time(12, 15), time(12)))


def test_heads_are_counted_per_delegation_and_no_desk_overwrites_another(day: Day) -> None:
    lines = aftermath(day.office, day.visit).came
    seen = {line.delegation_id: line.version for line in lines}
    count_came(day.office, dict(zip(day.delegations, (19, 0), strict=True)), seen)
    assert [line.came for line in aftermath(day.office, day.visit).came] == [19, 0]
    with pytest.raises(Conflict):
        count_came(day.office, {day.delegations[0]: 3}, seen)
    with pytest.raises(RuleBroken):
        count_came(day.office, {day.delegations[0]: -1}, {})


def test_the_report_says_what_happened(day: Day) -> None:
    office = day.office
    note_real(office, day.item, RealForm(time(12, 15), time(12, 50), "Listrik padam"))
    count_came(office, dict(zip(day.delegations, (19, 14), strict=True)), {})
    write_result(office, day.visit, "Sepakat mereplikasi aplikasi.")
    add_promise(office, day.visit, PromiseForm("Kirim modul", day.delegations[1], "Diskominfo",
                                               date(2022, 9, 15)))  # fmt: skip
    add_gift(office, day.visit, GiftForm("Kain songket", "received", value=1_500_000))
    said = words(after_pdf(office, day.visit, AfterPaper.REPORT))
    for part in (
        "LAPORAN KUNJUNGAN", "Kepada : Wali Kota Bandung", "Kamis, 1 September 2022",
        "12.15\N{EN DASH}12.50", "Listrik padam", "Jumlah 34 33", "Sepakat mereplikasi aplikasi.",
        "Kirim modul", "15-09-2022", "Rp1.500.000",
    ):  # fmt: skip
        assert part in said
    assert "VISIT REPORT" not in said
    both = words(after_pdf(office, day.visit, AfterPaper.REPORT, Paper.A4, english=True))
    assert "VISIT REPORT" in both
    assert "Thursday, 1 September 2022" in both


def test_the_minutes_spell_out_the_day_and_the_heads(day: Day) -> None:
    count_came(day.office, {day.delegations[0]: 19}, {})
    said = words(after_pdf(day.office, day.visit, AfterPaper.MINUTES))
    day_words = "Kamis, tanggal Satu bulan September tahun Dua Ribu Dua Puluh Dua (01-09-2022)"
    assert f"Pada hari ini, {day_words}, bertempat di Auditorium, Balai Kota" in said
    assert "Pemerintah Kota Prabumulih berjumlah 19 (sembilan belas) orang." in said
    assert "Pemerintah Kabupaten Ogan Ilir berjumlah ......." in said
    assert "dalam rangkap 3 (tiga)" in said
    english = words(after_pdf(day.office, day.visit, AfterPaper.MINUTES, english=True))
    assert "the first day of September in the year two thousand and twenty-two" in english
    assert "19 (nineteen)" in english


@pytest.mark.parametrize("kind", list(AfterPaper))
def test_a_visit_of_which_nothing_is_known_still_prints(office: Office, kind: AfterPaper) -> None:
    visit = a_visit(office, on="2022-12")
    assert "CONTOH" not in words(after_pdf(office, visit, kind, english=True))


def test_the_same_visit_gives_the_same_bytes_and_a_file_named_by_it(
    day: Day, tmp_path: Path
) -> None:
    first = after_pdf(day.office, day.visit, AfterPaper.REPORT)
    assert first == after_pdf(day.office, day.visit, AfterPaper.REPORT)
    file = write_after(day.office, day.visit, AfterPaper.REPORT, tmp_path, first)
    assert file.name == "Laporan kunjungan 2022-09-01 Kunjungan SPBE.pdf"
    assert file.read_bytes() == first


def test_photos_are_kept_once_and_what_cannot_be_kept_is_told(day: Day, tmp_path: Path) -> None:
    photo = tmp_path / "foto.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    done = attach_to_visit(day.office, day.visit, [photo, tmp_path / "hilang.png"])
    assert (len(done.kept), len(done.refused)) == (1, 1)
    assert attach_to_visit(day.office, day.visit, [photo]).kept[0].again
    (line,) = visit_files(day.office, day.visit)
    assert (line.name, line.state) == ("foto.png", "there")
    undo(day.office)
    assert visit_files(day.office, day.visit) == []
