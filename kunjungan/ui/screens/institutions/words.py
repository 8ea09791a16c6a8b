"""How institutions and terms of office are spoken of on their screens."""

from datetime import date

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.i18n import tr
from kunjungan.services.institutions import InstitutionLine
from kunjungan.services.officials import OfficialLine
from kunjungan.services.regions import RegionLine
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import label
from kunjungan.ui.widgets.search_picker import Item

DOT = " · "
_TO = "\N{EN DASH}"
_KINDS = {kind: place for place, kind in enumerate(InstitutionKind)}


def joined(*parts: str) -> str:
    """Return what is known of several things on one line."""
    return DOT.join(part for part in parts if part)


def kind_order(line: InstitutionLine) -> tuple[int, str]:
    """Return what puts institutions under their kinds, each kind by name."""
    return _KINDS[line.kind], line.name.id


def body_words(line: InstitutionLine) -> str:
    """Return what tells an institution from another of its name: code, kind, short name."""
    return joined(line.region_code, label(line.region_kind or line.kind), line.short_name)


def region_item(region: RegionLine) -> Item:
    """Return a region to pick: code and kind tell a city from the regency of its name."""
    detail = joined(region.code, label(region.kind), region.province)
    return Item(region.code, region.name, detail)


def group_item(group: Group) -> Item:
    """Return a place in the order of precedence with the article of UU 9/2010 it stands in."""
    article, letter = group.value[:-1], group.value[-1]
    words = tr("UU 9/2010 art {article} letter {letter}", article=article, letter=letter)
    return Item(group, label(group), words)


def day_words(on: PartialDate) -> str:
    """Return a date as far as it is known, without its weekday: "1 Sep 2022", "Dec 2021"."""
    return partial_words(on).rsplit(", ", 1)[-1]


def term_words(line: OfficialLine) -> str:
    """Return from when to when a post is held, or nothing where neither is recorded."""
    if line.since and line.until:
        return f"{day_words(line.since)}{_TO}{day_words(line.until)}"
    if line.since:
        return tr("since {day}", day=day_words(line.since))
    return tr("until {day}", day=day_words(line.until)) if line.until else ""


def term_order(line: OfficialLine, today: date) -> int:
    """Return 0 for a term that covers today, 1 for one to come, 2 for a past one."""
    if line.holds_on(today):
        return 0
    return 1 if line.since is not None and line.since.first > today else 2
