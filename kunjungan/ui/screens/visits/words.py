"""How visits are spoken of on their screens."""

import re
from collections.abc import Sequence
from datetime import date

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.brief_posts import brief_post
from kunjungan.domain.days import PartialDate
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.dates import hours_words, partial_words, short_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

DOT = " · "


def joined(*parts: str) -> str:
    """Return what is known of several things on one line."""
    return DOT.join(part for part in parts if part)


def stage_chip(stage: VisitStage) -> ChipText:
    """Return the chip of a visit's stage."""
    return ChipText(label(stage), tone(stage))


def day_words(on: PartialDate) -> str:
    """Return a day inside its month's group: "Thu, 1 Sep", or as far as it is known."""
    return partial_words(on) if on.full is None else short_day(on.full)


def span_words(on: PartialDate, until: PartialDate | None) -> str:
    """Return the days of a visit: "Thu, 1 Sep 2022" or "Thu, 1 Sep" to "Fri, 2 Sep 2022"."""
    if until is None or until == on:
        return partial_words(on)
    return f"{day_words(on)} – {partial_words(until)}"  # noqa: RUF001  # an en dash is meant


def when_words(seen: VisitOverview) -> str:
    """Return the days and hours of a visit with its zone where hours are known."""
    hours = hours_words(seen.when.starts_at, seen.when.ends_at)
    zone = f" {seen.zone}" if hours else ""
    return joined(span_words(seen.when.on, seen.until), hours + zone)


def place_words(seen: VisitOverview) -> str:
    """Return room and place on one line."""
    return ", ".join(part for part in (seen.room, seen.place) if part)


def days_left(on: PartialDate, today: date) -> str:
    """Return how far off a visit is, where its day is known and not past."""
    if on.full is None or on.full < today:
        return ""
    days = (on.full - today).days
    if days == 0:
        return tr("today")
    return tr("tomorrow") if days == 1 else tr("in {days} days", days=days)


def guests_words(count: int) -> str:
    """Return "1 guest" or "34 guests"."""
    return tr("1 guest") if count == 1 else tr("{count} guests", count=count)


def visits_words(count: int) -> str:
    """Return "1 visit" or "7 visits"."""
    return tr("1 visit") if count == 1 else tr("{count} visits", count=count)


def waiting(delegations: Sequence[DelegationLine]) -> int:
    """Return how many of the guests listed or announced have not confirmed yet."""
    return sum(max(_expected(line) - line.confirmed, 0) for line in delegations)


def confirmed_chip(line: DelegationLine) -> ChipText:
    """Return how many of a delegation have confirmed: "13 of 16"."""
    total = _expected(line)
    if not total:
        return ChipText(tr("no guests yet"))
    words = tr("{done} of {total}", done=line.confirmed, total=total)
    return ChipText(words, Tone.OK if line.confirmed >= total else Tone.WARN, "people")


def agreement_words(line: AgreementLine) -> str:
    """Return an agreement's kind and draft: "Joint Agreement (KB) · draft 4"."""
    return joined(label(line.kind), tr("draft {number}", number=line.draft_no))


def untranslated_words(count: int) -> str:
    """Return "1 row without English" or "4 rows without English"."""
    if count == 1:
        return tr("1 row without English")
    return tr("{count} rows without English", count=count)


def agreement_chip(line: AgreementLine) -> ChipText:
    """Return what an agreement needs most: translation, or nothing but its stage."""
    if line.untranslated:
        return ChipText(tr("{count} untranslated", count=line.untranslated), Tone.BAD)
    return ChipText(label(line.stage), tone(line.stage))


def partner_words(line: AgreementLine) -> str:
    """Return the other parties of an agreement, the first being one's own."""
    return ", ".join(map(brief_body, line.parties[1:] or line.parties))


def person_words(name: str, post: Bilingual) -> str:
    """Return a person with the post: "Ridho Yahya, Wali Kota Prabumulih"."""
    return ", ".join(part for part in (name, screen_side(post)) if part)


def body_name(line: DelegationLine) -> str:
    """Return a delegation's institution in the screen's language, as briefly as one says it."""
    return brief_body(screen_side(line.name))


def bodies_words(line: VisitLine) -> str:
    """Return the institutions of a visit's delegations in the screen's language."""
    return ", ".join(brief_body(screen_side(body)) for body in line.bodies)


def brief_body(name: str) -> str:
    """Return an institution's name without the words that all governments share."""
    for words in ("Pemerintah ", "Government of the ", "Government of "):
        name = name.removeprefix(words)
    return name


def region_name(body: str) -> str:
    """Return an institution as it stands where there is little room: "Kab. Ogan Ilir"."""
    name = brief_body(body)
    for office, region in _REGIONS:
        if name.startswith(office):
            return region + name.removeprefix(office)
    return name


_REGIONS = (
    *(("Pemkot ", "Kota "), ("Pemkab ", "Kab. "), ("Pemprov ", "Prov. ")),
    *(("Kabupaten ", "Kab. "), ("Provinsi ", "Prov. ")),
)
"""How a government is named, and its region as it stands on a card (office practice)."""


_ENDING = re.compile(r"^((?:Head,|Assistant for) .+) (?:Division|Agency|Affairs)$")
"""Words that an English post can spare where there is little room."""


def brief_title(title: Bilingual) -> str:
    """Return a post for a narrow place on the screen: "Ka. Diskominfo", "Head, Diskominfo".

    In English abbreviations of offices stay as everybody knows them.
    """
    brief = brief_post(title)
    office = brief.id.rpartition(" ")[2]
    english = brief.en
    if english.startswith("Head, ") and office not in title.id:
        english = f"Head, {office}"
    return screen_side(Bilingual(brief.id, _ENDING.sub(r"\1", english)))


def _expected(line: DelegationLine) -> int:
    return max(line.listed, line.announced or 0)


def law_words(group: Group) -> str:
    """Return where the law names a place in the order: "UU 9/2010 art 11 (a)"."""
    return tr("UU 9/2010 art {article} ({letter})", article=group[:-1], letter=group[-1])
