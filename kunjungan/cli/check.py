"""The command that proves an agreement before it prints, and the index for searching."""

from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.preflight import Finding

BLOCKED = 1


def add(commands: Commands) -> None:
    """Add ``check``."""
    checked = commands.add(
        "check",
        words=tr(
            "Tell what speaks against printing an agreement's originals, and end in 1 if anything "
            "does; or prove the index for searching and mend it."
        ),
        run=_check,
    )
    subjects = ("agreement", "index")
    checked.need("what", shown="|".join(subjects), words=tr("What it is about."), choices=subjects)
    checked.may(
        "id",
        shown="ID",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )
    checked.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _check(call: Call) -> None:
    if call.args.what == "index":
        _index(call)
    elif call.args.id:
        _agreement(call)
    else:
        raise RuleBroken(later("Say which agreement: its id or its reference."))


def _index(call: Call) -> None:
    from kunjungan.services.search import mend_index  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        mended = mend_index(office)
    if call.args.json:
        say_json({"mended": mended})
    elif mended:
        say(tr("The index for searching was out of step with the data and was built anew."))
    else:
        say(tr("The index for searching is whole."))


def _agreement(call: Call) -> None:
    """Write the findings; the end is 0 where nothing blocks, else 1 (2 is a wrong command)."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415
    from kunjungan.services.preflight import preflight  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        findings = preflight(office, Press(), agreement_named(office, call.args.id))
    if call.args.json:
        say_json([_told(finding) for finding in findings])
    elif findings:
        headings = [tr("Weight"), tr("Code"), tr("What was found"), tr("What to do")]
        say_table(headings, [_row(finding) for finding in findings])
    else:
        say(tr("Nothing stands in the way of the originals."))
    if any(finding.blocking for finding in findings):
        raise SystemExit(BLOCKED)


def _row(finding: "Finding") -> tuple[object, ...]:
    weight = tr("Blocks") if finding.blocking else tr("To consider")
    found = _said(finding, finding.message)
    if finding.person and "{" not in finding.message:
        found = f"{finding.person}: {found}"
    return weight, finding.code, found, _said(finding, finding.fix)


def _told(finding: "Finding") -> dict[str, object]:
    return {
        "code": finding.code,
        "blocking": finding.blocking,
        "message": _said(finding, finding.message),
        "fix": _said(finding, finding.fix),
        "place": finding.place,
        "person": finding.person,
        "language": finding.language,
        "field": finding.field,
        "clause": finding.clause_id,
    }


def _said(finding: "Finding", sentence: str) -> str:
    """Return a sentence of a finding in the screen's language."""
    from kunjungan.domain.errors import OfficeError  # noqa: PLC0415 (quick --help)
    from kunjungan.ui.labels import refusal_words  # noqa: PLC0415 (quick --help)

    return refusal_words(OfficeError(sentence, **finding.values))
