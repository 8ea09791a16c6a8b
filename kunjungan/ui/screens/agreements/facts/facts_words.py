"""Facts of an agreement in a few words."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from kunjungan.domain.originals import StampForm
from kunjungan.i18n import tr
from kunjungan.services.agreements import AgreementForm
from kunjungan.services.print_log import PrintLine
from kunjungan.ui.dates import moment_words
from kunjungan.ui.labels import label


def term_words(form: AgreementForm) -> str:
    """Return how long an agreement lasts."""
    parts = []
    if form.term_years:
        parts.append(tr("{count} years", count=form.term_years))
    if form.term_months:
        parts.append(tr("{count} months", count=form.term_months))
    return " ".join(parts)


def stamp_words(form: AgreementForm) -> str:
    """Return which duty stamp goes where."""
    if form.stamp_form is StampForm.NONE:
        return label(form.stamp_form)
    return f"{label(form.stamp_form)}. {label(form.stamp_rule)}"


def when_words(line: PrintLine, zone: tzinfo | None) -> str:
    """Return when something was printed, by the office's clock."""
    return moment_words(datetime.fromisoformat(line.at).astimezone(zone))


def print_words(line: PrintLine) -> str:
    """Return what was printed and whether the text has moved on since."""
    words = tr("{what}, {paper}", what=what_words(line), paper=line.paper.value.upper())
    return tr("{words} (outdated)", words=words) if line.stale else words


def what_words(line: PrintLine) -> str:
    """Return what was printed, in two words."""
    kinds = {
        "original": tr("Original {number}", number=line.original_no),
        "draft": tr("Draft {number}", number=line.draft_no),
        "copy": tr("Copy"),
        "translation": tr("Translation"),
    }
    return kinds.get(line.what, line.what)


def pages_words(line: PrintLine) -> str:
    """Return how many pages came out, or which where not all did: 2 and 5 to 7 of 9."""
    if not line.sheets:
        return str(line.pages)
    return tr("{sheets} of {pages}", sheets=_ranges(line.sheets), pages=line.pages)


def _ranges(pages: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    ends = ((run[0], run[-1]) for run in runs)
    return ", ".join(f"{a}" if a == b else f"{a}\N{EN DASH}{b}" for a, b in ends)
