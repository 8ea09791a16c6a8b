"""The letterhead and the signature of a letter: both follow who signs."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.letter import Letterhead, Signature
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.capacity import DELEGATED, Capacity, is_deputy, is_secretary, title_line
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.names import PersonName, read_nip
from kunjungan.domain.printed_names import DocumentClass, printed_with_name
from kunjungan.services.agreement_fields import body_name
from kunjungan.services.letters.emblems import state_emblem
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.pictures import picture_of
from kunjungan.services.principals import post_of, principal_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Person, Position, Tenure

SECRETARIAT = Bilingual("Sekretariat Daerah", "Regional Secretariat")
_STATE_EMBLEM = Bilingual("Lambang negara", "State emblem")
_COAT_OF_ARMS = Bilingual("Lambang {body}", "Coat of arms of {body}")
_FOR = Bilingual("a.n. {head}", "On behalf of the {head}")
_POWER = Bilingual("atas kuasa {head}", "by power of attorney of the {head}")
_NIP = Bilingual("NIP {nip}", "NIP {nip}")
_UNSIGNED = "(....................)"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs a letter: the term of office with its post, body and person."""

    tenure: Tenure
    position: Position
    body: Institution
    person: Person
    principal: Bilingual | None

    @property
    def leads_region(self) -> bool:
        """Whether it is a head or deputy head of a region, who has a letterhead of the office."""
        region = self.body.kind is InstitutionKind.REGION
        return region and (self.position.is_head or is_deputy(self.position.title_id))


def signer_of(session: Session, tenure_id: UUID | None) -> Signer | None:
    """Return who signs, None where nobody was chosen."""
    if tenure_id is None:
        return None
    tenure = found(session, Tenure, tenure_id)
    position = found(session, Position, tenure.position_id)
    body = found(session, Institution, position.institution_id)
    person = found(session, Person, tenure.person_id)
    principal = None
    if tenure.capacity in DELEGATED:
        principal = principal_of(session, body, position, tenure.capacity)
    return Signer(tenure, position, body, person, principal)


def letterhead(
    office: Office,
    session: Session,
    signer: Signer | None,
    body: Institution | None,
    language: Language,
    *,
    foreign: bool,
) -> Letterhead:
    """Return the head of a letter; ``body`` is the office's own, for one without a signer.

    To a foreign partner goes no regional logo: PP 77/2007 article 9 bans it from agreements and
    meetings with one, and letters about them follow suit (office practice). The state emblem is
    printed for heads of regions only where the office supplied its picture.
    """
    if signer is not None and signer.leads_region:
        line = post_of(signer.position).side(language).upper()
        emblem = state_emblem(office, session)
        return Letterhead((line,), "", emblem, _STATE_EMBLEM.side(language))
    issuer = signer.body if signer else body
    if issuer is None:
        return Letterhead(())
    government, names = _issuing(session, issuer)
    address = issuer.address_id if language == "id" else issuer.address_en or issuer.address_id
    logo = None if foreign else picture_of(office, government.logo_sha)
    words = _COAT_OF_ARMS.filled(body=body_name(government)).side(language)
    lines = tuple(name.side(language).upper() for name in names)
    return Letterhead(lines, address, logo, words, ruled=True)


def _issuing(session: Session, issuer: Institution) -> tuple[Institution, list[Bilingual]]:
    """Return whose arms a letterhead has, and its lines: government, then secretariat or agency."""
    above = session.get(Institution, issuer.parent_id) if issuer.parent_id else None
    if above is not None:
        return above, [body_name(above), body_name(issuer)]
    own = [SECRETARIAT] if issuer.kind is InstitutionKind.REGION else []
    return issuer, [body_name(issuer), *own]


def signature(signer: Signer | None, language: Language) -> Signature:
    """Return the block at the right: capacity and post, name, rank and NIP by the matrix.

    Titles, rank and NIP are printed as Permendagri 1/2023 article 44 has it for letters.
    """
    if signer is None:
        return Signature((), _UNSIGNED)
    title = signer.position.title_id
    head = signer.position.is_head and signer.body.kind is not InstitutionKind.AGENCY
    printed = printed_with_name(
        DocumentClass.LETTER,
        signer.tenure.capacity,
        head or is_deputy(title),
        is_secretary=is_secretary(title),
    )
    person = signer.person
    below = [person.rank] if printed.rank and person.rank else []
    if printed.nip and person.nip:
        below.append(_NIP.filled(nip=read_nip(person.nip).grouped).side(language))
    name: PersonName = name_of(person)
    return Signature(_posts(signer, language), name.caption(titles=printed.titles), tuple(below))


def _posts(signer: Signer, language: Language) -> tuple[str, ...]:
    """Return the lines over a signature, the last with its comma."""
    capacity, post, head = signer.tenure.capacity, post_of(signer.position), signer.principal
    if capacity in DELEGATED and head is not None:
        form = _FOR if capacity is Capacity.FOR_HEAD else _POWER
        over = form.filled(head=Bilingual(head.id.upper(), head.en.upper())).side(language)
        own = f"{post.side(language).upper()},"
        return (over, own) if capacity is Capacity.FOR_HEAD else (own.removesuffix(","), f"{over},")
    return (f"{title_line(post, capacity, caps=True).side(language)},",)
