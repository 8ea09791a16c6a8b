"""Turns an agreement's rows into the frozen content of its paper, decided and spelled out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.documents.content import AgreementContent, PartyBlock, Piece, State
from kunjungan.domain.agreements import KINDS, party_label
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.capacity import DocumentClass
from kunjungan.domain.clauses import markers
from kunjungan.domain.days import clock, day_month_year
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import plain, rich
from kunjungan.services.agreement_fields import (
    PartyFacts,
    agreement_values,
    body_in_text,
    party_facts,
)
from kunjungan.services.clauses import clause_rows
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Clause, Original


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Which paper is wanted: an original by number, else a draft or a marked copy.

    ``paper`` None takes the agreement's own format.
    """

    original_no: int | None = None
    state: Literal["original", "draft", "copy"] = "draft"
    paper: Paper | None = None


def agreement_content(
    office: Office, session: Session, agreement_id: UUID, choice: PaperChoice
) -> AgreementContent:
    """Return everything printed on one paper of an agreement."""
    row = found(session, Agreement, agreement_id)
    facts = party_facts(session, agreement_id)
    pieces = _pieces(clause_rows(session, agreement_id), agreement_values(session, row, facts))
    originals = originals_of(session, agreement_id)
    wanted = next((o for o in originals if o.no == (choice.original_no or 1)), originals[0])
    titles = settings_in(session).titles_in_signature
    rule, subject = KINDS[row.kind], Bilingual(row.subject_id, row.subject_en)
    by_id = {party.row.id: party for party in facts}
    blocks = [
        _block(office, row, party, stamp=party.row.seq in wanted.stamps, titles=titles)
        for party in facts
    ]
    return AgreementContent(
        paper=choice.paper or row.paper,
        title=rule.title,
        connective=rule.connective,
        subject=subject,
        parties=tuple(blocks),
        pieces=pieces,
        state=State(choice.state),
        original_no=wanted.no,
        originals=len(originals),
        holder=body_in_text(by_id[wanted.holder_id].body),
        draft_no=row.draft_no,
        printed_at=_stamp(office.now()) if choice.state == "draft" else "",
        reference=row.reference,
        stamp_form=row.stamp_form,
        first_signs=row.first_signs,
        fingerprint=fingerprint((rule.title, subject), blocks, pieces),
        logos=rule.logos,
        numbers=rule.number_lines,
    )


def originals_of(session: Session, agreement_id: UUID) -> list[Original]:
    """Return an agreement's originals by number."""
    rows = session.exec(select(Original).where(Original.agreement_id == agreement_id)).all()
    return sorted(rows, key=lambda row: row.no)


def fingerprint(
    head: Sequence[Bilingual], parties: Sequence[PartyBlock], pieces: Sequence[Piece]
) -> str:
    """Return 16 hex digits that change with any word of the text, in either language.

    Numbers are left out: a partner's is often written by hand on what was printed.
    """
    words = [side for text in head for side in (text.id, text.en)]
    for party in parties:
        words += [party.government.id, party.government.en]
        words += [party.name, party.office.id, party.office.en]
    for piece in pieces:
        words += [piece.marker.id, piece.marker.en, plain(piece.id), plain(piece.en)]
    canonical = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _pieces(rows: Sequence[Clause], values: Mapping[str, Bilingual]) -> tuple[Piece, ...]:
    filled = _filled(values)
    sides: tuple[Language, Language] = ("id", "en")
    by_side = {side: {name: value.side(side) for name, value in filled.items()} for side in sides}
    return tuple(
        Piece(row.level, marker, rich(row.text_id, by_side["id"]), rich(row.text_en, by_side["en"]))
        for row, marker in zip(rows, markers([row.level for row in rows]), strict=True)
    )


def _filled(values: Mapping[str, Bilingual]) -> dict[str, Bilingual]:
    return {name: Bilingual(value.id or "…", value.en or "…") for name, value in values.items()}


def _block(
    office: Office, row: Agreement, facts: PartyFacts, *, stamp: bool, titles: bool
) -> PartyBlock:
    name = facts.name_in(DocumentClass.AGREEMENT_CAPTION, titles=titles)
    logo = office.archive.get(facts.body.logo_sha) if facts.body.logo_sha else None
    government = body_in_text(facts.body)
    return PartyBlock(
        label=party_label(facts.row.seq, row.party_style),
        government=Bilingual(government.id.upper(), government.en),
        office=facts.caption,
        name=name,
        number=facts.row.number,
        logo=logo,
        stamp=stamp,
    )


def _stamp(moment: datetime) -> str:
    return f"{day_month_year(moment.date())} {clock(moment.timetz())}"
