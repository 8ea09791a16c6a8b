"""Looks whether printed texts in a file are still those that were kept when they were printed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from kunjungan.domain.errors import OfficeError
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_problems import Problem
from kunjungan.services.drafts.text_file import from_json
from kunjungan.services.drafts.texts import DraftText
from kunjungan.services.drafts.unaltered import ALTERED, is_altered, is_closed
from kunjungan.store.archive import Archive


def altered_in(
    archive: Archive, entries: Sequence[Entry], contents: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Yield the new agreements whose text was altered after its originals were printed."""
    drafts, clauses = _drafts(entries), _clauses(entries)
    for entry in entries:
        if entry.kind != "agreement" or not is_closed(entry.values):
            continue
        sha = drafts.get((entry.id, entry.values["draft_no"]))
        kept = _kept(archive, contents, sha) if sha else None
        if kept is not None and is_altered(kept, entry.values, clauses.get(entry.id, [])):
            values = {"subject": entry.values["subject_id"], "number": kept.draft_no}
            yield Problem(entry.place, ALTERED, values)


def _drafts(entries: Sequence[Entry]) -> dict[tuple[UUID, int], str]:
    """Return the fingerprints of kept texts by agreement and number."""
    drafts = (entry.values for entry in entries if entry.kind == "draft")
    return {(draft["agreement_id"], draft["no"]): draft["sha256"] for draft in drafts}


def _clauses(entries: Sequence[Entry]) -> dict[UUID, list[Mapping[str, Any]]]:
    """Return the rows of each agreement in the order of its text."""
    rows = [entry.values for entry in entries if entry.kind == "clause"]
    found: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: str(row["rank"])):
        found.setdefault(row["agreement_id"], []).append(row)
    return found


def _kept(archive: Archive, contents: Mapping[str, bytes], sha: str) -> DraftText | None:
    """Return a kept text; one that is missing or cannot be read proves nothing."""
    try:
        return from_json(contents[sha] if sha in contents else archive.get(sha))
    except OfficeError:
        return None
