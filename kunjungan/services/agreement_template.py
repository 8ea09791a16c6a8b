"""The standard text of each kind of agreement, read from ``resources/clauses``."""

import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.ranks import ranks
from kunjungan.resources import resource
from kunjungan.store.tables import Clause

Row = dict[str, Any]


def templated_kinds() -> tuple[AgreementKind, ...]:
    """Return the kinds of agreement that have a standard text to start from."""
    folder = resource("clauses")
    return tuple(kind for kind in AgreementKind if (folder / f"{kind.value}.toml").is_file())


def template_clauses(
    agreement_id: UUID,
    kind: AgreementKind,
    parties: int,
    *,
    layout: Layout = Layout.COLUMNS,
    foreign: bool = False,
) -> Iterator[Clause]:
    """Return the rows of a new agreement's text, those of each party once for every party.

    Rows of party 2 have the key ``party2``. ``foreign`` tells an addendum to a foreign paper from
    one at home; all other kinds are the one or the other.
    """
    rows = list(_for_parties(_rows(kind, layout, foreign=foreign), parties))
    for rank, row in zip(ranks(len(rows)), rows, strict=True):
        yield Clause(
            agreement_id=agreement_id,
            rank=rank,
            level=Level(row["level"]),
            key=row.get("key"),
            text_id=row["id"],
            text_en=row["en"],
        )


def standard_texts() -> Iterator[tuple[AgreementKind, str, str]]:
    """Yield every row of every standard text in both languages, with its kind."""
    for kind in templated_kinds():
        for row in tomllib.loads(_read(kind.value))["row"]:
            yield kind, row["id"], row["en"]


def _rows(kind: AgreementKind, layout: Layout, *, foreign: bool) -> Iterator[Row]:
    """Yield the rows that a paper of this layout has."""
    abroad = "_abroad" if foreign and kind is AgreementKind.ADDENDUM else ""
    for row in tomllib.loads(_read(f"{kind.value}{abroad}"))["row"]:
        if layout in row.get("layouts", Layout):
            yield row


def _read(name: str) -> str:
    return resource(f"clauses/{name}.toml").read_text(encoding="utf-8")


def _for_parties(rows: Iterable[Row], parties: int) -> Iterator[Row]:
    """Yield a run of rows that each party has party by party, any other row once."""
    for shared, run in groupby(rows, key=lambda row: bool(row.get("each_party"))):
        if not shared:
            yield from run
            continue
        own = list(run)
        for seq in range(1, parties + 1):
            yield from (_of_party(row, seq) for row in own)


def _of_party(row: Row, seq: int) -> Row:
    own = {side: row[side].replace("{party.", f"{{party{seq}.") for side in ("id", "en")}
    return {**row, **own, "key": f"party{seq}"}
