"""Facts of an agreement in a few words."""

from datetime import datetime, tzinfo

from kunjungan.domain.originals import StampForm
from kunjungan.i18n import tr
from kunjungan.services.agreements import AgreementForm
from kunjungan.services.printing import PrintLine
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
    }
    return kinds[line.what]
