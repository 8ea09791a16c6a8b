"""The texts' part of ``benchmarks/workbench.py``: comparing, suggesting and checking."""

import difflib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from uuid import UUID

from benchmarks.measure import interleaved
from benchmarks.workbench_offices import first_agreement
from kunjungan.app.desk import open_desk
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.clauses import list_clauses
from kunjungan.services.drafts.comparison import compare
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.drafts.text_refs import TextRef, text_at
from kunjungan.services.drafts.texts import DraftText
from kunjungan.services.office import Office
from kunjungan.services.preflight import preflight, without_press
from kunjungan.services.printing import new_press, preview
from kunjungan.services.writing.memory import build_memory
from kunjungan.store.tables import Clause

Figures = dict[str, float]
_ASKED = 40


def comparing(folder: Path) -> Figures:
    """Time two drafts held against each other, of which every tenth row changed, in milliseconds.

    Held against reading the two, and against ``difflib.ndiff`` over their lines as they are.
    """
    office, _ = open_desk(folder, "write")
    agreement = first_agreement(office)
    keep_and_start(office, agreement)
    _revise(office, agreement)
    before, now = TextRef(agreement, 1), TextRef(agreement)
    sides = [_lines_of(text_at(office, ref)) for ref in (before, now)]
    times = interleaved(
        {
            "read both": lambda: [text_at(office, ref) for ref in (before, now)],
            "difflib.ndiff": lambda: [
                list(difflib.ndiff(*pair)) for pair in zip(*sides, strict=True)
            ],
            "compare": lambda: compare(office, before, now),
        },
        clock=process_time,
    )
    assert not compare(office, before, now).same
    office.store.close()
    return times


def suggesting(folder: Path) -> Figures:
    """Time each suggestion out of 300 agreements, and rapidfuzz alone over the same strings."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - part of no time

    office, _ = open_desk(folder, "write")
    agreement = list_agreements(office)[0].id
    started = process_time()
    memory = build_memory(office, agreement)
    built = (process_time() - started) * 1000
    unchanged = _each([lambda: build_memory(office, agreement, memory)] * 5)
    texts = _earlier(office)
    plain = [" ".join(text.casefold().split()) for text in dict.fromkeys(texts)]
    asked = [_mistyped(text, number) for number, text in enumerate(texts[:: len(texts) // _ASKED])]

    def raw(text: str) -> object:
        key = " ".join(text.casefold().split())
        return process.extract(key, plain, scorer=fuzz.ratio, score_cutoff=70, limit=12)

    memory.suggestions(asked[0])
    raw(asked[0])
    ours = _each([lambda text=text: memory.suggestions(text) for text in asked])  # type: ignore[misc]
    theirs = _each([lambda text=text: raw(text) for text in asked])  # type: ignore[misc]
    office.store.close()
    return {
        "rapidfuzz": median(theirs),
        "suggestions": median(ours),
        "slowest": max(ours),
        "read them once": built,
        "nothing changed": median(unchanged),
    }


def checking(folder: Path) -> Figures:
    """Time all checks of a text of 400 rows, with and without its papers set."""
    office, _ = open_desk(folder, "write")
    agreement, press = first_agreement(office), new_press()
    preflight(office, press, agreement)
    times = interleaved(
        {
            "read the rows": lambda: list_clauses(office, agreement),
            "set one paper": lambda: preview(office, press, agreement, PaperChoice()),
            "data and text": lambda: without_press(office, agreement),
            "with all originals": lambda: preflight(office, press, agreement),
        },
        clock=process_time,
    )
    office.store.close()
    return times


def _revise(office: Office, agreement: UUID) -> None:
    """Change a word in every tenth row, take some away, add some and move some."""
    lines = list_clauses(office, agreement)
    with office.store.change("Revise") as session:
        rows = [session.get_one(Clause, line.id) for line in lines]
        for number, row in enumerate(rows[10:-10]):
            if number % 10 == 0:
                row.text_id += " dengan itikad baik"
                row.text_en = row.text_en.replace(" the ", " each ", 1) + " in good faith"
            elif number % 57 == 1:
                session.delete(row)
            elif number % 83 == 2:
                row.rank = rows[(number * 7) % len(rows)].rank + "m"
            elif number % 61 == 3:
                more = row.model_dump(exclude={"id", "version", "rank", "anchor"})
                more |= {"text_id": f"Tambahan {number}.", "text_en": f"Addition {number}."}
                session.add(Clause(**more, rank=row.rank + "m"))


def _lines_of(text: DraftText) -> list[list[str]]:
    """Return the lines of each language."""
    return [[row.texts[at] for row in text.rows] for at in range(2)]


def _earlier(office: Office) -> list[str]:
    return [
        row.text.id
        for line in list_agreements(office)[1:]
        for row in list_clauses(office, line.id)
        if row.text.id
    ]


def _mistyped(text: str, number: int) -> str:
    """Return a text with some of its words changed, more of them from one to the next."""
    dice = Random(number)  # noqa: S311 - no secret
    share = number % 10 / 20
    return re.sub(r"\w+", lambda word: "lain" if dice.random() < share else word[0], text)


def _each(works: Sequence[Callable[[], object]]) -> list[float]:
    times = []
    for work in works:
        started = process_time()
        work()
        times.append((process_time() - started) * 1000)
    return times
