"""Backup files that are not what they say."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

Entries = dict[str, bytes]


def entries(path: Path) -> Entries:
    """Return what a backup file holds."""
    with ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rewrite(path: Path, entries: Entries) -> None:
    """Write a backup file anew."""
    with ZipFile(path, "w", ZIP_DEFLATED) as zipped:
        for name, data in entries.items():
            zipped.writestr(name, data)


def with_manifest(change: Callable[[dict[str, Any]], object]) -> Callable[[Entries], Entries]:
    """Return an alteration of the manifest."""

    def alter(found: Entries) -> Entries:
        manifest = json.loads(found["manifest.json"])
        change(manifest)
        return {**found, "manifest.json": json.dumps(manifest).encode()}

    return alter


def altered(name: str) -> Callable[[Entries], Entries]:
    """Return an alteration of one bit in the middle of an entry."""

    def alter(found: Entries) -> Entries:
        key = next(entry for entry in found if entry.startswith(name))
        data = bytearray(found[key])
        data[len(data) // 2] ^= 1
        return {**found, key: bytes(data)}

    return alter


def without(name: str) -> Callable[[Entries], Entries]:
    """Return the removal of an entry."""
    return lambda found: {key: data for key, data in found.items() if not key.startswith(name)}


def plus(name: str, data: bytes = b"x") -> Callable[[Entries], Entries]:
    """Return the addition of an entry."""
    return lambda found: {**found, name: data}


HOSTILE: dict[str, Callable[[Entries], Entries]] = {
    "database altered": altered("kunjungan.db"),
    "archive altered": altered("arsip/"),
    "database missing": without("kunjungan.db"),
    "archive missing": without("arsip/"),
    "manifest missing": without("manifest.json"),
    "way out": plus("../kunjungan.db"),
    "windows way out": plus("C:\\Windows\\evil.exe"),
    "absolute": plus("/etc/passwd"),
    "stray pickle": plus("state.pickle"),
    "stray fingerprint": plus("arsip/" + "0" * 64),
    "manifest is no json": plus("manifest.json", b"{"),
    "manifest is a list": plus("manifest.json", b"[]"),
    "manifest is deep": plus("manifest.json", b"[" * 100_000),
    "manifest of tomorrow": with_manifest(lambda m: m.update(format=2)),
    "manifest with a stranger": with_manifest(lambda m: m.update(extra=1)),
    "manifest without a head": with_manifest(lambda m: m.pop("head")),
    "size too small": with_manifest(lambda m: m.update(size=10)),
    "size too large": with_manifest(lambda m: m.update(size=m["size"] + 1)),
    "size absurd": with_manifest(lambda m: m.update(size=1 << 60)),
    "size is a truth": with_manifest(lambda m: m.update(size=True)),
    "hash in capitals": with_manifest(lambda m: m.update(sha256=m["sha256"].upper())),
    "hash is a number": with_manifest(lambda m: m.update(head=5)),
    "name is a way out": with_manifest(lambda m: m["files"].update({"../x": 1})),
    "bomb": plus("kunjungan.db", bytes(50_000_000)),
}
