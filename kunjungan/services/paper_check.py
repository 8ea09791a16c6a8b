"""Tells of a paper, from its code or its file, whether it is the text in force; needs no network.

A code says what a paper was printed as. Only a file whose SHA-256 the print log or the archive
holds is proven to be untouched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.life import PAST, Course, status
from kunjungan.domain.paper_code import PaperCode, read_code
from kunjungan.domain.stages import AgreementStage
from kunjungan.exchange.paper_file import read_paper
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.print_log import text_that_counts
from kunjungan.store.tables import Agreement, Original, PrintRun

_SHORT = 8
"""Digits of the fingerprint that a foot shows in words."""
_DIGITS = frozenset("0123456789abcdef")
_STATES = {"O": "original", "D": "draft", "C": "copy", "T": "translation"}


class Verdict(StrEnum):
    """What a paper's text is: in force, the present draft, an older draft, or unknown here."""

    IN_FORCE = "in_force"
    PRESENT = "present"
    OLDER = "older"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PaperVerdict:
    """What this office knows of a paper, and when it printed it.

    ``page`` counts from 1 and is 0 for a whole paper; ``page_same`` says of a page of an older
    draft that its words are still those of the present one. ``proven`` says that the file is byte
    for byte one that this office wrote, ``over`` that what it agrees on has ended. Where only the
    text is known and several papers carry it, what differs between them is empty.
    """

    verdict: Verdict
    agreement_id: UUID | None = None
    reference: str = ""
    subject: Bilingual | None = None
    stage: AgreementStage | None = None
    state: str = ""
    original_no: int | None = None
    draft_no: int = 0
    present_draft: int = 0
    page: int = 0
    page_same: bool = False
    printed_at: str = ""
    printed_by: str = ""
    proven: bool = False
    over: bool = False


NO_CODE = later(
    "This is no code of a printed paper. Scan the square in its foot, or type the eight "
    "characters that stand there."
)
NO_CODE_SHOWN = later(
    "{name} shows no code that can be read. Scan it again at 300 dots per inch, or type the code."
)
_SENTENCES = {
    Verdict.IN_FORCE: later("This is the text in force: {reference}, draft {draft}."),
    Verdict.PRESENT: later("This is the present text, not signed yet: {reference}, draft {draft}."),
    Verdict.OLDER: later(
        "This is an older draft: {reference}, draft {draft}. The present one is draft {present}."
    ),
    Verdict.UNKNOWN: later("This office knows no print of this text. Do not rely on this paper."),
}
OLDER_PRINT = later("{reference}, draft {draft}, has changed since this was printed.")
OVER = later("The agreement has ended.")
PRINTED = later("It was printed on {at} by {who}.")
SAME_PAGE = later("The words on page {page} are those of the present text.")
OTHER_PAGE = later("The words on page {page} have changed since, or were not printed again.")
PROVEN = later("The file is byte for byte the one that was printed.")
BY_CODE = later("Only its code was read: compare the words with those of the archived paper.")


def check_code(office: Office, text: str) -> PaperVerdict:
    """Return what the code of a page, or the eight digits in its foot, say of it.

    Raises:
        RuleBroken: the text is neither.
    """
    code, short = read_code(text), text.strip().lower()
    if code is None and not (len(short) == _SHORT and _DIGITS.issuperset(short)):
        raise RuleBroken(NO_CODE)
    with office.store.read() as session:
        if code is not None:
            return _of_code(office, session, code)
        return _of_text(office, session, _printed(session, short))


def check_file(office: Office, path: Path) -> list[PaperVerdict]:
    """Return what a file shows: one verdict for a PDF of ours, one for each code on a scan.

    Raises:
        RuleBroken: it is no PDF or picture, or shows no code.
        Unavailable: it cannot be opened.
    """
    paper = read_paper(path)
    with office.store.read() as session:
        if runs := _written(session, paper.sha256):
            return [_of_runs(office, session, runs, proven=True)]
        if paper.fingerprint:
            return [_of_runs(office, session, _printed(session, paper.fingerprint))]
        if not paper.codes:
            raise RuleBroken(NO_CODE_SHOWN, name=path.name)
        return [_of_code(office, session, code) for code in paper.codes]


def said(found: PaperVerdict) -> list[tuple[str, dict[str, object]]]:
    """Return a verdict as sentences to translate, each with its values."""
    values: dict[str, object] = {
        "reference": found.reference,
        "draft": found.draft_no,
        "present": found.present_draft,
        "page": found.page,
        "at": found.printed_at.replace("T", " "),
        "who": found.printed_by,
    }
    return [(sentence, values) for sentence in _sentences(found)]


