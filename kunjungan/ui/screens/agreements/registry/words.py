"""How the register words kinds, days left, faults of numbers, and what follows."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.number_series import Gap, NumberFault
from kunjungan.domain.registry import Follow
from kunjungan.domain.term_days import months_between
from kunjungan.i18n import later, tr
from kunjungan.services.registry.follow_ups import FollowUp
from kunjungan.services.registry.number_faults import Fault
from kunjungan.services.registry.row import RegisterRow
from kunjungan.services.registry.sources import Talks
from kunjungan.ui.dates import brief_day, partial_words
from kunjungan.ui.labels import label, screen_side

_SHORT: Mapping[AgreementKind, str] = MappingProxyType(
    {
        AgreementKind.KB: later("KB"),
        AgreementKind.PKS: later("PKS"),
        AgreementKind.CONTRACT: later("Contract"),
        AgreementKind.SYNERGY: later("Synergy"),
        AgreementKind.NK: later("NK"),
        AgreementKind.LOI: later("LoI"),
        AgreementKind.MSP: later("MSP"),
        AgreementKind.ADDENDUM: later("Addendum"),
    }
)
_TO = "\N{EN DASH}"
_LESS = "\N{MINUS SIGN}"


def kind_short(kind: AgreementKind) -> str:
    """Return a kind in a word for a narrow column: "KB", "PKS", "LoI"."""
    return tr(_SHORT[kind])


def names(parties: tuple[Bilingual, ...]) -> str:
    """Return several names on one line."""
    return ", ".join(screen_side(name) for name in parties)


def left_words(days: int, last: date) -> str:
    """Return the time left until a last day: "32 days", "1 y 5 mo", with a minus after it."""
    today = last - timedelta(days=days)
    less = _LESS if days < 0 else ""
    months = months_between(min(today, last), max(today, last))
    if months < (24 if days < 0 else 12):
        return tr("1 day") if days == 1 else tr("{days} days", days=f"{less}{abs(days)}")
    years, rest = divmod(months, 12)
    shown = f"{less}{years}"
    return tr("{years} y {months} mo", years=shown, months=rest) if rest else tr("{n} y", n=shown)


def follow_words(follow: FollowUp, *, near: bool = True) -> str:
    """Return what follows an agreement; nothing where nothing does and the end is not near."""
    match follow.state:
        case Follow.NONE:
            return tr("no follow-up yet") if near else ""
        case Follow.DRAFTED:
            return tr("renewal drafted, draft {number}", number=follow.draft_no)
        case Follow.IN_TALKS:
            return tr("in talks {days}", days=_talk_days(follow.talks)) if follow.talks else ""
        case Follow.EXTENDED:
            until = brief_day(follow.until, year=True) if follow.until else ""
            return tr("extended until {day}", day=until) if until else label(follow.state)


def fault_chip(fault: Fault) -> str:
    """Return a fault of a number in the words of a chip."""
    if fault.kind is NumberFault.GAP and fault.gap is not None:
        return tr("Skipped: {numbers}", numbers=_gap(fault.gap))
    return label(fault.kind)


def fault_tip(fault: Fault, book: Mapping[UUID, RegisterRow]) -> str:
    """Return a fault of a number in a sentence; ``book`` is the register by its ids."""
    match fault.kind:
        case NumberFault.DUPLICATE:
            others = [book[key] for key in fault.others if key in book]
            told = "; ".join(f"{_partners(row)}, {screen_side(row.subject)}" for row in others)
            return tr("Number {number} is given to: {others}", number=fault.number, others=told)
        case NumberFault.GAP:
            numbers, year = (_gap(fault.gap), fault.gap.year) if fault.gap else ("", "")
            return tr(
                "Before this one, number {numbers} of {year} is in no agreement.",
                numbers=numbers,
                year=year,
            )
        case NumberFault.MISSING:
            return tr("It is signed but has no number of ours.")
        case NumberFault.PARTNER_MISSING:
            return tr("The partner has not told its number yet.")


def _partners(row: RegisterRow) -> str:
    return ", ".join(party.short for party in row.partners)


def _gap(gap: Gap) -> str:
    return str(gap.first) if gap.first == gap.last else f"{gap.first}{_TO}{gap.last}"


def _talk_days(talks: Talks) -> str:
    first = _talk_day(talks.on)
    if talks.until is None or talks.until == talks.on:
        return first
    last = _talk_day(talks.until)
    one_month = talks.on.full and talks.until.full and first.split()[1:] == last.split()[1:]
    return f"{talks.on.day}{_TO}{last}" if one_month else f"{first} {_TO} {last}"


def _talk_day(on: PartialDate) -> str:
    return brief_day(on.full) if on.full else partial_words(on)
