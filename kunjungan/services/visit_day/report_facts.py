"""What the papers after a visit are filled from, read once in one open session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlmodel import Session, col, select

from kunjungan.documents.office.content import Said, Signature
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.days import span_words
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.stages import SIGNED
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.agreement_lists import AgreementLine, agreements_of
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, settings_in
from kunjungan.services.officials import OfficialLine, officials_in
from kunjungan.services.visit_day.aftermath import Aftermath, CameLine, aftermath_in
from kunjungan.services.visiting.gifts import GiftLine, gifts_in
from kunjungan.services.visiting.promises import PromiseLine, promises_in
from kunjungan.store.tables import Attachment, Delegation, Institution, Visit

_DOTS = "(" + "." * 40 + ")"
_TO = "\N{EN DASH}"
_UNSIGNED = Bilingual("belum ditandatangani", "not signed yet")
_AGREEMENT = Bilingual("{kind} tentang {subject}", "{kind} concerning {subject}")


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A visit with everything that its papers tell."""

    visit: Visit
    after: Aftermath
    own: Institution | None
    officials: Sequence[OfficialLine]
    host: OfficialLine | None
    letters: tuple[Delegation, ...]
    agreements: tuple[AgreementLine, ...]
    gifts: tuple[GiftLine, ...]
    promises: tuple[PromiseLine, ...]
    files: tuple[str, ...]
    settings: OfficeSettings

    @property
    def day(self) -> date | None:
        """The first day, where it is known."""
        return self.visit.on.full

    @property
    def regional(self) -> bool:
        """Whether the own institution is a regional government, which has a regional secretary."""
        return self.own is not None and self.own.kind is InstitutionKind.REGION

    @property
    def zone(self) -> str:
        """What is written after clock times; nothing abroad, where ours do not hold."""
        return "" if self.visit.abroad else self.visit.zone.label


def facts_of(office: Office, session: Session, visit: Visit) -> ReportFacts:
    """Return what the papers of a visit are filled from."""
    settings, today = settings_in(session), office.today()
    own_id = visit.host_id if visit.direction == "incoming" else None
    own_id = own_id or settings.own_institution
    officials = officials_in(session, own_id) if own_id else []
    letters = select(Delegation).where(Delegation.visit_id == visit.id)
    files = select(Attachment.name).where(Attachment.visit_id == visit.id)
    return ReportFacts(
        visit=visit,
        after=aftermath_in(session, visit),
        own=session.get(Institution, own_id) if own_id else None,
        officials=officials,
        host=next((line for line in officials if line.id == visit.host_tenure_id), None),
        letters=tuple(session.exec(letters.order_by(col(Delegation.rank)))),
        agreements=tuple(agreements_of(office, session, visit.id)),
        gifts=tuple(gifts_in(session, today, visit_id=visit.id)),
        promises=tuple(promises_in(session, today, visit_id=visit.id)),
        files=tuple(sorted(session.exec(files))),
        settings=settings,
    )


def day_words(facts: ReportFacts) -> Bilingual:
    """Return the days of a visit in words, as far as they are known."""
    return span_words(facts.visit.on, facts.visit.until)


def real_hours(facts: ReportFacts) -> tuple[time, time] | None:
    """Return when it really began and ended, else as planned; None where neither is known."""
    visit, items = facts.visit, facts.after.items
    starts = [item.began_at for item in items if item.began_at]
    ends = [item.ended_at for item in items if item.ended_at]
    start = min(starts, default=visit.starts_at)
    end = max(ends, default=visit.ends_at)
    return (start, end) if start and end else None


def hours_text(starts_at: time | None, ends_at: time | None) -> str:
    """Return hours as they are printed: 09.00-11.30; a dash where nothing was noted."""
    if starts_at is None:
        return _TO
    return clock_hours(starts_at, ends_at)


def body_words(name: Bilingual) -> Bilingual:
    """Return an institution's name in both languages."""
    return Bilingual(name.id, name.en or name.id)


def head_words(line: CameLine) -> Said:
    """Return who led a delegation, with the post."""
    if not line.head:
        return ""
    post = body_words(line.head_post)
    return Bilingual(f"{line.head}\n{post.id}", f"{post.en}")


def agreement_words(line: AgreementLine) -> Bilingual:
    """Return an agreement's kind, subject and numbers."""
    subject = body_words(line.subject)
    words = _AGREEMENT.filled(kind=KINDS[line.kind].name, subject=subject)
    if numbers := ", ".join(number for number in line.numbers if number):
        words = Bilingual(f"{words.id}, Nomor {numbers}", f"{words.en}, Number {numbers}")
    if line.stage in SIGNED:
        return words
    return Bilingual(f"{words.id} ({_UNSIGNED.id})", f"{words.en} ({_UNSIGNED.en})")


def reporter(facts: ReportFacts, on: date) -> Signature:
    """Return who signs the report: whoever heads the protocol division, else dots to write on."""
    lines = [line for line in facts.officials if "protokol" in line.post.id.casefold()]
    line = next((each for each in lines if each.holds_on(on)), None)
    if line is None:
        return Signature(Bilingual("Yang melaporkan,", "Reported by,"), _DOTS)
    return Signature(body_words(line.post), line.name.full)


def leader_post(facts: ReportFacts, on: date) -> Said:
    """Return to whom is reported: the post that heads the own institution, else its name."""
    heads = [line for line in facts.officials if line.is_head and line.holds_on(on)]
    if heads:
        return body_words(heads[0].post)
    own = facts.own
    return body_name(own) if own else _DOTS


def signers(facts: ReportFacts) -> tuple[Signature, ...]:
    """Return who signs a Berita Acara: the host, then the head of each delegation."""
    own = facts.own
    name = body_name(own) if own else Bilingual("", "")
    post = body_words(facts.host.post) if facts.host else name
    host = Signature(post, facts.host.name.full if facts.host else _DOTS)
    guests = (
        Signature(
            body_words(line.head_post) if line.head else body_words(line.name), line.head or _DOTS
        )
        for line in facts.after.came
    )
    return (host, *guests)
