"""Which folders are on this computer, by tables of paths."""

from pathlib import Path

import pytest

from kunjungan.domain.errors import Unavailable
from kunjungan.store import location
from kunjungan.store.location import (
    DRIVE_REMOTE,
    is_network_mount,
    is_network_path,
    refuse_network,
)

DRIVE_FIXED = 3
WINDOWS = {
    r"C:\Kantor\Kunjungan": False,
    "C:/Kantor/Kunjungan": False,
    r"\\server\bagian\Kunjungan": True,
    "//server/bagian/Kunjungan": True,
    r"\\?\UNC\server\bagian": True,
    r"\\?\unc\server\bagian": True,
    r"\\.\UNC\server\bagian": True,
    r"\\?\C:\Kantor": False,
    r"\\wsl$\Debian\home": True,
    r"Z:\Kunjungan": True,
    r"z:\Kunjungan": True,
    r"\\?\Z:\Kunjungan": True,
    r"relatif\Kunjungan": False,
}
MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/bagian /media/bagian cifs rw 0 0
server:/ekspor /media/nfs nfs4 rw 0 0
/dev/sdb1 /media/nfs/lokal ext4 rw 0 0
user@host: /media/jauh\040sekali fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdc1 /media/stik vfat rw 0 0
"""
LINUX = {
    "/rumah/staf/Kunjungan": False,
    "/": False,
    "/media/bagian": True,
    "/media/bagian/Kunjungan": True,
    "/media/bagian2/Kunjungan": False,
    "/media/nfs/Kunjungan": True,
    "/media/nfs/lokal/Kunjungan": False,
    "/media/jauh sekali/Kunjungan": True,
    "/run/user/1000/gvfs/smb-share:server=x": True,
    "/media/stik/Kunjungan": False,
}


@pytest.mark.parametrize(("path", "far"), WINDOWS.items())
def test_windows_paths(path: str, *, far: bool) -> None:
    asked: list[str] = []

    def drive_type(drive: str) -> int:
        asked.append(drive)
        return DRIVE_REMOTE if drive.upper() == "Z:\\" else DRIVE_FIXED

    assert is_network_path(path, drive_type) is far
    assert all(len(drive) == 3 for drive in asked)


@pytest.mark.parametrize(("path", "far"), LINUX.items())
def test_linux_paths(path: str, *, far: bool) -> None:
    assert is_network_mount(path, MOUNTS) is far


def test_a_broken_list_of_mounts_tells_nothing() -> None:
    assert not is_network_mount("/x", "nonsense\n\n/")


def test_a_network_folder_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_network(tmp_path)
    for name in ("_linux_says", "_windows_says"):
        monkeypatch.setattr(location, name, lambda _path: True)
    with pytest.raises(Unavailable, match="network drive") as refusal:
        refuse_network(tmp_path)
    assert refusal.value.values["folder"] == str(tmp_path.resolve())
