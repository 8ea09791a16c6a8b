"""Tells whether a folder lies on a disk of this computer, where the live file may be kept.

Over a network locks fail in silence, and two writers then destroy the file (seen 8 times of 8).
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later

DRIVE_REMOTE = 4
NETWORK_FILE_SYSTEMS = frozenset(
    {
        *("afs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs"),
        *("nfs", "nfs4", "smb", "smb2", "smb3", "smbfs", "vboxsf", "webdav"),
        *("fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs"),
        *("fuse.sshfs", "fuse.vmhgfs-fuse"),
    }
)


def refuse_network(folder: Path) -> None:
    """Raise ``Unavailable`` if ``folder`` is on another computer."""
    path = str(folder.resolve())
    far = _windows_says(path) if sys.platform == "win32" else _linux_says(path)
    if far:
        message = later(
            "“{folder}” is on a network drive, where two people at once would destroy the data. "
            "Nothing was changed; put the office in a folder of this computer, "
            "or use a PostgreSQL server."
        )
        raise Unavailable(message, folder=path)


def is_network_path(path: str, drive_type: Callable[[str], int]) -> bool:
    r"""Tell by a Windows path: ``\\server\share``, or a letter that ``drive_type`` calls remote."""
    plain = path.replace("/", "\\")
    if device := re.match(r"\\\\[?.]\\(UNC\\)?", plain, re.IGNORECASE):
        if device[1]:
            return True
        plain = plain[device.end() :]
    if plain.startswith("\\\\"):
        return True
    letter = re.match(r"[A-Za-z]:", plain)
    return bool(letter) and drive_type(f"{plain[:2]}\\") == DRIVE_REMOTE


def is_network_mount(path: str, mounts: str) -> bool:
    """Tell by a Linux path and the text of ``/proc/self/mounts``; its nearest mount counts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, file_system, *_ = (*line.split(" "), "", "", "")
        point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), point)
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, file_system
    return kind in NETWORK_FILE_SYSTEMS


def _windows_says(path: str) -> bool:
    import ctypes  # noqa: PLC0415 (its windll exists on Windows alone)

    ask = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 (unknown on Linux)
    return is_network_path(path, lambda drive: int(ask(drive)))


def _linux_says(path: str) -> bool:
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return is_network_mount(path, mounts)
