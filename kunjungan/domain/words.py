"""The few fixed words that tables, files and screens share and that have no rule of their own."""

from typing import Literal

Direction = Literal["incoming", "outgoing"]
"""Whether guests come to us, or our own people go."""

Role = Literal[
    "head",
    "member",
    "signatory",
    "liaison",
    "companion",
    "spouse",
    "aide",
    "paraf",
    "interpreter",
    "media",
    "security",
    "staff",
]
"""What a person is in a delegation."""

Attendance = Literal["invited", "confirmed", "present", "absent", "represented"]
"""How it stands with a guest's coming."""

Side = Literal["left", "right"]
"""The reader's side of a page, where the first party signs (office practice: setting)."""

WitnessRole = Literal["witness", "acknowledged"]
"""Saksi, or Mengetahui: who signs an agreement without being a party to it."""

LanguageClause = Literal["id_prevails", "equal", "en_prevails", "third_prevails"]
"""Which text decides when the two differ (UU 24/2009 art 31: Indonesian is never dropped)."""
