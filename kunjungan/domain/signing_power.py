"""By what right someone signs an agreement, and what speaks against a signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.domain.capacity import DELEGATED, Capacity
from kunjungan.domain.kind_rules import Signer
from kunjungan.i18n import later


@dataclass(frozen=True, slots=True)
class SigningPower:
    """In what capacity someone signs, as head of the party or not, and how that is proven.

    ``proven`` tells whether number and date of a power of attorney are on record, ``regional``
    whether the party is a region or its agency: PP 28/2018 binds no other.
    """

    capacity: Capacity
    by_head: bool
    proven: bool
    regional: bool = True


@dataclass(frozen=True, slots=True)
class SigningWarning:
    """What speaks against a signature: its stable name and an untranslated sentence.

    Where ``reasoned`` is set a reason must be kept, and that is the sentence to say it with.
    """

    code: str
    message: str
    reasoned: str = ""


def signing_warnings(
    signer: Signer, power: SigningPower, *, treaty: bool = False
) -> tuple[SigningWarning, ...]:
    """Return what speaks against a signature under a paper that ``signer`` may sign.

    A treaty is a memorandum with a foreign partner, for which full powers may be needed.
    """
    warnings = [_BY_CAPACITY[power.capacity]] if power.capacity in _BY_CAPACITY else []
    if not power.by_head or power.capacity in DELEGATED:
        warnings += _for_another(signer, power)
    if treaty and not power.proven:
        warnings.append(_FULL_POWERS)
    return tuple(warnings)


def _for_another(signer: Signer, power: SigningPower) -> list[SigningWarning]:
    if signer is Signer.AGREED:
        return []
    if not power.regional:
        return [] if power.proven else [_ASK_FOR_POWER]
    if signer is Signer.HEAD:
        return [_NOT_THE_HEAD]
    return [] if power.proven else [_NO_POWER]


_NOT_THE_HEAD = SigningWarning(
    "not-signed-by-head",
    later(
        "The head signs such an agreement in person;"
        " PP 28/2018 art 2(2) allows a power of attorney for a PKS only."
    ),
    later("The head does not sign in person (PP 28/2018 art 2(2)). The reason kept: {reason}"),
)
_NO_POWER = SigningWarning(
    "missing-authority",
    later("Number and date of the power of attorney are missing (PP 28/2018 art 2)."),
    later("There is no power of attorney (PP 28/2018 art 2). The reason kept: {reason}"),
)
_ASK_FOR_POWER = SigningWarning(
    "authority-unproven",
    later("The signatory does not head the institution. Ask for the power of attorney."),
)
_FULL_POWERS = SigningWarning(
    "full-powers", later("Ask whether full powers are needed (UU 24/2000 art 7).")
)
_BY_CAPACITY: Mapping[Capacity, SigningWarning] = MappingProxyType(
    {
        Capacity.PJS: SigningWarning(
            "signed-by-pjs",
            later("Ask whether a Pjs. may sign this while the head is on election leave."),
        ),
        Capacity.PLT: SigningWarning(
            "signed-by-plt", later("A Plt. takes no strategic decisions (UU 30/2014 art 14).")
        ),
        Capacity.PLH: SigningWarning(
            "signed-by-plh", later("A Plh. takes no strategic decisions (UU 30/2014 art 14).")
        ),
        Capacity.FOR_HEAD: SigningWarning(
            "signed-for-head", later("Signing a.n. is for letters, not for agreements.")
        ),
    }
)
