"""One agreement as the register shows it, and which agreements need action first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.life import PAST, AgreementStatus, Course
from kunjungan.domain.registry import Follow
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.registry.follow_ups import FollowUp
from kunjungan.services.registry.number_faults import Fault
from kunjungan.services.registry.sources import Custody, PartyNumber

_LAST = (AgreementStatus.ENDED, AgreementStatus.EXTENDED, AgreementStatus.TERMINATED)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An agreement in the register.

    ``parties`` are the office's own and then its partners; ``untranslated`` counts the rows of a
    draft without English; ``signed_on`` is the day of the last signature, for an old agreement
    that of signing; ``days_left`` counts to the last day, negative after it, None for a draft, for
    what was extended or ended early, and where no end is set; ``faults`` is what is wrong with its
    numbers.
    """

    id: UUID
    kind: AgreementKind
    subject: Bilingual
    stage: AgreementStage
    draft_no: int
    signing_on: date | None
    reference: str
    field: str
    unit: str
    end_reason: str
    note: str
    parties: tuple[PartyNumber, ...]
    status: AgreementStatus
    course: Course
    signed_on: date | None
    days_left: int | None
    untranslated: int
    register_no: str
    registered_on: date | None
    custody: Custody
    parent_id: UUID | None
    renews_id: UUID | None
    follow_up: FollowUp
    faults: tuple[Fault, ...]

    @property
    def own(self) -> PartyNumber:
        """The office's own party."""
        return self.parties[0]

    @property
    def partners(self) -> tuple[PartyNumber, ...]:
        """All parties but the office's own."""
        return self.parties[1:]

    @property
    def starts_on(self) -> date | None:
        """The first day of the term."""
        return self.course.starts_on

    @property
    def ends_on(self) -> date | None:
        """The last day of the term as agreed; ``course.last_day`` heeds an early end."""
        return self.course.ends_on

    @property
    def year(self) -> int | None:
        """The year in which it was or is to be signed."""
        day = self.signed_on or self.signing_on
        return day.year if day else None


def urgency(row: RegisterRow) -> tuple[int, int]:
    """Return what the register is ordered by: texts that block, ends that near, then the rest.

    Within each the earliest end or day of signing stands first, of what is over the latest end.
    """
    day = (row.course.last_day or row.signing_on or date.max).toordinal()
    if row.status in PAST:
        return 5 + _LAST.index(row.status), -day
    if row.untranslated:
        return 0, day
    if row.status is AgreementStatus.ENDING:
        return (1 if row.follow_up.state is Follow.NONE else 2), day
    return (4 if row.status is AgreementStatus.IN_FORCE else 3), day
