"""A guest as a list tells of one, and which fields are the person's and which the visit's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.guest_heads import GuestField
from kunjungan.domain.names import PersonName
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.words import Attendance, Role

F = GuestField
PERSON_TEXTS = (
    F.NIP, F.RANK, F.GRADE, F.PHONE, F.EMAIL, F.HONORIFIC, F.KNOWN_AS, F.CARD_NAME,
    F.PRONUNCIATION, F.DIET, F.ACCESS,
)  # fmt: skip
"""Fields that are the person's own; each has the name of its column."""
RANKS = (F.RANK, F.GRADE)
"""Those of them that a list of the past may have of its own."""
GUEST_TEXTS = (F.VEHICLE, F.TRAVEL_ORDER, F.NOTE)
"""Fields that are the guest's on that visit."""
PLAIN = frozenset((*PERSON_TEXTS, *GUEST_TEXTS, F.BODY, F.TITLE_EN, F.REPRESENTS, F.COMPANION_OF))

NO_POST = Bilingual("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestEntry:
    """A guest as a row tells of it; ``name.plain`` is empty while the name is still to come.

    ``texts`` are the fields of plain text that the row says, none of them empty. ``role`` and
    ``attendance`` are None where it is silent. ``title`` is the post without its capacity,
    ``former`` says that it was held; ``local_rank`` is the office's own addition to precedence.
    """

    name: PersonName
    title: Bilingual = NO_POST
    group: Group | None = None
    is_head: bool = False
    former: bool = False
    capacity: Capacity = Capacity.DEFINITIVE
    role: Role | None = None
    attendance: Attendance | None = None
    since: PartialDate | None = None
    local_rank: UUID | None = None
    texts: Mapping[GuestField, str] = field(default_factory=dict)

    def text(self, what: GuestField) -> str:
        """Return a field of plain text, empty where the row is silent."""
        return self.texts.get(what, "")
