"""Takes the command line: chooses the language, finds the command, and words what is refused."""

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from kunjungan.cli import (
    changes,
    check,
    compare,
    drafts,
    files,
    guests,
    lists,
    papers,
    prints,
    reception,
    renewing,
    sample,
    search,
    seating,
    signing,
    stages,
    transfer,
    upkeep,
    verify,
    window,
)
from kunjungan.cli.call import Call
from kunjungan.cli.output import complain, survive_any_console
from kunjungan.cli.parser import WRONG, Commands, Parser
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later, tr, use_language
from kunjungan.resources import catalogue
from kunjungan.settings import Settings, load, settings_file

LANGUAGES = ("id", "en")
LANGUAGE_VARIABLE = "KUNJUNGAN_LANG"
INTERRUPTED = 130
GROUPS = (
    sample,
    lists,
    search,
    check,
    compare,
    drafts,
    prints,
    papers,
    signing,
    files,
    stages,
    reception,
    seating,
    guests,
    renewing,
    verify,
    transfer,
    upkeep,
    changes,
)
NO_TEXT = later("Something in this command is no text in UTF-8. Nothing was changed.")
NOT_READ = later("{path} cannot be used: {reason}.")
REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: later("{path} is not there."),
        errno.EACCES: later("{path} may not be read or written."),
        errno.EPERM: later("{path} may not be read or written."),
        errno.EROFS: later("{path} is on a disk that can only be read."),
        errno.ENOSPC: later("The disk is full. Free some space and try again."),
        errno.EISDIR: later("{path} is a folder."),
        errno.ENOTDIR: later("{path} is not a folder."),
        errno.EEXIST: later("{path} is there already."),
        errno.ENAMETOOLONG: later("The name {path} is too long."),
    }
)


def main(words: Sequence[str] | None = None) -> int:
    """Carry out a command line and return how it ended: 0 well, 1 not proven, 2 refused."""
    survive_any_console()
    given = list(sys.argv[1:] if words is None else words)
    settings = load(settings_file())
    settings = replace(settings, language=language_of(given, os.environ, settings))
    use_language(catalogue(settings.language))
    parser = command_line()
    args = parser.parse_args(given)
    run: Callable[[Call], None] = getattr(args, "run", window.run)
    return _ended(run, Call(args, settings))


def command_line() -> Parser:
    """Return the whole command line, in the screen's language."""
    parser = Parser(
        prog="kunjungan",
        description=tr(
            "Delegation visits and bilingual agreements of a protocol office. "
            "Without a command the window opens."
        ),
    )
    commands = Commands(parser)
    for group in GROUPS:
        group.add(commands)
    return parser


def language_of(words: Sequence[str], environment: Mapping[str, str], settings: Settings) -> str:
    """Return the language asked for: by option, by environment, by this desk's own choice."""
    pairs = pairwise(words)
    asked = [after for word, after in pairs if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    for wish in (*asked, environment.get(LANGUAGE_VARIABLE, ""), settings.language):
        if wish in LANGUAGES:
            return wish
    return LANGUAGES[0]


def _ended(run: Callable[[Call], None], call: Call) -> int:
    """Run a command; what is refused becomes one sentence."""
    try:
        run(call)
        sys.stdout.flush()
    except OfficeError as refusal:
        from kunjungan.ui.labels import refusal_words  # noqa: PLC0415 (quick --help)

        complain(refusal_words(refusal))
        return WRONG
    except BrokenPipeError:
        _say_no_more()
        return 0
    except (OSError, UnicodeEncodeError) as error:
        complain(_sentence(error))
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _sentence(error: OSError | UnicodeEncodeError) -> str:
    if isinstance(error, UnicodeEncodeError):  # bytes of the command line that are no letters
        return tr(NO_TEXT)
    values: dict[str, Any] = {"path": error.filename or "", "reason": error.strerror or error}
    return tr(REASONS.get(error.errno or 0, NOT_READ), **values)


def _say_no_more() -> None:
    """Let go of a reader such as ``head`` that has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
