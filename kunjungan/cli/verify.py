"""The command that proves: the office's data, or a printed paper by its code or file."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import complain, say, say_json, shown
from kunjungan.cli.parser import WRONG, Commands
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.paper_check import PaperVerdict

NOT_PRESENT = 1
_PAPERS = MappingProxyType(
    {
        "original": later("Original {number}"),
        "draft": later("Draft"),
        "copy": later("Copy"),
        "translation": later("Translation"),
    }
)


def add(commands: Commands) -> None:
    """Add ``verify``."""
    proved = commands.add(
        "verify",
        words=tr(
            "Prove that the office's data is whole, or tell what a printed paper is; "
            "ends in 1 for a paper that is older or unknown."
        ),
        run=_verify,
    )
    proved.may(
        "paper",
        shown="CODE|FILE",
        words=tr("The code in a paper's foot, or its PDF, scan or photograph."),
    )
    proved.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _verify(call: Call) -> None:
    (_paper if call.args.paper else _data)(call)


def _data(call: Call) -> None:
    from kunjungan.services.upkeep import problems  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        found = [tr(problem.message, **problem.values) for problem in problems(office)]
    if call.args.json:
        say_json({"problems": found})
    elif not found:
        say(tr("Data, journal and archive are whole."))
    for sentence in found:
        complain(sentence)
    if found:
        raise SystemExit(WRONG)


def _paper(call: Call) -> None:
    """Say what a paper is; the end is good only where every page is of the present text."""
    from kunjungan.services.paper_check import (  # noqa: PLC0415 (quick --help)
        Verdict,
        check_code,
        check_file,
    )

    path = Path(call.args.paper)
    with call.office() as office:
        found = check_file(office, path) if _is_file(path) else [check_code(office, str(path))]
    if call.args.json:
        say_json([_told(verdict) for verdict in found])
    else:
        for line in _lines(found):
            say(line)
    if any(verdict.verdict in {Verdict.OLDER, Verdict.UNKNOWN} for verdict in found):
        raise SystemExit(NOT_PRESENT)


def _is_file(path: Path) -> bool:
    return path.suffix != "" or path.is_file()


def _lines(found: "Iterable[PaperVerdict]") -> list[str]:
    """Return a line for each thing that is to be said, before it the pages it is said of."""
    pages: dict[tuple[str, str], list[str]] = {}
    for verdict in found:
        line = pages.setdefault((_name(verdict), _sentences(verdict)), [])
        line += [str(verdict.page)] if verdict.page else []
    lines = []
    for (name, sentences), numbers in pages.items():
        of = tr("page {page}", page=", ".join(numbers)) if numbers else ""
        before = ", ".join(filter(None, (name, of)))
        lines.append(f"{before[:1].upper()}{before[1:]}: {sentences}" if before else sentences)
    return lines


def _name(verdict: "PaperVerdict") -> str:
    known = _PAPERS.get(verdict.state)
    return tr(known, number=verdict.original_no) if known else ""


def _sentences(verdict: "PaperVerdict") -> str:
    from kunjungan.services.paper_check import said  # noqa: PLC0415 (quick --help)

    printed = verdict.printed_at
    at = shown(datetime.fromisoformat(printed)) if printed else ""
    return " ".join(tr(message, **{**values, "at": at}) for message, values in said(verdict))


def _told(verdict: "PaperVerdict") -> dict[str, object]:
    subject = verdict.subject
    return {
        "verdict": verdict.verdict.value,
        "agreement": str(verdict.agreement_id) if verdict.agreement_id else None,
        "reference": verdict.reference,
        "subject": {"id": subject.id, "en": subject.en} if subject else None,
        "stage": verdict.stage.value if verdict.stage else None,
        "state": verdict.state,
        "original": verdict.original_no,
        "draft": verdict.draft_no,
        "present_draft": verdict.present_draft,
        "page": verdict.page or None,
        "page_same": verdict.page_same,
        "printed_at": verdict.printed_at,
        "printed_by": verdict.printed_by,
        "proven": verdict.proven,
        "over": verdict.over,
    }
