"""Times the typesetter against ReportLab's tables and against the cost of writing its pages.

    python benchmarks/paper.py

One agreement of eight F4 pages. Every engine runs in processes of its own, in turns, so that a busy
machine disturbs all alike; the ratios are what to trust. "cold" is a fresh process from its first
import to the finished file, "warm" a later document in the same process with nothing kept of its
lines. The floor writes the finished page streams with the same fonts and the same finish, and sets
nothing. Last comes the time from a keystroke in ten pages to the new file, on a press that is kept.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[1]
ROUNDS, WARM = 5, 10
ENGINES = ("ours", "tables", "floor", "keystroke")
AIMS = (("warm ms", "tables", 0.6), ("cold ms", "tables", 0.6), ("warm ms", "floor", 4.0))


def main() -> None:
    """Run all engines in turns and print their best figures and the ratios."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.paper_engines import articles_for  # noqa: PLC0415 - path first

    added = {pages: articles_for(pages) for pages in (8, 10)}
    runs: dict[str, list[dict[str, float]]] = {engine: [] for engine in ENGINES}
    for _ in range(ROUNDS):
        for engine in ENGINES:
            count = added[10 if engine == "keystroke" else 8]
            command = [sys.executable, __file__, engine, str(count)]
            run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            runs[engine].append(json.loads(run.stdout))
    best = {engine: _best(runs[engine]) for engine in ENGINES}
    for engine, figures in best.items():
        values = "  ".join(f"{name} {value:.1f}" for name, value in figures.items())
        sys.stdout.write(f"{engine:10} {values}\n")
    for name, other, aim in AIMS:
        ratio = best["ours"][name] / best[other][name]
        sys.stdout.write(f"ours / {other}, {name}: {ratio:.2f} (aim: at most {aim})\n")


def measure(engine: str, added: int) -> dict[str, float]:
    """Time one engine in this process: milliseconds of processor time, and memory in MB."""
    sys.path.insert(0, str(ROOT))
    from benchmarks import paper_engines  # noqa: PLC0415 - its imports are part of the cold time

    draw = getattr(paper_engines, engine)(paper_engines.agreement(added))
    pdf = draw()
    cold = process_time()
    times = []
    for _ in range(WARM):
        started = process_time()
        draw()
        times.append((process_time() - started) * 1000)
    return {
        "cold ms": cold * 1000,
        "warm ms": min(times),
        "median ms": median(times),
        "peak MB": _peak_kb() / 1024,
        "pages": paper_engines.pages_of(pdf),
        "KB": len(pdf) / 1024,
    }


def _peak_kb() -> int:
    """Return the most memory this process has held; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


def _best(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: min(run[name] for run in runs) for name in runs[0]}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
    else:
        main()
