"""A text as it is kept in the archive: canonical JSON, written and read."""

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.services.drafts.texts import RAW, DraftText, TextRow

_VERSION = 1


def as_json(text: DraftText) -> bytes:
    """Return a text as JSON in one form only: the same text gives the same bytes."""
    told = {"version": _VERSION, **asdict(text)}
    words = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return words.encode(errors="replace")


def from_json(data: bytes) -> DraftText:
    """Return the text that was kept; raises Unavailable for what this version cannot read."""
    try:
        told = json.loads(data)
        if told.pop("version") != _VERSION:
            raise ValueError  # noqa: TRY301 - one sentence for all that cannot be read
        return DraftText(
            **told
            | {name: tuple(told[name]) for name in ("languages", "title", "subject")}
            | {name: tuple(map(tuple, told[name])) for name in ("parties", "witnesses")}
            | {
                "agreement_id": UUID(told["agreement_id"]),
                "rows": tuple(_read_row(row) for row in told["rows"]),
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unavailable(
            later(
                "This draft was kept in a form that cannot be read here. "
                "Everything else is untouched; a newer version of the program may read it."
            )
        ) from error


def _read_row(told: dict[str, Any]) -> TextRow:
    return TextRow(
        UUID(told["id"]),
        Level(told["level"]),
        tuple(told["marker"]),
        tuple(told["texts"]),
        {name: str(told["raw"][name]) for name in RAW},
    )
