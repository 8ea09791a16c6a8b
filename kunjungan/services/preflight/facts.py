"""Checks an agreement's own facts: subject, day and place of signing, kind, articles, annexes."""

from collections.abc import Iterator

from sqlmodel import Session, select

from kunjungan.domain.agreements import AgreementKind, kinds_fitting
from kunjungan.domain.articles import ARTICLE_NAMES, BY_LAW, ArticleKey
from kunjungan.domain.clauses import Level, missing_articles
from kunjungan.domain.figures import differing
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.quiet_times import quiet_times, quiet_warnings
from kunjungan.domain.workdays import day_warnings
from kunjungan.i18n import later
from kunjungan.services.calendar.signatories import signing_hours
from kunjungan.services.kinds import partners_among
from kunjungan.services.language_values import language_name
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule
from kunjungan.store.tables import Holiday

SUBJECT = Rule(
    "missing-translation",
    later("The subject has no {language} yet."),
    later("Enter it in the agreement's data."),
    about="facts",
)
TITLE = Rule(
    "missing-translation",
    later("The title has no {language} yet."),
    later("Enter it in the agreement's data."),
    about="facts",
)
SUBJECT_FIGURES = Rule(
    "figures-differ",
    later("The numbers in the subject differ: Indonesian {only_id}, {language} {only_en}."),
    later("Compare the languages and correct the wrong one."),
    blocking=False,
    about="facts",
)
NO_DATE = Rule(
    "missing-signing-date",
    later("There is no signing date yet."),
    later("Enter it in the agreement's data."),
    about="facts",
)
NO_PLACE = Rule(
    "missing-signing-place",
    later("There is no place of signing yet."),
    later("Enter it in the agreement's data."),
    about="facts",
)
NO_REASON = Rule(
    "kind-without-reason",
    later("This kind of agreement is unusual for these partners (PP 28/2018)."),
    later("Choose a kind that fits, or say in the agreement's data why this one is chosen."),
    about="facts",
)
NOTHING_CHANGED = Rule(
    "missing-umbrella",
    later("This addendum does not say which agreement it changes."),
    later("Choose it in the agreement's data."),
    about="facts",
)
NO_UMBRELLA = Rule(
    "without-umbrella",
    later("This agreement names no umbrella that it carries out (PP 28/2018 art 6(3))."),
    later("Choose the umbrella in the agreement's data, or leave it if there is none."),
    blocking=False,
    about="facts",
)
THIRD_AT_HOME = Rule(
    "third-language-at-home",
    later("A third language is for agreements with a foreign partner."),
    later("Take it away in the agreement's data."),
    about="facts",
)
NO_ANNEX = Rule(
    "missing-annex",
    later("The annex “{annex}” is missing, which this kind of agreement must have."),
    later("Add the annex behind the closing."),
)
NO_ARTICLE = Rule(
    "missing-article",
    later("The article “{article}”, usual in this kind of agreement, is missing."),
    later("Add it, or leave it if the parties agree without it."),
    blocking=False,
)
NO_ARTICLE_BY_LAW = Rule(
    "missing-article-by-law",
    later("The article “{article}” is missing, which UU 23/2014 art 366(2) demands."),
    later("Add the article."),
)
_DAY_FIX = later("Keep the day if all parties agree to it, or choose another signing date.")


def about_facts(session: Session, draft: Draft) -> Iterator[Finding]:
    """Yield what the agreement's data and the order of its text lack."""
    yield from _about_subject(draft)
    yield from _about_signing(session, draft)
    bodies = [party.body for party in draft.facts.parties]
    partners = partners_among(bodies, draft.facts.chosen.own_institution)
    if (
        draft.row.kind not in kinds_fitting(partner_kind(body.kind) for body in partners)
        and not draft.row.reason.strip()
    ):
        yield Finding(NO_REASON, field="reason")
    yield from _about_umbrella(draft)
    if draft.row.third_language and not draft.facts.foreign:
        yield Finding(THIRD_AT_HOME, field="third_language")
    yield from _about_parts(draft)


def _about_umbrella(draft: Draft) -> Iterator[Finding]:
    if draft.row.parent_id is not None:
        return
    if draft.row.kind is AgreementKind.ADDENDUM:
        yield Finding(NOTHING_CHANGED, field="parent_id")
    if draft.row.kind is AgreementKind.PKS:
        yield Finding(NO_UMBRELLA, field="parent_id")


def _about_subject(draft: Draft) -> Iterator[Finding]:
    row = draft.row
    for language in draft.languages[1:]:
        column = "en" if language == "en" else "third"
        said: dict[str, object] = {"language": language_name(language)}
        subject = getattr(row, f"subject_{column}").strip()
        if not subject:
            yield Finding(SUBJECT, said, language=language, field=f"subject_{column}")
        elif language == "en" and (found := differing(row.subject_id, subject)):
            said |= found.said
            yield Finding(SUBJECT_FIGURES, said, language=language, field="subject_en")
        if column == "third" and not row.title_third.strip():
            yield Finding(TITLE, said, language=language, field="title_third")


def _about_signing(session: Session, draft: Draft) -> Iterator[Finding]:
    row = draft.row
    if not row.place_id.strip():
        yield Finding(NO_PLACE, field="place_id")
    if row.signing_on is None:
        yield Finding(NO_DATE, field="signing_on")
        return
    holidays = session.exec(select(Holiday).where(Holiday.on == row.signing_on))
    quiet = quiet_times(draft.facts.chosen.quiet_times)
    met = (
        warning
        for hours in signing_hours(session, row.id, row.signing_on)
        for warning in quiet_warnings(quiet, row.signing_on, *hours)
    )
    for warning in (*day_warnings(row.signing_on, holidays, week=draft.facts.chosen.week), *met):
        rule = Rule(warning.code, warning.message, _DAY_FIX, blocking=False, about="facts")
        yield Finding(rule, warning.values, field="signing_on")


def _about_parts(draft: Draft) -> Iterator[Finding]:
    annex, kind = draft.facts.rule.annex, draft.row.kind
    if annex is not None and not draft.has(Level.ANNEX):
        yield Finding(NO_ANNEX, {"annex": annex})
    keys = {line.key for line in draft.lines if line.key}
    for key in missing_articles(kind, keys):
        if key is ArticleKey.WORK_PLAN:
            continue
        rule = NO_ARTICLE_BY_LAW if key in BY_LAW.get(kind, ()) else NO_ARTICLE
        yield Finding(rule, {"article": ARTICLE_NAMES[key]})
