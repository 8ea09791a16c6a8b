"""Small verbs that store tests share."""

from pathlib import Path

from sqlmodel import col, select

from kunjungan.store.database import Opened, open_office
from kunjungan.store.store import Store
from kunjungan.store.tables import Visit
from tests.store.clock import Clock
from tests.store.records import a_visit, key


def add(store: Store, title: str) -> None:
    """Add a visit, under a change of its name."""
    with store.change(f"Add {title}") as session:
        session.add(a_visit(title, title))


def retitle(store: Store, name: str, title: str) -> None:
    """Give the visit that was added as ``name`` another title."""
    with store.change(f"Name it {title}") as session:
        session.get_one(Visit, key(name)).title = title


def titles(store: Store) -> list[str]:
    """Return the titles of all visits, in order."""
    with store.read() as session:
        return list(session.exec(select(Visit.title).order_by(col(Visit.title))))


def opening(folder: Path, clock: Clock, *, read_only: bool = False) -> Opened:
    """Open an office as Anna."""
    return open_office(folder, user="Anna", now=clock, read_only=read_only)
