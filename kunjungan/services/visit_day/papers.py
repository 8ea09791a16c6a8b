"""The papers after a visit, filled from what happened: visit report and Berita Acara."""

from datetime import date, time
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from kunjungan.documents.office.berita_acara import Minutes, minutes_paper
from kunjungan.documents.office.content import OfficePaper, Said
from kunjungan.documents.office.visit_report import VisitReport, report_paper
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, day_month_year, long_date, opening
from kunjungan.domain.paper import Paper
from kunjungan.domain.stages import SIGNED
from kunjungan.domain.visit_words import VisitKind
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visit_day.report_facts import (
    ReportFacts,
    agreement_words,
    body_words,
    day_words,
    facts_of,
    head_words,
    hours_text,
    leader_post,
    real_hours,
    reporter,
    signers,
)
from kunjungan.services.visiting.gift_export import DIRECTIONS
from kunjungan.services.visiting.gifts import GiftLine
from kunjungan.store.tables import Delegation, Visit

_LETTER = Bilingual("Surat {body} Nomor {number}{day}", "Letter of {body}, number {number}{day}")
_DATED = Bilingual(" tanggal {day}", " of {day}")

_SECRETARY = Bilingual("Sekretaris Daerah", "Regional Secretary")


class AfterPaper(StrEnum):
    """A paper after a visit."""

    REPORT = "report"
    MINUTES = "minutes"


def after_pdf(
    office: Office,
    visit_id: UUID,
    kind: AfterPaper,
    paper: Paper | None = None,
    *,
    english: bool = False,
) -> bytes:
    """Return the report or the Berita Acara as PDF; the same state gives the same bytes.

    ``english`` sets English under the Indonesian; ``paper`` None takes the office's own.
    """
    from kunjungan.documents.office.paper import office_pdf  # noqa: PLC0415 - slow to load

    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        facts = facts_of(office, session, visit)
        chosen = paper or facts.settings.paper
        if kind is AfterPaper.MINUTES:
            made = _minutes(facts, chosen, english=english)
        else:
            made = _report(facts, office.today(), chosen, english=english)
    return office_pdf(made)


def wants_english(office: Office, visit_id: UUID) -> bool:
    """Say whether the papers are in English, too, unless somebody chooses: for foreign guests."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        return visit.kind is VisitKind.FOREIGN or bool(visit.abroad)


def after_name(office: Office, visit_id: UUID, kind: AfterPaper) -> str:
    """Return a name for the file that tells the paper and the visit."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
    what = {AfterPaper.REPORT: "Laporan kunjungan", AfterPaper.MINUTES: "Berita acara"}[kind]
    return safe_file_name(f"{what} {visit.on} {visit.title}", ".pdf")


