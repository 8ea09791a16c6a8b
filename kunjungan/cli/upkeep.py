"""The commands that look after the office's data: backup and restore."""

from pathlib import Path

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.parser import Commands
from kunjungan.i18n import tr


def add(commands: Commands) -> None:
    """Add ``backup`` and ``restore``."""
    saved = commands.add("backup", words=tr("Write a verified backup of the office."), run=_backup)
    saved.option(
        "--to", metavar="FOLDER", words=tr("Another folder than the office's own backups.")
    )
    saved.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    restored = commands.add(
        "restore", words=tr("Put a backup in the place of the office's data."), run=_restore
    )
    restored.need("file", shown="FILE", words=tr("The backup, or its name among the backups."))


def _backup(call: Call) -> None:
    from kunjungan.services.upkeep import back_up  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        made = back_up(office, into=Path(call.args.to) if call.args.to else None)
    if call.args.json:
        say_json({"file": str(made.path), "at": made.at, "bytes": made.size})
    else:
        say(str(made.path))


def _restore(call: Call) -> None:
    from kunjungan.app.desk import restore_desk  # noqa: PLC0415 (quick --help)

    aside = restore_desk(call.folder, Path(call.args.file))
    say(tr("The backup {file} is in place.", file=Path(call.args.file).name))
    if aside is not None:
        say(tr("The former data was put aside as {file}.", file=aside))
