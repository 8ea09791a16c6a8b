"""Which text is meant: a kept draft, the text as it stands, or that of another agreement."""

from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.agreement_names import agreement_named
from kunjungan.services.drafts.keeping import kept_text
from kunjungan.services.drafts.listing import list_drafts
from kunjungan.services.drafts.texts import DraftText, text_now
from kunjungan.services.office import Office

NOW = "now"


@dataclass(frozen=True, slots=True)
class TextRef:
    """Which text is meant: a draft by its number, or the text as it stands now (0)."""

    agreement_id: UUID
    draft_no: int = 0


def text_at(office: Office, ref: TextRef) -> DraftText:
    """Return the text that is meant; the present draft's number means the text as it stands."""
    present = list_drafts(office, ref.agreement_id)[0]
    if ref.draft_no and (present.kept or ref.draft_no != present.no):
        return kept_text(office, ref.agreement_id, ref.draft_no)
    with office.store.read() as session:
        return text_now(session, ref.agreement_id)


def text_named(office: Office, words: str) -> TextRef:
    """Return the text meant by an agreement alone, or by ``AGREEMENT@3`` or ``AGREEMENT@now``.

    Raises:
        NotFound: there is no such agreement.
        RuleBroken: what follows the @ is no draft's number, or several agreements are meant.
    """
    name, at, draft = words.rpartition("@")
    if not at:
        return TextRef(agreement_named(office, words))
    if draft.casefold() != NOW and not (draft.isdecimal() and int(draft)):
        raise RuleBroken(
            later("“{text}” is no draft. Write its number after the @, or “now”."), text=draft
        )
    return TextRef(agreement_named(office, name), 0 if draft.casefold() == NOW else int(draft))
