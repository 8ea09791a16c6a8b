"""Which pages of a paper, as it lies printed on the table, are no longer as it would be now."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.store.tables import PrintRun


def pages_changed(
    session: Session, agreement_id: UUID, choice: PaperChoice, language: str, marks: Sequence[str]
) -> tuple[int, ...] | None:
    """Return the pages whose marks differ from the last print of that very paper.

    None where all must be printed: it never was printed whole, or has other pages now. The same
    paper is the same original or state in the same language, on the format of ``choice``.
    """
    query = select(PrintRun).where(
        PrintRun.agreement_id == agreement_id,
        PrintRun.what == choice.state,
        PrintRun.original_no == choice.original_no,
        PrintRun.language == language,
        PrintRun.paper == choice.paper,
    )
    before = _on_the_table(session.exec(query.order_by(col(PrintRun.at))))
    if before is None or len(before) != len(marks):
        return None
    pairs = enumerate(zip(before, marks, strict=True), 1)
    return tuple(page for page, (old, new) in pairs if old != new)


def refuse_mixture(
    choice: PaperChoice, changed: Sequence[int] | None, pages: Sequence[int]
) -> None:
    """Raise RuleBroken where single pages would leave an original with pages of another text."""
    if choice.state != "original":
        return
    if changed is None:
        raise RuleBroken(
            later("Original {number} was never printed whole as it is now. Print all its pages."),
            number=choice.original_no,
        )
    if left := sorted(set(changed).difference(pages)):
        raise RuleBroken(
            later(
                "Other pages of original {number} have changed too: {pages}. Print them as well."
            ),
            number=choice.original_no,
            pages=", ".join(map(str, left)),
        )


def _on_the_table(runs: Iterable[PrintRun]) -> list[str] | None:
    """Return the mark of each page as it lies printed: whole papers, and pages put in later."""
    table: list[str] | None = None
    for run in runs:
        if not run.sheets:
            table = list(run.marks) or None
        elif table is not None and len(run.marks) == len(table):
            for page in run.sheets:
                table[page - 1] = run.marks[page - 1]
        else:
            table = None
    return table
