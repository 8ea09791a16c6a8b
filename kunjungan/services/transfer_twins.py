"""Tells which entries are the same thing though their ids differ: equal keys, equal links."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import sqlalchemy as sa
from sqlmodel import Session

from kunjungan.exchange.office_json_flat import Entry
from kunjungan.services.transfer_rows import KINDS, Regions, all_entries
from kunjungan.store.shape import uniques

Key = tuple[object, ...]
LINKS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "visit_link": (("visit_id", "earlier_id"),),
        "agreement_visit": (("agreement_id", "visit_id"),),
        "session_delegation": (("session_id", "delegation_id"),),
    }
)


def unique_keys(entry: Entry) -> list[Key]:
    """Return what no second entry of the kind may have; a key with an empty part is none."""
    return [
        (entry.kind, columns, *(entry.values[column] for column in columns))
        for columns in _uniques(entry.kind)
        if all(entry.values[column] is not None for column in columns)
    ]


class Twins:
    """The office's own rows by what is unique about them, read only for the kinds asked for."""

    def __init__(self, session: Session, regions: Regions) -> None:
        self._session = session
        self._regions = regions
        self._known: dict[str, dict[Key, Entry]] = {}

    def of(self, entry: Entry) -> Entry | None:
        """Return the office's row that has a key of this entry, if any."""
        if not _uniques(entry.kind):
            return None
        if entry.kind not in self._known:
            self._known[entry.kind] = dict(self._keys(entry.kind))
        known = self._known[entry.kind]
        return next((known[key] for key in unique_keys(entry) if key in known), None)

    def _keys(self, kind: str) -> Iterator[tuple[Key, Entry]]:
        for entry in all_entries(self._session, kind, self._regions):
            for key in unique_keys(entry):
                yield key, entry


def _uniques(kind: str) -> tuple[tuple[str, ...], ...]:
    return (*uniques(sa.inspect(KINDS[kind]).local_table), *LINKS.get(kind, ()))
