"""Whose guests a list may hold: one delegation's, those that its rows name, or the own party's."""

from collections.abc import Sequence
from uuid import UUID

from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.guest_import.judged import Target
from kunjungan.ui.screens.visits.guest_rows import OWN
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.fields import ChoiceField

BY_ROW = "rows"


def parties(delegations: Sequence[DelegationLine]) -> list[tuple[str, str]]:
    """Return whom a list can be for, to choose from."""
    named = [(str(line.id), body_name(line)) for line in delegations]
    many = [(BY_ROW, tr("the delegation that each row names"))] if len(named) > 1 else []
    return [*named, *many, (OWN, tr("Own party of the host"))]


def target_of(visit_id: UUID, party: ChoiceField) -> Target:
    """Return where the guests go, as it is chosen."""
    key = party.value()
    if key == OWN:
        return Target(visit_id, own=True)
    return Target(visit_id, None if key in {BY_ROW, None} else UUID(key))
