"""What keeps a paper from being printed; a marked draft may always be."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from kunjungan.documents.content import Overflow
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import official_languages
from kunjungan.domain.letters import named
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, text_fingerprint
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.alternat import proof_in
from kunjungan.services.office import Office
from kunjungan.services.originals import numbered
from kunjungan.services.preflight import refuse_unless_ready
from kunjungan.store.tables import Agreement, PrintRun

_ALL_SIGNED = later(
    "Every language of this agreement is signed, so there is no unofficial "
    "translation. Choose one language after the other in the agreement's data."
)

UNPRINTABLE = later("No typeface here can print: {letters}. Write it in other letters.")


def refuse_paper(session: Session, row: Agreement, choice: PaperChoice) -> None:
    """Refuse a paper that may not be printed now.

    Raises NotFound for an original that is not planned; RuleBroken while the agreement is not
    ready, for another format than the originals of this draft have, for a translation where the
    English is signed, and where names have changed since the first original was printed.
    """
    if choice.state == "translation":
        _refuse_signed_english(session, row)
    if choice.state == "original" and _out_of_archive(session, row, choice):
        return
    if choice.state == "draft":
        return
    if row.locked_on is None or choice.state == "original":
        refuse_unless_ready(session, row.id)
    _refuse_moved(session, row)


def refuse_unlike(office: Office, session: Session, row: Agreement) -> None:
    """Raise RuleBroken where originals differ in more than the order of the parties."""
    for each in proof_in(office, session, row.id).other:
        raise RuleBroken(
            later(
                "Originals {first} and {second} differ in more than the order of the parties: "
                "“{one}” and “{other}”. Mend the text, then print."
            ),
            first=each.originals[0],
            second=each.originals[1],
            one=_short(each.first),
            other=_short(each.second),
        )


def refuse_flawed(letters: Sequence[str], overflows: Sequence[Overflow]) -> None:
    """Raise RuleBroken where a paper lacks letters or something on it does not fit its room."""
    if letters:
        raise RuleBroken(UNPRINTABLE, letters=named(letters))
    for each in overflows:
        raise RuleBroken(
            later("On page {page} “{text}” does not fit its room. Shorten it."),
            page=each.page,
            text=_short(each.text),
        )


def _out_of_archive(session: Session, row: Agreement, choice: PaperChoice) -> bool:
    """Say whether an original was printed before, so that it comes as it is."""
    original = numbered(session, row.id, choice.original_no)
    if row.locked_on is None:
        return False
    if choice.paper not in {None, row.paper}:
        raise RuleBroken(
            later(
                "The originals of draft {draft} are on {paper}. Another format takes a new draft."
            ),
            draft=row.draft_no,
            paper=row.paper.value.upper(),
        )
    return original.sha256 is not None


def _refuse_signed_english(session: Session, row: Agreement) -> None:
    foreign = agreement_facts(session, row).foreign
    if all(official_languages(row.layout, row.third_language, foreign=foreign)):
        raise RuleBroken(_ALL_SIGNED)


def _refuse_moved(session: Session, row: Agreement) -> None:
    """Refuse a further paper of a locked draft whose names are no longer those printed."""
    query = (
        select(PrintRun)
        .where(
            PrintRun.agreement_id == row.id,
            PrintRun.what == "original",
            PrintRun.draft_no == row.draft_no,
        )
        .order_by(col(PrintRun.at).desc())
    )
    run = session.exec(query).first() if row.locked_on is not None else None
    if run is None:
        return
    if text_fingerprint(session, row.id) != run.fingerprint:
        raise RuleBroken(
            later(
                "A name or an office has changed since original {number} was printed. "
                "Change it back, or start a new draft; the archived original stays as it is."
            ),
            number=run.original_no,
        )


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
