"""The command that lists what the office holds."""

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kunjungan.cli.attention import ATTENTION, attention_rows
from kunjungan.cli.call import Call
from kunjungan.cli.conflicts import (
    CONFLICTS,
    RESOURCES,
    add_days,
    conflict_rows,
    refuse_days,
    resource_rows,
)
from kunjungan.cli.files import FILES, file_rows
from kunjungan.cli.guests import GUESTS, guest_rows, guest_word
from kunjungan.cli.letters import LETTERS, letter_rows
from kunjungan.cli.output import say_json, say_table
from kunjungan.cli.parser import Commands
from kunjungan.cli.print_log import PRINTS, print_rows
from kunjungan.cli.register_list import (
    REGISTER,
    REMINDERS,
    add_narrowing,
    refuse_narrowing,
    register_rows,
    reminder_rows,
)
from kunjungan.cli.rundown import RUNDOWN, SPEECHES, rundown_rows, speech_rows
from kunjungan.cli.stages import STAGES, TASKS, stage_rows, task_rows
from kunjungan.cli.terms import TERMS, term_rows, term_word
from kunjungan.cli.travel import TRAVEL, travel_rows
from kunjungan.cli.visit_report import GIFTS, gift_rows
from kunjungan.cli.visum import VISUMS, visum_rows
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office

Rows = list[dict[str, object]]
HEADINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "visits": {
            "id": later("Id"),
            "on": later("Date"),
            "title": later("Visit"),
            "delegations": later("Delegations"),
            "guests": later("Guests"),
            "agreements": later("Agreements"),
            "steps_done": later("Done"),
            "steps": later("Steps"),
            "stage": later("Stage"),
        },
        "agreements": {
            "id": later("Id"),
            "reference": later("Reference"),
            "kind": later("Kind"),
            "parties": later("Parties"),
            "signing_on": later("Signing"),
            "stage": later("Stage"),
            "register": later("Register"),
        },
        "people": {
            "id": later("Id"),
            "name": later("Name"),
            "post": later("Post"),
            "nip": later("NIP"),
        },
        "institutions": {
            "id": later("Id"),
            "name_id": later("Institution"),
            "kind": later("Kind"),
            "region": later("Region"),
            "officials": later("Officials"),
        },
        "prints": PRINTS,
        "register": REGISTER,
        "reminders": REMINDERS,
        "files": FILES,
        "rundown": RUNDOWN,
        "speeches": SPEECHES,
        "guests": GUESTS,
        "letters": LETTERS,
        "visum": VISUMS,
        "travel": TRAVEL,
        "stages": STAGES,
        "tasks": TASKS,
        "terms": TERMS,
        "conflicts": CONFLICTS,
        "rooms": RESOURCES,
        "gifts": GIFTS,
        "attention": ATTENTION,
    }
)


WORDS: Mapping[object, str] = MappingProxyType(
    {
        "given": later("Given"),
        "received": later("Received"),
        "original": later("Original"),
        "draft": later("Draft"),
        "copy": later("Copy"),
        "translation": later("Translation"),
        "asked": later("Asked for"),
        "ready": later("Ready"),
        "printed": later("Printed"),
        "lodging": later("Lodging"),
        "there": later("there"),
        "missing": later("missing"),
        "damaged": later("damaged"),
        True: later("yes"),
        False: "",
    }
)
"""How a table words what a print was, whether it is outdated, and what became of a file."""
WORDED = frozenset(
    {"direction", "what", "stale", "overdue", "state", "text", "firm", "active", "blocking"}
)


def add(commands: Commands) -> None:
    """Add ``list``."""
    listed = commands.add("list", words=tr("List what the office holds."), run=_list)
    listed.need("what", shown="|".join(HEADINGS), words=tr("What to list."), choices=HEADINGS)
    listed.may("of", shown="OF", words=tr("Of which agreement or visit; needed by some lists."))
    listed.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    add_narrowing(listed)
    add_days(listed)
    listed.option(
        "--with-personal-data",
        action="store_true",
        words=tr("People: also tell the NIP."),
    )


