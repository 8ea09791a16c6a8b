"""Letters as papers of the day: the assignment of the own crew, and the thanks afterwards."""

from uuid import UUID

from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.pages import made_of, nothing
from kunjungan.services.letters.letters import list_letters
from kunjungan.services.letters.lines import names_other_day
from kunjungan.services.letters.papers import letter_pdf
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Letter, Visit

_NO_ASSIGNMENT = later("No letter of assignment is written yet. Write one under Letters.")
_NO_THANKS = later("No letter of thanks is written yet. Write one under Letters.")
_UNNUMBERED = later("The letter has no number yet; it is printed with room for one.")
_UNSIGNED = later("The letter has no signer yet. Choose one under Letters.")
_OTHER_DAY = later("The letter names another day than the visit has now. Change it under Letters.")


def assignment(office: Office, wish: Wish) -> Made:
    """Return every letter of assignment of the visit, one after the other."""
    return _made(office, wish, LetterKind.ASSIGNMENT, _NO_ASSIGNMENT)


def thanks(office: Office, wish: Wish) -> Made:
    """Return every letter of thanks of the visit, one after the other."""
    return _made(office, wish, LetterKind.THANKS, _NO_THANKS)


def _made(office: Office, wish: Wish, kind: LetterKind, none: str) -> Made:
    lines = [line for line in list_letters(office, wish.visit_id) if line.kind is kind]
    if wish.delegation_id is not None:
        lines = [line for line in lines if line.delegation_id in {None, wish.delegation_id}]
    if not lines:
        return nothing(none)
    warnings = [each for line in lines for each in _warnings(office, line.id, line.body.id)]
    return made_of([letter_pdf(office, line.id, wish.paper) for line in lines], warnings)


def _warnings(office: Office, letter_id: UUID, who: str) -> list[Warned]:
    with office.store.read() as session:
        row = found(session, Letter, letter_id)
        lacks = (
            (not row.number.strip(), _UNNUMBERED),
            (row.signer_id is None, _UNSIGNED),
            (names_other_day(session, row, found(session, Visit, row.visit_id)), _OTHER_DAY),
        )
    return [Warned(who, message) for lacking, message in lacks if lacking]
