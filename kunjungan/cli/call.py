"""What a command is given: its arguments, its office, and what this desk prefers."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kunjungan.cli.output import complain
from kunjungan.settings import Settings

if TYPE_CHECKING:
    from kunjungan.app.desk import Opening
    from kunjungan.services.office import Office


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was typed."""

    args: argparse.Namespace
    settings: Settings

    @property
    def folder(self) -> Path:
        """The office's folder: as typed, else the last one, else one among the documents."""
        from kunjungan.app.desk import office_folder  # noqa: PLC0415 (quick --help)

        return office_folder(getattr(self.args, "office", ""), self.settings)

    @contextmanager
    def office(self, how: "Opening" = "read") -> Iterator["Office"]:
        """Open the office, tell what its opening has to tell, and close it again."""
        from kunjungan.app.desk import open_desk  # noqa: PLC0415 (quick --help)
        from kunjungan.ui.labels import refusal_words  # noqa: PLC0415 (quick --help)

        if how == "make":
            self.folder.mkdir(parents=True, exist_ok=True)
        opened, notices = open_desk(self.folder, how, user=self.settings.user)
        try:
            for notice in notices:
                complain(refusal_words(notice))
            yield opened
        finally:
            opened.store.close()
