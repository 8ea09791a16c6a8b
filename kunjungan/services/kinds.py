"""Which kinds of agreement are offered for the institutions that shall sign one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind, kinds_fitting
from kunjungan.domain.institutions import InstitutionKind, partner_kind
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution

_BETWEEN_AGENCIES = (AgreementKind.PKS,)
"""What agencies of regions sign, by power of attorney of their heads (PP 28/2018 art 2)."""


@dataclass(frozen=True, slots=True)
class KindOffer:
    """A kind of agreement; one that does not fit the partners owes a reason."""

    kind: AgreementKind
    fits: bool


def kinds_offered(office: Office, institution_ids: Sequence[UUID]) -> list[KindOffer]:
    """Return all kinds for the parties in their order: the usual one first, odd ones last.

    The own institution is no partner; where it is not among them the first one is the host.
    """
    with office.store.read() as session:
        bodies = [found(session, Institution, key) for key in dict.fromkeys(institution_ids)]
        partners = partners_among(bodies, settings_in(session).own_institution)
    fitting = kinds_fitting(partner_kind(body.kind) for body in partners)
    if partners and all(body.kind is InstitutionKind.AGENCY for body in partners):
        fitting = tuple(sorted(fitting, key=lambda kind: kind not in _BETWEEN_AGENCIES))
    others = [kind for kind in AgreementKind if kind not in fitting]
    return [KindOffer(kind, fits=kind in fitting) for kind in (*fitting, *others)]


def partners_among(bodies: Sequence[Institution], own: UUID | None) -> list[Institution]:
    """Return the partners: all but the own institution or, where that signs nothing, the first."""
    partners = [body for body in bodies if body.id != own]
    return partners if len(partners) < len(bodies) or len(bodies) < 2 else list(bodies[1:])
