"""Checks the paper as it is set: letters no typeface has, and what does not fit its room."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from sqlmodel import Session

from kunjungan.documents.content import Overflow
from kunjungan.domain.layouts import Layout
from kunjungan.domain.letters import named
from kunjungan.i18n import later
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.agreement_fields import PartyFacts, body_name
from kunjungan.services.office import Office
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule

if TYPE_CHECKING:  # ReportLab is loaded by whoever prints, not at start
    from kunjungan.documents.agreement import Press

IN_ROW = Rule(
    "missing-glyph",
    later("No typeface here can print {letters} in {place}."),
    later("Write it in other letters."),
)
IN_PARTY = Rule(
    "missing-glyph",
    later("No typeface here can print {letters} in the names of {who}."),
    later("Write it in other letters, under Institutions or with the party."),
    about="institution",
)
SOMEWHERE = Rule(
    "missing-glyph",
    later("No typeface here can print {letters}."),
    later("Write it in other letters, in the agreement's data or its text."),
    about="letters",
)
NO_ROOM = Rule(
    "overflow",
    later("“{text}” does not fit its room on page {page}."),
    later("Shorten it."),
    about="letters",
)


class SetSheet(Protocol):
    """A paper as it was set; any will do that tells what it lacks."""

    @property
    def missing(self) -> tuple[str, ...]: ...
    @property
    def overflows(self) -> tuple[Overflow, ...]: ...


def about_paper(
    office: Office, press: "Press", session: Session, draft: Draft
) -> Iterator[Finding]:
    """Yield what is wrong with the originals as they would be set now, each thing once."""
    missing: dict[str, None] = {}
    overflows: dict[Overflow, None] = {}
    for choice in _papers(session, draft):
        sheet = press.set_agreement(agreement_content(office, session, draft.row.id, choice))
        missing |= dict.fromkeys(sheet.missing)
        overflows |= dict.fromkeys(sheet.overflows)
    yield from about_sheet(draft, tuple(missing), tuple(overflows))


def about_sheet(
    draft: Draft, missing: Sequence[str], overflows: Sequence[Overflow]
) -> Iterator[Finding]:
    """Yield letters that cannot be printed, with where they stand, and what has no room."""
    yield from _about_letters(draft, missing)
    for each in overflows:
        yield Finding(NO_ROOM, {"text": each.text, "page": each.page}, field=each.what)


def _about_letters(draft: Draft, letters: Sequence[str]) -> Iterator[Finding]:
    unseen = set(letters)
    for line in draft.lines:
        for language in draft.languages:
            if held := _held(line.text(language), letters):
                unseen.difference_update(held)
                yield line.finding(IN_ROW, language, letters=named(held))
    for party in draft.facts.parties:
        if held := _held(_words_of(party), letters):
            unseen.difference_update(held)
            said = {"who": body_name(party.body), "letters": named(held)}
            person = party.signatory.name.full if party.signatory else ""
            yield Finding(IN_PARTY, said, seq=party.row.seq, person=person)
    if left := [letter for letter in letters if letter in unseen]:
        yield Finding(SOMEWHERE, {"letters": named(left)})


def _papers(session: Session, draft: Draft) -> Iterator[PaperChoice]:
    """Yield one original of each language that has volumes of its own, else the first one."""
    volumes = draft.row.layout is Layout.VOLUMES
    seen: set[str] = set()
    for original in originals_of(session, draft.row.id):
        if original.language not in seen and (volumes or not seen):
            seen.add(original.language)
            yield PaperChoice(original.no, "original")


def _held(text: str, letters: Sequence[str]) -> list[str]:
    return [letter for letter in letters if letter in text]


def _words_of(party: PartyFacts) -> str:
    row, body = party.row, party.body
    name = party.signatory.name.full if party.signatory else ""
    words = (name, party.post.id, party.post.en, body.name_id, body.name_en, body.address_id)
    own = (row.number or "", row.name_third, row.office_third, row.signer_third, body.address_en)
    return "\n".join((*words, *own))
