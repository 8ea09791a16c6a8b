"""The commands about files: attach one to an agreement, list them, write one out again."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import complain, say
from kunjungan.cli.papers import day
from kunjungan.cli.parser import Commands
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office

FILES: Mapping[str, str] = MappingProxyType(
    {
        "id": later("Id"),
        "name": later("Name"),
        "stage": later("Stage"),
        "document": later("Document"),
        "number": later("Number"),
        "on": later("Date"),
        "original": later("Original"),
        "size": later("Size"),
        "state": later("State"),
    }
)
"""The columns of the list of files."""


def add(commands: Commands) -> None:
    """Add ``attach``."""
    attached = commands.add(
        "attach", words=tr("Keep a file of an agreement, byte for byte."), run=_attach
    )
    attached.need(
        "id",
        shown="AGREEMENT",
        words=tr("The agreement's id, the beginning of it (4 characters or more), or reference."),
    )
    attached.need("file", shown="FILE", words=tr("The file."))
    attached.option("--name", metavar="TEXT", default="", words=tr("What to call it."))
    attached.option("--stage", metavar="CODE", default="", words=tr("The stage it proves."))
    attached.option(
        "--document", metavar="SLUG", default="", words=tr("The document of that stage that it is.")
    )
    attached.option("--number", metavar="TEXT", default="", words=tr("The number on it."))
    attached.option("--on", metavar="YYYY-MM-DD", type=day, words=tr("The date on it."))
    attached.option(
        "--original", metavar="N", type=int, words=tr("The signed original that it is a scan of.")
    )


def file_rows(office: "Office", agreement: str) -> list[dict[str, object]]:
    """Return an agreement's files for a list.

    Raises:
        RuleBroken: it is not said of which agreement.
        NotFound: there is no such agreement.
    """
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.process.file_lines import list_files  # noqa: PLC0415 (quick --help)

    if not agreement:
        raise RuleBroken(later("Say of which agreement: list files AGREEMENT."))
    return [
        {
            "id": line.id,
            "name": line.name,
            "stage": line.stage,
            "document": line.document,
            "number": line.number,
            "on": line.on,
            "original": line.original_no,
            "megabytes": round(line.size / (1 << 20), 1),
            "size": line.size,
            "media_type": line.media_type,
            "sha256": line.sha256,
            "added_on": line.added_on,
            "state": line.state,
        }
        for line in list_files(office, agreement_named(office, agreement))
    ]


def new_file(call: Call) -> Path:
    """Return the file to write.

    Raises:
        RuleBroken: it is there already, and nobody said to replace it.
    """
    path = Path(call.args.file)
    if path.exists() and not call.args.force:
        message = later("{name} is there already. Nothing was written; add --force to replace it.")
        raise RuleBroken(message, name=path.name)
    return path


def rest_file(call: Call) -> Path | None:
    """Return where the rows of a list that stay out are saved, None where nobody wants them.

    Raises:
        RuleBroken: it is the list itself, which stays as it is.
    """
    if not call.args.rest:
        return None
    path = Path(call.args.rest)
    if path.suffix.casefold() != ".xlsx":
        path = path.with_name(f"{path.name}.xlsx")
    if path.exists() and Path(call.args.file).exists() and path.samefile(call.args.file):
        message = later("--rest is the list itself. Nothing was read; name another file.")
        raise RuleBroken(message)
    return path


def write_out(call: Call, text: str, out: str) -> None:
    """Write a kept file to ``out``, or into the folder that it is, and say where."""
    from kunjungan.services.process.file_lines import files_named  # noqa: PLC0415
    from kunjungan.services.process.files import export_file  # noqa: PLC0415 (quick --help)

    if not out:
        raise RuleBroken(later("Say where to: --out FILE."))
    with call.office() as office:
        say(str(export_file(office, _only(files_named(office, text), text), Path(out))))


def _attach(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.process.attaching import attach  # noqa: PLC0415 (quick --help)
    from kunjungan.services.process.file_form import FileForm  # noqa: PLC0415 (quick --help)

    args = call.args
    form = FileForm(
        args.name, args.stage, args.document, args.number, args.on, original_no=args.original
    )
    with call.office("write") as office:
        agreement = agreement_named(office, args.id)
        _refuse_unknown(office, agreement, form.stage, form.document)
        done = attach(office, agreement, Path(args.file), form)
    for remark in done.remarks:
        complain(tr(remark.message, **remark.values))
    if done.again:
        say(tr("{name} was kept before; nothing was added.", name=done.name))
    else:
        say(tr("Kept: {name} ({id})", name=done.name, id=str(done.id)[:8]))


def _refuse_unknown(office: "Office", agreement: UUID, stage: str, document: str) -> None:
    """Refuse a stage or a document that the agreement's track does not have, and name those."""
    if not (stage or document):
        return
    from kunjungan.services.process.stages import evidence_slots  # noqa: PLC0415 (quick --help)

    slots = evidence_slots(office, agreement)
    stages = dict.fromkeys(slot.stage for slot in slots)
    if stage not in stages:
        raise RuleBroken(
            later("There is no stage “{stage}” here. There are: {all}."),
            stage=stage,
            all=", ".join(stages),
        )
    known = dict.fromkeys(slot.document for slot in slots if slot.stage == stage)
    if document and document not in known:
        raise RuleBroken(
            later("Stage {stage} has no document “{document}”. It has: {all}."),
            stage=stage,
            document=document,
            all=", ".join(known),
        )


def _only(found: list[UUID], text: str) -> UUID:
    if not found:
        raise NotFound(later("There is no file “{text}”."), text=text)
    if len(found) > 1:
        raise RuleBroken(
            later("“{text}” stands for {count} files. Write more of the id."),
            text=text,
            count=len(found),
        )
    return found[0]
