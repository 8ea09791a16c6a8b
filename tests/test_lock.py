"""The lock files fit the project and carry no address."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text(name), re.MULTILINE)
    return dict(found)


def asked(*groups: str) -> list[Requirement]:
    project = tomllib.loads(text("pyproject.toml"))
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += [line for line in project["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


def unmet(wanted: list[Requirement], locked: dict[str, str]) -> list[str]:
    return [
        str(one)
        for one in wanted
        if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))
    ]


def test_everything_the_project_asks_for_is_locked() -> None:
    assert unmet(asked("build"), pins("requirements.lock")) == []
    assert unmet(asked("build", "dev"), pins("requirements-dev.lock")) == []


def test_checks_run_on_what_the_office_runs_on() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_every_pin_has_a_hash_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"\n(?=[a-z])", text(name))
        assert [e.splitlines()[0] for e in entries if "--hash=sha256:" not in e] == []
        assert not re.search(r"://|--(index|extra|find)", text(name))


def test_the_program_declares_exactly_the_libraries_it_imports() -> None:
    only_data = {"tzdata"}  # read by zoneinfo on Windows
    homes = packages_distributions()
    used = {
        canonicalize_name(homes[top][0]) for top in imported(ROOT / "kunjungan") if top in homes
    }
    brought = {"kunjungan", "pydantic-core", "shiboken6", "psycopg", "pyhanko"}
    assert used - brought == {canonicalize_name(one.name) for one in asked()} - only_data


def imported(package: Path) -> set[str]:
    """Return the top-level names that a package imports, anywhere in its files."""
    nodes = (n for p in package.rglob("*.py") for n in ast.walk(ast.parse(p.read_bytes())))
    found = set[str]()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found - {"_typeshed"}
