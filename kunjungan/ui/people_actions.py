"""The commands of the people that the office knows, and of those who may stand there twice."""

from kunjungan.i18n import later
from kunjungan.ui.actions import ActionSpec, MenuKey

_PEOPLE = MenuKey.PEOPLE

PEOPLE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("person.add", _PEOPLE, later("Add person…"), "Ins", "person_add"),
    ActionSpec("person.edit", _PEOPLE, later("Edit person…"), "F2", "person_edit"),
    ActionSpec(
        "person.appoint",
        _PEOPLE,
        later("Add an office held…"),
        "Ctrl+Shift+O",
        "building_government",
    ),
    ActionSpec("person.merge", _PEOPLE, later("Compare the two selected…"), "", "people_swap"),
    ActionSpec("person.remove", _PEOPLE, later("Remove person…"), "Del", "delete", ends_group=True),
    ActionSpec("twins.merge", _PEOPLE, later("Compare and merge…"), "F2", "people_swap"),
    ActionSpec("twins.apart", _PEOPLE, later("Keep apart…"), "Del", "people", ends_group=True),
    ActionSpec("people.export", _PEOPLE, later("Export people…"), "Ctrl+E", "arrow_export"),
    ActionSpec("people.purge", _PEOPLE, later("Remove old contacts…"), "", "person_clock"),
)
