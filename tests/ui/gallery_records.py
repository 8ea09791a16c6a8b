"""The gallery's pages of one record: cards, stepper, inspector."""

from PySide6.QtWidgets import QWidget

from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.layouts import SidePanes, column, framed, row
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.stepper import Step, Stepper, StepState
from kunjungan.ui.widgets.tabs import Tab
from tests.ui.gallery_rows import BAD, BODIES, GUESTS, INFO, OK, STEPS, WARN, Row


class RecordPage(Page):
    """A record with stepper, tabs and cards."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title(
            "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir",
            crumbs=[("Kunjungan", Address("visits")), ("September 2022", None)],
            chips=[ChipText("Persiapan", INFO, "clipboard_task")],
        )
        self.header.show_actions(
            ("visit.next_stage", "Lanjut: Siap"), "page.print", more=["visit.remove"]
        )
        tabs = [
            Tab("a", "Ringkasan"),
            Tab("b", "Delegasi", 34),
            Tab("c", "Naskah", 2),
            Tab("d", "Riwayat"),
        ]
        self.header.show_tabs(tabs, "Kamis, 1 Sep 2022 · 09.00 · Balai Kota Bandung")
        steps = Card(parent=self)
        steps.add(_stepper(self))
        columns: list[Column[Row]] = [
            Column("Langkah", lambda line: Cell(line.title, checked=bool(line.note))),
            Column("Pelaksana", lambda line: Cell(line.guests, quiet=True), width=150),
            Column("Batas", lambda line: Cell(line.day, tone=WARN), width=90, align=Align.RIGHT),
        ]
        table = DataTable(columns, key=lambda line: line.key, parent=self)
        table.show_rows(STEPS, group=lambda line: Group(line.month, "2 belum"))
        table.set_footer("14 langkah selesai disembunyikan", [("Spasi", "centang"), ("F2", "ubah")])
        side = framed(column(self._people(), self._earlier(), None, spacing=12))
        self.set_body(framed(column(steps, SidePanes(table, side, side_width=352), spacing=12)))

    def _people(self) -> Card:
        columns: list[Column[Row]] = [
            Column("", lambda line: Cell(line.title, detail=line.guests, bold=True)),
            Column("", lambda line: Cell("", chip=line.stage), width=110),
        ]
        table = DataTable(columns, key=lambda line: line.key, two_lines=True, parent=self)
        table.show_rows(BODIES)
        table.view.horizontalHeader().hide()
        table.setProperty("frame", "")
        table.setFixedHeight(96)
        card = Card("Delegasi dan naskah", button("Ubah", print, kind="link"), self)
        card.fill(table)
        return card

    def _earlier(self) -> Card:
        card = Card("Kunjungan terdahulu", button("Tautkan", print, kind="link"), self)
        facts = FactsList(72)
        facts.show_facts(
            [
                Fact("Des 2021", "Kabupaten Ogan Ilir"),
                Fact("—", "Kota Prabumulih belum pernah berkunjung"),
            ]
        )
        card.add(facts)
        return card


class GuestsPage(Page):
    """A table with an inspector, under a bar that says why nothing can be changed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title(
            "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir",
            crumbs=[("Kunjungan", Address("visits")), ("September 2022", None)],
            chips=[ChipText("Persiapan", INFO)],
        )
        self.header.show_actions(("guest.add", "Tambah tamu"))
        self.header.show_tabs(
            [Tab("a", "Ringkasan"), Tab("b", "Delegasi", 34), Tab("c", "Naskah", 2)]
        )
        self.header.tabs.set_value("b")
        text = "Berkas data dibuka di komputer lain (PROTOKOL-02). Anda dapat melihat saja."
        self.header.show_banner(BAD, text, [("Coba lagi", print)])
        columns: list[Column[Row]] = [
            Column("Urut", lambda line: Cell(line.day, quiet=True), width=52, align=Align.RIGHT),
            Column("Nama", _name, width=180),
            Column("Jabatan", lambda line: line.guests),
            Column("Peran", lambda line: Cell(line.note, quiet=True), width=140, hide_below=640),
            Column("Kehadiran", lambda line: Cell("", chip=line.stage), width=110),
        ]
        table = DataTable(columns, key=lambda line: line.key, parent=self)
        table.show_rows(GUESTS, group=lambda line: Group(line.month, "18 tamu · 18 dikonfirmasi"))
        table.set_footer(
            "34 tamu · 31 hadir · 3 menunggu", [("Enter", "rincian"), ("Ctrl+C", "salin")]
        )
        table.select(4)
        self.set_body(SidePanes(table, self._inspector(), side_width=280))

    def _inspector(self) -> Card:
        card = Card("Panca Wijaya Akbar", parent=self)
        card.add(
            framed(
                row(
                    Chip(ChipText("Hadir", OK, "checkmark")),
                    Chip(ChipText("Penanda tangan", INFO, "signature")),
                    None,
                )
            )
        )
        form = Form(self)
        name = LineField()
        name.set_value("PANCA WIJAYA AKBAR")
        form.add("Nama di naskah dan papan nama", name)
        greeting = LineField()
        greeting.set_value("Yang terhormat Bapak Bupati")
        greeting.setEnabled(False)
        form.add("Sapaan protokol", greeting)
        form.add(
            "Tata tempat",
            ChoiceField([(1, "a. bupati/wali kota")]),
            hint="UU 9/2010 Pasal 11 ayat (1)",
        )
        note = TextField(2)
        note.set_value("Hadir juga Desember 2021")
        form.add("Catatan", note)
        card.body.setContentsMargins(14, 0, 14, 14)
        card.add(form)
        return card


def _name(line: Row) -> Cell:
    return Cell(line.title, bold=True) if line.title else Cell("(nama menyusul)", italic=True)


def _stepper(parent: QWidget) -> Stepper:
    stepper = Stepper(parent)
    done, then = StepState.DONE, StepState.NEXT
    stepper.show_steps(
        [
            Step("Surat masuk", "10 Agu", done),
            Step("Disetujui pimpinan", "12 Agu", done),
            Step("Dijadwalkan", "15 Agu", done),
            Step("Persiapan", "14 dari 21 langkah", StepState.NOW),
            Step("Siap", "batas Rab, 31 Agu", then),
            Step("Berlangsung", "1 Sep", then),
            Step("Laporan & arsip", "batas 8 Sep", then),
        ]
    )
    return stepper
