"""The lines of the delegation table: guests in their places, delegations without any."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.names import search_key
from kunjungan.i18n import tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import AttendeeLine
from kunjungan.ui.labels import ATTENDANCE_TONES, ATTENDANCES, ROLES, label, screen_side
from kunjungan.ui.screens.visits.words import body_name, guests_words, joined, law_words
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group

COMING = frozenset({"confirmed", "present", "represented"})
"""Answers that count as confirmed."""


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest with the place in the delegation, or a delegation that has no guest yet."""

    delegation: DelegationLine
    place: int
    guest: AttendeeLine | None

    @property
    def id(self) -> UUID:
        """What tells this line from the others."""
        return self.delegation.id if self.guest is None else self.guest.id


def guest_rows(
    delegations: Sequence[DelegationLine], guests: Sequence[AttendeeLine]
) -> list[GuestRow]:
    """Return the lines of a visit, delegation by delegation."""
    rows: list[GuestRow] = []
    for delegation in delegations:
        own = [guest for guest in guests if guest.delegation_id == delegation.id]
        rows += [GuestRow(delegation, place, guest) for place, guest in enumerate(own, start=1)]
        if not own:
            rows.append(GuestRow(delegation, 0, None))
    return rows


def matching(
    rows: Sequence[GuestRow], words: str, delegation: str, answer: str | None
) -> Iterator[GuestRow]:
    """Yield the lines that hold every word, of one delegation and one answer where given."""
    wanted = search_key(words).split()
    for line in rows:
        if delegation not in {"all", str(line.delegation.id)}:
            continue
        if line.guest is None:
            if not wanted and answer is None:
                yield line
        elif answer in {None, line.guest.attendance} and _holds(line.guest, wanted):
            yield line


def group_of(row: GuestRow) -> Group:
    """Return the line over a delegation: its name, its guests, how many are expected."""
    line = row.delegation
    announced = ""
    if line.announced is not None and line.announced != line.listed:
        announced = tr("{count} announced", count=line.announced)
    confirmed = tr("{count} confirmed", count=line.confirmed)
    return Group(body_name(line), joined(guests_words(line.listed), confirmed, announced))


def totals(rows: Sequence[GuestRow]) -> str:
    """Return the counts of the lines shown: guests, who comes, who has not answered."""
    answers = Counter(row.guest.attendance for row in rows if row.guest is not None)
    coming = sum(count for answer, count in answers.items() if answer in COMING)
    waits = answers["invited"]
    return joined(
        guests_words(sum(answers.values())),
        tr("{count} confirmed", count=coming),
        tr("{count} awaiting answer", count=waits) if waits else "",
    )


def as_text(rows: Sequence[GuestRow]) -> str:
    """Return guests as lines of cells that a spreadsheet takes."""
    return "\n".join(
        "\t".join(
            (
                body_name(row.delegation),
                row.guest.name.full,
                row.guest.title.id,
                row.guest.title.en,
                tr(ROLES[row.guest.role]),
                tr(ATTENDANCES[row.guest.attendance]),
            )
        )
        for row in rows
        if row.guest is not None
    )


def guest_columns() -> list[Column[GuestRow]]:
    """Return the columns of the delegation table."""
    return [
        Column(tr("No."), lambda r: Cell(str(r.place or ""), quiet=True), 52, Align.RIGHT),
        Column(tr("Name"), _name),
        Column(tr("Post"), _post),
        Column(tr("Role"), _role, 148, hide_below=700),
        Column(tr("Precedence"), _group, 106, hide_below=780),
        Column(tr("Attendance"), _attendance, 136),
    ]


def attendance_chip(guest: AttendeeLine) -> ChipText:
    """Return the chip of a guest's answer."""
    return ChipText(tr(ATTENDANCES[guest.attendance]), ATTENDANCE_TONES[guest.attendance])


def _name(row: GuestRow) -> Cell:
    if row.guest is None:
        return Cell(tr("(no guests yet)"), italic=True)
    return Cell(row.guest.name.full, bold=row.guest.role in {"head", "signatory"})


def _post(row: GuestRow) -> Cell:
    title = row.guest.title if row.guest else None
    return Cell(screen_side(title) if title else "", tip=f"{title.id}\n{title.en}" if title else "")


def _role(row: GuestRow) -> Cell:
    return Cell(tr(ROLES[row.guest.role]) if row.guest else "", quiet=True)


def _group(row: GuestRow) -> Cell:
    group = row.guest.group if row.guest else None
    if group is None:
        return Cell("" if row.guest is None else "—", quiet=True)
    words = f"{group[:-1]} ({group[-1]})"
    return Cell(words, quiet=True, tip=joined(label(group), law_words(group)))


def _attendance(row: GuestRow) -> Cell:
    return Cell("", chip=attendance_chip(row.guest)) if row.guest else Cell("")


def _holds(guest: AttendeeLine, wanted: list[str]) -> bool:
    key = search_key(f"{guest.name.full} {guest.title.id} {guest.title.en} {guest.nip}")
    return all(word in key for word in wanted)
