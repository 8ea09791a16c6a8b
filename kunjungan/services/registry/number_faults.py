"""Which agreements of the register have a number that cannot be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.kinds import rule_for
from kunjungan.domain.number_series import Gap, NumberFault, left_out, same_numbers
from kunjungan.domain.numbering import serial_in
from kunjungan.services.courses import Key, as_uuid
from kunjungan.services.registry.sources import PartyNumber


@dataclass(frozen=True, slots=True)
class Numbered:
    """An agreement as far as its numbers go; ``above`` is the kind of what it rests on."""

    key: Key
    kind: AgreementKind
    above: AgreementKind | None
    signed: bool
    on: date | None
    parties: Sequence[PartyNumber]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an agreement's numbers.

    ``number`` is the one that is given twice, ``others`` who else has it, ``gap`` the running
    numbers left out right before it.
    """

    kind: NumberFault
    number: str = ""
    others: tuple[UUID, ...] = ()
    gap: Gap | None = None


def number_faults(rows: Sequence[Numbered], pattern: str) -> dict[Key, tuple[Fault, ...]]:
    """Return what is wrong with the numbers, for each agreement where something is.

    ``pattern`` is that of the office's own series; other numbers are free text and only compared.
    """
    alike = same_numbers(entry for row in rows for entry in _series(row))
    gaps = left_out(entry for row in rows for entry in _serials(row, pattern))
    found = {row.key: (*_missing(row), *_gap(gaps.get(row.key))) for row in rows}
    for (key, number), others in alike.items():
        twice = Fault(NumberFault.DUPLICATE, number, tuple(as_uuid(other) for other, _ in others))
        found[key] = (twice, *found[key])
    return {key: faults for key, faults in found.items() if faults}


def _series(row: Numbered) -> Iterator[tuple[tuple[Key, str], tuple[Key, int], str]]:
    """Yield each number with its series: that of a body in the year of its own day."""
    for party in row.parties:
        if party.number:
            day = party.number_on or row.on
            yield (row.key, party.number), (party.body, day.year if day else 0), party.number


def _serials(row: Numbered, pattern: str) -> Iterator[tuple[int, int, Key]]:
    for party in row.parties[:1]:
        day = party.number_on or row.on
        serial = serial_in(party.number, pattern) if party.number else None
        if serial is not None and day is not None:
            yield day.year, serial.number, row.key


def _missing(row: Numbered) -> Iterator[Fault]:
    """Yield what numbers a signed paper still lacks; kinds without number lines need none."""
    if not row.signed or not row.parties or not rule_for(row.kind, row.above).number_lines:
        return
    if not row.parties[0].number:
        yield Fault(NumberFault.MISSING)
    elif not all(party.number for party in row.parties):
        yield Fault(NumberFault.PARTNER_MISSING)


def _gap(gap: Gap | None) -> Iterator[Fault]:
    if gap is not None:
        yield Fault(NumberFault.GAP, gap=gap)
