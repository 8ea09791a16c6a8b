"""Regions, holidays and terms as the program ships them: no office needs to hand those on."""

from functools import cache
from typing import Any
from uuid import UUID

from kunjungan.exchange.office_json_flat import Entry
from kunjungan.services.transfer_rows import Regions, all_entries
from kunjungan.store.memory import open_memory

SHIPPED = ("region", "holiday", "term")


def as_shipped(entry: Entry) -> bool:
    """Say whether a region, holiday or term stands as every new office has it."""
    return entry.kind in SHIPPED and _shipped().get((entry.kind, entry.id)) == entry.values


@cache
def _shipped() -> dict[tuple[str, UUID], dict[str, Any]]:
    """Read what a new office knows, once."""
    with open_memory(seed=True).read() as session:
        regions = Regions(session)
        found = [entry for kind in SHIPPED for entry in all_entries(session, kind, regions)]
    return {(entry.kind, entry.id): entry.values for entry in found}
