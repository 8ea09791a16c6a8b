"""Turns an agreement's rows into the frozen content of its paper, decided and spelled out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.documents.content import AgreementContent, PartyBlock, State, Texts
from kunjungan.domain.alternat_text import printed_order
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, day_month_year
from kunjungan.domain.errors import NotFound
from kunjungan.domain.kind_rules import ABOUT
from kunjungan.domain.layouts import HOME_LANGUAGES, Layout, official_languages
from kunjungan.domain.originals import alternat_order
from kunjungan.domain.paper import Paper
from kunjungan.domain.words import Side
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import AgreementFacts, agreement_facts, body_in_text
from kunjungan.services.clauses import clause_rows
from kunjungan.services.content_blocks import party_blocks, witness_blocks
from kunjungan.services.content_data import agreement_data, fingerprint
from kunjungan.services.content_text import pieces, texts, tongue_of
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Clause, Institution, Original

EVERY = "every"


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Which paper is wanted: an original by number, else a draft, a marked copy, a translation.

    ``paper`` None takes the agreement's own format; ``language`` is that of a volume or of a
    translation, empty for the usual one.
    """

    original_no: int | None = None
    state: Literal["original", "draft", "copy", "translation"] = "draft"
    paper: Paper | None = None
    language: str = ""


def agreement_content(
    office: Office, session: Session, agreement_id: UUID, choice: PaperChoice
) -> AgreementContent:
    """Return everything printed on one paper of an agreement."""
    facts = agreement_facts(session, found(session, Agreement, agreement_id))
    originals = originals_of(session, agreement_id)
    wanted = _wanted(originals, choice)
    translation = choice.state == "translation"
    shown = facts if translation else facts.in_order(_order(facts, wanted))
    whole = _wording(session, facts, facts.languages)
    content = _wording_of(session, shown, _languages(facts, wanted, choice), whole)
    if translation:
        content = replace(content, official=(False,) * len(content.languages), numbers=False)
    else:
        content = replace(
            content,
            original_no=wanted.no if choice.original_no or choice.state != "draft" else 0,
            holder=_holder(facts, wanted, content.languages),
            first_signs=signing_side(facts.row, wanted),
        )
    content = replace(
        content,
        paper=choice.paper or facts.row.paper,
        state=State(choice.state),
        parties=_parties(office, shown, content, () if translation else wanted.stamps),
        originals=len(originals),
        printed_at=_stamp(office.now()) if choice.state == "draft" else "",
        fingerprint=fingerprint(whole),
        author=_author(session, facts),
    )
    return replace(content, data=agreement_data(shown, content))


def originals_of(session: Session, agreement_id: UUID) -> list[Original]:
    """Return an agreement's originals by number."""
    query = select(Original).where(Original.agreement_id == agreement_id)
    return list(session.exec(query.order_by(col(Original.no))))


def text_fingerprint(session: Session, agreement_id: UUID) -> str:
    """Return the fingerprint of an agreement's text, the same on every paper of one draft.

    It covers all languages and the parties in their usual order, whatever one paper shows.
    """
    return usual_wording(session, agreement_id).fingerprint


def usual_wording(session: Session, agreement_id: UUID) -> AgreementContent:
    """Return all words of an agreement in all languages, its parties in their usual order."""
    facts = agreement_facts(session, found(session, Agreement, agreement_id))
    content = _wording(session, facts, facts.languages)
    return replace(content, fingerprint=fingerprint(content))


def signing_side(row: Agreement, original: Original) -> Side:
    """Return on which of the reader's sides the first-named party signs an original.

    With the alternat that is the left, the place of honour, if nothing else is chosen for it.
    """
    usual: Side = "left" if row.alternat else row.first_signs
    sides: dict[str, Side] = {"left": "left", "right": "right"}
    return sides.get(original.first_signs, usual)


def _wording_of(
    session: Session,
    facts: AgreementFacts,
    languages: tuple[str, ...],
    usual: AgreementContent,
) -> AgreementContent:
    """Return the words of a paper, anew only where its languages or its order are not usual."""
    in_order = [party.row.seq for party in facts.parties] == sorted(
        p.row.seq for p in facts.parties
    )
    same = in_order and languages == usual.languages
    return usual if same else _wording(session, facts, languages)


