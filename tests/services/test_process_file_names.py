"""Names of files that hide what they are."""

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.services.office import Office
from kunjungan.services.process.attaching import attach
from kunjungan.services.process.file_form import FileForm
from kunjungan.services.process.file_lines import list_files
from kunjungan.services.process.files import (
    open_copy,
)
from kunjungan.store.tables import Attachment
from tests.builders import an_agreement


def test_a_name_that_came_in_by_a_file_hides_nothing(office: Office) -> None:
    agreement = an_agreement(office)
    key = attach(office, agreement, b"x", FileForm("surat.pdf")).id
    with office.store.change("Import") as session:
        session.get_one(Attachment, key).name = "surat\u202efdp.exe\n"
    assert [line.name for line in list_files(office, agreement)] == ["suratfdp.exe"]
    with pytest.raises(RuleBroken, match="never opened"):
        open_copy(office, key)
