"""This desk's own choices; the office's choices live in its database.

Kept as JSON in the user's configuration folder. Nothing here is worth a refusal: a file that
cannot be read gives the defaults.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

_CHOICES: Mapping[str, tuple[object, ...]] = MappingProxyType(
    {"language": ("id", "en"), "theme": ("system", "light", "dark"), "paper": ("f4", "a4")}
)
_ROWS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "recent": (str, str, str),
        "printers": (str, float, float, float, float),
        "columns": (str, str, int, bool),
        "sorts": (str, str, bool),
        "filters": (str, str, str),
        "day_papers": (str, str, str, int),
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What this desk prefers, with the defaults of a fresh one.

    ``last_place`` is an address as text, ``geometry`` Qt's own bytes in base64, ``paper`` the
    paper that a new print starts with, ``recent`` the last records opened, newest first, and
    ``user`` the name that changes are recorded under, empty for the login name. ``printers`` are
    corrections by a printer's name: moved right and down in mm, then scaled across and down.
    ``columns`` are those of tables in their order (table, column, width or 0, shown), ``sorts``
    what tables are sorted by (table, column, downwards), ``filters`` what lists were narrowed by
    (list, name, filter as text), the one in force without a name. ``spelling`` marks words of a
    text that may be misspelled. ``day_papers`` are how papers of the day were last printed (slug,
    printer, paper, copies).
    """

    language: str = "id"
    theme: str = "system"
    last_office: str = ""
    last_place: str = ""
    geometry: str = ""
    rail: bool = False
    paper: str = "f4"
    recent: tuple[tuple[str, str, str], ...] = ()
    user: str = ""
    printers: tuple[tuple[str, float, float, float, float], ...] = ()
    columns: tuple[tuple[str, str, int, bool], ...] = ()
    sorts: tuple[tuple[str, str, bool], ...] = ()
    filters: tuple[tuple[str, str, str], ...] = ()
    spelling: bool = False
    day_papers: tuple[tuple[str, str, str, int], ...] = ()


def settings_file() -> Path:
    """Return where this user's settings are kept."""
    from platformdirs import user_config_path  # noqa: PLC0415  # not needed by the rules

    return user_config_path("kunjungan", appauthor=False) / "settings.json"


def load(path: Path) -> Settings:
    """Return the settings of a file; unknown keys are dropped, missing ones take the default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    plain = asdict(Settings())
    return Settings(
        **{name: value for name, value in _known(found) if _fits(name, value, plain[name])}
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings for the next start, whole or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(
        json.dumps(asdict(settings), indent=2, ensure_ascii=False), encoding="utf-8", newline="\n"
    )
    part.replace(path)


def _known(found: dict[str, Any]) -> list[tuple[str, Any]]:
    pairs = [(field.name, found[field.name]) for field in fields(Settings) if field.name in found]
    return [(name, _rows(value, _ROWS[name]) if name in _ROWS else value) for name, value in pairs]


def _rows(value: object, kinds: tuple[type, ...]) -> object:
    """Return the rows that a list holds, each of these kinds, or None for anything else."""
    if not isinstance(value, list):
        return None
    rows = [tuple(row) for row in value if isinstance(row, list) and len(row) == len(kinds)]
    return tuple(row for row in rows if all(map(isinstance, row, kinds)))


def _fits(name: str, value: object, default: object) -> bool:
    return type(value) is type(default) and value in _CHOICES.get(name, (value,))