def _sentences(found: PaperVerdict) -> Iterator[str]:
    older = found.verdict is Verdict.OLDER
    same_draft = older and found.draft_no == found.present_draft
    yield OLDER_PRINT if same_draft else _SENTENCES[found.verdict]
    if found.verdict is Verdict.UNKNOWN:
        return
    if found.over:
        yield OVER
    if found.printed_at:
        yield PRINTED
    if older and found.page:
        yield SAME_PAGE if found.page_same else OTHER_PAGE
    yield PROVEN if found.proven else BY_CODE


def _written(session: Session, sha256: str) -> list[PrintRun]:
    """Return the prints that wrote a file, the latest first, also those of older programs."""
    query = select(PrintRun).where(PrintRun.sha256 == sha256)
    if (
        kept := session.exec(select(Original).where(Original.sha256 == sha256)).first()
    ) is not None:
        query = select(PrintRun).where(
            PrintRun.agreement_id == kept.agreement_id, PrintRun.original_no == kept.no
        )
    return list(session.exec(query.order_by(col(PrintRun.at).desc())))


def _printed(session: Session, text: str) -> list[PrintRun]:
    """Return the prints of a text, the latest first, by the beginning of its fingerprint."""
    query = select(PrintRun).where(col(PrintRun.fingerprint).startswith(text, autoescape=True))
    return list(session.exec(query.order_by(col(PrintRun.at).desc())))


def _of_code(office: Office, session: Session, code: PaperCode) -> PaperVerdict:
    state, number = _STATES[code.state], code.no or None
    runs = [
        run
        for run in _printed(session, code.text.lower())
        if run.agreement_id is not None
        and run.agreement_id.hex.startswith(code.agreement.lower())
        and (run.what, run.original_no, run.draft_no) == (state, number, code.draft)
        and _mark_at(run, code.page) == code.mark.lower()
    ]
    return _of_runs(office, session, runs, page=code.page)


def _of_text(office: Office, session: Session, runs: Sequence[PrintRun]) -> PaperVerdict:
    """Return what is known of a text, and of which paper and print where only one carries it."""
    found = _of_runs(office, session, runs)
    if len({(run.what, run.original_no, run.language) for run in runs}) > 1:
        found = replace(found, state="", original_no=None)
    if len({(run.at, run.by) for run in runs}) > 1:
        found = replace(found, printed_at="", printed_by="")
    return found


def _of_runs(
    office: Office,
    session: Session,
    runs: Sequence[PrintRun],
    *,
    page: int = 0,
    proven: bool = False,
) -> PaperVerdict:
    """Return what the latest of these prints was of; without one, nothing is known."""
    run = next((run for run in runs if run.agreement_id is not None), None)
    if run is None or run.agreement_id is None:
        return PaperVerdict(Verdict.UNKNOWN, page=page)
    row = session.get_one(Agreement, run.agreement_id)
    present = text_that_counts(session, row)
    same = run.fingerprint == present
    return PaperVerdict(
        _verdict(row, same=same),
        row.id,
        row.reference,
        Bilingual(row.subject_id, row.subject_en),
        row.stage,
        run.what,
        run.original_no,
        run.draft_no,
        row.draft_no,
        page,
        same or (page > 0 and _stands(session, run, page, present)),
        run.at.isoformat(timespec="minutes"),
        run.by,
        proven,
        _is_over(row, office.today()),
    )


def _is_over(row: Agreement, today: date) -> bool:
    course = Course(row.stage, row.starts_on, row.ends_on, row.ended_on)
    return status(course, today) in PAST


def _verdict(row: Agreement, *, same: bool) -> Verdict:
    if not same:
        return Verdict.OLDER
    return Verdict.PRESENT if row.stage in OPEN else Verdict.IN_FORCE


def _stands(session: Session, run: PrintRun, page: int, present: str) -> bool:
    """Say whether a page was printed again, word for word, with the present text."""
    query = select(PrintRun).where(
        PrintRun.agreement_id == run.agreement_id,
        PrintRun.fingerprint == present,
        PrintRun.what == run.what,
        PrintRun.original_no == run.original_no,
        PrintRun.paper == run.paper,
    )
    mark = _mark_at(run, page)
    return any(_mark_at(other, page) == mark for other in session.exec(query))


def _mark_at(run: PrintRun, page: int) -> str:
    return run.marks[page - 1] if page <= len(run.marks) else ""
