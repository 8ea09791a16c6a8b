"""What an item of a rundown may be tied to: agreements, speakers, the state of a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kunjungan.domain.visit_words import SpeechState
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine
from kunjungan.services.rundown.cast import speakers_offered
from kunjungan.ui.labels import choices
from kunjungan.ui.screens.visits.words import agreement_words, joined, partner_words, person_words


@dataclass(frozen=True, slots=True)
class Offers:
    """What an item may be tied to: the visit's agreements, and who may speak."""

    agreements: Sequence[AgreementLine]
    speakers: Sequence[OfficialLine]

    def signed(self) -> list[tuple[Any, str]]:
        """Return the agreements to choose from, none first."""
        return [
            (None, tr("None")),
            *((line.id, joined(partner_words(line), agreement_words(line)))
              for line in self.agreements),
        ]  # fmt: skip

    def voices(self) -> list[tuple[Any, str]]:
        """Return the speakers to choose from, nobody first."""
        named = [(line.id, person_words(line.name.full, line.post)) for line in self.speakers]
        return [(None, tr("Nobody")), *named]


def offers_of(office: Office, visit_id: UUID, agreements: Sequence[AgreementLine]) -> Offers:
    """Return what items of a visit may be tied to."""
    return Offers(agreements, speakers_offered(office, visit_id))


def texts() -> list[tuple[Any, str]]:
    """Return how far the text of a speech may be, not followed first."""
    return [(None, tr("Not followed")), *choices(SpeechState)]
