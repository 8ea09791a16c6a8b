"""A bilingual agreement of 16 articles in a real window: pasted, mended, signed and extended."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kunjungan.services.registry.lines import register_lines
from tests.ui.shared import QUIET
from tests.walk.clock import Clock
from tests.walk.driver import Desktop
from tests.walk.driver_workbench import Session, Workbench
from tests.walk.hands import FormHands
from tests.walk.program import Program
from tests.walk.workbench import EARLIER, POWER, RIGHT, WRONG, agreement_in, changed

pytestmark = QUIET

WRITTEN, SIGNED, ENDED = date(2025, 2, 3), date(2025, 3, 14), date(2028, 4, 3)
SUBJECT = ("Replikasi Aplikasi Layanan Publik", "the Replication of Public Service Applications")
PAID = "The SECOND PARTY provides {} for the training of staff."
LASTS = (
    "The obligation as referred to in paragraph (1) remains in force for 5 (five) years after "
    "this Cooperation Agreement ends."
)
CLAUSE = "{language.clause}"
OURS = Session("Pemkot Contoh", "10-3-2025", "Contoh")
THEIRS = Session("Pemkot Teladan", "14-3-2025", "Teladan", "Contoh Nakula", POWER[1])


def an_office_with_an_umbrella(folder: Path, scratch: Path) -> None:
    """Import the two cities and an agreement in force that the new one rests on."""

    def only_the_earlier(office: dict[str, Any]) -> None:
        earlier = agreement_in(office, EARLIER)
        earlier |= {"signing_on": "2024-05-02", "starts_on": "2024-05-02", "ends_on": "2029-05-02"}
        office["agreements"] = [earlier]

    file = changed(scratch / "office.json", only_the_earlier)
    Program(folder, scratch / "desk").does("import", "office", file)


def write_down_the_facts(form: FormHands) -> None:
    """Fill in the form of a new agreement."""
    form.pick("The Second Party: Institution", "Teladan")
    form.choose("Kind", "Cooperation Agreement")
    form.pick("Changes or rests on", "Teladan")
    form.write("Subject", *SUBJECT)
    form.write("Date", OURS.on)
    form.write("Term, years", "3")
    form.press("Draft agreement")


def paste_both_languages(desktop: Desktop, bench: Workbench) -> None:
    """Paste the Indonesian text and the English one beside it; an article has no partner."""
    assert "76 new rows, 11 left out" in bench.paste("id")
    assert desktop.in_menu("Undo") == "Undo: Paste text"
    said = bench.paste("en")
    assert "73 gaps filled, 3 without a partner, 11 left out" in said
    assert "Article 11 has no English in what is pasted." in said
    texts = bench.text()
    assert len(texts) == 76
    missing = [text_id for text_id, text_en in texts if not text_en]
    assert (len(missing), missing[0]) == (3, "KERAHASIAAN")
    bench.keep_draft("As both sides sent it")


def mend_what_the_checks_find(desktop: Desktop, bench: Workbench) -> None:
    """Go from problem to problem, take what earlier agreements said, and write the rest."""
    assert {"missing-translation", "figures-differ", "missing-language-clause"} <= bench.codes()
    bench.next_problem("KERAHASIAAN")
    assert bench.accept_suggestion().startswith("Suggestion 100% KB Pemkot Teladan")
    bench.next_problem("PARA PIHAK wajib")
    assert bench.accept_suggestion().startswith("Suggestion 88% KB Pemkot Teladan")
    bench.next_problem("Kewajiban sebagaimana")
    bench.write(LASTS)
    bench.next_problem("PIHAK KEDUA menyediakan")
    right, wrong = PAID.format(RIGHT), PAID.format(WRONG)
    bench.write(right)
    bench.undo()
    assert wrong in bench.english()
    bench.redo()
    assert right in bench.english()
    bench.add_paragraph("Perjanjian Kerja Sama ini dibuat dalam rangkap", (CLAUSE, CLAUSE))
    for code in ("missing-translation", "figures-differ", "missing-language-clause"):
        bench.wait_until_gone(code)
    assert not any(finding.blocking for finding in bench.page._findings or ())
    assert desktop.in_menu("Undo") == "Undo: Write clause"


def compare_with_the_first_draft(bench: Workbench) -> None:
    """See in both languages what became of the draft that was kept."""
    counts, differences = bench.compare()
    assert counts == ["4 changed", "1 added"]
    places = [said.partition(":")[0] for said in differences]
    assert places == [
        "Article 7 paragraph (2)",
        "Article 11",
        "Article 11 paragraph (1)",
        "Article 11 paragraph (2)",
        "Article 16 paragraph (2)",
    ]
    assert "English: removed: Rp205; added: Rp250" in differences[0]
    assert "Indonesian: KERAHASIAAN. English: added: CONFIDENTIALITY" in differences[1]


def clear_print_and_sign(desktop: Desktop, bench: Workbench, papers: Path) -> None:
    """Let every office clear the text, print both originals, and sign each side at home."""
    bench.turn()
    states = bench.clear(*(f"{day}-2-2025" for day in range(10, 16)))
    assert set(states) == {"Cleared"}
    assert desktop.in_menu("Undo") == "Undo: Record a clearance"
    bench.turn()
    printed = bench.agreements.print_originals(papers)
    assert len(printed) == 2
    bench.sign(OURS, THEIRS)
    desktop.hands.until(lambda: bench.agreements.chips() == ["Signed"])
    bench.agreements.register("Lemari 3 (SAMPLE)")
    assert desktop.in_menu("Undo") == ""
    bench.turn()
    scan = papers / "Pindaian asli 1.pdf"
    scan.write_bytes(printed[0].read_bytes())
    bench.file_scan(1, scan)
    assert desktop.in_menu("Undo") == "Undo: Attach files"


def extend_what_has_ended(desktop: Desktop, bench: Workbench) -> None:
    """Be reminded at the next start, years later, and draft the renewal."""
    assert any("ended on 14 Mar 2028" in said for said in bench.reminders())
    (old,) = (row for row in register_lines(desktop.office) if row.reference == "KS-2025-001")
    bench.extend(old.own.number)
    desktop.hands.until(lambda: bench.agreements.chips()[:1] == ["Draft 1"])
    rows = {row.reference: row for row in register_lines(desktop.office)}
    assert rows["KS-2028-001"].renews_id == old.id
    assert desktop.in_menu("Undo") == "Undo: Extend agreement"
    desktop.choose("Undo: Extend agreement")
    assert "KS-2028-001" not in {row.reference for row in register_lines(desktop.office)}
    desktop.choose("Redo: Extend agreement")
    assert "KS-2028-001" in {row.reference for row in register_lines(desktop.office)}


def test_an_agreement_from_the_first_paste_to_its_renewal(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    an_office_with_an_umbrella(desktop.folder, tmp_path)
    clock = Clock(monkeypatch, WRITTEN)
    desktop.start()
    bench = Workbench(desktop)
    bench.draft(write_down_the_facts)
    paste_both_languages(desktop, bench)
    mend_what_the_checks_find(desktop, bench)
    compare_with_the_first_draft(bench)
    clock.day = SIGNED
    clear_print_and_sign(desktop, bench, papers)
    text = bench.text()
    desktop.close()
    clock.day = ENDED
    desktop.start()
    bench = Workbench(desktop)
    extend_what_has_ended(desktop, bench)
    assert bench.text() == text
    assert desktop.office.store.verify() == []