def _wording(
    session: Session, facts: AgreementFacts, languages: tuple[str, ...]
) -> AgreementContent:
    """Return all the words of a paper, its parties in printed order, still of no original."""
    row, rule = facts.row, facts.rule
    between, joining = rule.connective
    words = tongue_of(row.third_language or "en")
    official = official_languages(row.layout, row.third_language, foreign=facts.foreign)
    signed = dict(zip(facts.languages, official, strict=True))
    return AgreementContent(
        paper=row.paper,
        layout=row.layout,
        languages=languages,
        official=tuple(signed.get(language, False) for language in languages),
        title=texts(languages, rule.title, row.title_third),
        between=_word(languages, between, words.capitals(words.between)),
        joining=_word(languages, joining, words.capitals(words.joining)),
        about=_word(languages, ABOUT, words.capitals(words.about)),
        subject=texts(languages, Bilingual(row.subject_id, row.subject_en), row.subject_third),
        parties=party_blocks(facts, languages),
        pieces=pieces(_rows(session, facts), facts, languages),
        state=State.DRAFT,
        original_no=0,
        originals=0,
        holder=None,
        draft_no=row.draft_no,
        printed_at="",
        reference=row.reference,
        stamp_form=row.stamp_form,
        first_signs=row.first_signs,
        fingerprint="",
        witnesses=witness_blocks(session, facts, languages),
        logos=rule.logos and not facts.foreign,
        numbers=rule.number_lines,
        agreement=row.id.hex[:8].upper(),
    )


def _word(languages: Sequence[str], both: Bilingual, third: str) -> Texts:
    """Return a word of the head; what the partner's own language does not say stays empty."""
    said = {"id": both.id, "en": both.en}
    return tuple(said.get(language, third) for language in languages)


def _rows(session: Session, facts: AgreementFacts) -> list[Clause]:
    """Return the rows of the text; those that introduce the parties stand in printed order."""
    rows = clause_rows(session, facts.row.id)
    order = [party.row.seq for party in facts.parties]
    return [rows[place] for place in printed_order([(r.level, r.key) for r in rows], order)]


def _wanted(originals: Sequence[Original], choice: PaperChoice) -> Original:
    """Return the original that a paper is, shows or is a copy of: the first one if none is said.

    Raises NotFound where none is on record: the agreement was made without this program.
    """
    if not originals:
        raise NotFound(
            later("This agreement was made elsewhere; there is no paper of it to set here.")
        )
    fitting = (
        one
        for one in originals
        if (choice.original_no or one.no) == one.no
        and (choice.original_no or not choice.language or one.language in ("", choice.language))
    )
    return next(fitting, originals[0])


def _languages(facts: AgreementFacts, wanted: Original, choice: PaperChoice) -> tuple[str, ...]:
    """Return the languages of one paper; one that the agreement has not is as none asked for."""
    known = (*HOME_LANGUAGES, facts.row.third_language)
    asked = choice.language if choice.language in known else ""
    if choice.state == "translation":
        return (asked or "en",)
    if facts.row.layout is Layout.VOLUMES and choice.language != EVERY:
        return ((not choice.original_no and asked) or wanted.language or "id",)
    return facts.languages


def _order(facts: AgreementFacts, original: Original) -> tuple[int, ...]:
    """Return the parties as an original names them; abroad those behind the first by alphabet."""
    count = len(facts.parties)
    first = next((p.row.seq for p in facts.parties if p.row.id == original.first_id), 1)
    if facts.foreign and facts.row.alternat:
        return alternat_order(count, first, [party.style.en for party in facts.parties])
    return alternat_order(count, first)


def _holder(facts: AgreementFacts, original: Original, languages: Sequence[str]) -> Texts | None:
    holder = next((p for p in facts.parties if p.row.id == original.holder_id), None)
    if holder is None:
        return None
    return texts(languages, body_in_text(holder.body), holder.row.name_third)


def _parties(
    office: Office, facts: AgreementFacts, content: AgreementContent, stamps: Sequence[int]
) -> tuple[PartyBlock, ...]:
    """Return the parties with their emblems and the stamps of one original."""
    return tuple(
        replace(
            block,
            stamp=party.row.seq in stamps,
            logo=office.archive.get(sha)
            if content.logos and (sha := party.body.logo_sha)
            else None,
        )
        for block, party in zip(content.parties, facts.parties, strict=True)
    )


def _author(session: Session, facts: AgreementFacts) -> str:
    own = facts.chosen.own_institution
    body = session.get(Institution, own) if own else None
    return body.name_id if body else ""


def _stamp(moment: datetime) -> str:
    return f"{day_month_year(moment.date())} {clock(moment.timetz())}"
