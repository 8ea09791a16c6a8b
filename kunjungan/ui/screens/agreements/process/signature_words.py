"""What was found of electronic signatures, line by line, each with its tone."""

from collections.abc import Iterator
from datetime import tzinfo

from kunjungan.i18n import later, tr
from kunjungan.services.process.signature_report import (
    NOT_CHECKED,
    SignatureReport,
    SignatureSeen,
    Since,
)
from kunjungan.ui.dates import short_day
from kunjungan.ui.screens.agreements.process.file_words import full_moment
from kunjungan.ui.theme.tokens import Tone

Line = tuple[Tone, str]
_SINCE = {
    Since.NOTHING: (Tone.OK, later("The whole file is signed; nothing was added since.")),
    Since.ADDED: (
        Tone.INFO,
        later("Since then only signatures, or what signing itself adds, came to the file."),
    ),
    Since.CHANGED: (Tone.BAD, later("The file was changed after this signature.")),
}


def report_lines(report: SignatureReport, zone: tzinfo | None) -> Iterator[Line]:
    """Yield what is to be read of a report; nothing but one line where nobody has signed."""
    if report.problem:
        yield Tone.WARN, tr(report.problem)
        return
    if not report.signatures:
        yield Tone.INFO, tr("This file carries no electronic signature.")
        return
    for seen in report.signatures:
        yield from _signature(seen, zone)
    if report.timestamps:
        yield (
            Tone.INFO,
            tr("Timestamps of a service, not checked: {count}", count=report.timestamps),
        )
    yield Tone.WARN, tr(NOT_CHECKED)


def _signature(seen: SignatureSeen, zone: tzinfo | None) -> Iterator[Line]:
    who = ", ".join(part for part in (seen.signer, seen.organisation) if part)
    when = full_moment(seen.claimed_at, zone) if seen.claimed_at else "—"
    yield (
        Tone.PLAIN,
        tr("{who}, signed on {when} by the signer's own clock", who=who or "—", when=when),
    )
    if seen.intact:
        yield Tone.OK, tr("What was signed is unaltered.")
    else:
        yield Tone.BAD, tr("What was signed has been altered; this signature vouches for nothing.")
    tone, words = _SINCE[seen.since]
    if seen.intact or tone is Tone.BAD:
        yield tone, tr(words)
    yield from _certificate(seen)


def _certificate(seen: SignatureSeen) -> Iterator[Line]:
    if seen.valid_from is None or seen.valid_until is None:
        return
    span = {
        "first": short_day(seen.valid_from, year=True),
        "last": short_day(seen.valid_until, year=True),
    }
    if seen.issuer == seen.signer:
        yield (
            Tone.WARN,
            tr("The certificate was made by its holder. Valid {first} to {last}.", **span),
        )
    else:
        yield (
            Tone.INFO,
            tr("Certificate of {issuer}, valid {first} to {last}.", issuer=seen.issuer, **span),
        )
    day = seen.claimed_at.date() if seen.claimed_at else None
    if day is not None and not seen.valid_from <= day <= seen.valid_until:
        yield Tone.WARN, tr("The signature is dated outside that time.")
