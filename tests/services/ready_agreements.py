"""Agreements of every kind for tests, from their templates alone and with all their data."""

from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm, parties_of
from kunjungan.services.people import PersonForm
from tests.builders import SIGNING_DAY, an_agreement, bandung, prabumulih
from tests.services.memoranda import a_memorandum
from tests.services.proving import alter_party

PARTNERS = {
    AgreementKind.CONTRACT: InstitutionKind.COMPANY,
    AgreementKind.SYNERGY: InstitutionKind.MINISTRY,
    AgreementKind.NK: InstitutionKind.UNIVERSITY,
}
RESTING = (AgreementKind.PKS, AgreementKind.ADDENDUM)
"""Kinds that rest on another agreement."""


def ready(office: Office, kind: AgreementKind, layout: Layout) -> UUID:
    """An agreement of a kind and layout that nothing stands in the way of."""
    if KINDS[kind].foreign:
        return a_memorandum(office, kind=kind, layout=layout)
    umbrella = _numbered(office, an_agreement(office)) if kind in RESTING else None
    parties = _same_parties(office, umbrella) if umbrella else _parties(office, kind)
    form = AgreementForm(
        "Penerapan SPBE",
        "the Implementation of SPBE",
        kind,
        SIGNING_DAY,
        "Bandung",
        "Bandung",
        layout=layout,
        parent_id=umbrella,
    )
    return _numbered(office, draft_agreement(office, form, parties))


def _same_parties(office: Office, agreement: UUID) -> list[PartyForm]:
    forms = parties_of(office, agreement)
    return [PartyForm(form.institution_id, form.tenure_id) for form in forms]


def _parties(office: Office, kind: AgreementKind) -> list[PartyForm]:
    host = bandung(office)
    own = PartyForm(host.id, host.head)
    if kind in PARTNERS:
        return [own, _partner(office, PARTNERS[kind])]
    guest = prabumulih(office)
    return [own, PartyForm(guest.id, guest.head)]


def _partner(office: Office, kind: InstitutionKind) -> PartyForm:
    form = InstitutionForm(
        kind,
        "Lembaga Contoh",
        "Example Institution",
        address_id="Jalan Contoh Nomor 5",
        address_en="Jalan Contoh Number 5",
    )
    body = add_institution(office, form)
    head = OfficialForm(body, PersonForm("Orang Contoh"), "Kepala", "Head", is_head=True)
    return PartyForm(body, appoint(office, head))


def _numbered(office: Office, agreement: UUID) -> UUID:
    for seq in (1, 2):
        alter_party(office, agreement, seq, number=f"CONTOH-{seq}", number_pending=False)
    return agreement
