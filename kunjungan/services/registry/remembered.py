"""Remembers what the columns of a register are, by its heads, when a person said so once."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from sqlmodel import Session, select

from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import RegisterField, guess_heads, plain_heads
from kunjungan.store.tables import Setting

_KEY = "register_columns"


def columns_of(session: Session, head: Sequence[Cell]) -> dict[int, RegisterField]:
    """Return what the columns under a head are: as was said before, else as they look."""
    kept = _kept(session)
    known: Mapping[str, str] = (kept.value or {}).get(_mark(head), {}) if kept else {}
    return {int(column): RegisterField(what) for column, what in known.items()} or guess_heads(head)


def remember(session: Session, head: Sequence[Cell], columns: Mapping[int, RegisterField]) -> None:
    """Keep what a person said of the columns under a head, where that is something new."""
    if columns_of(session, head) == dict(columns):
        return
    kept = _kept(session)
    if kept is None:
        session.add(kept := Setting(key=_KEY, value={}))
    said = {str(column): what.value for column, what in sorted(columns.items())}
    kept.value = {**(kept.value or {}), _mark(head): said}


def _kept(session: Session) -> Setting | None:
    return session.exec(select(Setting).where(Setting.key == _KEY)).first()


def _mark(head: Sequence[Cell]) -> str:
    return sha256("\x1f".join(plain_heads(head)).encode()).hexdigest()[:16]
