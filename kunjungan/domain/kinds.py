"""The kinds of agreement with their rules: at home by PP 28/2018, abroad by treaty practice."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kind_rules import ABROAD, HOME, KindRule, Signer
from kunjungan.domain.layouts import Layout


def _at_home(
    name_id: str,
    name_en: str,
    signer: Signer,
    *,
    umbrella: bool = False,
    annex: Bilingual | None = None,
) -> KindRule:
    """Return a rule at home: Indonesian prevails, the stamp duty is owed (UU 10/2020 art 3(2)a)."""
    return KindRule(
        name=Bilingual(name_id, name_en),
        title=Bilingual(name_id.upper(), name_en.upper()),
        connective=HOME,
        signer=signer,
        umbrella=umbrella,
        needs_umbrella=signer is Signer.ATTORNEY,
        annex=annex,
    )


def _abroad(name_id: str, name_en: str) -> KindRule:
    """Return a rule abroad: no regional logo (PP 77/2007 art 9(3)), all texts equally authentic.

    Neither numbers nor stamp duty, and each party is named first in its own original: treaty
    practice, all but the logo a setting of the agreement.
    """
    return KindRule(
        name=Bilingual(name_id, name_en),
        title=Bilingual(name_id.upper(), name_en.upper()),
        connective=ABROAD,
        signer=Signer.HEAD,
        foreign=True,
        umbrella=True,
        logos=False,
        number_lines=False,
        alternat=True,
        stamped=False,
        layouts=(Layout.SEQUENCE, Layout.VOLUMES, Layout.COLUMNS),
        language_clauses=("equal", "id_prevails", "en_prevails", "third_prevails"),
    )


KINDS: Mapping[AgreementKind, KindRule] = MappingProxyType(
    {
        AgreementKind.KB: _at_home(
            "Kesepakatan Bersama", "Joint Agreement", Signer.HEAD, umbrella=True
        ),
        AgreementKind.PKS: _at_home(
            "Perjanjian Kerja Sama", "Cooperation Agreement", Signer.ATTORNEY
        ),
        AgreementKind.CONTRACT: _at_home("Kontrak Kerja Sama", "Contract", Signer.ATTORNEY),
        AgreementKind.SYNERGY: _at_home(
            "Nota Kesepakatan",
            "Synergy Memorandum",
            Signer.HEAD,
            umbrella=True,
            annex=Bilingual("Rencana Kerja", "Work Plan"),
        ),
        AgreementKind.NK: _at_home(
            "Nota Kesepahaman", "Memorandum of Understanding", Signer.AGREED, umbrella=True
        ),
        AgreementKind.LOI: _abroad("Pernyataan Kehendak Kerja Sama", "Letter of Intent"),
        AgreementKind.MSP: _abroad("Memorandum Saling Pengertian", "Memorandum of Understanding"),
        AgreementKind.ADDENDUM: _at_home("Adendum", "Addendum", Signer.ATTORNEY),
    }
)
"""The annex of a synergy is the work plan of PP 28/2018 art 46."""


def rule_for(kind: AgreementKind, parent: AgreementKind | None = None) -> KindRule:
    """Return the rule of a kind; an addendum goes by the rule of what it changes.

    So an addendum to a foreign memorandum carries no logo either, and its title names the parent.
    """
    rule = KINDS[kind]
    if kind is not AgreementKind.ADDENDUM or parent in (None, AgreementKind.ADDENDUM):
        return rule
    changed = KINDS[parent]
    title = Bilingual(f"{rule.title.id} {changed.title.id}", f"ADDENDUM TO THE {changed.title.en}")
    return replace(changed, name=rule.name, title=title, needs_umbrella=True, annex=None)
