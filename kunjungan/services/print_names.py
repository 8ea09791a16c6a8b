"""Names of printed files: a person finds the paper by them, and no paper takes another's."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, select

from kunjungan.domain.kinds import KINDS
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_fields import party_facts
from kunjungan.store.tables import Agreement

_LONGEST_REFERENCE = 24
_NAMED = 3
"""Up to so many partners stand in a name; of more the last are counted."""
_STATES = {"draft": "draf", "copy": "salinan", "translation": "terjemahan"}


def paper_name(
    session: Session,
    row: Agreement,
    choice: PaperChoice,
    *,
    language: str = "",
    pages: Sequence[int] = (),
    taken: Collection[str] = (),
) -> str:
    """Return the name of a paper's PDF, with the day, the kind, the partners, and which it is.

    What tells papers apart stands at the end and is never cut: the reference, which original or
    draft, the language of a volume, another format, single pages. Names in ``taken`` are avoided.
    """
    partners = [f.body.short_name or f.body.name_id for f in party_facts(session, row.id)[1:]]
    if len(partners) > _NAMED:
        partners[_NAMED - 1 :] = [f"{len(partners) - _NAMED + 1} pihak lain"]
    day = row.signing_on.isoformat() if row.signing_on else ""
    words = f"{day} {KINDS[row.kind].name.id} {', '.join(partners)}".strip()
    marks = [_reference(session, row), _state(row, choice), language]
    if choice.paper is not None and choice.paper is not row.paper:
        marks.append(choice.paper.value.upper())
    if pages:
        marks.append(f"hal {_ranges(pages)}")
    return safe_file_name(words, f" - {' '.join(filter(None, marks))}.pdf", taken)


def beside(name: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return the name of a file that belongs to a PDF: its own end is never cut.

    >>> beside("2022-09-01 KB - asli 1.pdf", " meterai.json")
    '2022-09-01 KB - asli 1 meterai.json'
    """
    head, _, mark = name.removesuffix(".pdf").rpartition(" - ")
    return safe_file_name(head, f" - {mark}{suffix}", taken)


def _state(row: Agreement, choice: PaperChoice) -> str:
    if choice.state == "original":
        return f"asli {choice.original_no}"
    number = row.draft_no if choice.state == "draft" else choice.original_no
    return f"{_STATES[choice.state]} {number}" if number else _STATES[choice.state]


def _reference(session: Session, row: Agreement) -> str:
    """Return what no other agreement is called: its reference, else the beginning of its id."""
    text = safe_file_name(row.reference, "") if row.reference.strip() else ""
    same = select(Agreement.id).where(Agreement.reference == row.reference, Agreement.id != row.id)
    if not text or len(text) > _LONGEST_REFERENCE or session.exec(same).first() is not None:
        return row.id.hex[:8]
    return text


def _ranges(pages: Sequence[int]) -> str:
    """Return page numbers in short: 1-3, 7."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    text = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return text if len(text) <= _LONGEST_REFERENCE else f"{runs[0][0]}-{runs[-1][1]}"
