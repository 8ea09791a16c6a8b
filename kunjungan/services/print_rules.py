"""What keeps an original from being printed."""

from sqlmodel import Session

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.letters import named
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, originals_of
from kunjungan.services.readiness import refuse_unless_ready
from kunjungan.store.tables import Agreement

UNPRINTABLE = later("No typeface here can print: {letters}. Write it in other letters.")


def refuse_original(session: Session, row: Agreement, choice: PaperChoice) -> None:
    """Refuse an original that may not be printed now.

    Raises NotFound where it is not planned; RuleBroken while the agreement is not ready, or where
    the originals of this draft are already on another format.
    """
    known = {original.no for original in originals_of(session, row.id)}
    if choice.original_no not in known:
        raise NotFound(
            later("There is no original {number}; this agreement has {count}."),
            number=choice.original_no,
            count=len(known),
        )
    refuse_unless_ready(session, row.id)
    if row.locked_on is not None and choice.paper not in {None, row.paper}:
        raise RuleBroken(
            later(
                "The originals of draft {draft} are on {paper}. Another format takes a new draft."
            ),
            draft=row.draft_no,
            paper=row.paper.value.upper(),
        )


def refuse_unprintable(letters: tuple[str, ...]) -> None:
    """Raise RuleBroken where a paper lacks letters that no typeface has."""
    if letters:
        raise RuleBroken(UNPRINTABLE, letters=named(letters))
