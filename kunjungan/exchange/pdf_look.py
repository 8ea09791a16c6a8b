"""Looks at a PDF that was handed in: protected, damaged, signed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.i18n import later

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEEPEST = 1_000
"""So many fields of a form are looked at; a hostile form may name itself."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth telling of a file that is kept: an untranslated sentence and its values."""

    message: str
    values: dict[str, object]


_ENCRYPTED = later(
    "{name} is protected by a password. It was kept as it is; whoever opens it needs the password."
)
_BROKEN = later(
    "{name} calls itself a PDF but cannot be read to its end. It was kept as it is; "
    "open it to see, and ask for it once more if it stays dark."
)
_SIGNED = later("{name} carries electronic signatures: {count}. Not a byte of it was changed.")


def remarks_on(path: Path, name: str) -> tuple[Remark, ...]:
    """Return what is to be told of a PDF file; it is never loaded whole."""
    import pikepdf  # noqa: PLC0415 - heavy, only when a file comes in

    try:
        with pikepdf.open(path, attempt_recovery=False) as pdf:
            len(pdf.pages)
            count = _signed(pdf)
    except pikepdf.PasswordError:
        return (Remark(_ENCRYPTED, {"name": name}),)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, OSError, RuntimeError):
        return (Remark(_BROKEN, {"name": name}),)
    return (Remark(_SIGNED, {"name": name, "count": count}),) if count else ()


def _signed(pdf: "Pdf") -> int:
    """Return how many fields for a signature are filled."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return 0
    waiting: list[Object] = list(form.get("/Fields", []))
    seen = count = 0
    while waiting and seen < _DEEPEST:
        field = waiting.pop()
        seen += 1
        count += field.get("/FT") == "/Sig" and "/V" in field
        waiting.extend(field.get("/Kids", []))
    return count