def _list(call: Call) -> None:
    wanted = NARROWED.get(call.args.what)
    if wanted is not register_rows:
        refuse_narrowing(call.args)
    if wanted is not conflict_rows:
        refuse_days(call.args)
    if wanted is not _people and call.args.with_personal_data:
        raise RuleBroken(later("--with-personal-data tells more only of people."))
    with call.office() as office:
        if call.args.what in OF:
            rows = OF[call.args.what](office, call.args.of)
        else:
            rows = wanted(office, call.args) if wanted else ROWS[call.args.what](office)
    if call.args.json:
        say_json(rows)
        return
    headings = {
        name: head for name, head in HEADINGS[call.args.what].items() if not rows or name in rows[0]
    }
    cells = ([_cell(name, row[name]) for name in headings] for row in rows)
    say_table([tr(heading) for heading in headings.values()], cells)


def _cell(name: str, value: object) -> object:
    from kunjungan.ui.sizes import size_words  # noqa: PLC0415 (quick --help)

    if name == "size" and isinstance(value, int):
        return size_words(value)
    if isinstance(value, str) and (word := guest_word(name, value) or term_word(name, value)):
        return tr(word)
    return tr(WORDS[value]) if name in WORDED and value in WORDS else value


def _visits(office: "Office") -> Rows:
    from kunjungan.services.visit_lists import list_visits  # noqa: PLC0415 (quick --help)

    return [
        {
            "id": line.id,
            "title": line.title,
            "on": line.on,
            "until": line.until,
            "stage": line.stage,
            "direction": line.direction,
            "place": line.place,
            "delegations": [body.id for body in line.bodies],
            "guests": line.guests,
            "agreements": line.agreements,
            "kind": line.kind,
            "liaison": line.liaison,
            "steps_done": line.steps_done,
            "steps": line.steps,
            "reported": line.reported,
        }
        for line in list_visits(office)
    ]


def _agreements(office: "Office") -> Rows:
    from kunjungan.services.agreement_lists import list_agreements  # noqa: PLC0415
    from kunjungan.services.agreement_names import references  # noqa: PLC0415

    known = references(office)
    return [
        {
            "id": line.id,
            "reference": known[line.id],
            "kind": line.kind,
            "subject": line.subject,
            "parties": line.parties,
            "numbers": line.numbers,
            "stage": line.stage,
            "status": line.status,
            "draft": line.draft_no,
            "signing_on": line.signing_on,
            "ends_on": line.ends_on,
            "untranslated": line.untranslated,
            "register": line.register_no,
        }
        for line in list_agreements(office)
    ]


def _people(office: "Office", args: argparse.Namespace) -> Rows:
    """Return the people; the NIP only where it is asked for (UU 27/2022)."""
    from kunjungan.services.people import list_people  # noqa: PLC0415 (quick --help)

    return [
        {"id": line.id, "name": line.name.full, "post": line.post}
        | ({"nip": line.nip} if args.with_personal_data else {})
        for line in list_people(office)
    ]


def _institutions(office: "Office") -> Rows:
    from kunjungan.services.institutions import list_institutions  # noqa: PLC0415 (quick --help)

    return [
        {
            "id": line.id,
            "name_id": line.name.id,
            "name_en": line.name.en,
            "short_name": line.short_name,
            "kind": line.kind,
            "region": line.region_code,
            "officials": line.officials,
            "delegations": line.delegations,
            "agreements": line.agreements,
        }
        for line in list_institutions(office)
    ]


ROWS: Mapping[str, Callable[["Office"], Rows]] = MappingProxyType(
    {
        "visits": _visits,
        "agreements": _agreements,
        "institutions": _institutions,
        "prints": print_rows,
        "reminders": reminder_rows,
        "terms": term_rows,
        "tasks": task_rows,
        "rooms": resource_rows,
        "gifts": gift_rows,
        "attention": attention_rows,
    }
)
NARROWED: Mapping[str, Callable[["Office", argparse.Namespace], Rows]] = MappingProxyType(
    {"register": register_rows, "conflicts": conflict_rows, "people": _people}
)
"""What is listed as far as the options want it."""
OF: Mapping[str, Callable[["Office", str], Rows]] = MappingProxyType(
    {
        "files": file_rows,
        "stages": stage_rows,
        "letters": letter_rows,
        "rundown": rundown_rows,
        "speeches": speech_rows,
        "guests": guest_rows,
        "visum": visum_rows,
        "travel": travel_rows,
    }
)
"""What is listed of one agreement, or of one visit."""
