"""What the tests of stages and duties share: papers on file, and agreements that are signed."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from kunjungan.domain.stages import AgreementStage
from kunjungan.services.office import Office
from kunjungan.services.process.duty_lines import DutyLine, list_duties
from kunjungan.services.process.duty_making import create_duties
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.services.process.stages import stage_lines
from kunjungan.store.tables import Agreement, Attachment


def at(office: Office, day: date) -> Office:
    """The same office on another day."""
    moment = datetime.combine(day, datetime.min.time(), office.now().tzinfo)
    return Office(
        office.store, office.archive, office.folder, office.user, lambda: day, lambda: moment
    )


def file(
    office: Office, agreement: UUID, place: str, on: date | None = None, *, number: str = ""
) -> None:
    """Put a paper on file; ``place`` is stage and document, ``K20.surat_penawaran``."""
    stage, _, document = place.partition(".")
    content = uuid4().bytes
    with office.store.change("File") as session:
        session.add(
            Attachment(
                agreement_id=agreement,
                name=f"{document}.pdf",
                sha256=office.archive.put(content),
                size=len(content),
                stage=stage,
                document=document,
                number=number,
                on=on,
            )
        )


def line(office: Office, agreement: UUID, code: str) -> StageLine:
    """One stage as the page shows it."""
    (found,) = [each for each in stage_lines(office, agreement) if each.code == code]
    return found


def signed(office: Office, agreement: UUID, on: date, *, years: int = 5) -> UUID:
    """The same agreement, signed as with its last signature, in force for some years."""
    with office.store.change("Sign") as session:
        row = session.get(Agreement, agreement)
        assert row is not None
        row.stage, row.signing_on = AgreementStage.SIGNED, on
        row.ends_on = on + timedelta(days=365 * years) if years else None
        create_duties(session, row)
    return agreement


def duty(office: Office, agreement: UUID, code: str) -> DutyLine:
    """The only duty of a code."""
    (found,) = [each for each in list_duties(office, agreement) if each.code == code]
    return found
