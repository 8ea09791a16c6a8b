"""Fields that pick an institution, who holds office in it, a person, a place in the order."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence import Group
from kunjungan.domain.regions import may_be_party
from kunjungan.i18n import later, tr
from kunjungan.services.finding import people_naming
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, list_officials
from kunjungan.services.precedence.local import LocalRankLine, list_local_ranks
from kunjungan.services.regions import list_regions
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.institution_dialog import ask_new_institution
from kunjungan.ui.screens.visits.official_dialog import ask_new_official
from kunjungan.ui.screens.visits.words import joined, law_words
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


class InstitutionPicker(SearchPicker):
    """Picks an institution; a region not met before, or any other name, is added on the way.

    Signals:
        chosen: The field stands for another institution; carries its id or None.
    """

    chosen = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        hint = tr("Name, or a new region")
        super().__init__(hint, new_text=later("Add “{text}”…"), parent=parent)
        self._office = office
        self._last: UUID | None = None
        self.set_items(_institutions(office))
        self.picked.connect(self._on_key)
        self.wanted_new.connect(self._on_new)
        self.changed.connect(self._on_changed)

    def institution(self) -> UUID | None:
        """Return the institution that the field stands for now, if any."""
        return _uuid(self)

    @Slot(object)
    def _on_key(self, key: object) -> None:
        if isinstance(key, str):
            QTimer.singleShot(0, self, partial(self._add, region=key))

    @Slot(str)
    def _on_new(self, text: str) -> None:
        QTimer.singleShot(0, self, partial(self._add, name=text))

    def _add(self, *, region: str = "", name: str = "") -> None:
        made = ask_new_institution(self._office, self.window(), region=region, name=name)
        if made is not None:
            self.set_items(_institutions(self._office))
        self.set_value(made)

    @Slot()
    def _on_changed(self) -> None:
        now = self.institution()
        if now != self._last:
            self._last = now
            self.chosen.emit(now)


class OfficialPicker(SearchPicker):
    """Picks a term of office in one institution; who is not known yet is added on the way."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(tr("Type a name"), new_text=later("Add “{text}”…"), parent=parent)
        self._office = office
        self._institution: UUID | None = None
        self.wanted_new.connect(self._on_new)
        self.show_institution(None)

    def show_institution(self, institution_id: UUID | None, *, head_first: bool = False) -> None:
        """Offer who holds office there; with ``head_first`` its head is picked at once."""
        self._institution = institution_id
        self.setEnabled(institution_id is not None)
        lines = self._lines()
        self.set_items([_official(line) for line in lines])
        heads = [line.id for line in lines if line.is_head and line.until is None]
        self.set_value(heads[0] if head_first and heads else None)

    def _lines(self) -> list[OfficialLine]:
        if self._institution is None:
            return []
        return list_officials(self._office, self._institution)

    @Slot(str)
    def _on_new(self, text: str) -> None:
        QTimer.singleShot(0, self, partial(self._add, text))

    def _add(self, text: str) -> None:
        if self._institution is None:
            return
        made = ask_new_official(self._office, self._institution, text, self.window())
        if made is not None:
            self.set_items([_official(line) for line in self._lines()])
        self.set_value(made)


class PersonPicker(SearchPicker):
    """Picks a person already known: first who holds office in an institution, then anybody."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        hint = tr("Type a name to use somebody already known")
        super().__init__(hint, new_text=later("New person “{text}”"), parent=parent)
        self._office = office
        self._officials: list[OfficialLine] = []

    def show_institution(self, institution_id: UUID) -> None:
        """Offer the people of an institution first."""
        self._officials = list_officials(self._office, institution_id)

    def person(self) -> UUID | None:
        """Return the person that the field stands for now, if any."""
        return _uuid(self)

    def official(self, person_id: UUID) -> OfficialLine | None:
        """Return the term of office of a person in the institution, if there is one."""
        return next((line for line in self._officials if line.person_id == person_id), None)

    @override
    def matches(self, text: str) -> list[Item]:
        self.set_items(
            [
                Item(line.person_id, line.name.full, screen_side(line.post))
                for line in self._officials
            ]
        )
        found = super().matches(text)
        if text.strip():
            taken = {item.key for item in found}
            found += [
                Item(line.id, line.name.full, joined(line.post, line.nip))
                for line in people_naming(self._office, text)
                if line.id not in taken
            ]
        self.set_items(found)
        return found


class RankPicker(SearchPicker):
    """Picks a place in the order of precedence by its words or its article, or a local addition.

    The value is a group of the law, or the id of a local addition.
    """

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(tr("For example: mayors, division, art 11"), parent=parent)
        lines = list_local_ranks(office)
        self._after = {line.id: line.after for line in lines}
        local = [Item(line.id, screen_side(line.name), _local_words(line)) for line in lines]
        groups = [Item(group, label(group), law_words(group)) for group in Group]
        self.set_items([*groups, *local])

    def rank(self) -> tuple[Group | None, UUID | None]:
        """Return the group of the law that is picked, and the local addition after it, if any."""
        key = self.value()
        if isinstance(key, UUID):
            return self._after.get(key), key
        return key, None


def _local_words(line: LocalRankLine) -> str:
    after = tr("after {article}", article=screen_side(line.cited))
    return joined(after, line.source, "" if line.active else tr("no longer offered"))


def _uuid(picker: SearchPicker) -> UUID | None:
    try:
        key = picker.value()
    except RuleBroken:
        return None
    return key if isinstance(key, UUID) else None


def _institutions(office: Office) -> list[Item]:
    """Return the institutions by name, then every region that is none of them yet."""
    known = list_institutions(office)
    codes = {line.region_code for line in known}
    items = [
        Item(line.id, screen_side(line.name), joined(label(line.kind), line.short_name))
        for line in known
    ]
    items += [
        Item(region.code, region.name, joined(tr("Region, will be added"), region.province))
        for region in list_regions(office)
        if region.code not in codes and may_be_party(region.kind)
    ]
    return items


def _official(line: OfficialLine) -> Item:
    return Item(line.id, line.name.full, screen_side(line.post))
