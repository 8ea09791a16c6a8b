"""The columns of the delegation table, and guests as cells that a spreadsheet takes."""

from collections.abc import Callable, Collection, Iterable, Sequence

from kunjungan.domain.guest_heads import FIELD_HEADS, GuestField
from kunjungan.i18n import tr
from kunjungan.services.guests.participants import Participant
from kunjungan.ui.guest_words import ATTENDANCE_TONES, ATTENDANCES, ROLES
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.guest_rows import GuestRow, guest_name, guest_words
from kunjungan.ui.screens.visits.words import brief_title, guests_words, joined
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

NAME = "guests"
"""What the table is called where its arrangement is kept."""
_POSTS, _NOTHING = 3, "\N{EM DASH}"


def guest_columns(chosen: Collection[object]) -> list[Column[GuestRow]]:
    """Return the columns of the delegation table; those whose keys are ``chosen`` are ticked."""
    return [
        Column("", lambda row: Cell("", checked=row.id in chosen), 40, key="tick"),
        Column(tr("No."), _place, 48, Align.RIGHT, key="place"),
        Column(tr("Name"), _name, 146, key="name", share=1),
        Column(tr("Post"), _post, 146, key="post", share=2),
        Column(tr("Role"), _role, 142, hide_below=640, key="role"),
        Column(tr("Attendance"), _attendance, 126, key="attendance"),
        Column(tr("Meals"), _text(lambda guest: guest.diet), 104, hide_below=820, key="diet"),
        Column(tr("Vehicle"), _text(lambda guest: guest.vehicle), 88, hide_below=740, key="car"),
        Column(tr("Precedence"), _rank, 112, key="rank", spare=True),
        Column(tr("Needs"), _text(lambda guest: guest.access), 120, key="access", spare=True),
        Column(tr("Telephone"), _text(lambda guest: guest.phone), 120, key="phone", spare=True),
        Column(tr("Note"), _text(lambda guest: guest.note), 160, key="note", spare=True),
    ]


def attendance_chip(guest: Participant) -> ChipText:
    """Return the chip of a guest's answer."""
    return ChipText(tr(ATTENDANCES[guest.attendance]), ATTENDANCE_TONES[guest.attendance])


def as_text(rows: Sequence[GuestRow]) -> str:
    """Return guests under their heads as cells; pasted back, they are read as they were."""
    head = [screen_side(FIELD_HEADS[field]) for field in _COPIED]
    lines = [_cells(guest) for row in rows for guest in row.guests]
    return "\n".join("\t".join(line) for line in (head, *lines))


def partner_note(row: GuestRow) -> str:
    """Return in whose place, by whom or with whom a guest comes; nothing for most."""
    guest, other = row.guest, row.partner
    if guest is None or other is None:
        return ""
    if guest.represents_id:
        return tr("In place of {name}", name=guest_words(other))
    if guest.attendance == "represented":
        return tr("by {name}", name=guest_words(other))
    return tr("with {name}", name=guest_words(other))


_COPIED = (
    GuestField.BODY,
    GuestField.NAME,
    GuestField.TITLE,
    GuestField.TITLE_EN,
    GuestField.ROLE,
    GuestField.ATTENDANCE,
    GuestField.DIET,
    GuestField.VEHICLE,
    GuestField.PHONE,
    GuestField.NIP,
    GuestField.NOTE,
)
"""What is copied of a guest, under the heads that an import knows again."""


def _cells(guest: Participant) -> tuple[str, ...]:
    return tuple(
        " ".join(text.split())
        for text in (
            guest.body.id,
            guest.name.full if guest.known else "",
            guest.title.id,
            guest.title.en,
            tr(ROLES[guest.role]),
            tr(ATTENDANCES[guest.attendance]),
            guest.diet,
            guest.vehicle,
            guest.phone,
            guest.nip,
            guest.note,
        )
    )


def _place(row: GuestRow) -> Cell:
    equal = row.rank is not None and row.rank.equal
    tip = tr("Of equal rank with the one before; nobody has decided yet.") if equal else ""
    return Cell(
        f"= {row.place}" if equal else str(row.place or ""),
        quiet=not equal,
        tone=Tone.WARN if equal else Tone.PLAIN,
        tip=tip,
    )


def _name(row: GuestRow) -> Cell:
    guest = row.guest
    if guest is not None:
        bold = guest.known and guest.role in {"head", "signatory"}
        return Cell(guest_name(guest), bold=bold, italic=not guest.known, tip=partner_note(row))
    if row.guests:
        count = guests_words(len(row.guests))
        words = count if row.whole else tr("{guests} more", guests=count)
        return Cell(words, tone=Tone.INFO, tip=tr("Enter shows them."))
    return Cell(tr("(no guests yet)"), italic=True)


def _post(row: GuestRow) -> Cell:
    if row.guest is None:
        return _posts(dict.fromkeys(screen_side(one.title) for one in row.guests))
    title = row.guest.title
    brief = brief_title(title)
    return Cell(screen_side(title), tip=f"{title.id}\n{title.en}".strip(), brief=brief)


def _posts(posts: Iterable[str]) -> Cell:
    """Return the first of several posts, only their number in a narrow column, all as a tip."""
    named = [post for post in posts if post]
    dots = ["…"] if len(named) > _POSTS else []
    brief = tr("{count} posts", count=len(named)) if named[1:] else ""
    words = ", ".join([*named[:_POSTS], *dots])
    return Cell(words, quiet=True, tip=", ".join(named), brief=brief)


def _role(row: GuestRow) -> Cell:
    if row.guest is None:
        return Cell("")
    note = partner_note(row)
    coming = row.guest.represents_id is not None
    brief = tr("Substitute") if coming else ""
    return Cell(note if coming else tr(ROLES[row.guest.role]), quiet=True, tip=note, brief=brief)


def _attendance(row: GuestRow) -> Cell:
    if row.guest is None:
        return Cell("")
    return Cell("", chip=attendance_chip(row.guest), tip=partner_note(row))


def _rank(row: GuestRow) -> Cell:
    if row.guest is None:
        return Cell("")
    group = row.guest.group
    article = screen_side(row.rank.cited) if row.rank else ""
    words = label(group) if group else ""
    return Cell(article or words or _NOTHING, quiet=True, tip=joined(words, article))


def _text(of: Callable[[Participant], str]) -> Callable[[GuestRow], Cell]:
    def cell(row: GuestRow) -> Cell:
        said = of(row.guest) if row.guest else None
        return Cell("") if said is None else Cell(said or _NOTHING, quiet=not said, tip=said)

    return cell
