"""Reads the hours that older files gave to a delegation."""

from collections.abc import Iterator, Mapping
from typing import Any

OLD_HOURS = {"session_starts_at": "starts_at", "session_ends_at": "ends_at"}


def upgraded(office: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file of form 3 or older with the hours of delegations as sessions."""
    visits = office.get("visits")
    if not isinstance(visits, list):
        return dict(office)
    read = [with_sessions(visit) if isinstance(visit, dict) else visit for visit in visits]
    return {**office, "visits": read}


def with_sessions(visit: Mapping[str, Any]) -> dict[str, Any]:
    """Return a visit of any form with the hours of its delegations as sessions of their own."""
    found = visit.get("delegations")
    if not isinstance(found, list):
        return dict(visit)
    read = [_read(row, f"{visit.get('ref')}/delegation/{no}") for no, row in enumerate(found)]
    sessions = [session for _, session in read if session]
    own = visit.get("sessions") or ()
    rows = [row for row, _ in read]
    return {**visit, "delegations": rows, "sessions": [*own, *_titled(sessions, visit)]}


def _read(row: Any, label: str) -> tuple[Any, dict[str, Any] | None]:  # noqa: ANN401 - as the file has it
    """Return a delegation without hours of its own, and the session that these make."""
    if not isinstance(row, dict) or not row.keys() & OLD_HOURS:
        return row, None
    ref = row.get("ref") or label
    rest = {name: value for name, value in row.items() if name not in OLD_HOURS}
    hours = {new: row[old] for old, new in OLD_HOURS.items() if row.get(old) is not None}
    if not hours:
        return rest, None
    return {**rest, "ref": ref}, {"ref": f"{ref}/session", "delegations": [ref], **hours}


def _titled(sessions: list[dict[str, Any]], visit: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    places = {name: visit[name] for name in ("place", "room") if visit.get(name)}
    for number, session in enumerate(sessions, 1):
        yield {"title": {"id": f"Sesi {number}", "en": f"Session {number}"}, **places, **session}
