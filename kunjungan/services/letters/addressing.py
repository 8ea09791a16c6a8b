"""Who signs a letter, to whom it goes by post and never by name, and who gets a copy."""

from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, title_line
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.letters.facts import is_away, own_body, partners_of
from kunjungan.services.officials import officials_in
from kunjungan.services.principals import post_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Delegation, Institution, Position, Tenure, Visit

_INVITED = Bilingual(
    "Unsur Forum Koordinasi Pimpinan Daerah {place}\nSekretaris Daerah {place}\n"
    "Kepala Perangkat Daerah terkait",
    "Members of the Regional Leadership Forum of {place}\nRegional Secretary of {place}\n"
    "Heads of the regional agencies concerned",
)
_ASSIGNED = Bilingual("Petugas yang tercantum di dalamnya", "The officers named in it")
"""To whom a letter of assignment goes; on paper it addresses nobody."""
_LEADER = Bilingual("Pimpinan {body}", "Head of {body}")
_REPORT = "{id} (sebagai laporan) | {en} (as a report)"


def usual_signer(session: Session, visit: Visit) -> UUID | None:
    """Return who signs: who receives the guests, else the head of the own body."""
    if visit.host_tenure_id is not None and not is_away(visit):
        return visit.host_tenure_id
    own = own_body(session, visit)
    heads = [line for line in officials_in(session, own.id) if line.is_head] if own else []
    return next((line.id for line in heads if line.until is None), None)


def addressee(
    session: Session, visit: Visit, kind: LetterKind, delegation_id: UUID | None
) -> tuple[Bilingual, str]:
    """Return to whom a letter goes, several of them a line each, and the place."""
    if kind is LetterKind.ASSIGNMENT:
        return _ASSIGNED, ""
    if kind is LetterKind.INVITATION:
        return _invited(own_body(session, visit))
    bodies = partners_of(session, visit, delegation_id)
    if len(bodies) != 1:
        heads = [_LEADER.filled(body=body_name(body)) for body in bodies]
        return Bilingual("\n".join(h.id for h in heads), "\n".join(h.en for h in heads)), ""
    row = found(session, Delegation, delegation_id) if delegation_id else None
    leader = visit.host_tenure_id if is_away(visit) else row.head_tenure_id if row else None
    return _head(session, bodies[0], leader), bodies[0].city_id


def _invited(own: Institution | None) -> tuple[Bilingual, str]:
    """Return the leaders of the own region (Forkopimda), its secretary and its agencies."""
    if own is None:
        return _INVITED.filled(place=""), ""
    name = body_name(own)
    place = Bilingual(name.id.removeprefix("Pemerintah "), name.en.removeprefix("Government of "))
    return _INVITED.filled(place=place), own.city_id


def _head(session: Session, body: Institution, tenure_id: UUID | None) -> Bilingual:
    """Return the post at the head of an institution, with its prefix of an acting one."""
    heads = [line for line in officials_in(session, body.id) if line.is_head]
    lines = [line for line in heads if line.until is None] or heads
    if lines:
        return lines[0].post
    if tenure_id is not None:
        tenure = found(session, Tenure, tenure_id)
        return title_line(post_of(found(session, Position, tenure.position_id)), tenure.capacity)
    return _LEADER.filled(body=body_name(body))


def usual_copies(session: Session, signer_id: UUID | None) -> tuple[str, ...]:
    """Return who gets a copy: the head where somebody else signs (office practice)."""
    if signer_id is None:
        return ()
    tenure = found(session, Tenure, signer_id)
    position = found(session, Position, tenure.position_id)
    if position.is_head and tenure.capacity is not Capacity.FOR_HEAD:
        return ()
    lines = officials_in(session, position.institution_id)
    head = next((line.post for line in lines if line.is_head and line.until is None), None)
    return (_REPORT.format(id=head.id, en=head.en),) if head else ()
