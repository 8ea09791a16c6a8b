"""Sample rows for the pictures of the building blocks; every person is a role or public."""

from dataclasses import dataclass

from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

INFO, OK, WARN, BAD, NEUTRAL = Tone.INFO, Tone.OK, Tone.WARN, Tone.BAD, Tone.NEUTRAL
PRABUMULIH, OGAN_ILIR = "Kota Prabumulih", "Kabupaten Ogan Ilir"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of any sample list."""

    key: int
    month: str
    day: str
    title: str
    guests: str
    stage: ChipText
    done: tuple[int, int] = (0, 0)
    note: str = ""


VISITS = [
    Row(1, "September 2022", "Kam, 1 Sep", "SPBE: Kota Prabumulih dan Kab. Ogan Ilir", "34",
        ChipText("Persiapan", INFO), (14, 21)),
    Row(2, "September 2022", "Kam, 8 Sep", "DPRD Kabupaten Sumedang", "20",
        ChipText("Surat masuk"), (2, 18)),
    Row(3, "September 2022", "Rab, 14 Sep", "Pemerintah Kota Cimahi", "8",
        ChipText("Dijadwalkan", INFO), (5, 18)),
    Row(4, "September 2022", "Rab, 21 Sep", "Kota Hamamatsu, Jepang", "12",
        ChipText("Siap", OK, "checkmark"), (20, 20)),
    Row(5, "Oktober 2022", "Rab, 12 Okt", "Kunjungan keluar: Diskominfo", "6",
        ChipText("Ditunda", WARN), (5, 16)),
    Row(6, "Desember 2021", "Des 2021", "Kunjungan kerja Kab. Ogan Ilir", "—",
        ChipText("Laporan & arsip", OK), (18, 18)),
]  # fmt: skip
GUESTS = [
    Row(n, body, str(place), name, title, ChipText(state, tone), note=role)
    for n, (body, place, name, title, role, state, tone) in enumerate([
        (PRABUMULIH, 1, "Ridho Yahya", "Wali Kota Prabumulih", "Penanda tangan", "Hadir", OK),
        (PRABUMULIH, 2, "", "Sekretaris Daerah", "Pendamping", "Hadir", OK),
        (PRABUMULIH, 3, "", "Kepala Dinas Komunikasi", "Pendamping", "Hadir", OK),
        (PRABUMULIH, 4, "", "Kepala Bagian Hukum", "Pemaraf", "Diwakili", INFO),
        (OGAN_ILIR, 1, "Panca Wijaya Akbar", "Bupati Ogan Ilir", "Penanda tangan", "Hadir", OK),
        (OGAN_ILIR, 2, "", "Sekretaris Daerah", "Pendamping", "Hadir", OK),
        (OGAN_ILIR, 3, "", "Kepala Bappeda", "Pendamping", "Menunggu", WARN),
        (OGAN_ILIR, 4, "", "Kepala Dinas Kominfo", "Narahubung", "Menunggu", WARN),
        (OGAN_ILIR, 5, "", "Ajudan Bupati", "Ajudan", "Tidak hadir", NEUTRAL),
    ])
]  # fmt: skip
STEPS = [
    Row(n, area, due, text, owner, ChipText(""), note=done)
    for n, (area, text, owner, due, done) in enumerate([
        ("Tamu dan undangan", "Konfirmasi 3 tamu Ogan Ilir", "Penghubung", "Hari ini", ""),
        ("Tamu dan undangan", "Kirim rundown final", "Analis Protokol", "Hari ini", "selesai"),
        ("Naskah kerja sama", "Lengkapi terjemahan 4 ayat", "Penerjemah", "31 Agu", ""),
        ("Naskah kerja sama", "Paraf Kepala Bagian Hukum", "Bagian Hukum", "30 Agu", ""),
        ("Tempat dan acara", "Gladi penandatanganan", "Tim Protokol", "31 Agu", ""),
    ])
]  # fmt: skip
BODIES = [
    Row(1, "", "", PRABUMULIH, "Ridho Yahya, Wali Kota",
        ChipText("18 dari 18", OK, "people_community")),
    Row(2, "", "", OGAN_ILIR, "Panca Wijaya Akbar, Bupati",
        ChipText("13 dari 16", WARN, "people_community")),
]  # fmt: skip
