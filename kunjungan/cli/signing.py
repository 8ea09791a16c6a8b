"""The command that records signatures: whose, on which originals, and by what authority."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from kunjungan.cli.call import Call
from kunjungan.cli.output import say
from kunjungan.cli.papers import day, need_agreement
from kunjungan.cli.parser import Commands, Parser
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.domain.substitutes import Authority
from kunjungan.i18n import later, tr

if TYPE_CHECKING:
    from kunjungan.services.office import Office
    from kunjungan.services.signing import SignatureForm, SignatureLine
    from kunjungan.services.substitutes import Substitute


def add(commands: Commands) -> None:
    """Add ``sign``."""
    signed = commands.add(
        "sign",
        words=tr("Record the signatures of one day and place, all that are due; this is final."),
        run=_sign,
    )
    need_agreement(signed)
    signed.option(
        "--on", metavar="YYYY-MM-DD", type=day, required=True, words=tr("The day of signing.")
    )
    signed.option("--place", metavar="TEXT", required=True, words=tr("The place of signing."))
    _whose(signed)
    _by_whom(signed)


def _whose(signed: Parser) -> None:
    signed.option("--party", metavar="N", type=int, words=tr("Only of this party, counted from 1."))
    signed.option(
        "--original",
        metavar="N",
        type=int,
        action="append",
        words=tr("Only on this original; may be given again."),
    )
    signed.option(
        "--medium",
        choices=[medium.value for medium in Medium],
        default=Medium.WET.value,
        words=tr("In ink (wet) or electronically."),
    )


def _by_whom(signed: Parser) -> None:
    signed.option(
        "--signed-by",
        metavar="NAME",
        default="",
        words=tr("Who signs instead of whom the paper names: name, or id of the term of office."),
    )
    signed.option(
        "--authority", metavar="NUMBER", default="", words=tr("The number of their authority.")
    )
    signed.option(
        "--authority-on", metavar="YYYY-MM-DD", type=day, words=tr("The date of their authority.")
    )
    signed.option(
        "--reason", metavar="TEXT", default="", words=tr("Why they sign, or without authority.")
    )


def _sign(call: Call) -> None:
    from kunjungan.services.agreement_names import agreement_named  # noqa: PLC0415 (quick --help)
    from kunjungan.services.signing import list_signatures, sign  # noqa: PLC0415 (quick --help)

    args = call.args
    with call.office("write") as office:
        agreement = agreement_named(office, args.id)
        forms = _forms(args, list_signatures(office, agreement))
        substitute = _substitute(office, agreement, args)
        sign(office, agreement, _by_another(substitute, args, forms))
        due = [line for line in list_signatures(office, agreement) if line.on is None]
    say(tr("{count} signatures were recorded.", count=len(forms)))
    for warning in substitute.warnings if substitute else ():
        say(tr(warning.message))
    for line in due:
        words = tr(
            "Still due: {party}, original {number}", party=line.party, number=line.original_no
        )
        say(words)


def _forms(args: argparse.Namespace, lines: "list[SignatureLine]") -> "list[SignatureForm]":
    """Return the signatures that are due of those asked for.

    Raises RuleBroken for a party or an original that there is not.
    """
    from kunjungan.services.signing import SignatureForm  # noqa: PLC0415 (quick --help)

    _refuse_unknown(args, lines)
    return [
        SignatureForm(line.original_no, line.seq, args.on, args.place, Medium(args.medium))
        for line in lines
        if line.on is None
        and args.party in {None, line.seq}
        and (not args.original or line.original_no in args.original)
    ]


def _refuse_unknown(args: argparse.Namespace, lines: "list[SignatureLine]") -> None:
    if not lines:
        return  # nothing is printed that could be signed, which is told of all alike
    parties, originals = {line.seq for line in lines}, {line.original_no for line in lines}
    if args.party not in {None, *parties}:
        raise RuleBroken(later("This agreement has no party {number}."), number=args.party)
    for number in args.original or ():
        if number not in originals:
            raise RuleBroken(
                later("There is no original {number}; this agreement has {count}."),
                number=number,
                count=len(originals),
            )


def _by_another(
    substitute: "Substitute | None", args: argparse.Namespace, forms: "list[SignatureForm]"
) -> "list[SignatureForm]":
    """Return the signatures as given by a substitute."""
    if substitute is None:
        return forms
    authority = Authority(args.authority, args.authority_on, args.reason)
    who = substitute.line.id
    return [replace(form, signed_by=who, authority=authority) for form in forms]


def _substitute(office: "Office", agreement: UUID, args: argparse.Namespace) -> "Substitute | None":
    """Return whom ``--signed-by`` names, None where the one signs whom the paper names."""
    if not args.signed_by:
        return None
    if args.party is None:
        raise RuleBroken(later("Say for which party they sign: --party."))
    from kunjungan.services.substitutes import list_substitutes  # noqa: PLC0415 (quick --help)

    wanted = args.signed_by.strip().casefold()
    found = [
        each
        for each in list_substitutes(office, agreement, args.party, args.on)
        if each.line.name.plain.casefold() == wanted
        or each.line.name.full.casefold() == wanted
        or str(each.line.id).startswith(wanted)
    ]
    if len(found) != 1:
        raise RuleBroken(
            later("“{name}” stands for {count} people who may sign for party {party} on that day."),
            name=args.signed_by,
            count=len(found),
            party=args.party,
        )
    return found[0]
