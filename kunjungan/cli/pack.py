"""The papers of a visit's day on the command line: one alone, or the whole pack."""

from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import complain, say, say_json, say_table
from kunjungan.cli.parser import Parser
from kunjungan.domain.day_papers import PAPERS
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from pathlib import Path

    from kunjungan.documents.agreement import Press
    from kunjungan.services.office import Office
    from kunjungan.services.pack.contents import Pack, PackItem
    from kunjungan.services.pack.making import PackPaper, PackWish

PACK = "pack"
WORDS = tuple(slug.replace("_", "-") for slug in PAPERS)
"""What each paper of the day is called on the command line."""


def add_pack_options(printed: Parser) -> None:
    """Let ``print pack`` and its papers say which of them, and how."""
    printed.option(
        "--only",
        metavar="PAPER,…",
        default="",
        words=tr("Pack: only these, such as badges,tents; originals stands for all originals."),
    )
    printed.option(
        "--changed",
        action="store_true",
        words=tr("Papers of the day: only what has changed since it was printed."),
    )
    printed.option(
        "--sheet", metavar="SHEET", default="", words=tr("Labels and badges: the label sheet.")
    )
    printed.option(
        "--first",
        metavar="N",
        type=int,
        default=None,
        words=tr("Labels and badges: the first label that is still free on the sheet."),
    )


def print_day_papers(call: Call) -> None:
    """Write a visit's papers of the day into a folder, and log them as printed."""
    from kunjungan.documents.agreement import Press  # noqa: PLC0415 (quick --help)
    from kunjungan.services.pack.contents import pack_of  # noqa: PLC0415 (quick --help)
    from kunjungan.services.pack.printing import stage_pack  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    if not call.args.id:
        raise RuleBroken(later("Say which visit: its id or its title."))
    with call.office("write") as office:
        pack = pack_of(office, visit_named(office, call.args.id))
        papers, left = _papers(call, office, Press(), pack)
        written = stage_pack(office, pack, papers, call.args.out).keep()
    for each in pack.remarks:
        complain(_said(each.message, each.values))
    _tell(call, written, left)


def _papers(
    call: Call, office: "Office", press: "Press", pack: "Pack"
) -> "tuple[list[PackPaper], list[PackPaper]]":
    """Return the papers to write, and those left out of a whole pack because something blocks."""
    from kunjungan.services.pack.printing import make_ready, make_what_can  # noqa: PLC0415

    wish = _wish(call)
    named = _named(call)
    if named:
        return make_ready(office, press, pack, pack.named(named), lambda _item: wish), []
    return make_what_can(office, press, pack, wish)


def _named(call: Call) -> list[str]:
    """Return the slugs asked for; none for all that is usual."""
    words = call.args.only.split(",") if call.args.what == PACK else [call.args.what]
    return [slug for word in words if (slug := word.strip().replace("-", "_"))]


def _wish(call: Call) -> "PackWish":
    from kunjungan.domain.paper import Paper  # noqa: PLC0415 (quick --help)
    from kunjungan.services.pack.making import PackWish  # noqa: PLC0415 (quick --help)

    args = call.args
    if args.language not in {None, "id", "en", "both"}:
        message = later("A paper of the day is in “id”, “en” or “both”, not in “{wanted}”.")
        raise RuleBroken(message, wanted=args.language)
    if args.first is not None and args.first < 1:
        raise RuleBroken(later("The labels of a sheet are counted from 1."))
    return PackWish(
        paper=Paper(args.paper) if args.paper else None,
        language=args.language,
        sheet=args.sheet,
        first=args.first or 1,
        changed=args.changed,
    )


def _tell(call: Call, written: "list[tuple[PackPaper, Path]]", left: "list[PackPaper]") -> None:
    if call.args.json:
        say_json([_as_json(paper, path) for paper, path in written])
    elif written:
        titles = (tr("File"), tr("Paper"), tr("Pages"), tr("Cards"), tr("Copies"))
        rows = [
            (str(path), paper.paper, paper.pages, paper.cards or "", paper.copies)
            for paper, path in written
        ]
        say_table(titles, rows)
    else:
        say(tr("Nothing has changed since it was printed. Nothing was printed."))
    for paper in left:
        complain(_sentence(paper.item, paper.blockers[0].message, paper.blockers[0].values))
    for paper, _ in written:
        for each in paper.warnings:
            complain(_sentence(paper.item, each.message, each.values, each.who))


def _as_json(paper: "PackPaper", path: "Path") -> dict[str, object]:
    return {
        "file": str(path),
        "what": paper.item.slug,
        "agreement": paper.item.agreement_id,
        "original": paper.item.no or None,
        "paper": paper.paper,
        "pages": paper.pages,
        "cards": paper.cards,
        "keys": list(paper.marks),
        "copies": paper.copies,
        "warnings": [_said(each.message, each.values, each.who) for each in paper.warnings],
    }


def _sentence(item: "PackItem", message: str, values: object, who: str = "") -> str:
    from kunjungan.ui.labels import screen_side  # noqa: PLC0415 (quick --help)

    return f"{screen_side(item.name)}: {_said(message, values, who)}"


def _said(message: str, values: object, who: str = "") -> str:
    from kunjungan.ui.labels import refusal_words  # noqa: PLC0415 (quick --help)

    said = refusal_words(RuleBroken(message, **dict(values)))  # type: ignore[call-overload]
    return f"{who}: {said}" if who and who not in said else said
