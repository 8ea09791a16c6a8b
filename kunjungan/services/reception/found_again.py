"""Puts the content of a kept file back that the archive has lost."""

from pathlib import Path
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.file_lines import file_line
from kunjungan.services.process.intake import take_in


def find_again(office: Office, file_id: UUID, path: Path) -> None:
    """Keep the content of a file once more, byte for byte the one that was kept before.

    Raises:
        RuleBroken: the file at ``path`` is another one, empty or too large.
        NotFound: it is gone, or nothing is known of the kept file.
        Unavailable: it cannot be read, or the disk cannot keep it.
    """
    if take_in(office, path).sha256 != file_line(office, file_id).sha256:
        raise RuleBroken(
            later(
                "This is another file than the one that was kept. Nothing was changed; "
                "choose the same file."
            )
        )
