"""The command that makes an office to look at and try things in."""

from pathlib import Path

from kunjungan.cli.call import Call
from kunjungan.cli.output import say
from kunjungan.cli.parser import Commands
from kunjungan.i18n import tr


def add(commands: Commands) -> None:
    """Add ``sample``."""
    made = commands.add(
        "sample",
        words=tr("Make an office with the true case of Bandung, 1 September 2022."),
        run=_sample,
    )
    made.need("folder", shown="FOLDER", words=tr("A folder that holds no office yet."))


def _sample(call: Call) -> None:
    from kunjungan.app.desk import new_sample  # noqa: PLC0415 (quick --help)

    folder = new_sample(Path(call.args.folder))
    say(tr("The sample office is in {folder}.", folder=folder))
