"""What a register tells of an agreement beside its state: what follows, is due, and belongs."""

from enum import Enum


class Follow(Enum):
    """How far what follows an agreement is."""

    NONE = "none"
    DRAFTED = "drafted"
    IN_TALKS = "in_talks"
    EXTENDED = "extended"


class Due(Enum):
    """What a reminder is about."""

    ENDING = "ending"
    TASK = "task"
    ORIGINAL = "original"


class Link(Enum):
    """How an agreement hangs on the one above it."""

    ROOT = "root"
    ADDENDUM = "addendum"
    IMPLEMENTING = "implementing"
    RENEWAL = "renewal"
