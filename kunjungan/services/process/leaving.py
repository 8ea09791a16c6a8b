"""What a person says of a stage: done, passed, not required, open again; and of the track."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.citing import cited
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.listing import listed
from kunjungan.domain.process_lists import stages_of
from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import Kept, Outcome
from kunjungan.domain.tracks import Track
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import rule_in
from kunjungan.services.office import Office
from kunjungan.services.process.evidence import process_of
from kunjungan.services.process.stage_lines import missing_of, stage_name
from kunjungan.services.process.tracks import track_in
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Agreement, AgreementStep

_NO_STAGE = later("This agreement has no stage {code}. Its stages are: {known}.")
_WHY = later("Say why. The reason is kept with the agreement.")
_TO_COME = later("This day is still to come. A stage is left today or earlier.")
_LACKS = later(
    "“{stage}” is not proven ({law}). Missing: {missing}. Attach it to the stage, or give the "
    "reason why the stage is left without it; the reason is kept."
)
_PRACTICE = Bilingual("praktik kantor", "office practice")
_CHANGES: Mapping[Outcome, str] = MappingProxyType(
    {
        "done": later("Finish stage"),
        "passed": later("Pass stage"),
        "not_required": later("Declare stage not required"),
    }
)


def finish_stage(
    office: Office, agreement_id: UUID, code: str, reason: str = "", *, on: date | None = None
) -> None:
    """Call a stage done on a day, today or before; without its evidence pass it for a reason.

    Raises RuleBroken where evidence is missing and no reason is given, and as ``pass_stage``.
    """
    day = _day(office, on)
    with office.store.change(_CHANGES["done"]) as session:
        row = found(session, Agreement, agreement_id)
        process = process_of(office, session, row)
        stage = _stage(process.stages, code)
        missing = missing_of(process, stage)
        if missing and not reason.strip():
            law = cited(stage.law) if stage.law else _PRACTICE
            name = stage_name(stage, rule_in(session, row).name)
            raise RuleBroken(_LACKS, stage=name, missing=listed(missing), law=law)
        _keep(session, agreement_id, Kept("passed" if missing else "done", day, reason), code)


def pass_stage(
    office: Office, agreement_id: UUID, code: str, reason: str, *, on: date | None = None
) -> None:
    """Go past a stage for a reason that is kept.

    Raises RuleBroken without a reason and for a day to come, NotFound for another track's stage.
    """
    _leave(office, agreement_id, code, Kept("passed", _day(office, on), required(reason, _WHY)))


def not_required(
    office: Office, agreement_id: UUID, code: str, reason: str, *, on: date | None = None
) -> None:
    """Declare a stage not required for a reason that is kept; raises as ``pass_stage``."""
    kept = Kept("not_required", _day(office, on), required(reason, _WHY))
    _leave(office, agreement_id, code, kept)


def reopen_stage(office: Office, agreement_id: UUID, code: str) -> None:
    """Take back what a person said of a stage; its evidence decides again."""
    with office.store.change(later("Reopen stage")) as session:
        step = _step(session, agreement_id, code)
        if step is None:
            raise RuleBroken(
                later("Nobody has closed this stage; its evidence alone says how it stands.")
            )
        session.delete(step)


def choose_track(office: Office, agreement_id: UUID, track: Track | None) -> None:
    """Let an agreement go through the stages of a track; None: those of its kind and partners."""
    with office.store.change(later("Choose the stages of an agreement")) as session:
        found(session, Agreement, agreement_id).track = track.value if track else ""


def _day(office: Office, on: date | None) -> date:
    if on is not None and on > office.today():
        raise RuleBroken(_TO_COME)
    return on or office.today()


def _leave(office: Office, agreement_id: UUID, code: str, kept: Kept) -> None:
    with office.store.change(_CHANGES[kept.outcome]) as session:
        row = found(session, Agreement, agreement_id)
        _stage(stages_of(track_in(session, row), row.kind), code)
        _keep(session, agreement_id, kept, code)


def _stage(stages: Sequence[Stage], code: str) -> Stage:
    for stage in stages:
        if stage.code == code:
            return stage
    raise NotFound(_NO_STAGE, code=code, known=", ".join(stage.code for stage in stages))


def _keep(session: Session, agreement_id: UUID, kept: Kept, code: str) -> None:
    """Keep what a person says of a stage, in place of what was said before."""
    step = _step(session, agreement_id, code)
    if step is None:
        step = AgreementStep(agreement_id=agreement_id, code=code, on=kept.on)
        session.add(step)
    step.on, step.outcome, step.reason = kept.on, kept.outcome, kept.reason.strip()


def _step(session: Session, agreement_id: UUID, code: str) -> AgreementStep | None:
    query = select(AgreementStep).where(
        AgreementStep.agreement_id == agreement_id, AgreementStep.code == code
    )
    return session.exec(query).first()
