"""What an agreement's facts must fulfil before they are kept: kind, languages, what it rests on."""

from collections.abc import Sequence
from typing import get_args
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.agreements import FOREIGN_PARTNERS, AgreementKind, kinds_fitting
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import partner_kind
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import HOME_LANGUAGES, Layout
from kunjungan.domain.words import LanguageClause
from kunjungan.i18n import later
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Institution

_UNUSUAL = later("This kind of agreement is unusual for this partner. Say why it is chosen.")


def check_bodies(bodies: Sequence[Institution]) -> None:
    """Raise RuleBroken for fewer than two parties, or one that stands there twice."""
    if len(bodies) < 2:
        raise RuleBroken(later("An agreement needs at least two parties."))
    if len({body.id for body in bodies}) < len(bodies):
        raise RuleBroken(later("A party cannot sign an agreement with itself."))


def check_kind(kind: AgreementKind, reason: str, partners: Sequence[Institution]) -> None:
    """Raise RuleBroken for a kind that does not fit the partners, unless it is said why."""
    fitting = kinds_fitting(partner_kind(body.kind) for body in partners)
    if not reason.strip() and kind not in fitting:
        raise RuleBroken(_UNUSUAL)


def check_parent(
    session: Session, kind: AgreementKind, parent_id: UUID | None, own: UUID | None = None
) -> None:
    """Raise RuleBroken for an addendum to nothing, and for what an agreement cannot rest on.

    ``own`` is the agreement's id once it has one. Raises NotFound when the parent is gone.
    """
    if parent_id is None:
        if kind is AgreementKind.ADDENDUM:
            raise RuleBroken(later("An addendum changes an agreement. Say which one."))
        return
    parent = found(session, Agreement, parent_id)
    above: Agreement | None = parent
    while above is not None:
        if above.id == own:
            raise RuleBroken(later("An agreement cannot rest on itself."))
        above = session.get(Agreement, above.parent_id) if above.parent_id else None
    if kind is not AgreementKind.ADDENDUM and not KINDS[parent.kind].umbrella:
        raise RuleBroken(
            later("{reference} is no umbrella agreement. Choose the one this agreement rests on."),
            reference=parent.reference,
        )


def is_foreign(rule: KindRule, bodies: Sequence[Institution]) -> bool:
    """Say whether a party of another country signs, or the kind is one for such parties."""
    return rule.foreign or any(partner_kind(body.kind) in FOREIGN_PARTNERS for body in bodies)


def check_languages(
    rule: KindRule, layout: Layout, third: str, clause: LanguageClause, *, foreign: bool
) -> None:
    """Raise RuleBroken for languages that the law or the layout does not allow.

    Indonesian always stands on paper and at home it prevails (UU 24/2009 art 31).
    """
    if third and not foreign:
        raise RuleBroken(later("A third language is for agreements with a foreign partner."))
    if third and layout is Layout.COLUMNS:
        raise RuleBroken(
            later(
                "Two columns hold two languages. Choose one language after the other, "
                "or a volume for each language."
            )
        )
    if third in HOME_LANGUAGES:
        raise RuleBroken(later("Indonesian and English are there already."))
    if clause == "third_prevails" and not third:
        raise RuleBroken(later("Say first which the third language is that is to prevail."))
    if clause not in (get_args(LanguageClause) if foreign else rule.language_clauses):
        raise RuleBroken(
            later("In an agreement at home the Indonesian text prevails (UU 24/2009 article 31).")
        )
