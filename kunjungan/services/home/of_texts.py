"""What needs attention with agreements: texts without English, duties, ends that come near."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import col, func, select

from kunjungan.domain.attention import Attention, AttentionKind, Said
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.registry import Due
from kunjungan.domain.stages import CALLED_OFF, OVER, AgreementStage
from kunjungan.i18n import later
from kunjungan.services.agreement_lists import agreements_of
from kunjungan.services.office import Office
from kunjungan.services.registry.reminders import ReminderLine, due
from kunjungan.store.tables import AgreementVisit, Visit

AHEAD = timedelta(days=30)
"""How far ahead visits are looked at (office practice)."""


def untranslated(office: Office) -> Iterator[Attention]:
    """Yield each draft to be signed at a coming visit that lacks English somewhere."""
    for visit in _coming(office):
        with office.store.read() as session:
            lines = agreements_of(office, session, visit.id)
        for line in lines:
            if line.untranslated and line.stage is AgreementStage.DRAFT:
                day = line.signing_on or visit.on.first
                yield Attention(
                    kind=AttentionKind.TRANSLATION,
                    what=f"translation:{line.id}",
                    title=Said(
                        later("Translation incomplete: {count} rows"),
                        {"count": line.untranslated},
                    ),
                    cause=Said(
                        later("{partner} · draft {no}"),
                        {"partner": ", ".join(line.parties[1:]), "no": line.draft_no},
                    ),
                    due_on=day - timedelta(days=1),
                    blocking=True,
                    visit_id=visit.id,
                    agreement_id=line.id,
                )


def duties(office: Office) -> Iterator[Attention]:
    """Yield what is due with an agreement: tasks, and originals lent out."""
    for line in due(office):
        if line.kind is not Due.ENDING:
            yield Attention(
                kind=AttentionKind.DUTY,
                what=f"duty:{line.agreement_id}:{line.what}",
                title=_duty_title(line),
                cause=Said("{subject}", {"subject": line.subject}),
                due_on=line.due_on,
                agreement_id=line.agreement_id,
            )


def ending(office: Office) -> Iterator[Attention]:
    """Yield one line for all agreements whose end comes near, with the nearest of them."""
    lines = [line for line in due(office) if line.kind is Due.ENDING and line.ends_on]
    agreements = {line.agreement_id for line in lines}
    if not lines:
        return
    first = min(lines, key=lambda line: line.ends_on or date.max)
    yield Attention(
        kind=AttentionKind.ENDING,
        what=f"ending:{first.agreement_id}:{len(agreements)}",
        title=Said(later("Agreements that end soon: {count}"), {"count": len(agreements)}),
        cause=Said(
            later("Nearest: {partner}, {day}"),
            {"partner": first.partners[0] if first.partners else "", "day": _day(first.ends_on)},
        ),
        due_on=first.ends_on,
        agreement_id=first.agreement_id if len(agreements) == 1 else None,
    )


def _duty_title(line: ReminderLine) -> Said:
    if line.kind is Due.ORIGINAL:
        return Said(later("An original is due back: {holder}"), {"holder": line.title})
    return Said("{title}", {"title": line.title})


def _day(day: date | None) -> Bilingual:
    return PartialDate.of(day).words if day else Bilingual("", "")


def _coming(office: Office) -> list[Visit]:
    """Return the visits of the next weeks that sign something."""
    today = office.today()
    signing = select(AgreementVisit.visit_id)
    query = (
        select(Visit)
        .where(col(Visit.id).in_(signing), col(Visit.stage).not_in(OVER | CALLED_OFF))
        .where(col(Visit.on) <= PartialDate.of(today + AHEAD))
        .where(func.coalesce(Visit.until, Visit.on) >= PartialDate(today.year))
    )
    with office.store.read() as session:
        rows = session.exec(query).all()
    return [row for row in rows if (row.until or row.on).last >= today]
