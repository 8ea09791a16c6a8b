"""The built wheel is the whole program: code, resources and words, and nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_resources_and_words(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = [p for p in (ROOT / "resources").rglob("*") if p.is_file()]
    assert {f"kunjungan/_shipped/{p.relative_to(ROOT).as_posix()}" for p in resources} <= names
    assert {f"kunjungan/_shipped/i18n/{n}" for n in ("id.mo", "qtbase_id.qm")} <= names


def test_the_wheel_carries_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [n for n in names if n.split("/")[0] not in {"kunjungan", wheel_info(wheel)}] == []
    assert [n for n in names if "__pycache__" in n or n.endswith((".pyc", ".part"))] == []


def wheel_info(wheel: Path) -> str:
    """Return the name of the wheel's folder of metadata."""
    return "-".join(wheel.name.split("-")[:2]) + ".dist-info"


def test_the_installed_program_finds_its_own_files(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from kunjungan.resources import catalogue; print(catalogue('id'))"
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()) == tmp_path / "kunjungan" / "_shipped" / "i18n" / "id.mo"
    assert Path(found.stdout.strip()).with_name("qtbase_id.qm").is_file()
