"""Times the workbench: an agreement's long text, its checks and comparisons, and the register.

    python -m benchmarks.workbench [--json] [--rounds N] [PART ...]

Every part runs in a process of its own on a copy of its office, round by round in turn, so that a
busy machine disturbs all alike; the least of each figure counts. Each part times what it is held
against in the same run: a plain QTextEdit with the same text, the typesetter alone, raw SQL,
rapidfuzz, xlsxwriter. Keys, openings and pictures are told by the clock, services by the time they
took on the processor; both in milliseconds, memory in MB. Ratios are what to trust.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree, rmtree

from benchmarks import workbench_offices as offices

ROUNDS = 3
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Part:
    """What is run, in which office, what it is held against, and the most it may come to.

    ``most`` is in the figure's own unit, ``times`` in times of ``against``.
    """

    title: str
    office: Callable[[Path], None]
    against: str = ""
    most: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)


PARTS = {
    "opening": Part(
        "Open 400 rows until they are painted",
        offices.long_text,
        "plain QTextEdit",
        {"first time": 500, "again": 500},
    ),
    "typesetter": Part("The typesetter's floor: the same text on paper", offices.long_text),
    "keys": Part(
        "A key in 400 rows until it is painted, while preview and checks run",
        offices.long_text,
        "plain QTextEdit",
        {"median": 30, "95th": 30},
    ),
    "memory": Part(
        "Memory of opening 400 rows and scrolling through them, MB",
        offices.long_text,
        most={"gone through": 20, "gone through again": 5, "row widgets at most": 60},
    ),
    "plain_memory": Part("The same in a plain QTextEdit, MB", offices.long_text),
    "paper": Part(
        "Last key of a burst until its page of ten is shown",
        offices.ten_pages,
        "draw the page",
        {"key to picture": 150},
    ),
    "comparing": Part(
        "Two drafts of 400 rows in two languages",
        offices.long_text,
        "read both",
        {"compare": 500},
        {"compare": 3},
    ),
    "suggesting": Part(
        "A suggestion from 300 agreements of 50 rows",
        offices.earlier_agreements,
        "rapidfuzz",
        {"suggestions": 100, "slowest": 100},
        {"suggestions": 2},
    ),
    "listing": Part(
        "The register of 20,000 agreements",
        offices.full_register,
        "raw SQL",
        {"register_lines": 1000},
    ),
    "screen": Part(
        "Its screen until it is painted",
        offices.full_register,
        "QTableWidget",
        times={"first time": 3, "read anew": 3},
    ),
    "importing": Part(
        "Take over a register of 2,000 rows",
        offices.full_register,
        "calamine and raw SQL",
        {"look through and take": 5000},
    ),
    "exporting": Part(
        "Write 2,000 rows as a workbook",
        offices.full_register,
        "xlsxwriter",
        times={"to .xlsx": 2},
    ),
    "checking": Part(
        "All checks of 400 rows",
        offices.long_text,
        "set one paper",
        {"data and text": 50},
    ),
}


def main() -> None:
    """Run the parts that were asked for and print the figures, each with its aim."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--json", action="store_true", help="print one JSON object")
    words.add_argument("--rounds", type=int, default=ROUNDS, help="how often each part runs")
    words.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = words.parse_args()
    unknown = set(asked.parts) - PARTS.keys()
    if unknown:
        words.error(f"no such part: {', '.join(sorted(unknown))}")
    best = measured(asked.parts or list(PARTS), asked.rounds)
    if asked.json:
        print(json.dumps({name: _told(PARTS[name], each) for name, each in best.items()}))
    else:
        for name, figures in best.items():
            _show(PARTS[name], figures)


def measured(parts: Sequence[str], rounds: int) -> dict[str, Figures]:
    """Return the least of each figure of each part, over so many rounds."""
    runs: dict[str, list[Figures]] = {name: [] for name in parts}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(rounds):
            for part in parts:
                runs[part].append(_run(folder, part))
    return {
        part: {figure: min(run[figure] for run in taken) for figure in taken[0]}
        for part, taken in runs.items()
    }


def _run(folder: Path, part: str) -> Figures:
    """Run a part in a process of its own, on a copy of its office."""
    make = PARTS[part].office
    made = folder / make.__name__
    if not made.exists():
        make(made)
    place = folder / "run"
    copytree(made, place / "office")
    command = [sys.executable, "-m", "benchmarks.workbench_runs", part, str(place / "office")]
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=settings)
    rmtree(place)
    figures: Figures = json.loads(run.stdout)
    return figures


def _told(part: Part, figures: Figures) -> dict[str, object]:
    """Return a part's figures with what they are held against and whether each aim is met."""
    base = figures.get(part.against)
    ratios = {name: value / base for name, value in figures.items()} if base else {}
    met = {name: figures[name] <= most for name, most in part.most.items()}
    met |= {f"{name}, times": ratios[name] <= most for name, most in part.times.items()}
    return {"title": part.title, "figures": figures, "ratios": ratios, "met": met}


def _show(part: Part, figures: Figures) -> None:
    print(f"\n{part.title}")
    base = figures.get(part.against)
    for name, value in figures.items():
        ratio = f"x{value / base:.2f}" if base else ""
        print(f"  {name:<24} {value:9.1f} {ratio:>9}  {_aims(part, name, value, base)}".rstrip())


def _aims(part: Part, name: str, value: float, base: float | None) -> str:
    aims = []
    if name in part.most:
        aims.append((f"aim: at most {part.most[name]:g}", value <= part.most[name]))
    if name in part.times and base:
        aims.append((f"aim: at most x{part.times[name]:g}", value / base <= part.times[name]))
    return "; ".join(words if met else f"{words}, MISSED" for words, met in aims)


if __name__ == "__main__":
    main()
