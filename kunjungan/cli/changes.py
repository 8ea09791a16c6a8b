"""The commands that go back and forth over what was done: undo, redo, history."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.parser import Commands
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.store.chain import Kind

KINDS: "Mapping[Kind, str]" = MappingProxyType(
    {
        "cmd": later("By a person"),
        "import": later("Import"),
        "merge": later("Import"),
        "system": later("By the program"),
        "undo": later("Undo"),
        "redo": later("Redo"),
    }
)
"""How a person reads what made a change; JSON keeps the short names."""


def add(commands: Commands) -> None:
    """Add ``undo``, ``redo`` and ``history``."""
    commands.add("undo", words=tr("Take the last change back."), run=_undo)
    commands.add("redo", words=tr("Do again what was just taken back."), run=_redo)
    told = commands.add("history", words=tr("Tell the latest changes."), run=_history)
    told.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _undo(call: Call) -> None:
    from kunjungan.services.history import undo, undo_label  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        label = undo_label(office)
        undo(office)
    say(tr("Taken back: {label}", label=tr(str(label))))


def _redo(call: Call) -> None:
    from kunjungan.services.history import redo, redo_label  # noqa: PLC0415 (quick --help)

    with call.office("write") as office:
        label = redo_label(office)
        redo(office)
    say(tr("Done again: {label}", label=tr(str(label))))


def _history(call: Call) -> None:
    from kunjungan.services.history import recent_changes  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        done = recent_changes(office)
    if call.args.json:
        say_json([{"at": d.at, "who": d.who, "kind": d.kind, "label": d.label} for d in done])
        return
    rows = [(d.at, d.who, tr(KINDS[d.kind]), tr(d.label)) for d in done]
    say_table([tr("Moment"), tr("Who"), tr("Kind"), tr("Change")], rows)
