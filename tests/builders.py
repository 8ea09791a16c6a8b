"""Ready-made records for tests; each names only what matters to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.term_days import shifted
from kunjungan.domain.terms import EndsRule
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import government_of
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Agreement, Institution, Party

SIGNING_DAY = date(2022, 9, 1)
AFTER_SIGNING = date(2022, 9, 9)
"""A day on which all signatures of the tests may have been made."""


@dataclass(frozen=True, slots=True)
class Body:
    """An institution and its head's term of office."""

    id: UUID
    head: UUID


def a_region(office: Office, code: str, head: str) -> Body:
    """A regional government with a definitive head in office since 2018."""
    known = government_of(office, code)
    assert known is not None
    form = InstitutionForm(
        InstitutionKind.REGION,
        known.government.id,
        known.government.en,
        known.short,
        region_code=code,
        address_id=f"Jalan Contoh Nomor 1, {known.place}",
        address_en=f"Jalan Contoh Number 1, {known.place}",
        city_id=known.place,
    )
    body = add_institution(office, form)
    official = OfficialForm(
        body,
        PersonForm(head),
        known.head.id,
        known.head.en,
        is_head=True,
        begins_on=PartialDate(2018, 9),
    )
    return Body(body, appoint(office, official))


def bandung(office: Office) -> Body:
    """Kota Bandung with its mayor of 2022."""
    return a_region(office, "32.73", "Yana Mulyana")


def prabumulih(office: Office) -> Body:
    """Kota Prabumulih with its mayor of 2022."""
    return a_region(office, "16.74", "Ridho Yahya")


def a_visit(office: Office, title: str = "Kunjungan SPBE", on: str = "2022-09-01") -> UUID:
    """A visit, on a day, a month or a year."""
    return schedule_visit(office, VisitForm(title, PartialDate.parse(on)))


def an_agreement(
    office: Office,
    *,
    on: date | None = SIGNING_DAY,
    pending: bool = True,
) -> UUID:
    """A Kesepakatan Bersama of Bandung and Prabumulih, ready to be printed."""
    host, guest = bandung(office), prabumulih(office)
    form = AgreementForm(
        "Penerapan SPBE",
        "the Implementation of SPBE",
        signing_on=on,
        place_id="Bandung",
        place_en="Bandung",
    )
    parties = [
        PartyForm(host.id, host.head, number="CONTOH-1", number_on=on),
        PartyForm(guest.id, guest.head, number_pending=pending),
    ]
    return draft_agreement(office, form, parties)


@dataclass(frozen=True, slots=True)
class Old:
    """An agreement as an old register names it; its term ends the same day years later."""

    number: str = "415.4/001-KSD/2022"
    signed: date = SIGNING_DAY
    years: int = 5
    partner: str = "Kota Cimahi"
    subject: str = "Pengelolaan sampah"
    kind: AgreementKind = AgreementKind.KB
    field: str = ""
    parent: UUID | None = None
    renews: UUID | None = None


def an_old_agreement(office: Office, old: Old = Old()) -> UUID:
    """An agreement that was only entered: signed long ago, without originals or text."""
    end = shifted(old.signed, 12 * old.years)
    with office.store.change("Old agreement") as session:
        bodies = [_body(session, name) for name in ("Kota Bandung", old.partner)]
        row = Agreement(
            kind=old.kind,
            subject_id=old.subject,
            stage=AgreementStage.REGISTERED,
            signing_on=old.signed,
            starts_on=old.signed,
            ends_on=end,
            ends_rule=EndsRule.EXPLICIT,
            reference=f"LAMA-{old.number}",
            field=old.field,
            parent_id=old.parent,
            renews_id=old.renews,
        )
        numbers = (old.number, f"{old.number}/MITRA" if old.number else None)
        parties = [
            Party(agreement_id=row.id, seq=seq, institution_id=body, number=number or None,
                  number_on=old.signed)
            for seq, (body, number) in enumerate(zip(bodies, numbers, strict=True), 1)
        ]  # fmt: skip
        session.add_all([row, *parties])
    return row.id


def _body(session: Session, name: str) -> UUID:
    known = session.exec(select(Institution.id).where(Institution.short_name == name)).first()
    if known is not None:
        return known
    row = Institution(
        kind=InstitutionKind.REGION, name_id=f"Pemerintah {name}", name_en=name, short_name=name
    )
    session.add(row)
    session.flush()
    return row.id
