"""What ``benchmarks/press.py`` runs in processes of their own; each prints its figures as JSON."""

import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.measure import peak_mb, resident_mb

WARM, SETTLED = 10, 50
Figures = dict[str, float]


def one(engine: str, file: str) -> Figures:
    """Time one engine, the first time and later: milliseconds, and memory in MB."""
    from benchmarks import press_engines  # noqa: PLC0415 - part of the cold time

    content = pickle.loads(Path(file).read_bytes())  # noqa: S301 - the benchmark's own
    draw = getattr(press_engines, engine)(content)
    pdf = draw()
    cold = process_time() * 1000
    times = [_timed(draw) for _ in range(WARM)]
    return {
        "cold ms": cold,
        "warm ms": min(cpu for cpu, _ in times),
        "median ms": median(cpu for cpu, _ in times),
        "by the clock": min(wall for _, wall in times),
        "peak MB": peak_mb(),
        "pages": pages_of(pdf),
        "KB": len(pdf) / 1024,
    }


def long(file: str) -> Figures:
    """Set one document once: seconds of processor time, and memory in MB."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - not part of the time

    content = pickle.loads(Path(file).read_bytes())  # noqa: S301 - the benchmark's own
    held, started = resident_mb(), process_time()
    typeset = Press().set_agreement(content)
    return {
        "pages": typeset.pages,
        "seconds": process_time() - started,
        "MB": peak_mb(),
        "of it before": held,
        "KB": len(typeset.pdf) / 1024,
    }


def many(what: str, file: str, count: str) -> Figures:
    """Set many documents on one press: what each took, and how memory grew.

    ``apart`` gives no clause of one to another; ``alike`` is what an office does: they differ by
    their first clauses, which name the parties, and share the standard text.
    """
    from benchmarks.press_samples import reworded  # noqa: PLC0415 - not part of the time
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 - not part of the time

    content = pickle.loads(Path(file).read_bytes())  # noqa: S301 - the benchmark's own
    own = {"apart": len(content.pieces), "alike": 8}[what]
    press, spent, early = Press(), 0.0, 0.0
    for number in range(int(count)):
        pieces = [reworded(each, 10_000 + number) for each in content.pieces[:own]]
        other = replace(content, pieces=(*pieces, *content.pieces[own:]))
        started = process_time()
        press.set_agreement(other)
        spent += process_time() - started
        if number == SETTLED:
            early = resident_mb()
    now = resident_mb()
    return {
        "seconds": spent,
        "ms each": spent * 1000 / int(count),
        "MB": now,
        f"grown after {SETTLED}": now - early,
        "peak MB": peak_mb(),
    }


def pages_of(pdf: bytes) -> int:
    """Count the pages of a file."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - not part of the time

    document = pypdfium2.PdfDocument(pdf)
    pages = len(document)
    document.close()
    return pages


def _timed(draw: Callable[[], bytes]) -> tuple[float, float]:
    """Return a document's time on the processor and by the clock, in milliseconds."""
    cpu, wall = process_time(), perf_counter()
    draw()
    return (process_time() - cpu) * 1000, (perf_counter() - wall) * 1000


if __name__ == "__main__":
    WAYS: dict[str, Callable[..., Figures]] = {"one": one, "long": long, "many": many}
    sys.stdout.write(json.dumps(WAYS[sys.argv[1]](*sys.argv[2:])))
