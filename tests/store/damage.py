"""Ways to damage a file, as a bad disk would."""

import hashlib
import sqlite3
from pathlib import Path


def damage(path: Path, tree: str = "visit") -> None:
    """Overwrite a page of a table's or an index's tree, which SQLite's full check finds."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    where = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    page = connection.execute(where, (tree,)).fetchone()
    connection.close()
    with path.open("rb+") as file:
        file.seek((page[0] - 1) * size)
        file.write(b"\xff" * 64)


def fingerprints(folder: Path) -> dict[str, str]:
    """Return every file of a folder with the hash of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
