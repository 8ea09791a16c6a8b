"""Times the press against its peers and against the cost of its pages, and weighs its memory.

    python -m benchmarks.press [--docxtpl PYTHON]

One agreement of eight F4 pages, then 500 of them, then one of up to 1,000 pages, then the way to a
printer. Every engine runs in processes of its own, in turns, so that a busy machine disturbs all
alike; the ratios are what to trust. "cold" is a fresh process from its start to the finished file,
"warm" a later document in it with no line kept of the one before; both are processor time.
``tables`` is ReportLab's platypus, a table row for every clause: it writes a plain PDF, ours is
tagged PDF/A-3b with a code on every page. The floors pack the finished pages again with the same
structure and finish and set nothing, one with the fonts kept as ours are, one with fonts cut anew.
``PYTHON`` is one that has docxtpl; with LibreOffice it is timed by the clock, and so are we there.
"""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks import press_samples
from benchmarks.press_runs import Figures, pages_of
from kunjungan.domain.richtext import plain

ROUNDS, OFFICE_ROUNDS, OFFICE_DOCUMENTS = 5, 2, 20
PAGES = (8, 48, 200, 1000)
DOCUMENTS = 500
ENGINES = ("ours", "tables", "floor", "floor_anew", "keystroke")
AIMS = (
    ("warm ms", "tables", 0.6),
    ("cold ms", "tables", 0.6),
    ("warm ms", "floor", 4.0),
    ("warm ms", "floor_anew", 4.0),
)


def main() -> None:
    """Run everything once and print the figures, each with its aim."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--docxtpl", help="a Python in which docxtpl is installed")
    docxtpl = words.parse_args().docxtpl
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = per_document(folder)
        against_office(folder, docxtpl, ours)
        many(folder)
        long(folder)
        printing(folder)


def per_document(folder: Path) -> Figures:
    """Time one document in every engine, round by round; return our best."""
    files = {pages: str(_kept(folder, pages)) for pages in (8, 10)}
    runs: dict[str, list[Figures]] = {engine: [] for engine in ENGINES}
    for _ in range(ROUNDS):
        for engine in ENGINES:
            runs[engine].append(_run("one", engine, files[10 if engine == "keystroke" else 8]))
    best = {
        engine: {name: min(run[name] for run in rounds) for name in rounds[0]}
        for engine, rounds in runs.items()
    }
    print("One document of eight pages (a keystroke: in ten)")
    for engine, figures in best.items():
        _show(engine, figures)
    for name, other, aim in AIMS:
        ratio = best["ours"][name] / best[other][name]
        print(f"  ours / {other}, {name}: {ratio:.2f} (aim: at most {aim})")
    return best["ours"]


def against_office(folder: Path, docxtpl: str | None, ours: Figures) -> None:
    """Time docxtpl with LibreOffice where both are there, else say that they are not."""
    print("\ndocxtpl with LibreOffice")
    if which("soffice") is None or docxtpl is None:
        print("  Left out: it needs soffice, and --docxtpl with a Python that has docxtpl.")
        return
    content = pickle.loads(_kept(folder, 8).read_bytes())  # noqa: S301 - written just now
    rows = [
        [f"{mark} {plain(text)}" for mark, text in zip(each.marker, each.text, strict=True)]
        for each in content.pieces
    ]
    script = str(Path(__file__).with_name("press_word.py"))
    command = [docxtpl, script, str(folder), str(OFFICE_DOCUMENTS)]
    told = [_told(command, json.dumps(rows)) for _ in range(OFFICE_ROUNDS)]
    best = min(each["wall ms"] for each in told)
    pages = pages_of(Path(told[0]["pdf"]).read_bytes())
    _show("LibreOffice", {"by the clock": best, "pages": pages})
    print(f"  ours / LibreOffice: {ours['by the clock'] / best:.3f} (aim: under 0.2)")


def many(folder: Path) -> None:
    """Set 500 documents in one process, strangers and then of one standard text."""
    print(f"\n{DOCUMENTS} documents on one press")
    for what in ("apart", "alike"):
        _show(what, _run("many", what, str(_kept(folder, 8)), str(DOCUMENTS)))


def long(folder: Path) -> None:
    """Set documents of more and more pages, each in a process of its own."""
    print("\nOne long document")
    runs = [_run("long", str(_kept(folder, pages))) for pages in PAGES]
    for figures in runs:
        _show(f"{figures['pages']:.0f} pages", figures)
    more = runs[-1]["pages"] - runs[0]["pages"]
    whole = (runs[-1]["MB"] - runs[0]["MB"]) * 1024 / more
    text = (runs[-1]["of it before"] - runs[0]["of it before"]) * 1024 / more
    print(f"  memory for each page: {whole:.0f} KB, of it {text:.0f} its text (aim: under 100)")


def printing(folder: Path) -> None:
    """Send one document to a printer that writes a file."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - not part of any time

    print("\nTo a printer in bands (aim: under 150 MB above the program's own)")
    content = pickle.loads(_kept(folder, 8).read_bytes())  # noqa: S301 - written just now
    pdf = folder / "paper.pdf"
    pdf.write_bytes(Press().set_agreement(content).pdf)
    for quality in ("black", "colour"):
        command = [sys.executable, "-m", "benchmarks.press_printer", quality, str(pdf)]
        _show(quality, _told(command))


def _kept(folder: Path, pages: int) -> Path:
    """Return a file with the agreement of so many pages, made when it is first asked for."""
    file = folder / f"{pages}.pickle"
    if not file.exists():
        file.write_bytes(pickle.dumps(press_samples.agreement_of(pages)))
    return file


def _run(*words: str) -> Figures:
    figures: Figures = _told([sys.executable, "-m", "benchmarks.press_runs", *words])
    return figures


def _told(command: list[str], said: str = "") -> dict[str, Any]:
    """Return what a command prints as JSON."""
    run = subprocess.run(command, check=True, input=said, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _show(name: str, figures: Figures) -> None:
    print(f"  {name:12} " + "  ".join(f"{what} {value:.1f}" for what, value in figures.items()))


if __name__ == "__main__":
    main()
