"""The register as a list, read in a few plain queries so that 20,000 agreements open at once.

Drafts and old agreements that were only entered stand in it beside those signed here.
"""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.life import AgreementStatus, Course, status
from kunjungan.services.courses import Key, as_uuid, courses, raw
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.registry import sources
from kunjungan.services.registry.follow_ups import FollowUp, follow_ups
from kunjungan.services.registry.number_faults import Numbered, number_faults
from kunjungan.services.registry.row import RegisterRow, urgency
from kunjungan.services.registry.sources import Custody, PartyNumber
from kunjungan.store.tables import Agreement

_FACTS = (
    "kind", "stage", "draft_no", "signing_on", "reference", "field", "unit", "end_reason", "note",
)  # fmt: skip
_UNCOUNTED = frozenset(
    {AgreementStatus.DRAFT, AgreementStatus.EXTENDED, AgreementStatus.TERMINATED}
)
_NOBODY = (PartyNumber(Bilingual("", ""), "", "", None, own=True, body=None),)


def register_lines(office: Office) -> list[RegisterRow]:
    """Return every agreement, what needs action first."""
    with office.store.read() as session:
        rows = _rows(session, office.today())
    rows.sort(key=urgency)
    return rows


def _rows(session: Session, today: date) -> list[RegisterRow]:
    facts = _facts(session)
    read = _Read(session, today, facts)
    return [read.row(key, as_uuid(key)) for key in facts]


def _facts(session: Session) -> dict[Key, dict[str, Any]]:
    """Return the own facts of every agreement, by its raw id."""
    table = sa.inspect(Agreement).local_table
    names = (*_FACTS, "subject_id", "subject_en", "parent_id", "renews_id")
    columns = [raw(table.c[n]) if n in {"parent_id", "renews_id"} else table.c[n] for n in names]
    query = sa.select(raw(table.c.id), *columns).order_by(table.c.reference)
    return {
        key: dict(zip(names, values, strict=True))
        for key, *values in session.connection().execute(query)
    }


class _Read:
    """Everything the register shows, read once for all agreements."""

    def __init__(self, session: Session, today: date, facts: dict[Key, dict[str, Any]]) -> None:
        chosen = settings_in(session)
        self._today, self._ending = today, chosen.ending_months
        self._facts = facts
        self._courses = courses(session, today)
        self._parties = sources.parties(session, chosen.own_institution)
        self._untranslated = sources.untranslated(session)
        self._signed = sources.last_signatures(session)
        self._entries = sources.entries(session)
        self._custody = sources.custody(session, chosen.own_institution)
        self._follow_ups = follow_ups(
            [(key, one["renews_id"], one["draft_no"]) for key, one in facts.items()],
            self._courses,
            sources.talks(session, today),
        )
        numbered = [self._numbered(key) for key in facts]
        self._faults = number_faults(numbered, chosen.number_pattern)

    def row(self, key: Key, id_: UUID) -> RegisterRow:
        """Return one agreement."""
        facts, course = self._facts[key], self._courses[key]
        entry = self._entries.get(key)
        now = status(course, self._today, ending_months=self._ending)
        kept = Custody(entry.kept_at if entry else "")
        return RegisterRow(
            id=id_,
            subject=Bilingual(facts["subject_id"], facts["subject_en"]),
            parties=self._parties.get(key, _NOBODY),
            status=now,
            course=course,
            signed_on=self._signed_on(key),
            days_left=self._days_left(course, now),
            untranslated=self._untranslated.get(key, 0),
            register_no=entry.label if entry else "",
            registered_on=entry.on if entry else None,
            custody=self._custody.get(key, kept),
            parent_id=_linked(facts["parent_id"]),
            renews_id=_linked(facts["renews_id"]),
            follow_up=self._follow_ups.get(key, FollowUp()),
            faults=self._faults.get(key, ()),
            **{name: facts[name] for name in _FACTS},
        )

    def _signed_on(self, key: Key) -> date | None:
        fallback = self._facts[key]["signing_on"] if self._courses[key].signed else None
        return self._signed.get(key, fallback)

    def _days_left(self, course: Course, now: AgreementStatus) -> int | None:
        last = course.last_day
        return None if last is None or now in _UNCOUNTED else (last - self._today).days

    def _numbered(self, key: Key) -> Numbered:
        facts = self._facts[key]
        above = self._facts.get(facts["parent_id"])
        return Numbered(
            key,
            facts["kind"],
            above["kind"] if above else None,
            self._courses[key].signed,
            facts["signing_on"],
            self._parties.get(key, ()),
        )


def _linked(key: Key) -> UUID | None:
    return None if key is None else as_uuid(key)
