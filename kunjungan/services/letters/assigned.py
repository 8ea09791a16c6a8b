"""Who of the own crew a letter of assignment sends, and on which letters it rests."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date
from kunjungan.domain.names import read_nip
from kunjungan.domain.visit_words import Duty
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.letters.facts import guests_of
from kunjungan.services.people import name_of
from kunjungan.services.visiting.crew import CrewLine, crew_in
from kunjungan.store.tables import Delegation, Person, Tenure, Visit

DUTIES: Mapping[Duty, Bilingual] = MappingProxyType(
    {
        Duty.LIAISON: Bilingual("penghubung", "liaison officer"),
        Duty.PROTOCOL: Bilingual("petugas protokol", "protocol officer"),
        Duty.MC: Bilingual("pembawa acara", "master of ceremonies"),
        Duty.USHER: Bilingual("penerima tamu", "usher"),
        Duty.DRIVER: Bilingual("pengemudi", "driver"),
        Duty.PHOTOGRAPHER: Bilingual("petugas dokumentasi", "photographer"),
        Duty.INTERPRETER: Bilingual("juru bahasa", "interpreter"),
        Duty.SECURITY: Bilingual("petugas keamanan", "security officer"),
        Duty.CATERING: Bilingual("petugas konsumsi", "catering officer"),
        Duty.MEDICAL: Bilingual("petugas medis", "medical officer"),
        Duty.OTHER: Bilingual("petugas pendukung", "supporting officer"),
    }
)
"""What the own crew does, as a letter of the office says it (office practice)."""
_LINE = Bilingual("{number}. {who}, sebagai {duties}", "{number}. {who}, as {duties}")
_TRAVELLER = Bilingual("{number}. {who}", "{number}. {who}")
_FOR = Bilingual("{duty} rombongan {body}", "{duty} for the delegation of {body}")
_REQUEST = Bilingual("Surat {body} Nomor {number}{day}", "Letter of {body}, number {number}{day}")
_DATED = Bilingual(" tanggal {day}", " of {day}")
_NONE = Bilingual("", "")


def crew_words(session: Session, visit: Visit) -> Bilingual:
    """Return the crew as a numbered list, a line for each person with all duties.

    Known people stand with titles, rank and NIP (Permendagri 1/2023 article 44).
    """
    duties: dict[str, list[Bilingual]] = {}
    for line in crew_in(session, visit):
        if who := _who(session, line):
            own = duties.setdefault(who, [])
            own += [duty for duty in (_duty(line),) if duty not in own]
    lines = [
        _LINE.filled(number=number, who=who, duties=_joined(own, ", "))
        for number, (who, own) in enumerate(duties.items(), 1)
    ]
    return _joined(lines, "\n")


def travellers_words(
    session: Session, visit: Visit, delegation_id: UUID | None, signer_id: UUID | None
) -> Bilingual:
    """Return who of the own people travels, as a numbered list with the posts.

    Who does not come is left out, and who signs the letter: nobody assigns oneself.
    """
    signer = session.get(Tenure, signer_id) if signer_id else None
    people = [
        one
        for one in participants_in(session, visit.id)
        if one.comes and one.person_id != (signer and signer.person_id)
        if not one.host and one.body_id != visit.host_id
        if delegation_id in {None, one.delegation_id}
    ]
    lines = [
        _TRAVELLER.filled(number=number, who=_traveller(one))
        for number, one in enumerate(people, 1)
    ]
    return _joined(lines, "\n")


def request_words(session: Session, visit: Visit, delegation_id: UUID | None) -> Bilingual:
    """Return the letters of request that the assignment rests on; empty without any."""
    names = {body.id: body_name(body) for body in guests_of(session, visit, delegation_id)}
    query = select(Delegation).where(Delegation.visit_id == visit.id).order_by(Delegation.rank)
    rows = [row for row in session.exec(query) if delegation_id in {None, row.id}]
    said = [
        _REQUEST.filled(
            body=names[row.institution_id],
            number=row.letter_number,
            day=_DATED.filled(day=long_date(row.letter_on)) if row.letter_on else _NONE,
        )
        for row in rows
        if row.letter_number.strip()
    ]
    return _joined(said, "; ")


def _who(session: Session, line: CrewLine) -> str:
    person = session.get(Person, line.person_id) if line.person_id else None
    if person is None or not person.name:
        return line.name
    nip = f"NIP {read_nip(person.nip).grouped}" if person.nip else ""
    return ", ".join(filter(None, (name_of(person).full, person.rank, nip)))


def _traveller(one: Participant) -> Bilingual:
    nip = f"NIP {read_nip(one.nip).grouped}" if one.nip else ""
    known = [one.name.full, one.rank, nip] if one.known else []
    sides = (", ".join(filter(None, (*known, side))) for side in (one.title.id, one.title.en))
    return Bilingual(*sides)


def _duty(line: CrewLine) -> Bilingual:
    duty = DUTIES[line.duty]
    if not line.delegation.id:
        return duty
    return _FOR.filled(duty=duty, body=line.delegation)


def _joined(said: list[Bilingual], between: str) -> Bilingual:
    return Bilingual(between.join(each.id for each in said), between.join(each.en for each in said))
