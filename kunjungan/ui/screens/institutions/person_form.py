"""The fields that every form of a person has."""

from dataclasses import replace

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.civil_ranks import CIVIL_RANKS
from kunjungan.domain.names import PersonName, read_nip
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.ui.screens.institutions.picture_field import PictureField
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField

PHOTO = QSize(72, 90)


class PersonFormDialog(FormDialog):
    """A dialog with a person's fields; those who derive lay them out."""

    def __init__(
        self, office: Office, titles: tuple[str, str], parent: QWidget, *, intro: str = ""
    ) -> None:
        """Make the fields; ``titles`` are those of the window and of the verb."""
        super().__init__(*titles, parent, intro=intro)
        self._office = office
        self.name = PersonNameField()
        self.honorific, self.known_as = LineField(tr("Yang Terhormat Bapak")), LineField()
        self.card_name = LineField(tr("as the name itself"))
        self.pronunciation = LineField(tr("for example: PAN-cha wi-JA-ya"))
        self.photo = PictureField(office, PHOTO, "person")
        self.nip, self.grade = LineField(), LineField()
        self.rank = SuggestField()
        self.rank.set_items([Item(rank, rank, grade) for rank, grade in CIVIL_RANKS])
        self.phone, self.email = LineField(), LineField()
        self.diet, self.access = LineField(), LineField()
        self.note = TextField(2)
        self.nip_notice = Notice(Tone.WARN, "")
        self.nip.changed.connect(self._tell_nip)
        self.rank.picked.connect(self._on_rank)
        self._tell_nip()

    @property
    def person_fields(self) -> tuple[QWidget, ...]:
        """Every field of the person."""
        return (
            *(self.name, self.honorific, self.known_as, self.card_name, self.pronunciation),
            *(self.photo, self.nip, self.rank, self.grade, self.phone, self.email),
            *(self.diet, self.access, self.note),
        )

    def person(self, start: PersonForm) -> PersonForm:
        """Return the person as filled in."""
        name = self.name.value()
        return replace(
            start,
            name=name.plain,
            titles_front=name.front,
            titles_back=name.back,
            known_as=self.known_as.value(),
            honorific=self.honorific.value(),
            nip=read_nip(self.nip.value()).digits,
            rank=self.rank.value(),
            grade=self.grade.value(),
            phone=self.phone.value(),
            email=self.email.value(),
            note=self.note.value(),
            card_name=self.card_name.value(),
            pronunciation=self.pronunciation.value(),
            photo_sha=self.photo.value(),
            diet=self.diet.value(),
            access=self.access.value(),
        )

    def show_person(self, person: PersonForm) -> None:
        """Show a person as recorded."""
        self.name.set_value(PersonName(person.name, person.titles_front, person.titles_back))
        for field, text in (
            (self.honorific, person.honorific),
            (self.known_as, person.known_as),
            (self.card_name, person.card_name),
            (self.pronunciation, person.pronunciation),
            (self.nip, person.nip),
            (self.grade, person.grade),
            (self.phone, person.phone),
            (self.email, person.email),
            (self.diet, person.diet),
            (self.access, person.access),
        ):
            field.set_value(text)
        self.rank.set_value(person.rank)
        self.photo.set_value(person.photo_sha)
        self.note.set_value(person.note)

    def add_calling(self) -> None:
        """Lay out how the person is addressed and known."""
        self.add_pair((tr("Form of address"), self.honorific), (tr("Known as"), self.known_as))

    def add_cards(self) -> None:
        """Lay out how the person is written on cards, called out, and looks."""
        self.add_section(tr("On cards and when called out"))
        self.add_pair(
            (tr("Name on cards"), self.card_name), (tr("Pronunciation"), self.pronunciation)
        )
        self.add(tr("Photo"), self.photo)

    def add_service(self) -> None:
        """Lay out number, rank, contacts and needs."""
        self.add_section(tr("Service and contacts"))
        self.add(tr("NIP, if any"), self.nip)
        self.add_widget(self.nip_notice)
        self.add_pair((tr("Rank"), self.rank), (tr("Grade"), self.grade))
        self.add_pair((tr("Telephone"), self.phone), (tr("E-mail"), self.email))
        self.add_pair((tr("Diet"), self.diet), (tr("Access needs"), self.access))
        self.add(tr("Note"), self.note)

    @Slot()
    def _tell_nip(self) -> None:
        text = self.nip.value()
        found = read_nip(text) if text else None
        warnings = found.warnings if found else ()
        self.nip_notice.setVisible(bool(warnings))
        self.nip_notice.show_text(" ".join(tr(warning) for warning in warnings))

    @Slot(object)
    def _on_rank(self, rank: str) -> None:
        self.grade.set_value(dict(CIVIL_RANKS).get(rank, self.grade.value()))
