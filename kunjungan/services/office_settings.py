"""The office's own choices: office practice that the law leaves open, kept as settings."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.numbering import fill_number
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.precedence import TIE_RULES, HostPlace
from kunjungan.domain.quiet_times import QUIET_TIMES
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.workdays import MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.store.tables import Setting


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What this office decided once; every new agreement starts from it.

    All defaults are office practice, none is law. ``notice_months`` is how long before
    its end an extension is talked over; ``number_pattern`` takes the tokens of
    ``domain.numbering``. ``reminder_months`` are before an end, ``answer_days`` and
    ``council_days`` working days for a partner's answer and for the council's decision (45 by
    PP 28/2018 article 30(4)), ``report_months`` between two reports. ``clearance_route`` is the
    route of every new text (empty: the one that the program knows), an office a line, English
    after a bar: ``Bagian Hukum | Legal Division``. ``turnaround_minutes`` are between two
    seatings of a room, ``travel_minutes`` between two places; ``quiet_times`` are lines of
    ``domain.quiet_times``. ``report_days`` after a visit its report is due, ``reply_days`` an
    answer to a letter; ``gift_report_days`` working days are for reporting a gift.
    ``host_place`` and ``tie_rules`` are for precedence; ``guest_right`` seats the guest at the
    host's right hand where two sign, ``row_halves`` parts rows into guests and hosts.
    ``blank_rows`` for walk-ins end an attendance list, which shows ``attendance_nip`` and
    ``attendance_phone``. ``badge_sheet`` names a label sheet; ``badge_roles`` are lines of
    ``domain.badge_roles`` (empty: those that the program knows). ``contact_months`` after their
    last visit the contacts of guests may go (UU 27/2022).
    """

    own_institution: UUID | None = None
    paper: Paper = Paper.F4
    party_style: PartyStyle = PartyStyle.KESATU
    first_signs: str = "right"
    stamp_rule: StampRule = StampRule.CROSSWISE
    stamp_form: StampForm = StampForm.ADHESIVE
    ends_rule: EndsRule = EndsRule.SAME_DAY
    notice_months: int = 3
    titles_in_opening: bool = True
    titles_in_signature: bool = False
    number_pattern: str = "{class}/{seq:03}/{unit}/{roman}/{year}"
    number_class: str = "100.3.7.1"
    number_unit: str = "KSD"
    ending_months: int = 6
    six_day_week: bool = False
    reminder_months: tuple[int, ...] = (6, 3)
    answer_days: int = 14
    council_days: int = 45
    report_months: int = 12
    attachment_megabytes: int = 100
    clearance_route: tuple[str, ...] = ()
    turnaround_minutes: int = 30
    travel_minutes: int = 30
    quiet_times: tuple[str, ...] = QUIET_TIMES
    report_days: int = 7
    reply_days: int = 7
    gift_report_days: int = 30
    host_place: HostPlace = HostPlace.EQUALS
    tie_rules: tuple[str, ...] = TIE_RULES
    guest_right: bool = True
    row_halves: bool = False
    blank_rows: int = 20
    attendance_nip: bool = False
    attendance_phone: bool = False
    badge_sheet: str = "a4-8"
    badge_roles: tuple[str, ...] = ()
    contact_months: int = 24

    @property
    def week(self) -> frozenset[int]:
        """The weekdays on which the office works, Monday as 0."""
        return MONDAY_TO_SATURDAY if self.six_day_week else MONDAY_TO_FRIDAY


def office_settings(office: Office) -> OfficeSettings:
    """Return the office's choices; what was never chosen has its default."""
    with office.store.read() as session:
        return settings_in(session)


def settings_in(session: Session) -> OfficeSettings:
    """Return the choices as an open session sees them."""
    stored = {row.key: row.value for row in session.exec(select(Setting))}
    defaults = OfficeSettings()
    known = {
        field.name: _read(getattr(defaults, field.name), field.name, stored[field.name])
        for field in fields(OfficeSettings)
        if field.name in stored
    }
    return replace(defaults, **known)


def change_settings(office: Office, settings: OfficeSettings) -> None:
    """Keep the office's choices; papers already drafted keep theirs.

    Raises:
        RuleBroken: no number could be made by the pattern, or all would be alike.
    """
    _check_pattern(settings, office.today())
    with office.store.change(later("Change the office's settings")) as session:
        write_settings(session, settings)


def write_settings(session: Session, settings: OfficeSettings) -> None:
    """Write the choices that differ from what is stored."""
    stored = {row.key: row for row in session.exec(select(Setting))}
    defaults = asdict(OfficeSettings())
    for key, value in asdict(settings).items():
        plain = _plain(value)
        if key in stored:
            if stored[key].value != plain:
                stored[key].value = plain
        elif plain != _plain(defaults[key]):
            session.add(Setting(key=key, value=plain))


def _check_pattern(settings: OfficeSettings, on: date) -> None:
    first, second = (
        fill_number(
            settings.number_pattern,
            seq=seq,
            on=on,
            code=settings.number_class,
            unit=settings.number_unit,
        )
        for seq in (1, 2)
    )
    if first == second:
        message = later("The number pattern needs {counter}; without it all numbers are alike.")
        raise RuleBroken(message, counter="{seq}")


def _plain(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value as JSON gives it back."""
    if isinstance(value, UUID):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _read(default: Any, name: str, stored: Any) -> Any:  # noqa: ANN401 - a JSON value
    if name == "own_institution":
        return UUID(stored) if stored else None
    kind = type(default)
    return kind(stored)
