"""The people that the office knows on the command line: written into a file."""

from typing import TYPE_CHECKING

from kunjungan.cli.call import Call
from kunjungan.cli.files import new_file
from kunjungan.cli.output import say
from kunjungan.cli.parser import Parser
from kunjungan.i18n import tr

if TYPE_CHECKING:
    from kunjungan.domain.bilingual import Language


def add_people_export(exported: Parser) -> None:
    """Add the option of ``export people`` and ``export guests``."""
    exported.option(
        "--with-personal-data",
        action="store_true",
        words=tr("People and guests: also write NIP, telephone, e-mail, diet and access."),
    )


def export_people(call: Call) -> None:
    """Write the people as a workbook, CSV or JSON and say where it is."""
    from kunjungan.services.known_people.exporting import write_people  # noqa: PLC0415

    path = new_file(call)
    with call.office() as office:
        language: Language = "en" if call.settings.language == "en" else "id"
        personal = call.args.with_personal_data
        say(str(write_people(office, path, language, personal=personal)))
