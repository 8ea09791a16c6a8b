"""Completes agreements written by hand: the standard text, and one original for each party."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from kunjungan.domain.agreements import FOREIGN_PARTNERS
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.kinds import rule_for
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_form import OfficeForm
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.originals import planned
from kunjungan.services.redating import end_of
from kunjungan.store.tables import Agreement, Party, Record


def completed(office: OfficeForm, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield what agreements left out, with ids that follow from theirs."""
    found = _Found(entries)
    for form, row in zip(office.agreements, found.agreements, strict=True):
        if form.clauses is None:
            found.date(row)
            yield from found.standard_text(row)
        if not form.originals:
            yield from found.originals(row)


class _Found:
    """What a file holds of agreements, as rows that no session knows."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {(entry.kind, entry.id): entry for entry in entries}
        self.agreements: list[Agreement] = []
        self._parties: dict[UUID, list[Party]] = defaultdict(list)
        for entry in self._entries.values():
            if entry.kind == "agreement":
                self.agreements.append(Agreement(id=entry.id, **entry.values))
            if entry.kind == "party":
                party = Party(id=entry.id, **entry.values)
                self._parties[party.agreement_id].append(party)

    def date(self, row: Agreement) -> None:
        """Let start and end follow the day of signing where the file does not name them."""
        end = end_of(row)
        values = self._entries["agreement", row.id].values
        if values["starts_on"] is None and values["ends_on"] is None and end is not None:
            values |= {"starts_on": row.signing_on, "ends_on": end}

    def standard_text(self, row: Agreement) -> Iterator[Entry]:
        """Yield the clauses of an agreement's kind."""
        parties = self._parties_of(row)
        foreign = self._is_foreign(row)
        clauses = template_clauses(
            row.id, row.kind, len(parties), layout=row.layout, foreign=foreign
        )
        for place, clause in enumerate(clauses):
            yield self._entry(row, clause, "clauses", uuid5(row.id, f"standard/{place}"))

    def originals(self, row: Agreement) -> Iterator[Entry]:
        """Yield the originals that an agreement needs."""
        plans = planned(row, self._parties_of(row), foreign=self._is_foreign(row))
        for plan in plans:
            yield self._entry(row, plan, "originals", uuid5(row.id, f"planned/{plan.no}"))

    def _parties_of(self, row: Agreement) -> list[Party]:
        return sorted(self._parties[row.id], key=lambda party: party.seq)

    def _is_foreign(self, row: Agreement) -> bool:
        """Say whether a foreign rule or body is in it, as far as the file tells."""
        parent = self._entries.get(("agreement", row.parent_id)) if row.parent_id else None
        if rule_for(row.kind, parent.values["kind"] if parent else None).foreign:
            return True
        bodies = [
            self._entries.get(("institution", p.institution_id)) for p in self._parties[row.id]
        ]
        return any(partner_kind(body.values["kind"]) in FOREIGN_PARTNERS for body in bodies if body)

    def _entry(self, row: Agreement, made: Record, where: str, key: UUID) -> Entry:
        agreement = self._entries["agreement", row.id]
        columns = made.model_dump(exclude={"id", "version"})
        return Entry(str(made.__tablename__), key, columns, f"{agreement.place}.{where}")
