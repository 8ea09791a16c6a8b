"""What the window is built from; the program's start hands it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kunjungan.services.office import Office
from kunjungan.ui.background import Background
from kunjungan.ui.changes import ChangeNews
from kunjungan.ui.context import Address, Reopen
from kunjungan.ui.desk import Desk
from kunjungan.ui.pictures import PagePictures
from kunjungan.ui.widgets.page import Place


@dataclass(frozen=True, slots=True)
class Undoing:
    """The way back and forth over changes; labels are untranslated, None where there is none."""

    undo: Callable[[], object]
    redo: Callable[[], object]
    undo_label: Callable[[], str | None]
    redo_label: Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """What the status line says of the open office; moments are local.

    ``read_only`` is the untranslated reason why nothing can be changed, or empty.
    """

    file: str
    saved_at: datetime | None = None
    last_backup: datetime | None = None
    read_only: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something the search found, and where it is.

    ``group`` is the untranslated heading that it stands under; places are the letters of title
    and detail that were searched for, as (start, end).
    """

    title: str
    detail: str
    icon: str
    address: Address
    group: str = ""
    title_places: tuple[tuple[int, int], ...] = ()
    detail_places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WindowParts:
    """Everything the window shows and calls.

    ``speak`` and ``recolour`` switch language and theme of the program; ``commands`` are those
    that the start answers, such as opening another office.
    """

    office: Office
    news: ChangeNews
    background: Background
    pictures: PagePictures
    desk: Desk
    places: Sequence[Place]
    undoing: Undoing
    status: Callable[[], OfficeStatus]
    find: Callable[[str], Sequence[Hit]]
    speak: Callable[[str], None]
    recolour: Callable[[str], None]
    reopen: Reopen
    commands: Mapping[str, Callable[[QWidget], None]] = field(default_factory=dict)
