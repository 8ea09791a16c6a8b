"""The letters of visits on the command line."""

from collections.abc import Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import later

if TYPE_CHECKING:
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "id": later("Id"),
        "kind": later("Letter"),
        "number": later("Number"),
        "on": later("Date"),
        "to": later("To"),
        "subject": later("Subject line"),
        "sent_on": later("Sent on"),
        "answer_by": later("Answer by"),
        "answered_on": later("Answered on"),
        "state": later("Status"),
    }
)


def letter_rows(office: "Office", visit: str) -> Rows:
    """Return the letters of a visit, or of all visits where none is named."""
    from kunjungan.services.letters.letters import list_letters  # noqa: PLC0415 (quick --help)
    from kunjungan.services.visit_names import visit_named  # noqa: PLC0415 (quick --help)

    visit_id = visit_named(office, visit) if visit else None
    return [
        {
            "id": line.id,
            "visit": line.visit,
            "visit_id": line.visit_id,
            "kind": line.kind,
            "language": line.language,
            "number": line.number,
            "on": line.on,
            "to": _posts(line.to),
            "subject": line.subject,
            "sent_on": line.sent_on,
            "answer_by": line.answer_by,
            "answered_on": line.answered_on,
            "state": line.state,
        }
        for line in list_letters(office, visit_id)
    ]


def _posts(to: Bilingual) -> list[Bilingual]:
    """Return the posts that a letter goes to; English ones that are missing stay empty."""
    both = zip_longest(to.id.split("\n"), to.en.split("\n"), fillvalue="")
    return [Bilingual(*pair) for pair in both]
