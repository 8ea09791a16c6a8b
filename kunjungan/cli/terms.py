"""The term base on the command line: listed, taken in from a list, written as one."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "words_id": later("Indonesian"),
        "words_en": later("English text"),
        "domain": later("Field"),
        "source": later("Source"),
        "approved_by": later("Approved by"),
        "approved_on": later("On"),
    }
)


def term_rows(office: "Office") -> list[dict[str, object]]:
    """Return every term by its Indonesian words, retired ones too."""
    from kunjungan.services.writing.terms import list_terms  # noqa: PLC0415 (quick --help)

    return [
        {
            "id": line.id,
            "words_id": line.words_id,
            "words_en": line.words_en,
            "domain": line.domain,
            "note": line.note,
            "source": line.source,
            "approved_by": line.approved_by,
            "approved_on": line.approved_on,
            "active": line.active,
        }
        for line in list_terms(office)
    ]


def term_word(column: str, value: str) -> str:
    """Return what the field or the source of a term is called, empty for all else."""
    from kunjungan.ui.term_words import DOMAINS, SOURCES  # noqa: PLC0415 (quick --help)

    return {"domain": DOMAINS, "source": SOURCES}.get(column, {}).get(value, "")


def export_list(call: Call) -> None:
    """Write the active terms as a CSV file and say where it is."""
    from kunjungan.services.writing.term_files import write_terms  # noqa: PLC0415

    with call.office() as office:
        say(str(write_terms(office, Path(call.args.file))))


def import_list(call: Call) -> None:
    """Take in a term list and say how many terms are new, corrected and as they were."""
    from kunjungan.services.writing.term_files import import_terms  # noqa: PLC0415

    dry_run = call.args.dry_run
    with call.office("imagine" if dry_run else "make") as office:
        done = import_terms(office, Path(call.args.file), dry_run=dry_run)
    if call.args.json:
        say_json({"written": not dry_run, "new": done.added, "corrected": done.corrected,
                  "same": done.same})  # fmt: skip
        return
    say(
        tr(
            "New terms: {added}. Corrected: {corrected}. As they were: {same}.",
            added=done.added,
            corrected=done.corrected,
            same=done.same,
        )
    )
    if dry_run:
        say(tr("Nothing was written: this was a dry run."))
