"""A visit of Prabumulih to Bandung with a session, for the tests of its rundown."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from kunjungan.documents.office.rundown import Side
from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import VisitKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.services.rundown.items import ItemForm, add_item, list_items
from kunjungan.services.rundown.papers import RundownChoice, rundown_pdf
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit
from tests.builders import Body, bandung, prabumulih

DAY = date(2022, 9, 1)


@dataclass(frozen=True, slots=True)
class Signing:
    """A signing on a Thursday, 9 to 11.30, in the Auditorium."""

    office: Office
    visit: UUID
    session: UUID
    delegation: UUID
    host: Body
    guest: Body

    def add(self, at: str, minutes: int, title: str = "Acara", **more: object) -> UUID:
        """Add an item at a time such as 09.10."""
        form = ItemForm(
            starts_at=time.fromisoformat(at.replace(".", ":")),
            minutes=minutes,
            title_id=title,
            session_id=self.session,
        )
        return add_item(self.office, self.visit, replace(form, **more))  # type: ignore[arg-type]

    def agreement(self) -> UUID:
        """Draft the agreement that is signed."""
        parties = [PartyForm(body.id, body.head) for body in (self.host, self.guest)]
        form = AgreementForm("Penerapan SPBE", "the Implementation of SPBE", signing_on=DAY)
        return draft_agreement(self.office, form, parties, [self.visit])

    def times(self) -> list[str]:
        """Return when the items are, in their order: 09.10+15."""
        return [f"{line.starts_at:%H.%M}+{line.minutes}" for line in list_items(*self.where)]

    def titles(self) -> list[str]:
        """Return the items' titles in their order."""
        return [line.title.id for line in list_items(*self.where)]

    @property
    def where(self) -> tuple[Office, UUID]:
        """The office and the visit."""
        return self.office, self.visit


def a_signing(office: Office) -> Signing:
    """Return the visit, its rundown still empty."""
    host, guest = bandung(office), prabumulih(office)
    visit = schedule_visit(
        office,
        VisitForm(
            "Kunjungan SPBE",
            PartialDate.of(DAY),
            kind=VisitKind.SIGNING,
            host_id=host.id,
            host_tenure_id=host.head,
            place="Balai Kota Bandung",
            room="Auditorium",
        ),
    )
    delegation = add_delegation(office, visit, DelegationForm(guest.id, guest.head, announced=18))
    session = add_session(
        office,
        visit,
        SessionForm("Kota Prabumulih", "City of Prabumulih",
                    starts_at=time(9), ends_at=time(11, 30), room="Auditorium"),
        [delegation],
    )  # fmt: skip
    return Signing(office, visit, session, delegation, host, guest)


def guest_pdf(office: Office, visit: UUID, side: Side = "both", body: UUID | None = None) -> bytes:
    """Return the programme for guests and public."""
    return rundown_pdf(office, visit, RundownChoice("guests", side, body))


def operator_pdf(office: Office, visit: UUID, side: Side = "both") -> bytes:
    """Return the rundown for operators and MC."""
    return rundown_pdf(office, visit, RundownChoice("operators", side))
