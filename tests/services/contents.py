"""Agreements of every kind and layout for tests, written straight into the office's tables."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampRule
from kunjungan.domain.ranks import ranks
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_content import PaperChoice, agreement_content
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.agreement_values import agreement_values
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.originals import planned
from kunjungan.services.people import PersonForm
from kunjungan.store.tables import Agreement, Clause, Original, Party
from tests.builders import Body, bandung, prabumulih

DAY = date(2022, 9, 1)
Table = TypeVar("Table", Clause, Original, Party)
Row = tuple[Level, str | None, str, str]
"""Level, key, Indonesian and English of a clause."""

_NAME = "{{party{0}.government}}{{party{0}.end}}"
TREATY: tuple[Row, ...] = (
    (Level.TEXT, "preamble", "{parties.names},", "{parties.names},"),
    (Level.PARTY, "party1", _NAME.format(1), _NAME.format(1)),
    (Level.PARTY, "party2", _NAME.format(2), _NAME.format(2)),
    (Level.ARTICLE, None, "TUJUAN", "PURPOSE"),
    (Level.PARAGRAPH, None, "{party1.government} menerima {party2.government}.",
     "{party1.government} receives {party2.government}."),
    (Level.CLOSING, "testimonium", "DIBUAT dalam {copies}, {languages}, {authenticity}.",
     "DONE in {copies}, {languages}, {authenticity}."),
)  # fmt: skip


def a_city_abroad(office: Office, name: str, mayor: str) -> Body:
    """A foreign city with its mayor."""
    form = InstitutionForm(
        InstitutionKind.FOREIGN_GOVERNMENT,
        f"Pemerintah Kota {name}",
        f"City of {name}",
        full_style_id=f"Pemerintah Kota {name}, Negeri {name}",
        full_style_en=f"the City of {name}, Land of {name}",
    )
    body = add_institution(office, form)
    return Body(body, an_official(office, body, mayor, "Wali Kota", "Mayor", is_head=True))


def an_official(
    office: Office, body: UUID, name: str, title_id: str, title_en: str, **more: object
) -> UUID:
    """A term of office since 2018; ``more`` are fields of its form."""
    form = OfficialForm(
        body,
        PersonForm(name, ("Dr.",), ("M.Si.",)),
        title_id,
        title_en,
        begins_on=PartialDate(2018),
        **more,  # type: ignore[arg-type]
    )
    return appoint(office, form)


def a_paper(
    office: Office, parties: Sequence[Party], rows: Sequence[Row], /, **facts: object
) -> UUID:
    """An agreement of some parties (their ``agreement_id`` is set here) with its originals."""
    known: dict[str, object] = {
        "kind": AgreementKind.MSP,
        "subject_id": "Kota Kembar",
        "subject_en": "Sister Cities",
        "signing_on": DAY,
        "place_id": "Bandung",
    }
    agreement = Agreement(**(known | facts))  # type: ignore[arg-type]
    foreign = KINDS[agreement.kind].foreign
    key = agreement.id
    with office.store.change("Test") as session:
        session.add(agreement)
        for seq, party in enumerate(parties, 1):
            party.agreement_id, party.seq = key, seq
        session.add_all(parties)
        for rank, (level, name, text_id, text_en) in zip(ranks(len(rows)), rows, strict=True):
            session.add(
                Clause(
                    agreement_id=key,
                    rank=rank,
                    level=level,
                    key=name,
                    text_id=text_id,
                    text_en=text_en,
                )
            )
        session.add_all(planned(agreement, list(parties), foreign=foreign))
    return key


def a_party(body: Body, **more: object) -> Party:
    """A party whose head signs."""
    known: dict[str, object] = {"institution_id": body.id, "tenure_id": body.head}
    return Party(seq=0, **(known | more))  # type: ignore[arg-type]


def content_of(
    office: Office, agreement: UUID, choice: PaperChoice | None = None
) -> AgreementContent:
    """The content of one paper of an agreement."""
    with office.store.read() as session:
        return agreement_content(office, session, agreement, choice or PaperChoice())


def side(content: AgreementContent, language: str) -> list[str]:
    """The rows of a paper in one language, mark and text together."""
    at = content.languages.index(language)
    return [f"{piece.marker[at]} {plain(piece.text[at])}".strip() for piece in content.pieces]


def words(content: AgreementContent) -> Counter[str]:
    """All words of a paper in all its languages, without what stands at their ends."""
    return words_of(content.pieces)


def words_of(pieces: Sequence[Piece]) -> Counter[str]:
    """All words of some pieces, without what stands at their ends."""
    found: Counter[str] = Counter()
    for piece in pieces:
        for text in (*piece.text, *(each for cell in piece.cells for each in cell)):
            found.update(word.strip(".,;").casefold() for word in plain(text).split())
    return found


def rows_of(session: Session, table: type[Table], agreement: UUID) -> list[Table]:
    """The rows of an agreement in a table."""
    return list(session.exec(select(table).where(table.agreement_id == agreement)))


def values_of(office: Office, agreement: UUID) -> dict[str, Bilingual]:
    """What the fields of an agreement say."""
    with office.store.read() as session:
        return agreement_values(agreement_facts(session, session.get_one(Agreement, agreement)))


def a_treaty(office: Office, **facts: object) -> UUID:
    """A memorandum of Bandung with Suwon, in originals by the alternat."""
    suwon = a_city_abroad(office, "Suwon", "Lee Jae Jun")
    partner = a_party(suwon, name_third="수원시", office_third="시장", signer_third="이재준")
    known: dict[str, object] = {
        "alternat": True,
        "layout": Layout.SEQUENCE,
        "language_clause": "equal",
        "stamp_rule": StampRule.NONE,
    }
    return a_paper(office, [a_party(bandung(office)), partner], TREATY, **(known | facts))


def at_home(office: Office, rows: Sequence[Row] = (), **facts: object) -> UUID:
    """An agreement of Bandung with Prabumulih, a Kesepakatan Bersama if not said otherwise."""
    parties = [a_party(bandung(office)), a_party(prabumulih(office))]
    known: dict[str, object] = {"kind": AgreementKind.KB}
    return a_paper(office, parties, rows, **(known | facts))


def original(no: int) -> PaperChoice:
    """An original by its number."""
    return PaperChoice(no, "original")
