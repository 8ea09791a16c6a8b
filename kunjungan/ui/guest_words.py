"""Words for what guests are and answer."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.guest_heads import FIELD_HEADS
from kunjungan.i18n import later
from kunjungan.ui.theme.tokens import Tone

GUEST_FIELD_WORDS = tuple((field, head.en) for field, head in FIELD_HEADS.items())
"""What the fields of a guest list are called."""
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "head": later("Head of delegation"),
        "member": later("Member"),
        "signatory": later("Signatory"),
        "liaison": later("Liaison"),
        "companion": later("Companion"),
        "spouse": later("Spouse"),
        "aide": later("Aide"),
        "paraf": later("Initials the text"),
        "interpreter": later("Interpreter"),
        "media": later("Media"),
        "security": later("Security"),
        "staff": later("Staff"),
    }
)
ATTENDANCES: Mapping[str, str] = MappingProxyType(
    {
        "invited": later("Awaiting answer"),
        "confirmed": later("Confirmed"),
        "present": later("Present"),
        "absent": later("Absent"),
        "represented": later("Represented"),
    }
)
ATTENDANCE_TONES: Mapping[str, Tone] = MappingProxyType(
    {
        "invited": Tone.WARN,
        "confirmed": Tone.OK,
        "present": Tone.OK,
        "absent": Tone.NEUTRAL,
        "represented": Tone.INFO,
    }
)
