"""Checks that the stages before the signing are proven, or passed for a reason that is kept.

It speaks once the office keeps stages for an agreement; before that only of what the law makes the
basis of signing abroad (PP 28/2018 art 33), and then only as advice.
"""

from collections.abc import Iterator

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.citing import cited
from kunjungan.domain.listing import listed
from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import StageState, Standing
from kunjungan.i18n import later
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule
from kunjungan.services.process.evidence import Process, process_in
from kunjungan.services.process.stage_lines import missing_names, stage_name

_LACKS = later("The stage “{stage}” is not proven yet ({law}). Missing: {missing}.")
_ATTACH = later("Attach it under Process, or pass the stage there with a reason.")
NOT_PROVEN = Rule("missing-evidence", _LACKS, _ATTACH, about="process")
BETTER_PROVEN = Rule("missing-evidence", _LACKS, _ATTACH, blocking=False, about="process")
PASSED = Rule(
    "passed-stage",
    later("The stage “{stage}” was passed ({law}). The reason kept: {reason}"),
    later("Consider it before the signing."),
    blocking=False,
    about="process",
)


def about_evidence(session: Session, draft: Draft) -> Iterator[Finding]:
    """Yield the stages before the signing that lack evidence or were passed."""
    process = process_in(session, draft.facts)
    kind = draft.facts.rule.name
    for stage in process.stages:
        if stage.guards and (process.begun or stage.early):
            yield from _about(process, stage, kind)


def _about(process: Process, stage: Stage, kind: Bilingual) -> Iterator[Finding]:
    standing = process.standing(stage)
    said = {"stage": stage_name(stage, kind), "law": cited(stage.law)}
    if standing.state is StageState.PASSED and stage.guards == "block":
        yield Finding(
            PASSED, {**said, "reason": process.steps[stage.code].reason}, field=stage.code
        )
    elif standing.lacking and not _settled(stage, standing):
        blocks = stage.guards == "block" and process.begun and standing.state is not StageState.DONE
        said["missing"] = listed(missing_names(standing))
        yield Finding(NOT_PROVEN if blocks else BETTER_PROVEN, said, field=stage.code)


def _settled(stage: Stage, standing: Standing) -> bool:
    """Whether it was called done and the law does not make it the basis of the signing."""
    return standing.state is StageState.DONE and stage.guards != "block"
