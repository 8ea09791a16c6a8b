"""Who stands in the head and signs under the text: the parties, and those who witness them."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from kunjungan.documents.content import PartyBlock, WitnessBlock
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import title_line
from kunjungan.domain.layouts import HOME_LANGUAGES
from kunjungan.domain.party_labels import party_label, signature_label
from kunjungan.domain.printed_names import DocumentClass
from kunjungan.services.agreement_fields import (
    NOBODY,
    AgreementFacts,
    PartyFacts,
    body_in_text,
    name_by_matrix,
)
from kunjungan.services.content_text import texts, tongue_of
from kunjungan.services.officials import official_line
from kunjungan.services.principals import post_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Person, Position, Tenure, Witness

CAPTIONS = {
    "witness": Bilingual("SAKSI", "WITNESS"),
    "acknowledged": Bilingual("MENGETAHUI", "ACKNOWLEDGED BY"),
}


def party_blocks(facts: AgreementFacts, languages: Sequence[str]) -> tuple[PartyBlock, ...]:
    """Return the parties in printed order, still without emblem and stamp."""
    return tuple(_party(facts, party, languages) for party in facts.parties)


def witness_blocks(
    session: Session, facts: AgreementFacts, languages: Sequence[str]
) -> tuple[WitnessBlock, ...]:
    """Return those who sign without being a party, in their order."""
    query = select(Witness).where(Witness.agreement_id == facts.row.id).order_by(col(Witness.seq))
    return tuple(_witness(session, facts, row, languages) for row in session.exec(query))


def _party(facts: AgreementFacts, party: PartyFacts, languages: Sequence[str]) -> PartyBlock:
    row, rule = party.row, facts.rule
    in_text = body_in_text(party.body)
    named = party.style if rule.foreign else in_text
    name = party.name_in(DocumentClass.AGREEMENT_CAPTION, facts.matrix)
    label = signature_label(rule, row.seq, in_text, facts.row.party_style)
    return PartyBlock(
        label=texts(languages, label, _third_label(facts, row.name_third or in_text.en)),
        government=texts(languages, Bilingual(named.id.upper(), named.en), row.name_third),
        office=texts(languages, party.caption, row.office_third),
        name=texts(languages, Bilingual(name, name), row.signer_third),
        number=row.number,
        logo=None,
        stamp=False,
        shield=party.body.name_id,
        paraf=party.short if rule.foreign else party_label(row.seq, facts.row.party_style).id,
    )


def _third_label(facts: AgreementFacts, name: str) -> str:
    language = facts.row.third_language
    if not language or language in HOME_LANGUAGES or not facts.rule.foreign:
        return ""
    words = tongue_of(language)
    return words.capitals(words.for_party.format(party=name))


def _witness(
    session: Session, facts: AgreementFacts, row: Witness, languages: Sequence[str]
) -> WitnessBlock:
    name, office = row.name, Bilingual(row.office_id, row.office_en or row.office_id)
    if row.tenure_id is not None:
        tenure = found(session, Tenure, row.tenure_id)
        position = found(session, Position, tenure.position_id)
        line = official_line(tenure, position, found(session, Person, tenure.person_id))
        body = found(session, Institution, position.institution_id)
        name = name_by_matrix(line, position, body, DocumentClass.AGREEMENT_CAPTION, facts.matrix)
        office = title_line(post_of(position), tenure.capacity, caps=True)
    name = name or NOBODY.id
    return WitnessBlock(
        texts(languages, CAPTIONS[row.role]),
        texts(languages, office),
        texts(languages, Bilingual(name, name)),
    )
