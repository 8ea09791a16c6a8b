"""A command line that explains itself, and refuses, in the screen's language."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from typing_extensions import override

from kunjungan.i18n import later, tr

WRONG = 2
ANYWHERE = (("--office", "FOLDER"), ("--lang", "id|en"))
REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        r"the following arguments are required: (?P<what>.+)": later("Still needed: {what}."),
        r"unrecognized arguments: (?P<what>.+)": later("Not understood: {what}."),
        r"argument (?P<what>.+?): invalid choice: '?(?P<word>.*?)'? \(choose from (?P<all>.+)\)": (
            later("{word} is not one of these: {all}.")
        ),
        r"argument (?P<what>.+?): expected (?:one argument|at least one argument)": later(
            "{what} needs a value."
        ),
        r"argument (?P<what>.+?): ignored explicit argument .+": later("{what} takes no value."),
        r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)": later(
            "{what} and {other} do not go together."
        ),
        r"argument (?P<what>[^:]+): (?P<why>.+)": later("{what}: {why}"),
    }
)


class Help(argparse.HelpFormatter):
    """Help that begins with our word for usage."""

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("Usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose headings and refusals are ours; every one takes the common options."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (argparse's own)
        settings.setdefault("formatter_class", Help)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self._needed = self.add_argument_group(tr("Arguments"))
        self._common = self.add_argument_group(tr("Options"))
        self._common.add_argument("-h", "--help", action="help", help=tr("Show this and end."))
        common = (
            tr("The office's folder; without it the one opened last."),
            tr("The language: id or en."),
        )
        for (name, shown), words in zip(ANYWHERE, common, strict=True):
            choices = ("id", "en") if name == "--lang" else None
            self._common.add_argument(
                name, metavar=shown, help=words, default=argparse.SUPPRESS, choices=choices
            )

    def need(self, name: str, *, shown: str, words: str, choices: Iterable[str] = ()) -> None:
        """Take an argument that must be there."""
        allowed = list(choices) or None
        self._needed.add_argument(name, metavar=shown, help=words, choices=allowed)

    def may(self, name: str, *, shown: str, words: str) -> None:
        """Take an argument that may be left out; it is empty then."""
        self._needed.add_argument(name, metavar=shown, help=words, nargs="?", default="")

    def option(self, name: str, *, words: str, **settings: Any) -> None:  # noqa: ANN401
        """Take an option."""
        self._common.add_argument(name, help=words, **settings)

    def either(self, *options: tuple[str, dict[str, Any]]) -> None:
        """Take options of which only one may be given, each with its settings."""
        group = self._common.add_mutually_exclusive_group()
        for name, settings in options:
            group.add_argument(name, **settings)

    @override
    def error(self, message: str) -> NoReturn:
        why = tr("{sentence} See `{command} --help`.", sentence=refused(message), command=self.prog)
        sys.stderr.write(f"{why}\n")
        raise SystemExit(WRONG)


class Commands:
    """The commands of the program, added group by group."""

    def __init__(self, parser: Parser) -> None:
        self._added = parser.add_subparsers(
            title=tr("Commands"), dest="command", metavar=tr("COMMAND"), parser_class=Parser
        )

    def add(self, name: str, *, words: str, run: Callable[[Any], None]) -> Parser:
        """Add a command that is carried out by ``run``, and return its parser."""
        parser = self._added.add_parser(name, help=words, description=words)
        parser.set_defaults(run=run)
        return parser


def refused(message: str) -> str:
    """Return argparse's English refusal in the screen's language."""
    for pattern, sentence in REFUSALS.items():
        if found := re.fullmatch(pattern, message):
            return tr(sentence, **{n: v.replace("'", "") for n, v in found.groupdict().items()})
    return message
