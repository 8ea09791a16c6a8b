"""One office while a window shows it: its pieces wired together, and let go of in order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kunjungan.app.desk import open_desk
from kunjungan.app.hits import hits
from kunjungan.app.places import PLACES
from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import later
from kunjungan.services.history import recent_changes, redo, redo_label, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.search import build_index
from kunjungan.store.backup import list_backups
from kunjungan.store.files import DATABASE
from kunjungan.ui.background import Background
from kunjungan.ui.changes import ChangeNews
from kunjungan.ui.context import Reopen
from kunjungan.ui.desk import Desk
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.shell.parts import OfficeStatus, Undoing, WindowParts

LOOKING_ON = later("This office can only be looked at now; the reason was told when it opened.")


@dataclass(frozen=True, slots=True)
class Sitting:
    """An open office with its news and its worker.

    ``notices`` is what the opening has to tell; with ``looking_on`` nothing can be changed.
    """

    office: Office
    news: ChangeNews
    background: Background
    notices: tuple[OfficeError, ...]
    looking_on: bool

    def close(self) -> None:
        """Let running work finish, then let go of the office."""
        self.background.close()
        self.office.store.close()

    def status(self) -> OfficeStatus:
        """Say how the office stands."""
        done = recent_changes(self.office, most=1)
        backups = list_backups(self.office.folder)
        return OfficeStatus(
            file=self.office.folder.name,
            saved_at=_local(done[0].at) if done else None,
            last_backup=_local(backups[0].at) if backups else None,
            read_only=LOOKING_ON if self.looking_on else "",
        )

    def undoing(self) -> Undoing:
        """Return the way back and forth over this office's changes."""
        office = self.office
        return Undoing(
            lambda: undo(office),
            lambda: redo(office),
            lambda: undo_label(office),
            lambda: redo_label(office),
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What outlives an office: the desk's choices, page pictures, language and colours."""

    desk: Desk
    pictures: PagePictures
    speak: Callable[[str], None]
    recolour: Callable[[str], None]


def sit_down(folder: Path, user: str) -> Sitting:
    """Open the office in a folder for a window, made now if the folder holds none.

    An office that cannot be written now, such as one that someone else holds, is opened for
    looking on if that can be.

    Raises:
        OfficeError: it cannot be opened at all.
    """
    looking_on = False
    try:
        office, notices = open_desk(folder, "make", user=user)
    except Unavailable as refusal:
        if not (folder / DATABASE).exists():
            raise
        office, notices = _look_on(folder, user, refusal)
        looking_on = True
    background = Background()
    _build_index(office, background)
    news = ChangeNews()
    office.store.listeners.append(lambda change: news.changed.emit(change.tables))
    return Sitting(office, news, background, notices, looking_on)


def window_parts(around: Surroundings, sitting: Sitting, reopen: Reopen) -> WindowParts:
    """Return everything a window on the office shows and calls."""
    return WindowParts(
        office=sitting.office,
        news=sitting.news,
        background=sitting.background,
        pictures=around.pictures,
        desk=around.desk,
        places=PLACES,
        undoing=sitting.undoing(),
        status=sitting.status,
        find=lambda text: hits(sitting.office, text),
        speak=around.speak,
        recolour=around.recolour,
        reopen=reopen,
    )


def _build_index(office: Office, background: Background) -> None:
    """Go on building the index for searching, between other work, until it is whole.

    What cannot be built, such as on a full disk, is tried again when the office is next opened.
    """

    def again(whole: bool) -> None:
        if not whole:
            _build_index(office, background)

    background.run(
        lambda: build_index(office), done=again, refused=lambda _why: None, owner=background
    )


def _look_on(
    folder: Path, user: str, refusal: Unavailable
) -> tuple[Office, tuple[OfficeError, ...]]:
    try:
        office, notices = open_desk(folder, "read", user=user)
    except OfficeError:
        raise refusal from None
    return office, (refusal, *notices)


def _local(moment: datetime) -> datetime:
    return moment.astimezone()
