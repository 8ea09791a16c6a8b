"""Words for what a visit, its rundown and the calendar are made of."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from kunjungan.domain.visit_words import (
    Duty,
    EntryKind,
    ItemKind,
    LetterKind,
    ResourceKind,
    VisitKind,
)
from kunjungan.i18n import later

VISIT_WORDS: Mapping[Enum, str] = MappingProxyType[Enum, str](
    {
        VisitKind.STUDY: later("Study visit"),
        VisitKind.COUNCIL: later("Council visit"),
        VisitKind.COURTESY: later("Courtesy call"),
        VisitKind.SIGNING: later("Agreement signing"),
        VisitKind.FOREIGN: later("Foreign guests"),
        VisitKind.SCHOOL: later("School or public visit"),
        VisitKind.OTHER: later("Another visit"),
        ItemKind.REGISTRATION: later("Registration"),
        ItemKind.ARRIVAL: later("Arrival"),
        ItemKind.OPENING: later("Opening"),
        ItemKind.ANTHEM: later("National anthem"),
        ItemKind.PRAYER: later("Prayer"),
        ItemKind.REPORT: later("Report"),
        ItemKind.VIDEO: later("Video"),
        ItemKind.READING: later("Reading of the summary"),
        ItemKind.SIGNING: later("Signing"),
        ItemKind.SPEECH: later("Speech"),
        ItemKind.SOUVENIRS: later("Exchange of souvenirs"),
        ItemKind.PHOTO: later("Group photo"),
        ItemKind.CLOSING: later("Closing"),
        ItemKind.DISCUSSION: later("Discussion"),
        ItemKind.TOUR: later("Tour"),
        ItemKind.MEAL: later("Meal"),
        ItemKind.BREAK: later("Break"),
        ItemKind.OTHER: later("Another item"),
        LetterKind.ANSWER: later("Answer"),
        LetterKind.RESCHEDULE: later("Another date"),
        LetterKind.REFUSAL: later("Refusal"),
        LetterKind.INVITATION: later("Invitation"),
        LetterKind.THANKS: later("Letter of thanks"),
        Duty.LIAISON: later("Liaison officer"),
        Duty.PROTOCOL: later("Protocol officer"),
        Duty.MC: later("Master of ceremonies"),
        Duty.USHER: later("Usher"),
        Duty.DRIVER: later("Driver"),
        Duty.PHOTOGRAPHER: later("Photographer"),
        Duty.INTERPRETER: later("Interpreter"),
        Duty.SECURITY: later("Security"),
        Duty.CATERING: later("Catering"),
        Duty.MEDICAL: later("Medical officer"),
        Duty.OTHER: later("Another duty"),
        ResourceKind.ROOM: later("Room"),
        ResourceKind.VEHICLE: later("Vehicle"),
        EntryKind.LEADER: later("Leader's agenda"),
        EntryKind.OFFICE: later("Office's own work"),
    }
)
