"""The standard text of each kind of agreement, read from ``resources/clauses``."""

import tomllib
from collections.abc import Iterator
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import ranks
from kunjungan.i18n import later
from kunjungan.resources import resource
from kunjungan.store.tables import Clause


def templated_kinds() -> tuple[AgreementKind, ...]:
    """Return the kinds of agreement that have a standard text to start from."""
    folder = resource("clauses")
    return tuple(kind for kind in AgreementKind if (folder / f"{kind.value}.toml").is_file())


def template_clauses(agreement_id: UUID, kind: AgreementKind, parties: int) -> Iterator[Clause]:
    """Return the rows of a new agreement's text, party rows written once per party.

    Raises RuleBroken for a kind without a standard text.
    """
    rows = list(_rows(kind, parties))
    for rank, row in zip(ranks(len(rows)), rows, strict=True):
        yield Clause(
            agreement_id=agreement_id,
            rank=rank,
            level=Level(row["level"]),
            key=row.get("key"),
            text_id=row["id"],
            text_en=row["en"],
        )


def _rows(kind: AgreementKind, parties: int) -> Iterator[dict[str, str]]:
    try:
        file = resource(f"clauses/{kind.value}.toml")
    except FileNotFoundError as missing:
        raise RuleBroken(later("There is no template for this kind of agreement yet.")) from missing
    with file.open("rb") as stream:
        template = tomllib.load(stream)
    for row in template["row"]:
        if not row.get("each_party"):
            yield row
            continue
        for seq in range(1, parties + 1):
            own = {side: row[side].replace("{party.", f"{{party{seq}.") for side in ("id", "en")}
            yield {**row, **own}
