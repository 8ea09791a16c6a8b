"""Takes times so that two ways of doing one thing can be compared in the same run, and memory."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

STATUS = Path("/proc/self/status")


def interleaved(
    ways: Mapping[str, Callable[[], object]],
    *,
    rounds: int = 7,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Run each way in turn, round by round, and return its median time in milliseconds.

    That is the time on the wall, or by another ``clock`` that tells seconds.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            start = clock()
            way()
            times[name].append((clock() - start) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(what: str, times: dict[str, float], *, against: str, aim: str) -> None:
    """Print each way's time and its ratio to the one it is held against."""
    print(f"\n{what}   (aim: {aim})")
    for name, taken in times.items():
        print(f"  {name:<34} {taken:9.2f} ms   x{taken / times[against]:.2f}")


def peak_mb() -> float:
    """Return the most memory this process has held since its peak was forgotten; 0 if unknown."""
    return _memory_mb("VmHWM")


def resident_mb() -> float:
    """Return the memory this process holds now; 0 where the system does not tell."""
    return _memory_mb("VmRSS")


def forget_peak() -> None:
    """Let the peak begin anew, where the system can."""
    forget = STATUS.with_name("clear_refs")
    if forget.exists():
        forget.write_text("5", encoding="ascii")


def _memory_mb(name: str) -> float:
    if not STATUS.exists():
        return 0.0
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024
