"""Who an agreement's parties are, and all else that the fields of its text are filled from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import DELEGATED, is_deputy, is_secretary, title_line
from kunjungan.domain.institutions import InstitutionKind, in_sentence, partner_kind
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.kinds import rule_for
from kunjungan.domain.layouts import languages_of
from kunjungan.domain.printed_names import (
    DocumentClass,
    Printed,
    SignerClass,
    agreement_matrix,
    printed_with_name,
)
from kunjungan.domain.regions import country_path
from kunjungan.services.office_settings import OfficeSettings, settings_in
from kunjungan.services.officials import OfficialLine, official_line
from kunjungan.services.parties import party_rows
from kunjungan.services.principals import post_of, principal_of
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Agreement,
    Institution,
    Party,
    Person,
    Position,
    Region,
    Tenure,
)

NOBODY = Bilingual("……………………", "……………………")
"""Room to write on where nobody or nothing is known yet."""


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party with everything that its lines on paper are made of.

    ``principal`` is the office acted for by power of attorney or in the head's name.
    """

    row: Party
    body: Institution
    region_code: str
    signatory: OfficialLine | None
    tenure: Tenure | None
    position: Position | None
    principal: Bilingual | None = None

    @property
    def caption(self) -> Bilingual:
        """The post as it stands over a signature: ``Pj. WALI KOTA BANDUNG``."""
        if self.position is None or self.tenure is None:
            return NOBODY
        post = post_of(self.position)
        return title_line(post, self.tenure.capacity, self.principal, caps=True)

    @property
    def post(self) -> Bilingual:
        """The signatory's own post as a sentence names it: ``Pj. Wali Kota Bandung``."""
        return self.signatory.post if self.signatory else NOBODY

    def name_in(
        self, paper: DocumentClass, matrix: Mapping[tuple[DocumentClass, SignerClass], Printed]
    ) -> str:
        """Return the signatory's name in capitals, with titles where the matrix prints them."""
        if self.signatory is None or self.position is None:
            return NOBODY.id
        return name_by_matrix(self.signatory, self.position, self.body, paper, matrix)

    @property
    def by_head(self) -> bool:
        """Whether the head of the body signs; that of an agency is none (PP 28/2018 art 2)."""
        head = self.signatory is not None and self.signatory.is_head
        return head and self.body.kind is not InstitutionKind.AGENCY

    @property
    def foreign(self) -> bool:
        """Whether the party is of another country."""
        return partner_kind(self.body.kind) in FOREIGN_PARTNERS

    @property
    def short(self) -> str:
        """What the office calls the party in short."""
        return self.body.short_name or self.body.name_id

    @property
    def style(self) -> Bilingual:
        """How a treaty names the party: with its province and republic, or as is on record."""
        name, body = body_name(self.body), self.body
        if self.region_code:
            path = country_path(self.region_code)
            name = Bilingual(f"{name.id}, {path.id}", f"{name.en}, {path.en}")
        english = in_sentence(body.full_style_en or name.en)
        return Bilingual(body.full_style_id or name.id, english)


@dataclass(frozen=True)
class AgreementFacts:
    """An agreement with its rule, its parties in printed order, and the office's choices."""

    row: Agreement
    rule: KindRule
    parties: tuple[PartyFacts, ...]
    chosen: OfficeSettings
    parent: "AgreementFacts | None" = None

    @cached_property
    def matrix(self) -> Mapping[tuple[DocumentClass, SignerClass], Printed]:
        """What is printed with the names of this office's agreements."""
        return agreement_matrix(
            titles_in_text=self.chosen.titles_in_opening,
            titles_in_caption=self.chosen.titles_in_signature,
        )

    @property
    def foreign(self) -> bool:
        """Whether a party of another country signs, or the kind is one for such parties."""
        return self.rule.foreign or any(party.foreign for party in self.parties)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of the text, whatever stands on one paper."""
        return languages_of(self.row.layout, self.row.third_language)

    def in_order(self, order: Sequence[int]) -> "AgreementFacts":
        """Return the facts with the parties (counted from 1) in another order."""
        by_seq = {party.row.seq: party for party in self.parties}
        return replace(self, parties=tuple(by_seq[seq] for seq in order))


def agreement_facts(session: Session, row: Agreement) -> AgreementFacts:
    """Return what an agreement's paper is made from, its parties in their usual order."""
    parent = session.get(Agreement, row.parent_id) if row.parent_id else None
    return AgreementFacts(
        row,
        rule_in(session, row),
        tuple(party_facts(session, row.id)),
        settings_in(session),
        _plain_facts(session, parent) if parent else None,
    )


def rule_in(session: Session, row: Agreement) -> KindRule:
    """Return the rule of an agreement; an addendum has that of what it changes."""
    parent, seen = row, {row.id}
    while parent.kind is AgreementKind.ADDENDUM and parent.parent_id:
        above = session.get(Agreement, parent.parent_id)
        if above is None or above.id in seen:
            break
        parent = above
        seen.add(above.id)
    return rule_for(row.kind, None if parent is row else parent.kind)


def party_facts(session: Session, agreement_id: UUID) -> list[PartyFacts]:
    """Return an agreement's parties in order."""
    return [_facts(session, row) for row in party_rows(session, agreement_id)]


def body_name(body: Institution) -> Bilingual:
    """Return an institution's official names; a missing English one falls back."""
    return Bilingual(body.name_id, body.name_en or body.name_id)


def own_name(session: Session) -> Bilingual:
    """Return the names of the office's own institution; empty where it is not known yet."""
    key = settings_in(session).own_institution
    body = session.get(Institution, key) if key else None
    return body_name(body) if body else Bilingual("", "")


def body_in_text(body: Institution) -> Bilingual:
    """Return an institution's names as a sentence takes them: ``the Government of …``."""
    name = body_name(body)
    return Bilingual(name.id, in_sentence(name.en))


def name_by_matrix(
    line: OfficialLine,
    position: Position,
    body: Institution,
    paper: DocumentClass,
    matrix: Mapping[tuple[DocumentClass, SignerClass], Printed],
) -> str:
    """Return an official's name in capitals, with titles where the matrix prints them.

    The head of a region's agency is an official (Permendagri 1/2023 art 44(3)).
    """
    title = position.title_id
    head = line.is_head and body.kind is not InstitutionKind.AGENCY
    printed = printed_with_name(
        paper,
        line.capacity,
        head or is_deputy(title),
        is_secretary=is_secretary(title),
        matrix=matrix,
    )
    return line.name.caption(titles=printed.titles)


def _plain_facts(session: Session, row: Agreement) -> AgreementFacts:
    parties = tuple(party_facts(session, row.id))
    return AgreementFacts(row, rule_in(session, row), parties, settings_in(session))


def _facts(session: Session, row: Party) -> PartyFacts:
    body = found(session, Institution, row.institution_id)
    region = session.get(Region, body.region_id) if body.region_id else None
    code = region.code if region else ""
    if row.tenure_id is None:
        return PartyFacts(row, body, code, None, None, None)
    tenure = found(session, Tenure, row.tenure_id)
    position = found(session, Position, tenure.position_id)
    line = official_line(tenure, position, found(session, Person, tenure.person_id))
    principal = None
    if tenure.capacity in DELEGATED:
        principal = principal_of(session, body, position, tenure.capacity)
    return PartyFacts(row, body, code, line, tenure, position, principal)
