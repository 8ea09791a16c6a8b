"""Posts as briefly as an office writes them where there is little room: "Kabag Hukum", "Sekda".

The abbreviations are those of ``resources/data/positions.csv`` (office practice).
"""

import csv
import re
from functools import cache

from kunjungan.domain.bilingual import Bilingual
from kunjungan.resources import resource

_SAVED = 3
"""So many letters an abbreviation must save to be worth its while."""
_KINDS = ("body", "post", "unit")
"""What is abbreviated first: "Dinas Komunikasi dan Informatika" before "Kepala Dinas"."""

_DIVISION = "Bagian "
"""Divisions keep their word: their head is "Kabag Protokol", not "Ka. Protokol"."""


def brief_post(title: Bilingual) -> Bilingual:
    """Return a post for a small card; what the list does not know stays as it is.

    >>> brief_post(Bilingual("Kepala Dinas Komunikasi dan Informatika", "")).id
    'Ka. Diskominfo'
    """
    short = title.id
    for whole, brief in _abbreviations():
        short = re.sub(rf"\b{re.escape(whole)}\b", brief, short, count=1)
    return Bilingual(
        re.sub(r"^Kepala ", "Ka. ", short), re.sub(r"^Head of (the )?", "Head, ", title.en)
    )


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    """Return names of several words with the office's abbreviation, the longest of a kind first."""
    with resource("data/positions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        (row["kind"], re.sub(r" ?\{\w+\}", "", row["id"]), row["short"].split("|")[0])
        for row in rows
        if row["kind"] in _KINDS and row["short"] and not row["id"].startswith(_DIVISION)
    ]
    worth = [one for one in found if " " in one[1] and len(one[1]) - len(one[2]) >= _SAVED]
    worth.sort(key=lambda one: (_KINDS.index(one[0]), -len(one[1])))
    return tuple((whole, brief) for _, whole, brief in worth)
