"""The register and what is due in it, as ``list`` writes them."""

import argparse
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kunjungan.cli.parser import Parser
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.term_days import shifted
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office
    from kunjungan.services.registry.reminders import ReminderLine
    from kunjungan.services.registry.row import RegisterRow

Rows = list[dict[str, object]]
REGISTER: Mapping[str, str] = MappingProxyType(
    {
        "reference": later("Reference"),
        "own_number": later("Number"),
        "partners": later("Partner"),
        "subject": later("Subject"),
        "kind": later("Kind"),
        "field": later("Field"),
        "signed_on": later("Signed"),
        "last_day": later("Ends"),
        "days_left": later("Days left"),
        "status": later("State"),
        "faults": later("Number check"),
    }
)
REMINDERS: Mapping[str, str] = MappingProxyType(
    {
        "due_on": later("Due"),
        "kind": later("Reminder"),
        "what": later("Code"),
        "partners": later("Partner"),
        "subject": later("Subject"),
        "title": later("To do"),
        "ends_on": later("Ends"),
        "days_left": later("Days left"),
    }
)
NARROWING = ("status", "kind", "field", "year", "ending", "words")


def add_narrowing(listed: Parser) -> None:
    """Add the options that narrow the register."""
    states = [state.value for state in AgreementStatus]
    kinds = [kind.value for kind in AgreementKind]
    listed.option(
        "--status", metavar="STATE", action="append", choices=states,
        words=tr("Register: only this state; may be given again. {all}", all=", ".join(states)),
    )  # fmt: skip
    listed.option(
        "--kind", metavar="KIND", choices=kinds,
        words=tr("Register: only this kind. {all}", all=", ".join(kinds)),
    )  # fmt: skip
    listed.option("--field", metavar="TEXT", words=tr("Register: only this field."))
    listed.option("--year", metavar="YEAR", type=_number, words=tr("Register: year of signing."))
    listed.option(
        "--ending", metavar="MONTHS", type=_number,
        words=tr("Register: only what ends within so many months."),
    )  # fmt: skip
    listed.option("--words", metavar="TEXT", words=tr("Register: words to find, in any order."))


def refuse_narrowing(args: argparse.Namespace) -> None:
    """Raise RuleBroken for an option of the register where something else is listed."""
    given = [name for name in NARROWING if getattr(args, name) is not None]
    if given:
        raise RuleBroken(later("--{option} narrows only the register."), option=given[0])


def register_rows(office: "Office", args: argparse.Namespace) -> Rows:
    """Return what is told of the agreements that the options want."""
    return [_row(line) for line in wanted_rows(office, args)]


def wanted_rows(office: "Office", args: argparse.Namespace) -> "list[RegisterRow]":
    """Return the agreements that the options want, what needs action first."""
    from kunjungan.services.registry.lines import register_lines  # noqa: PLC0415 (quick --help)
    from kunjungan.services.registry.narrowing import GROUPS, Narrowing, narrowed  # noqa: PLC0415

    wanted = Narrowing(
        statuses=frozenset(map(AgreementStatus, args.status)) if args.status else GROUPS["all"],
        kind=AgreementKind(args.kind) if args.kind else None,
        field=args.field,
        year=args.year,
        ending_days=_days(office.today(), args.ending),
        words=args.words or "",
    )
    return narrowed(register_lines(office), wanted)


def reminder_rows(office: "Office") -> Rows:
    """Return what fell due and is not settled."""
    from kunjungan.services.registry.reminders import due  # noqa: PLC0415 (quick --help)

    return [_reminder(line) for line in due(office)]


def _row(line: "RegisterRow") -> dict[str, object]:
    return {
        "register": line.register_no,
        "reference": line.reference,
        "agreement": line.id,
        "kind": line.kind,
        "subject": line.subject,
        "parties": [party.name.id for party in line.parties],
        "partners": [party.name.id for party in line.partners],
        "own_number": line.own.number,
        "numbers": [party.number for party in line.parties],
        "field": line.field,
        "unit": line.unit,
        "note": line.note,
        "stage": line.stage,
        "status": line.status,
        "draft": line.draft_no,
        "signing_on": line.signing_on,
        "signed_on": line.signed_on,
        "starts_on": line.starts_on,
        "ends_on": line.ends_on,
        "days_left": line.days_left,
        "registered_on": line.registered_on,
        **_more(line),
    }


def _more(line: "RegisterRow") -> dict[str, Any]:
    return {
        "last_day": line.course.last_day,
        "ended_on": line.course.ended_on,
        "end_reason": line.end_reason,
        "extended_on": line.course.renewed_on,
        "follow_up": line.follow_up.state,
        "rests_on": line.parent_id,
        "renews": line.renews_id,
        "kept_at": line.custody.kept_at,
        "lent_to": line.custody.lent_to,
        "due_back_on": line.custody.due_back_on,
        "faults": [fault.kind for fault in line.faults],
    }


def _reminder(line: "ReminderLine") -> dict[str, object]:
    return {
        "agreement": line.agreement_id,
        "what": line.what,
        "kind": line.kind,
        "due_on": line.due_on,
        "title": line.title,
        "number": line.number,
        "partners": [name.id for name in line.partners],
        "subject": line.subject,
        "ends_on": line.ends_on,
        "days_left": line.days_left,
        "put_off_until": line.put_off,
    }


def _days(today: date, months: int | None) -> int | None:
    return None if months is None else (shifted(today, months) - today).days


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise argparse.ArgumentTypeError(tr("a whole number is needed."))
    return int(text)
