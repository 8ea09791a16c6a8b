"""Completes agreements written by hand: the standard text, and one original for each party."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid5

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import plan_originals
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_form import OfficeForm
from kunjungan.exchange.office_json_problems import Problem
from kunjungan.services.agreement_template import template_clauses


def completed(office: OfficeForm, entries: Iterable[Entry]) -> Iterator[Entry | Problem]:
    """Yield what agreements left out, with ids that follow from theirs."""
    found = list(entries)
    parties: dict[UUID, dict[int, UUID]] = defaultdict(dict)
    for entry in found:
        if entry.kind == "party":
            parties[entry.values["agreement_id"]][entry.values["seq"]] = entry.id
    agreements = [entry for entry in found if entry.kind == "agreement"]
    for form, entry in zip(office.agreements, agreements, strict=True):
        if form.clauses is None:
            yield from _standard_text(entry, len(form.parties))
        if not form.originals:
            yield from _originals(entry, parties[entry.id])


def _standard_text(agreement: Entry, parties: int) -> Iterator[Entry | Problem]:
    values: Any = agreement.values
    try:
        clauses = list(template_clauses(agreement.id, values["kind"], parties))
    except RuleBroken as refusal:
        yield Problem(f"{agreement.place}.clauses", refusal.message, refusal.values)
        return
    for place, clause in enumerate(clauses):
        columns = clause.model_dump(exclude={"id", "version"})
        key = uuid5(agreement.id, f"standard/{place}")
        yield Entry("clause", key, columns, f"{agreement.place}.clauses")


def _originals(agreement: Entry, by_number: dict[int, UUID]) -> Iterator[Entry]:
    values: Any = agreement.values
    numbers = sorted(by_number)
    plans = plan_originals(len(numbers), rule=values["stamp_rule"], alternat=values["alternat"])
    for plan in plans:
        columns: dict[str, object] = {
            "agreement_id": agreement.id,
            "no": plan.no,
            "holder_id": by_number[numbers[plan.holder - 1]],
            "first_id": by_number[numbers[plan.first - 1]],
            "stamps": tuple(numbers[place - 1] for place in plan.stamps),
            "kept_at": "",
            "sha256": None,
        }
        key = uuid5(agreement.id, f"planned/{plan.no}")
        yield Entry("original", key, columns, f"{agreement.place}.originals")
