"""Checks that a text which says its term itself says that of the agreement's data."""

import re
from collections.abc import Iterator

from kunjungan.domain.register_cells import read_term
from kunjungan.i18n import later
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule

TERM_DIFFERS = Rule(
    "term-differs",
    later("{place} says a term of {said}, but the agreement's data say {term}."),
    later("Correct the text, or the term in the agreement's data."),
    blocking=False,
)
_IN_FORCE = re.compile(
    r"\bberlaku\b[^.;]{0,80}?\bjangka\s+waktu\s+(?P<said>\d[^.;]{0,40})", re.IGNORECASE
)
_LENGTH = re.compile(r"\d+\s*(?:\([^)]*\)\s*)?(?:tahun|bulan)(?:\s+\d+\s*(?:\([^)]*\)\s*)?bulan)?")


def about_term(draft: Draft) -> Iterator[Finding]:
    """Yield each row that says for how long the agreement holds otherwise than its data.

    A row with the field ``{term}`` cannot; without a term in the data nothing is compared.
    """
    months = (draft.row.term_years or 0) * 12 + (draft.row.term_months or 0)
    for line in draft.lines if months else ():
        found = _IN_FORCE.search(line.bare.id)
        length = _LENGTH.match(found["said"]) if found else None
        said = read_term(length[0]) if length else None
        if length and said and said[0] * 12 + said[1] != months:
            yield line.finding(TERM_DIFFERS, "id", said=length[0], term=draft.values["term"])