def write_after(office: Office, visit_id: UUID, kind: AfterPaper, path: Path, pdf: bytes) -> Path:
    """Write a paper and return its file; a folder gets a file named by paper and visit.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    if path.suffix.casefold() != ".pdf":
        path /= after_name(office, visit_id, kind)
    return write_whole(path, pdf)


def _report(facts: ReportFacts, today: date, paper: Paper, *, english: bool) -> OfficePaper:
    visit, hours = facts.visit, real_hours(facts)
    came = [line.came for line in facts.after.came if line.came is not None]
    expected = [_expected(line.announced, line.listed) for line in facts.after.came]
    signed = reporter(facts, facts.day or today)
    return report_paper(
        VisitReport(
            title=visit.title,
            to=leader_post(facts, facts.day or today),
            through=_SECRETARY if facts.regional else "",
            sender=signed.post if signed.name[0] != "(" else "",
            reported_on=long_date(today),
            day=day_words(facts),
            place=", ".join(part for part in (visit.room, visit.place) if part),
            held=_hours(facts, hours),
            theme=body_words(Bilingual(visit.theme_id, visit.theme_en)),
            host=_host(facts),
            grounds=tuple(_letter(row, facts) for row in facts.letters if row.letter_number),
            guests=tuple(_guest_rows(facts)),
            expected=sum(expected),
            came=sum(came) if len(came) == len(facts.after.came) else None,
            course=tuple(_course(facts)),
            result=facts.after.result,
            agreements=tuple(agreement_words(line) for line in facts.agreements),
            promises=tuple(_promises(facts)),
            gifts=tuple(map(_gift, facts.gifts)),
            files=facts.files,
            signed=signed,
            foot=f"Laporan kunjungan · {visit.title} · {visit.on}",
            paper=paper,
            english=english,
            author=facts.own.name_id if facts.own else "",
        )
    )


def _minutes(facts: ReportFacts, paper: Paper, *, english: bool) -> OfficePaper:
    visit, hours = facts.visit, real_hours(facts)
    return minutes_paper(
        Minutes(
            opening=opening(facts.day),
            place=", ".join(part for part in (visit.room, visit.place) if part),
            theme=Bilingual(visit.theme_id or visit.title, visit.theme_en),
            came=tuple((line.name, line.came) for line in facts.after.came),
            hours=(clock(hours[0]), clock(hours[1])) if hours else None,
            zone=facts.zone,
            agreements=tuple(
                agreement_words(line) for line in facts.agreements if line.stage in SIGNED
            ),
            result=" ".join(facts.after.result.split()),
            promises=tuple(line.title for line in facts.promises),
            signers=signers(facts),
            foot=f"Berita acara kunjungan · {visit.title} · {visit.on}",
            paper=paper,
            english=english,
            author=facts.own.name_id if facts.own else "",
        )
    )


def _hours(facts: ReportFacts, hours: tuple[time, time] | None) -> Bilingual:
    if hours is None:
        return Bilingual("", "")
    said = f"{hours_text(*hours)} {facts.zone}".strip()
    return Bilingual(f"pukul {said}", said)


def _host(facts: ReportFacts) -> Said:
    if facts.host is None:
        return ""
    post, name = body_words(facts.host.post), facts.host.name.full
    return Bilingual(f"{name}, {post.id}", f"{name}, {post.en}")


def _letter(row: Delegation, facts: ReportFacts) -> Bilingual:
    names = {line.delegation_id: line.name for line in facts.after.came}
    day = _DATED.filled(day=long_date(row.letter_on)) if row.letter_on else Bilingual("", "")
    body = body_words(names[row.id])
    return _LETTER.filled(body=body, number=row.letter_number, day=day)


def _guest_rows(facts: ReportFacts) -> list[tuple[Said, ...]]:
    return [
        (
            str(number),
            body_words(line.name),
            head_words(line),
            str(_expected(line.announced, line.listed)),
            "" if line.came is None else str(line.came),
        )
        for number, line in enumerate(facts.after.came, 1)
    ]


def _course(facts: ReportFacts) -> list[tuple[Said, ...]]:
    return [
        (
            hours_text(item.starts_at, item.ends_at),
            hours_text(item.began_at, item.ended_at),
            body_words(item.title),
            item.remark,
        )
        for item in facts.after.items
    ]


def _promises(facts: ReportFacts) -> list[tuple[Said, ...]]:
    return [
        (
            str(number),
            line.title,
            body_words(line.partner),
            line.owner,
            day_month_year(line.due_on) if line.due_on else "",
        )
        for number, line in enumerate(facts.promises, 1)
    ]


def _gift(line: GiftLine) -> tuple[Said, ...]:
    count = f" ({line.count})" if line.count > 1 else ""
    return (
        DIRECTIONS[line.direction],
        f"{line.what}{count}",
        body_words(line.partner),
        rupiah(line.value),
        line.kept_at,
    )


def rupiah(value: int | None) -> str:
    """Return an amount as it is written: Rp350.000, without a blank; nothing for none."""
    return "" if value is None else f"Rp{value:,}".replace(",", ".")


def _expected(announced: int | None, listed: int) -> int:
    return max(announced or 0, listed)
