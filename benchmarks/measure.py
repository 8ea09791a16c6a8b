"""Takes times so that two ways of doing one thing can be compared in the same run."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def interleaved(ways: Mapping[str, Callable[[], object]], *, rounds: int = 7) -> dict[str, float]:
    """Run each way in turn, round by round, and return its median wall time in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            start = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(what: str, times: dict[str, float], *, against: str, aim: str) -> None:
    """Print each way's time and its ratio to the one it is held against."""
    print(f"\n{what}   (aim: {aim})")
    for name, taken in times.items():
        print(f"  {name:<34} {taken:9.2f} ms   x{taken / times[against]:.2f}")
