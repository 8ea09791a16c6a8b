"""The command that compares two texts: drafts of an agreement, or two agreements."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.parser import Commands
from kunjungan.domain.comparing import Change
from kunjungan.domain.errors import NotFound
from kunjungan.domain.word_changes import Fate, Part
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.drafts.comparison import Comparison, RowPair
    from kunjungan.services.drafts.text_refs import TextRef
    from kunjungan.services.drafts.texts import DraftText
    from kunjungan.services.office import Office

DIFFERENT = 1
_MARKS = MappingProxyType({Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}", Fate.KEPT: "{}"})
NONE_KEPT = later(
    "No draft of this agreement has been kept yet. Say what its text is to be compared with."
)


def add(commands: Commands) -> None:
    """Add ``compare``."""
    compared = commands.add(
        "compare",
        words=tr("Tell what became of one text in another, row by row; ends in 1 if they differ."),
        run=_compare,
    )
    words = tr("An agreement's id or reference; with @3 its draft 3, with @now its present text.")
    compared.need("left", shown="LEFT", words=words)
    compared.may(
        "right",
        shown="RIGHT",
        words=tr("The same; without it the present text, and LEFT alone its last kept draft."),
    )
    compared.option("--json", action="store_true", words=tr("Write JSON instead of a table."))


def _compare(call: Call) -> None:
    """Write what differs; the end is 0 where nothing does, else 1 (2 is a wrong command)."""
    from kunjungan.services.drafts.comparison import compare  # noqa: PLC0415 (quick --help)

    with call.office() as office:
        found = compare(office, *_sides(office, call.args.left, call.args.right))
    if call.args.json:
        say_json(_told(found))
    else:
        for line in _lines(found):
            say(line)
    if not found.same:
        raise SystemExit(DIFFERENT)


def _sides(office: "Office", left: str, right: str) -> "tuple[TextRef, TextRef]":
    from kunjungan.services.drafts.listing import list_drafts  # noqa: PLC0415 (quick --help)
    from kunjungan.services.drafts.text_refs import TextRef, text_named  # noqa: PLC0415

    first = text_named(office, left)
    if right:
        return first, text_named(office, right)
    now = TextRef(first.agreement_id)
    if "@" in left:
        return first, now
    kept = [line.no for line in list_drafts(office, now.agreement_id) if line.kept]
    if not kept:
        raise NotFound(NONE_KEPT)
    return TextRef(now.agreement_id, kept[0]), now


def _lines(found: "Comparison") -> Iterator[str]:
    from kunjungan.services.drafts.words import COUNTS  # noqa: PLC0415 (quick --help)

    yield f"- {_named(found.left)}"
    yield f"+ {_named(found.right)}"
    if found.same:
        yield tr("The two texts say the same.")
        return
    yield ", ".join(tr(COUNTS[change], count=count) for change, count in found.counts.items())
    for pair in found.rows:
        if pair.change is not Change.SAME:
            yield ""
            yield from _row(pair, found.languages)


def _row(pair: "RowPair", languages: Sequence[str]) -> Iterator[str]:
    """Yield a row as it is read: its place and fate, then each language that changed."""
    from kunjungan.domain.errors import OfficeError  # noqa: PLC0415 (quick --help)
    from kunjungan.services.drafts.words import change_words  # noqa: PLC0415
    from kunjungan.ui.labels import refusal_words, screen_side  # noqa: PLC0415

    words, values = change_words(pair)
    yield f"{screen_side(pair.place)}: {refusal_words(OfficeError(words, **values))}"
    if pair.change is Change.LEFT:
        return
    for language, parts in zip(languages, pair.parts, strict=True):
        if any(part.changed for part in parts):
            yield f"  {language}  {_marked(parts)}"


def _marked(parts: Sequence[Part]) -> str:
    """Return words on one line, those removed as [-so-] and those added as {+so+}."""
    return "".join(_MARKS[part.fate].format(" ".join(_pieces(part.text))) for part in parts)


def _pieces(text: str) -> list[str]:
    return text.replace("\r", "").split("\n")


def _named(text: "DraftText") -> str:
    return tr(
        "{reference}, draft {number}, fingerprint {fingerprint}",
        reference=text.reference or text.agreement_id.hex[:8],
        number=text.draft_no,
        fingerprint=text.fingerprint,
    )


def _told(found: "Comparison") -> dict[str, object]:
    sides = {"left": found.left, "right": found.right}
    named = {
        side: {
            "agreement": text.agreement_id,
            "reference": text.reference,
            "draft": text.draft_no,
            "fingerprint": text.fingerprint,
        }
        for side, text in sides.items()
    }
    rows = [
        _told_row(pair, found.languages) for pair in found.rows if pair.change is not Change.SAME
    ]
    counts = {change.value: count for change, count in found.counts.items()}
    return {**named, "same": found.same, "counts": counts, "rows": rows}


def _told_row(pair: "RowPair", languages: Sequence[str]) -> dict[str, object]:
    return {
        "change": pair.change,
        "left": pair.left.place if pair.left else None,
        "right": pair.right.place if pair.right else None,
        "level_changed": pair.relevelled,
        "left_text": dict(zip(languages, pair.left.texts, strict=True)) if pair.left else None,
        "right_text": dict(zip(languages, pair.right.texts, strict=True)) if pair.right else None,
        "parts": {
            language: [{"fate": part.fate, "text": part.text} for part in parts]
            for language, parts in zip(languages, pair.parts, strict=True)
        },
    }
