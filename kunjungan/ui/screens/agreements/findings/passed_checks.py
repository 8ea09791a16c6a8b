"""Which checks a text has passed, by what they look at."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kunjungan.i18n import later, tr
from kunjungan.services.preflight import Finding

CHECKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        later("signatories and their titles"): frozenset(
            {"missing-signatory", "signatory-not-in-office", "witness-not-in-office"}
        ),
        later("dates in words"): frozenset(
            {
                "no-such-date",
                "wrong-weekday",
                "wrong-date-digits",
                "wrong-date-words",
                "date-not-signing-day",
            }
        ),
        later("figures in words"): frozenset({"wrong-number-words"}),
        later("every row translated"): frozenset({"missing-translation", "missing-indonesian"}),
        later("translations up to date"): frozenset({"stale-translation"}),
        later("as many paragraphs in each language"): frozenset(
            {"paragraphs-differ", "cells-differ"}
        ),
        later("same figures in each language"): frozenset({"figures-differ", "term-differs"}),
        later("references"): frozenset(
            {"reference-to-nothing", "references-differ", "lost-reference"}
        ),
        later("terms"): frozenset(
            {
                "term-deviates",
                "term-wrong",
                "definitions-differ",
                "defined-term-differs",
                "mixed-party-labels",
            }
        ),
        later("language clause"): frozenset(
            {"missing-language-clause", "wrong-language-clause", "no-third-language"}
        ),
        later("fields"): frozenset(
            {"unresolved-field", "empty-field", "fields-differ", "field-in-english"}
        ),
        later("numbers and addresses of the parties"): frozenset(
            {"missing-number", "missing-address"}
        ),
        later("date and place of signing"): frozenset(
            {"missing-signing-date", "missing-signing-place"}
        ),
        later("kind and required articles"): frozenset(
            {
                "kind-without-reason",
                "missing-umbrella",
                "without-umbrella",
                "third-language-at-home",
                "missing-annex",
                "missing-article",
                "missing-article-by-law",
            }
        ),
        later("coats of arms"): frozenset(
            {"low-resolution-image", "missing-image", "unreadable-image"}
        ),
        later("letters that can be printed"): frozenset({"missing-glyph"}),
        later("room on the pages"): frozenset({"overflow"}),
        later("clearance by both sides"): frozenset({"not-cleared", "cleared-other-text"}),
        later("documents of the stages"): frozenset({"missing-evidence", "passed-stage"}),
    }
)
"""What each check looks at, and the rules that it goes by."""


def passed(findings: Sequence[Finding]) -> list[str]:
    """Return the checks that found nothing, in words."""
    codes = {finding.code for finding in findings}
    return [tr(words) for words, rules in CHECKS.items() if not rules & codes]
