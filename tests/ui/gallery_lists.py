"""The gallery's list page."""

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.ui.context import ScreenContext
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import SidePanes, column, framed, row
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.segmented import Option, Segmented
from tests.ui.gallery_rows import INFO, VISITS, Row


def visits_table(parent: QWidget) -> DataTable[Row]:
    """The list of visits with chips, bars and month lines."""
    columns: list[Column[Row]] = [
        Column("Tanggal", lambda line: Cell(line.day, quiet=True), width=112, sort=lambda r: r.key),
        Column("Kunjungan", lambda line: Cell(line.title, bold=True), sort=lambda r: r.title),
        Column("Tamu", lambda line: line.guests, width=64, align=Align.RIGHT),
        Column("Tahap", lambda line: Cell("", chip=line.stage), width=140),
        Column(
            "Kesiapan",
            lambda line: Cell(f"{line.done[0]}/{line.done[1]}", bar=line.done, quiet=True),
            width=136,
            hide_below=640,
        ),
    ]
    table = DataTable(columns, key=lambda line: line.key, parent=parent)
    table.show_rows(VISITS, group=lambda line: Group(line.month, _count(line.month)))
    table.set_footer("6 kunjungan ditampilkan", [("Enter", "buka"), ("Spasi", "pratinjau")])
    table.select(1)
    return table


class ListPage(Page):
    """A list with filters and side cards."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title("Kunjungan", subtitle="8 aktif · 41 diterima tahun ini")
        self.header.show_actions("visit.schedule", ("office.export", "Ekspor"))
        options = [Option("all", "Semua"), Option("live", "Aktif", 8), Option("past", "Arsip")]
        stages = ChoiceField([("", "Semua tahap"), ("x", "Persiapan")], self)
        stages.setFixedWidth(150)
        filters = row(
            SearchField("Instansi, tema, atau orang", self), Segmented(options, self), stages, None
        )
        card = Card("SPBE, 1 September 2022", parent=self)
        card.add(
            framed(
                row(
                    Chip(ChipText("Persiapan", INFO, "clipboard_task")),
                    set_role(QLabel("6 hari lagi"), "small"),
                    None,
                )
            )
        )
        facts = FactsList()
        facts.show_facts(
            [
                Fact("Waktu", "Kamis 09.00"),
                Fact("Tempat", "Auditorium Rosada, Balai Kota"),
                Fact("Tuan rumah", "Yana Mulyana, Wali Kota Bandung"),
                Fact("Surat", "2 surat permohonan", print),
                Fact("Penghubung", ""),
            ]
        )
        card.add(facts)
        card.body.addStretch(1)
        card.add(framed(row(button("Buka kunjungan", print, icon="arrow_right"), None)))
        self.set_body(framed(column(filters, SidePanes(visits_table(self), card))))


def _count(month: str) -> str:
    return f"{sum(line.month == month for line in VISITS)} kunjungan"
