"""The commands that decide what becomes of an agreement: renew, end, remind."""

from kunjungan.cli.call import Call
from kunjungan.cli.output import say, say_json
from kunjungan.cli.papers import day, need_agreement
from kunjungan.cli.parser import Commands
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr


def add(commands: Commands) -> None:
    """Add ``renew``, ``end`` and ``remind``."""
    renewed = commands.add(
        "renew",
        words=tr("Draft what extends a signed agreement, with its parties, text and facts."),
        run=_renew,
    )
    need_agreement(renewed)
    renewed.option("--on", metavar="YYYY-MM-DD", type=day, words=tr("The planned day of signing."))
    renewed.option("--json", action="store_true", words=tr("Write JSON instead of a table."))
    ended = commands.add(
        "end", words=tr("Record that an agreement ends before its time."), run=_end
    )
    need_agreement(ended)
    ended.option("--on", metavar="YYYY-MM-DD", type=day, words=tr("The day of its end."))
    ended.option("--reason", metavar="TEXT", default="", words=tr("Why; it is kept."))
    ended.option(
        "--take-back", action="store_true", words=tr("It has not ended: take the record back.")
    )
    reminded = commands.add(
        "remind", words=tr("Settle or put off a reminder of an agreement."), run=_remind
    )
    need_agreement(reminded)
    reminded.need("reminder", shown="WHAT", words=tr("The reminder, as `list reminders` names it."))
    reminded.option(
        "--until", metavar="YYYY-MM-DD", type=day, words=tr("Put it off until this day.")
    )


def _renew(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named, references  # noqa: PLC0415
    from kunjungan.services.registry.renewal import renew, renewal_plan  # noqa: PLC0415

    with call.office("write") as office:
        old = agreement_named(office, call.args.id)
        plan = renewal_plan(office, old, call.args.on)
        made = renew(office, old, call.args.on)
        reference = references(office)[made]
    if call.args.json:
        say_json({"agreement": made, "reference": reference, "renews": old,
                  "starts_on": plan.starts_on, "ends_on": plan.ends_on})  # fmt: skip
        return
    say(reference)
    for party in plan.parties:
        if party.before:
            now = party.signatory or tr("nobody on record")
            say(
                tr(
                    "{before} is no longer in office; signs now: {now}",
                    before=party.before,
                    now=now,
                )
            )


def _end(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.registry.facts import (  # noqa: PLC0415 (quick --help)
        EndForm,
        end_agreement,
        take_back_end,
    )

    args = call.args
    if args.take_back == bool(args.on):
        raise RuleBroken(later("Say the day of its end with --on, or --take-back."))
    with call.office("write") as office:
        agreement = agreement_named(office, args.id)
        if args.take_back:
            take_back_end(office, agreement)
        else:
            end_agreement(office, agreement, EndForm(args.on, args.reason))
    say(tr("The end was taken back.") if args.take_back else tr("The end was recorded."))


def _remind(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.registry.reminders import put_off, settle  # noqa: PLC0415

    with call.office("write") as office:
        agreement = agreement_named(office, call.args.id)
        if call.args.until is None:
            settle(office, agreement, call.args.reminder)
        else:
            put_off(office, agreement, call.args.reminder, call.args.until)
    say(tr("The reminder was settled.") if call.args.until is None else tr("It was put off."))
