"""Gathers what needs attention in the whole office."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlmodel import Session, col, select

from kunjungan.domain.attention import Attention, AttentionKind, Said, ranked
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later
from kunjungan.services.home import of_office, of_texts, of_visits
from kunjungan.services.office import Office
from kunjungan.store.tables import Snooze

Source = Callable[[Office], Iterator[Attention]]

SOURCES: tuple[tuple[AttentionKind, Source], ...] = (
    (AttentionKind.TRANSLATION, of_texts.untranslated),
    (AttentionKind.READINESS, of_visits.unready),
    (AttentionKind.GUESTS, of_visits.unconfirmed),
    (AttentionKind.CONFLICT, of_visits.conflicts),
    (AttentionKind.REQUEST, of_visits.unanswered_requests),
    (AttentionKind.LETTER, of_visits.open_answers),
    (AttentionKind.RUNDOWN, of_visits.changed_rundowns),
    (AttentionKind.REPORT, of_visits.unreported),
    (AttentionKind.GIFT, of_visits.gifts_to_report),
    (AttentionKind.DUTY, of_texts.duties),
    (AttentionKind.ENDING, of_texts.ending),
    (AttentionKind.BACKUP, of_office.old_backup),
    (AttentionKind.HOLIDAYS, of_office.missing_holidays),
)


def attention(office: Office) -> list[Attention]:
    """Return what needs attention and was not put off, the gravest first.

    A kind that cannot be looked into gives one line that says why.
    """
    put_off = _put_off(office)
    found = [line for kind, source in SOURCES for line in _looked(office, kind, source)]
    return ranked(line for line in found if line.blocking or line.what not in put_off)


def _looked(office: Office, kind: AttentionKind, source: Source) -> Iterator[Attention]:
    try:
        yield from source(office)
    except OfficeError as refusal:
        yield Attention(
            kind=kind,
            what=f"unknown:{kind.value}",
            title=Said(later("This could not be looked into")),
            cause=Said(refusal.message, refusal.values),
        )


def _put_off(office: Office) -> frozenset[str]:
    today = office.today()
    with office.store.read() as session:
        return frozenset(_waiting(session, today))


def _waiting(session: Session, today: date) -> Iterator[str]:
    query = select(Snooze.what).where((col(Snooze.until) > today) | col(Snooze.until).is_(None))
    yield from session.exec(query)
