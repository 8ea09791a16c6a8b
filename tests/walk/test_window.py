"""One walk in a real window over the whole main job, on the true case, from an empty office."""

from pathlib import Path

from PySide6.QtCore import Qt

from kunjungan.services.transfer import export_office
from tests.store.damage import fingerprints
from tests.ui.shared import QUIET
from tests.walk.driver import Desktop, Institutions, Settings, Visits
from tests.walk.driver_agreements import Agreements
from tests.walk.hands import CONTROL
from tests.walk.papers import check_original, stamped
from tests.walk.program import archived_papers

pytestmark = QUIET

BANDUNG, PRABUMULIH = "Pemerintah Kota Bandung", "Pemerintah Kota Prabumulih"
OGAN_ILIR = "Pemerintah Kabupaten Ogan Ilir"
VISIT = "Kerja sama SPBE: Prabumulih dan Ogan Ilir"
EARLIER = "Replikasi SPBE oleh Ogan Ilir"
SUBJECT = (
    "Penerapan Sistem Pemerintahan Berbasis Elektronik",
    "the Implementation of an Electronic-Based Government System",
)


def introduce_the_governments(desktop: Desktop) -> None:
    """Add the three governments with their heads, and say which one this office is."""
    institutions = Institutions(desktop)
    for region, head, address in (
        ("Kota Bandung", "Yana Mulyana", "Jalan Contoh 1, Kota Bandung"),
        ("Kota Prabumulih", "Ridho Yahya", "Jalan Contoh 2, Kota Prabumulih"),
        ("Kabupaten Ogan Ilir", "Panca Wijaya Akbar", "Jalan Contoh 3, Indralaya"),
    ):
        institutions.add(region, head, (address, address))
    assert len(institutions.names()) == 3
    Settings(desktop).own_institution_is("City of Bandung")


def receive_the_guests(desktop: Desktop) -> Visits:
    """Schedule the visit of December 2021 and that of 1 September 2022 which continues it."""
    visits = Visits(desktop)
    visits.schedule(EARLIER, ("Replikasi SPBE", "Replication of SPBE"), "Dec 2021")
    visits.add_delegation("Ogan Ilir")
    visits.schedule(VISIT, SUBJECT, "1-9-2022")
    visits.link(EARLIER)
    visits.add_delegation("Prabumulih")
    visits.add_delegation("Ogan Ilir")
    visits.show_tab("delegations")
    visits.add_known_guest("Ridho Yahya")
    visits.add_new_guest("Inspektur", ("Inspektur", "Inspector"))
    visits.go_to_last_guest()
    visits.add_known_guest("Panca Wijaya Akbar")
    visits.add_new_guest("Dr. Ir. Kepala Dinas, S.T., M.Si.", ("Kepala Dinas", "Agency Head"))
    names = [name for name in visits.guests() if name]
    assert names == [
        "Ridho Yahya", "Inspektur", "Panca Wijaya Akbar", "Dr. Ir. Kepala Dinas, S.T., M.Si.",
    ]  # fmt: skip
    return visits


def change_a_clause_back_and_forth(desktop: Desktop, agreements: Agreements) -> None:
    """Write in a clause and see it on the paper; undo and redo it by the keys."""
    agreements.look_at("Original 1")
    before = agreements.picture()
    agreements.write_after("that the PARTIES are committed to", " (SAMPLE)")
    agreements.wait_for_paper("authority; (SAMPLE)")
    written = agreements.picture()
    assert written != before
    assert desktop.in_menu("Undo") == "Undo: Write clause"
    agreements.in_field(Qt.Key.Key_Z)
    assert desktop.in_menu("Redo") == "Redo: Write clause"
    assert agreements.picture() == before
    agreements.in_field(Qt.Key.Key_Y)
    assert desktop.in_menu("Undo") == "Undo: Write clause"
    assert agreements.picture() == written


def change_the_language_back_and_forth(desktop: Desktop, agreements: Agreements) -> None:
    """Switch the screen to Indonesian and back to English without losing the place."""
    before = agreements.place()
    assert before.language == "en"
    desktop.speak("ID")
    assert desktop.in_menu("Urungkan") == "Urungkan: Tulis klausul"
    assert agreements.place() == before
    desktop.speak("EN")
    assert agreements.place() == before


def print_sign_and_register(
    desktop: Desktop, agreements: Agreements, papers: Path, partner: tuple[str, str]
) -> None:
    """Bring the agreement on screen to its two originals and into the register."""
    name, body = partner
    paragraphs = agreements.party_texts()
    assert [text.id.partition(",")[0] for text in paragraphs] == ["YANA MULYANA", name.upper()]
    first, second = (path.read_bytes() for path in agreements.print_originals(papers))
    check_original(first, body, paragraphs)
    check_original(second, BANDUNG, paragraphs)
    signatories = ("YANA MULYANA", name.upper())
    assert [stamped(pdf, signatories) for pdf in (first, second)] == [
        ["YANA MULYANA"],
        [name.upper()],
    ]
    assert agreements.sign_everything() == ["Original 1: Yana Mulyana", f"Original 2: {name}"]
    agreements.register("Lemari 3 (SAMPLE)")
    assert desktop.in_menu("Undo") == ""
    desktop.key(Qt.Key.Key_Z, CONTROL)
    assert agreements.chips()[0].startswith("Registered 2022/")


def close_and_open_again(desktop: Desktop, papers: Path) -> None:
    """Close the program and open it again: everything is still there, and proved."""
    title, before = desktop.window.windowTitle(), export_office(desktop.office)
    desktop.close()
    desktop.start()
    assert desktop.window.windowTitle() == title
    assert export_office(desktop.office) == before
    assert desktop.office.store.verify() == []
    assert archived_papers(desktop.folder) == sorted(fingerprints(papers).values())


def test_the_main_job_on_the_true_case(desktop: Desktop, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    desktop.start()
    introduce_the_governments(desktop)
    visits, agreements = receive_the_guests(desktop), Agreements(desktop)
    agreements.draft(visits, "Prabumulih", number="119/001-SAMPLE/2022")
    print_sign_and_register(desktop, agreements, papers, ("Ridho Yahya", PRABUMULIH))
    desktop.press(VISIT)
    agreements.draft(visits, "Ogan Ilir")
    change_a_clause_back_and_forth(desktop, agreements)
    change_the_language_back_and_forth(desktop, agreements)
    print_sign_and_register(desktop, agreements, papers, ("Panca Wijaya Akbar", OGAN_ILIR))
    agreements.enter_partners_number("119/002-SAMPLE/2022")
    assert desktop.in_menu("Undo") == "Undo: Enter a party's number"
    close_and_open_again(desktop, papers)
    assert desktop.in_menu("Undo") == "Undo: Enter a party's number"
    assert len(list(papers.glob("*.pdf"))) == 4
    assert agreements.listed() == ["2022/001", "2022/002"]
