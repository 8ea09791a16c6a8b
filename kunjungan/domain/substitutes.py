"""Who signs in another's place, and by what authority."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.signing_power import SigningWarning
from kunjungan.i18n import later


@dataclass(frozen=True, slots=True)
class Authority:
    """By what somebody signs in another's place: number and date, or why there is none."""

    number: str = ""
    on: date | None = None
    reason: str = ""

    @property
    def proven(self) -> bool:
        """Whether number and date are known."""
        return bool(self.number.strip()) and self.on is not None


NO_AUTHORITY = Authority()
"""What goes with the signature of whom the paper names."""

_NOT_GIVEN = later(
    "{name} signs in another's place (PP 28/2018 article 2). Enter number and date of the "
    "authority, or say why there is none. Nothing was recorded."
)
_HALF = later("An authority has a number and a date. Enter both. Nothing was recorded.")
_TOO_LATE = later(
    "The authority is dated after the signature, so it did not cover it. "
    "Correct one of the dates. Nothing was recorded."
)
_REASON = later("{why} Say why {name} signs all the same. Nothing was recorded.")


def refuse_unauthorised(
    name: str, signed_on: date, authority: Authority, warnings: Sequence[SigningWarning]
) -> None:
    """Raise RuleBroken for a substitute without authority or reason.

    A reason does for what is missing; it is also owed where the law wants the head in person,
    whatever the authority (PP 28/2018 article 2(2)).
    """
    if bool(authority.number.strip()) != (authority.on is not None):
        raise RuleBroken(_HALF)
    if authority.on is not None and authority.on > signed_on:
        raise RuleBroken(_TOO_LATE)
    if authority.reason.strip():
        return
    if not authority.proven:
        raise RuleBroken(_NOT_GIVEN, name=name)
    for warning in warnings:
        if warning.reasoned:
            raise RuleBroken(_REASON, why=RuleBroken(warning.message), name=name)
