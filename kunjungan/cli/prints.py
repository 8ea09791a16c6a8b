"""The command that brings an agreement to paper, or a printer's test page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.drafts import print_clearance
from kunjungan.cli.output import say, say_json, say_table
from kunjungan.cli.pack import PACK, WORDS, add_pack_options, print_day_papers
from kunjungan.cli.parser import Commands, Parser
from kunjungan.cli.print_office import OFFICE_PAPERS, SHEETS, add_sheet_options
from kunjungan.cli.registers import print_yearbook
from kunjungan.cli.rundown import add_rundown_options, print_rundown
from kunjungan.cli.typed import folder_typed, original_typed, pages_typed
from kunjungan.cli.visit_report import add_report_options, print_report
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.documents.agreement import Press
    from kunjungan.services.agreement_content import PaperChoice
    from kunjungan.services.office import Office
    from kunjungan.services.papers_offered import OfferedPaper

_NAMES = ("file", "original", "language", "pages", "sheets", "paper")
_STATES = ("draft", "copy", "translation")
NO_TRANSLATION = later(
    "The English of this agreement stands in its originals; no translation is printed apart."
)
ALL_LANGUAGES = later(
    "Such a paper of this agreement holds all its languages. Leave --language out."
)
IDLE = later("{word} means nothing here, so nothing was printed. Leave it out.")
OTHER_LANGUAGE = later("There is no such paper in “{wanted}”, only in: {languages}.")


def add(commands: Commands) -> None:
    """Add ``print``."""
    printed = commands.add(
        "print",
        words=tr(
            "Write an agreement's papers as PDF or Word, its clearance sheet, "
            "a year's register, the office's own papers, a visit's papers of the day, "
            "or a test page."
        ),
        run=_print,
    )
    printed.need("what", shown="|".join(_WHAT), words=tr("What to print."), choices=_WHAT)
    printed.may(
        "id",
        shown="ID",
        words=tr(
            "The id of what is printed, the beginning of it (4 characters or more), its number or "
            "reference; a year; a day such as 2022-09-01."
        ),
    )
    printed.option(
        "--out", metavar="FOLDER", type=folder_typed, required=True, words=tr("Where the files go.")
    )
    printed.option("--paper", choices=("f4", "a4"), words=tr("Another paper than the agreement's."))
    _add_states(printed)
    add_sheet_options(printed)
    add_rundown_options(printed)
    add_report_options(printed)
    add_pack_options(printed)
    printed.option("--language", metavar="CODE", words=tr("Only the volume in this language."))
    printed.option(
        "--pages",
        metavar="N,N|changed",
        type=pages_typed,
        words=tr("Only these pages, or those that changed since the last print."),
    )
    printed.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _add_states(printed: Parser) -> None:
    printed.either(
        (
            "--original",
            {
                "metavar": "N|all",
                "type": original_typed,
                "help": tr("Which original; without it, all."),
            },
        ),
        ("--draft", _flag(tr("A marked draft; nothing is locked."))),
        ("--copy", _flag(tr("A marked copy, for the files."))),
        ("--translation", _flag(tr("The unofficial English text, where it stands apart."))),
        ("--word", _flag(tr("The text as a Word document, its languages side by side."))),
    )


def _flag(words: str) -> dict[str, object]:
    return {"action": "store_true", "help": words}


def _print(call: Call) -> None:
    if call.args.what != "rundown":
        _refuse_idle(call, "for", "delegation")
    if call.args.what != "report":
        _refuse_idle(call, "kind")
    if call.args.what not in SHEETS:
        _refuse_idle(call, "leader", "public")
    if call.args.what != PACK:
        _refuse_idle(call, "only")
    if call.args.what not in (PACK, *WORDS):
        _refuse_idle(call, "changed", "sheet", "first")
    _WHAT[call.args.what](call)


def _test_page(call: Call) -> None:
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.ruled_page import write_ruled_page  # noqa: PLC0415

    _refuse_idle(call, "id", "original", *_STATES, "word", "language", "pages")
    paper = Paper(call.args.paper or Paper.F4.value)
    file = write_ruled_page(paper, call.args.out)
    if call.args.json:
        say_json([{"file": str(file), "paper": paper}])
    else:
        say(str(file))


def _yearbook(call: Call) -> None:
    _refuse_idle(call, "original", *_STATES, "word", "language", "pages")
    print_yearbook(call)


def _clearance(call: Call) -> None:
    _refuse_idle(call, "original", *_STATES, "word", "language", "pages")
    print_clearance(call)


def _office_paper(call: Call) -> None:
    """Print a paper of the office; what only agreements know is refused."""
    idle = () if call.args.what in SHEETS else ("language",)
    _refuse_idle(call, "original", *_STATES, "word", "pages", *idle)
    OFFICE_PAPERS[call.args.what](call)


def _rundown(call: Call) -> None:
    _refuse_idle(call, "original", *_STATES, "word", "pages")
    print_rundown(call)


def _report(call: Call) -> None:
    _refuse_idle(call, "original", *_STATES, "word", "pages")
    print_report(call)


def _day_papers(call: Call) -> None:
    _refuse_idle(call, "original", *_STATES, "word", "pages")
    print_day_papers(call)


def _agreement(call: Call) -> None:
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415

    if not call.args.id:
        raise RuleBroken(later("Say which agreement: its id or its reference."))
    if call.args.word:
        _refuse_idle(call, "paper", "language", "pages")
    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        work = _word if call.args.word else _papers
        rows = work(call, office, Press(), agreement)
    if call.args.json:
        say_json([dict(zip(_NAMES, row, strict=True)) for row in rows])
    elif rows:
        titles = (tr("File"), tr("Original"), tr("Language"), tr("Pages"), tr("Only"), tr("Paper"))
        say_table(titles, rows)
    else:
        say(tr("No page has changed since it was printed. Nothing was printed."))


def _refuse_idle(call: Call, *names: str) -> None:
    """Refuse what was typed but would be overlooked."""
    for name in names:
        if getattr(call.args, name):
            word = call.args.id if name == "id" else f"--{name}"
            raise RuleBroken(IDLE, word=word)


def _word(
    call: Call, office: "Office", _press: "Press", agreement: UUID
) -> list[tuple[object, ...]]:
    from kunjungan.services.word_export import export_word, word_name  # noqa: PLC0415

    file = export_word(office, agreement, call.args.out / word_name(office, agreement))
    return [(str(file), None, "", None, [], None)]


def _papers(
    call: Call, office: "Office", press: "Press", agreement: UUID
) -> list[tuple[object, ...]]:
    from kunjungan.services.papers_offered import papers_offered  # noqa: PLC0415 (quick --help)
    from kunjungan.services.printing import print_to_folder  # noqa: PLC0415

    choices = _choices(call, papers_offered(office, agreement))
    done = []
    for pages, some in _by_pages(call, office, press, agreement, choices):
        done += print_to_folder(office, press, agreement, some, call.args.out, pages=pages)
    return [
        (
            str(path),
            paper.choice.original_no,
            paper.language,
            paper.pages,
            list(paper.sheets),
            paper.paper,
        )
        for paper, path in done
    ]


def _by_pages(
    call: Call, office: "Office", press: "Press", agreement: UUID, choices: "list[PaperChoice]"
) -> "list[tuple[Sequence[int], list[PaperChoice]]]":
    """Return the papers with the pages wanted of each; a paper without changes is left out."""
    from kunjungan.services.printing import changed_pages  # noqa: PLC0415 (quick --help)

    if call.args.pages != "changed":
        return [(call.args.pages or (), choices)]
    found = [(changed_pages(office, press, agreement, choice), choice) for choice in choices]
    return [(pages or (), [choice]) for pages, choice in found if pages != ()]


def _choices(call: Call, offered: "list[OfferedPaper]") -> "list[PaperChoice]":
    """Return the papers asked for, all of them there; an original that is not, too."""
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.agreement_content import PaperChoice  # noqa: PLC0415

    args = call.args
    state = next((state for state in _STATES if getattr(args, state)), "original")
    papers = [each for each in offered if each.choice.state == state]
    if args.original is not None:
        papers = [each for each in papers if each.choice.original_no == args.original]
        if not papers:
            return [PaperChoice(args.original, "original")]
    if not papers:
        raise RuleBroken(NO_TRANSLATION)
    _refuse_language(args.language, [each.language for each in papers])
    paper = Paper(args.paper) if args.paper else None
    return [
        replace(each.choice, paper=paper)
        for each in papers
        if args.language in {None, each.language}
    ]


def _refuse_language(wanted: str | None, languages: "Sequence[str]") -> None:
    """Refuse a language in which there is no such paper."""
    if wanted is None or wanted in languages:
        return
    if not any(languages):
        raise RuleBroken(ALL_LANGUAGES)
    raise RuleBroken(
        OTHER_LANGUAGE, wanted=wanted, languages=", ".join(dict.fromkeys(filter(None, languages)))
    )


_WHAT: Mapping[str, Callable[[Call], None]] = MappingProxyType(
    {
        "agreement": _agreement,
        "clearance": _clearance,
        "register": _yearbook,
        "test-page": _test_page,
        "rundown": _rundown,
        "report": _report,
        **dict.fromkeys(OFFICE_PAPERS, _office_paper),
        **dict.fromkeys((PACK, *WORDS), _day_papers),
    }
)
