"""The gallery's pages of small parts, previews and dialogs."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLabel, QLayout, QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import PersonName
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import column, framed, row, scrolling
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.page_view import PageView
from kunjungan.ui.widgets.rows_model import Column
from kunjungan.ui.widgets.search_picker import Item, SearchPicker
from kunjungan.ui.widgets.segmented import Option, Segmented
from kunjungan.ui.widgets.tabs import Tab
from tests.ui.gallery_lists import visits_table
from tests.ui.gallery_rows import BAD, INFO, OK, WARN, Row


class PartsPage(Page):
    """Every small part once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title("Sistem desain", subtitle="Token yang sama, dua nilai.")
        dates = row(_day(), TimeField(), SearchPicker("Cari instansi"), None)
        rows = (_roles(), _buttons(), _inputs(), _chips(), _notices(), dates, visits_table(self))
        self.set_body(scrolling(framed(column(*rows, spacing=14))))


class PreviewPage(Page):
    """Two previews of paper side by side."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title(
            "Kesepakatan Bersama: Kabupaten Ogan Ilir",
            crumbs=[("SPBE 1 Sep 2022", None)],
            chips=[ChipText("Draf 3", icon="edit"), ChipText("2 penghalang", BAD, "error_circle")],
        )
        self.header.show_actions("agreement.print", "agreement.print_draft")
        self.header.show_tabs([Tab("a", "Pratinjau"), Tab("b", "Siap cetak?", 2)])
        self.views = [PageView(context.pictures, self), PageView(context.pictures, self)]
        self.set_body(framed(row(*self.views, spacing=1)), padded=False)


class EmptyPage(Page):
    """A list with nothing in it yet."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.header.show_title("Kerja sama", subtitle="Belum ada naskah")
        self.header.show_actions("agreement.draft")
        table = DataTable[Row](
            [Column("Nomor", lambda line: line.title)], key=lambda line: line.key, parent=self
        )
        table.show_empty(
            "document_edit",
            "Belum ada kerja sama",
            "Buat naskah dari kunjungan, atau impor daftar lama.",
            context.commands["agreement.draft"],
        )
        table.show_rows([])
        self.set_body(table)

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"agreement.draft": lambda: None}


def guest_dialog(parent: QWidget) -> FormDialog:
    """A dialog with every kind of field, one of them refused."""
    dialog = FormDialog(
        "Tamu", "Tambah tamu", parent, intro="Tamu ditambahkan ke delegasi Kabupaten Ogan Ilir."
    )
    name = PersonNameField()
    name.set_value(PersonName("Nama Contoh", ("Dr.", "H."), ("S.T.", "M.Si.")))
    dialog.add("", name, needed=True)
    title = BilingualField()
    title.set_value(Bilingual("Kepala Bagian Hukum", "Head of the Legal Division"))
    dialog.add("", title)
    when = DateField()
    when.line.setText("31-02-2022")
    dialog.add_pair(
        ("Tanggal surat", when), ("Peran", ChoiceField([(1, "Pendamping"), (2, "Penanda tangan")]))
    )
    picker = SearchPicker("Cari instansi")
    picker.set_items([Item(1, "Pemerintah Kabupaten Ogan Ilir", "16.10")])
    dialog.add("Instansi", picker, hint="Ketik sebagian nama atau kode wilayah.")
    dialog.add("Catatan", TextField(2))
    return dialog


def _day() -> DateField:
    field = DateField()
    field.setMinimumWidth(290)
    field.set_value(PartialDate(2022, 9, 1))
    return field


def _roles() -> QLayout:
    roles = ("title", "subtitle", "card", "body", "strong", "small", "note")
    text = "Kunjungan Kota Prabumulih, Kamis 1 September 2022"
    return column(*(set_role(QLabel(text), role) for role in roles), spacing=2)


def _buttons() -> QLayout:
    off = Button("Nonaktif")
    off.setEnabled(False)
    primary, plain = Button("Utama", icon="add", kind="primary"), Button("Biasa", icon="print")
    danger, link = Button("Hapus", icon="delete", kind="danger"), Button("Tautan", kind="link")
    return row(primary, plain, danger, off, link, None)


def _inputs() -> QLayout:
    bad = LineField()
    bad.set_value("0812-")
    bad.setProperty("bad", "true")
    combo = ChoiceField([(1, "Pilihan"), (2, "Lain")])
    combo.setFixedWidth(130)
    ticked = CheckField("Ya")
    ticked.set_value(value=True)
    segments = Segmented([Option("m", "Bulan"), Option("w", "Pekan")])
    return row(LineField("Isian"), bad, combo, ticked, CheckField("Belum"), segments, None)


def _chips() -> QLayout:
    chips = (
        ChipText("Hadir", OK, "checkmark"),
        ChipText("Berlaku", OK),
        ChipText("Menunggu", WARN),
        ChipText("Segera berakhir", WARN, "warning"),
        ChipText("4 ayat belum", BAD, "error_circle"),
        ChipText("Persiapan", INFO),
        ChipText("Sementara"),
    )
    return row(*(Chip(chip) for chip in chips), None)


def _notices() -> QLayout:
    return column(
        Notice(OK, "Printer mendukung 215 x 330 mm tanpa penskalaan"),
        Notice(WARN, "Stok meterai 3 keping."),
        Notice(BAD, "Isian ini wajib."),
        set_tone(QLabel("31 Agu"), BAD),
        spacing=2,
    )
