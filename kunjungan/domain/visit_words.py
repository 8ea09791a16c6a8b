"""The kinds of things that a visit and its day are made of."""

from enum import StrEnum
from typing import Literal


class VisitKind(StrEnum):
    """What guests come for; each kind has its own checklist."""

    STUDY = "study"
    COUNCIL = "council"
    COURTESY = "courtesy"
    SIGNING = "signing"
    FOREIGN = "foreign"
    SCHOOL = "school"
    OTHER = "other"


class ItemKind(StrEnum):
    """What happens in a line of the rundown (office practice; UU 9/2010 art 28 has the least)."""

    REGISTRATION = "registration"
    ARRIVAL = "arrival"
    OPENING = "opening"
    ANTHEM = "anthem"
    PRAYER = "prayer"
    REPORT = "report"
    VIDEO = "video"
    READING = "reading"
    SIGNING = "signing"
    SPEECH = "speech"
    SOUVENIRS = "souvenirs"
    PHOTO = "photo"
    CLOSING = "closing"
    DISCUSSION = "discussion"
    TOUR = "tour"
    MEAL = "meal"
    BREAK = "break"
    OTHER = "other"


class SpeechState(StrEnum):
    """How far the text of a speech is."""

    ASKED = "asked"
    DRAFT = "draft"
    READY = "ready"
    PRINTED = "printed"


class TravelWay(StrEnum):
    """Whether guests come or go."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class TravelMeans(StrEnum):
    """What guests travel by."""

    PLANE = "plane"
    TRAIN = "train"
    ROAD = "road"
    SHIP = "ship"


class LetterKind(StrEnum):
    """A letter that the office writes about a visit."""

    ANSWER = "answer"
    RESCHEDULE = "reschedule"
    REFUSAL = "refusal"
    INVITATION = "invitation"
    THANKS = "thanks"
    ASSIGNMENT = "assignment"


class Duty(StrEnum):
    """What somebody of the own crew does on the day."""

    LIAISON = "liaison"
    PROTOCOL = "protocol"
    MC = "mc"
    USHER = "usher"
    DRIVER = "driver"
    PHOTOGRAPHER = "photographer"
    INTERPRETER = "interpreter"
    SECURITY = "security"
    CATERING = "catering"
    MEDICAL = "medical"
    OTHER = "other"


class ResourceKind(StrEnum):
    """What a visit needs and only one can have at a time."""

    ROOM = "room"
    VEHICLE = "vehicle"


class EntryKind(StrEnum):
    """What stands in the calendar besides visits: the leader's agenda, or the office's own work."""

    LEADER = "leader"
    OFFICE = "office"


TemplateUse = Literal["checklist", "rundown", "seating", "label", "visum"]
"""What a template is for."""

GiftDirection = Literal["given", "received"]
"""Whether the host gave a gift or got it."""

Tongue = Literal["id", "en", "both"]
"""The language of a letter: Indonesian, English for foreign guests, or both."""
