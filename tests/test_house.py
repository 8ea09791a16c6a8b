"""The house keeps its own measures: limits stand at the top and may go down, never up."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "kunjungan"
OURS = ("kunjungan", "tests", "benchmarks", "packaging", "dev.py")

MAX_FILE, MEDIAN_FILE, P95_FILE = 300, 100, 250
MAX_FUNCTION, MEDIAN_FUNCTION, P95_FUNCTION = 40, 6, 25
MAX_PARAMETERS = 6
MAX_WAY_IN = 119
THE_ONE_GLOBAL = {("kunjungan/i18n.py", "_words")}
"""The screen's language is one for the whole program."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
PLACES_OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(work|tmp|root|home|farm|Users|mnt)/\w|[A-Z]:\\Users\\|\b(pypi|pythonhosted|npmjs|debian)\.org",
)
EXPLAINED = re.compile(r"^(override|overload|property)$|\.setter$")
"""Decorators of a function that another one, or its name, explains."""
CHECKS = re.compile(r"assert|raises|check|wait|warns|fail|matches|refuse")
"""Calls by which a test can fail when it has no ``assert`` of its own."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*places: str) -> list[Path]:
    roots = [ROOT / place for place in places]
    found = [p for root in roots for p in ([root] if root.is_file() else root.rglob("*.py"))]
    return sorted(p for p in found if "_shipped" not in p.parts)


def functions(path: Path) -> Iterator[Function]:
    return (n for n in ast.walk(tree(path)) if isinstance(n, Function))


def lines(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def p95(values: list[int]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def test_files_stay_small() -> None:
    sizes = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in modules(*OURS)}
    assert {where: size for where, size in sizes.items() if size > MAX_FILE} == {}
    house = [size for where, size in sizes.items() if where.startswith("kunjungan/") and size]
    assert statistics.median(house) <= MEDIAN_FILE
    assert p95(house) <= P95_FILE
    assert sizes["dev.py"] <= MAX_WAY_IN


def test_functions_stay_small() -> None:
    sizes = {
        f"{name(path)}:{node.lineno} {node.name}": lines(node)
        for path in modules(*OURS)
        for node in functions(path)
    }
    assert {where: size for where, size in sizes.items() if size > MAX_FUNCTION} == {}
    house = [size for where, size in sizes.items() if where.startswith("kunjungan/")]
    assert statistics.median(house) <= MEDIAN_FUNCTION
    assert p95(house) <= P95_FUNCTION


def test_functions_take_few_parameters() -> None:
    crowded = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in modules(*OURS)
        for node in functions(path)
        if len(parameters(node)) > MAX_PARAMETERS
    ]
    assert crowded == []


def parameters(node: Function) -> list[str]:
    """Return the names of what a caller hands over, without self and cls."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [a.arg for a in given if a.arg not in {"self", "cls"}]


def test_modules_classes_and_public_functions_say_what_one_gets() -> None:
    silent = []
    for path in modules("kunjungan"):
        if not ast.get_docstring(tree(path)) and path.read_text(encoding="utf-8").strip():
            silent.append(name(path))
        silent += [f"{name(path)}:{n.lineno} {n.name}" for n in undocumented(tree(path))]
    assert silent == []


def undocumented(node: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Yield public definitions that owe a docstring: not Qt's names, nor a protocol's members."""
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child)
        if not isinstance(child, Function | ast.ClassDef) or child.name.startswith("_"):
            continue
        told = ast.get_docstring(child) or ast.unparse(child.body[-1]) == "..."
        if not told and not any(map(EXPLAINED.search, map(ast.unparse, child.decorator_list))):
            yield child


def test_nothing_is_global() -> None:
    found = {
        (name(path), target.id)
        for path in modules("kunjungan")
        for statement in tree(path).body
        for target in assigned(statement)
        if not re.fullmatch(r"_?[A-Z][A-Z0-9_]*|_?[A-Z]\w*|__\w+__", target.id)
    }
    assert found - THE_ONE_GLOBAL - migration_marks() == set()


def assigned(statement: ast.stmt) -> Iterator[ast.Name]:
    """Yield the names that a statement gives a value, database tables apart."""
    if isinstance(statement, ast.Assign) and ast.unparse(statement.value).startswith("Table("):
        return
    if isinstance(statement, ast.Assign):
        yield from (t for t in statement.targets if isinstance(t, ast.Name))
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target


def migration_marks() -> set[tuple[str, str]]:
    """Return the lower-case names that Alembic asks of every migration."""
    steps = (HOUSE / "store" / "migrations" / "versions").glob("*.py")
    marks = ("revision", "down_revision", "branch_labels", "depends_on")
    return {(name(step), mark) for step in steps for mark in marks}


def test_screens_reach_the_store_only_through_services() -> None:
    reaches = [
        f"{name(path)}:{node.lineno}"
        for path in modules("kunjungan/ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"store", "archive"}
    ]
    assert reaches == []


def test_every_named_resource_exists() -> None:
    missing = [
        f"{name(path)}:{node.lineno} {ast.unparse(node.args[0])}"
        for path in modules("kunjungan")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"resource", "resources.resource"}
        and isinstance(node.args[0], ast.Constant)
        and not (ROOT / "resources" / str(node.args[0].value)).exists()
    ]
    assert missing == []


def test_every_test_can_fail() -> None:
    harmless = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in modules("tests")
        for node in functions(path)
        if node.name.startswith("test_") and not can_fail(node)
    ]
    assert harmless == []


def can_fail(node: Function) -> bool:
    """Tell whether a test asserts, or calls something whose name says that it checks."""
    calls = (ast.unparse(n.func) for n in ast.walk(node) if isinstance(n, ast.Call))
    return any(isinstance(n, ast.Assert) for n in ast.walk(node)) or any(map(CHECKS.search, calls))


def test_no_tracked_file_names_a_place_of_one_machine() -> None:
    found = [
        f"{name(path)}:{number}"
        for path in tracked()
        if path != Path(__file__) and b"\0" not in path.read_bytes()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if PLACES_OF_ONE_MACHINE.search(line)
    ]
    assert found == []


def tracked() -> list[Path]:
    """Return what git keeps, or skip where there is no git."""
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("This folder is not a git checkout, so there is no list of tracked files.")
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]
