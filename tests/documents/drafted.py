"""Agreements of every kind, layout and number of parties, as an office drafts them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent, Typeset
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.services.agreement_content import PaperChoice, agreement_content, originals_of
from kunjungan.services.agreements import draft_agreement, new_agreement_form
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.witnesses import WitnessForm, set_witnesses
from kunjungan.store.archive import Archive
from kunjungan.store.memory import open_memory
from tests.documents.partners import DAY, party_forms

PARTIES = (2, 3, 4, 11)
_ABROAD = "_abroad"
TEXTS = (*(kind.value for kind in AgreementKind), f"addendum{_ABROAD}")
"""The standard texts, one for each kind and two for an addendum."""
_UMBRELLAS = {
    "pks": AgreementKind.KB,
    "contract": AgreementKind.NK,
    "addendum": AgreementKind.KB,
    "addendum_abroad": AgreementKind.MSP,
}
"""What an agreement rests on or changes."""
_WITNESSES = (
    WitnessForm(
        "acknowledged", None, "RIDWAN CONTOH", "GUBERNUR JAWA BARAT,", "GOVERNOR OF WEST JAVA,"
    ),
    WitnessForm("witness", None, "EMA CONTOH", "SEKRETARIS DAERAH,", "REGIONAL SECRETARY,"),
    WitnessForm("witness", None, "ANTON CONTOH", "KEPALA BAGIAN HUKUM,", "HEAD OF LEGAL DIVISION,"),
)


@dataclass(frozen=True)
class Draft:
    """One agreement to draft: a standard text by its name, a layout, so many parties."""

    text: str
    layout: Layout
    parties: int

    @property
    def kind(self) -> AgreementKind:
        """The kind of agreement."""
        return AgreementKind(self.text.removesuffix(_ABROAD))

    @property
    def foreign(self) -> bool:
        """Whether it is signed with partners abroad."""
        return self.text.endswith(_ABROAD) or KINDS[self.kind].foreign

    @property
    def umbrella(self) -> "Draft | None":
        """What it rests on or changes."""
        above = _UMBRELLAS.get(self.text)
        return Draft(above.value, self.layout, self.parties) if above else None


class Printed(NamedTuple):
    """A paper: its name among those of its agreement, what it is made from, what was made."""

    name: str
    content: AgreementContent
    typeset: Typeset


class DraftingOffice:
    """An office in memory with partners of every sort, and the agreements drafted in it."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for its archive; nothing is written there."""
        moment = datetime(2022, 8, 26, 2, tzinfo=UTC)
        self.office = Office(
            open_memory(seed=True),
            Archive(folder),
            folder,
            "Analis Protokol",
            today=lambda: date(2022, 8, 26),
            now=lambda: moment,
        )
        self._forms = party_forms(self.office)
        host = self._forms[AgreementKind.KB][0].institution_id
        change_settings(self.office, replace(office_settings(self.office), own_institution=host))
        self._known: dict[Draft, UUID] = {}
        self._printed: dict[tuple[Draft, Paper], list[Printed]] = {}
        self._press = Press()

    def close(self) -> None:
        """Let the office go."""
        self.office.store.close()

    def printed(self, draft: Draft, paper: Paper) -> list[Printed]:
        """Return the papers of an agreement, set; each is set once however often it is asked."""
        if (draft, paper) not in self._printed:
            self._printed[draft, paper] = [
                Printed(name, content, self._press.set_agreement(content))
                for name, content in self.papers(draft, paper)
            ]
        return self._printed[draft, paper]

    def papers(self, draft: Draft, paper: Paper) -> Iterator[tuple[str, AgreementContent]]:
        """Yield the first original, and what else there is in another language, each by name."""
        key, names = self.key(draft), set[str]()
        with self.office.store.read() as session:
            for original in originals_of(session, key):
                if original.language not in names:
                    names.add(original.language)
                    choice = PaperChoice(original.no, "original", paper)
                    content = agreement_content(self.office, session, key, choice)
                    yield original.language or "original", _steady(content)
            if names == {"id"}:
                choice = PaperChoice(state="translation", paper=paper)
                content = agreement_content(self.office, session, key, choice)
                yield "translation", _steady(content)

    def key(self, draft: Draft) -> UUID:
        """Return the agreement's id; it is drafted when it is first asked for."""
        if draft not in self._known:
            self._known[draft] = self._new(draft)
        return self._known[draft]

    def _new(self, draft: Draft) -> UUID:
        parent = self.key(draft.umbrella) if draft.umbrella else None
        form = replace(
            new_agreement_form(self.office, draft.kind, parent),
            subject_id="Penerapan Sistem Pemerintahan Berbasis Elektronik",
            subject_en="the Implementation of an Electronic-Based Government System",
            signing_on=DAY,
            place_id="Bandung",
            place_en="Bandung",
            layout=draft.layout,
            reference=f"KS-2022-{draft.parties:03}",
        )
        changed = draft.umbrella if draft.kind is AgreementKind.ADDENDUM else None
        parties = self._forms[changed.kind if changed else draft.kind][: draft.parties]
        key = draft_agreement(self.office, form, parties)
        if draft.parties == 3:
            set_witnesses(self.office, key, _WITNESSES)
        return key


def _steady(content: AgreementContent) -> AgreementContent:
    """Return a paper of an agreement that has the same id every time."""
    return replace(content, agreement="4F0A91BC", data=b'{"sample":true}')
