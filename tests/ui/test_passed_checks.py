"""Which checks a text has passed: every rule belongs to exactly one."""

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

from kunjungan.services import preflight
from kunjungan.services.preflight import Finding, Rule
from kunjungan.ui.screens.agreements.findings.passed_checks import CHECKS, passed
from tests.ui.shared import QUIET

pytestmark = QUIET


def rules() -> set[Rule]:
    """Return every rule that preflight goes by."""
    modules = (
        import_module(f"{preflight.__name__}.{m.name}") for m in iter_modules(preflight.__path__)
    )
    return {each for module in modules for each in vars(module).values() if isinstance(each, Rule)}


def test_every_rule_belongs_to_one_check_and_every_check_has_rules() -> None:
    known = Counter(code for codes in CHECKS.values() for code in codes)
    assert {code for code, times in known.items() if times > 1} == set()
    assert set(known) == {rule.code for rule in rules()}


def test_a_check_that_found_something_is_not_passed() -> None:
    everything = passed([])
    assert len(everything) == len(CHECKS)
    for rule in rules():
        left = passed([Finding(rule)])
        assert len(left) == len(CHECKS) - 1, rule.code
