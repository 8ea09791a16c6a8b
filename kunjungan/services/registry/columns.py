"""What the register says in each column when it leaves the program, in both languages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.life import AgreementStatus
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.registry import Follow
from kunjungan.services.registry.row import RegisterRow

STATUSES: Mapping[AgreementStatus, Bilingual] = MappingProxyType(
    {
        AgreementStatus.DRAFT: Bilingual("Penyusunan", "Being drafted"),
        AgreementStatus.IN_PROCESS: Bilingual("Dalam proses", "In process"),
        AgreementStatus.IN_FORCE: Bilingual("Berlaku", "In force"),
        AgreementStatus.ENDING: Bilingual("Segera berakhir", "Ending soon"),
        AgreementStatus.ENDED: Bilingual("Berakhir", "Expired"),
        AgreementStatus.EXTENDED: Bilingual("Diperpanjang", "Extended"),
        AgreementStatus.TERMINATED: Bilingual("Diakhiri", "Terminated"),
    }
)
FOLLOWS: Mapping[Follow, Bilingual] = MappingProxyType(
    {
        Follow.NONE: Bilingual("", ""),
        Follow.DRAFTED: Bilingual("Perpanjangan disusun", "Renewal drafted"),
        Follow.IN_TALKS: Bilingual("Dibahas", "In talks"),
        Follow.EXTENDED: Bilingual("Diperpanjang", "Extended"),
    }
)
_LENT = Bilingual("dipinjam {who}", "lent to {who}")


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: its head, and its cell for a row in a language."""

    head: Bilingual
    cell: Callable[[RegisterRow, Language], Cell]


def kept_words(row: RegisterRow, language: Language) -> str:
    """Return where the office's own original lies, or who has borrowed it."""
    if row.custody.lent_to:
        return _LENT.side(language).format(who=row.custody.lent_to)
    return row.custody.kept_at


def partner_names(row: RegisterRow, language: Language) -> str:
    """Return the partners' names, in Indonesian where there is no other."""
    return "; ".join(party.name.side(language) or party.name.id for party in row.partners)


def partner_numbers(row: RegisterRow) -> str:
    """Return the partners' numbers, as far as they are known."""
    return "; ".join(party.number for party in row.partners if party.number)


COLUMNS: Sequence[RegisterColumn] = (
    RegisterColumn(Bilingual("Tahun", "Year"), lambda row, _: row.year),
    RegisterColumn(Bilingual("Nomor register", "Register number"), lambda row, _: row.register_no),
    RegisterColumn(Bilingual("Jenis", "Kind"), lambda row, to: KINDS[row.kind].name.side(to)),
    RegisterColumn(Bilingual("Nomor", "Number"), lambda row, _: row.own.number),
    RegisterColumn(Bilingual("Mitra", "Partner"), partner_names),
    RegisterColumn(Bilingual("Nomor mitra", "Partner's number"), lambda r, _: partner_numbers(r)),
    RegisterColumn(
        Bilingual("Tentang", "Subject"), lambda row, to: row.subject.side(to) or row.subject.id
    ),
    RegisterColumn(Bilingual("Bidang", "Field"), lambda row, _: row.field),
    RegisterColumn(Bilingual("OPD pelaksana", "Carried out by"), lambda row, _: row.unit),
    RegisterColumn(Bilingual("Ditandatangani", "Signed"), lambda row, _: row.signed_on),
    RegisterColumn(Bilingual("Mulai", "Starts"), lambda row, _: row.starts_on),
    RegisterColumn(Bilingual("Berakhir", "Ends"), lambda row, _: row.course.last_day),
    RegisterColumn(Bilingual("Sisa hari", "Days left"), lambda row, _: row.days_left),
    RegisterColumn(Bilingual("Status", "State"), lambda row, to: STATUSES[row.status].side(to)),
    RegisterColumn(
        Bilingual("Tindak lanjut", "Follow-up"),
        lambda row, to: FOLLOWS[row.follow_up.state].side(to),
    ),
    RegisterColumn(Bilingual("Naskah asli", "Original"), kept_words),
    RegisterColumn(Bilingual("Keterangan", "Note"), lambda row, _: row.note or row.end_reason),
)
