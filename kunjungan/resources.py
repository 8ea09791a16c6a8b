"""Finds the files of the top-level ``resources/`` and ``i18n/`` folders."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"


def resource(name: str) -> Path:
    """Return a file of ``resources/``, as installed or in the checkout.

    Raises:
        FileNotFoundError: the program was installed without it.
    """
    return _found("resources", name)


def catalogue(language: str) -> Path | None:
    """Return the screen words of a language, or None for the English of the code."""
    return None if language == "en" else _found("i18n", f"{language}.mo")


def _found(folder: str, name: str) -> Path:
    root = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent
    path = root / folder / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path
