"""Times the people and their papers: a guest list that comes in, cards, a long list, seats.

    python -m benchmarks.people [PART ...]

Every part runs in a process of its own, so that no part's memory is another's. Each is held
against doing the same by hand in the same run; ratios are what to trust.
"""

import argparse
import subprocess
import sys

PARTS = ("import", "cards", "attendance", "duplicates", "seats")


def main() -> None:
    """Run the parts that were asked for, all of them without any."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = words.parse_args().parts
    unknown = set(asked) - set(PARTS)
    if unknown:
        words.error(f"no such part: {', '.join(sorted(unknown))}")
    for part in asked or PARTS:
        subprocess.run([sys.executable, "-m", f"benchmarks.people_{part}"], check=True)


if __name__ == "__main__":
    main()
