"""Checks each party and witness: who signs, in office, by what right, under what number."""

from collections.abc import Iterator
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.date_words import long_date
from kunjungan.domain.figures import differing
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.signing_power import SigningPower, SigningWarning, signing_warnings
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import PartyFacts, body_name
from kunjungan.services.language_values import language_name
from kunjungan.services.officials import OfficialLine, official_line
from kunjungan.services.preflight.draft import Draft
from kunjungan.services.preflight.findings import Finding, Rule
from kunjungan.services.rows import found
from kunjungan.services.witnesses import witness_rows
from kunjungan.store.tables import Person, Position, Tenure

NOBODY = Rule(
    "missing-signatory",
    later("Nobody signs for {who} yet."),
    later("Choose the signatory."),
    about="party",
)
NOT_IN_OFFICE = Rule(
    "signatory-not-in-office",
    later("{name} does not hold the post of {who} on the signing date."),
    later("Choose who holds it on {day}, or correct the term of office."),
    about="party",
)
WITNESS_NOT_IN_OFFICE = Rule(
    "witness-not-in-office",
    later("The witness {name} does not hold the post on the signing date."),
    later("Choose who holds it on {day}, or correct the term of office."),
    about="witness",
)
NO_NUMBER = Rule(
    "missing-number",
    later("{who} has no number yet."),
    later("Enter it, or mark it as pending; it is then written in by hand."),
    about="number",
)
NO_ADDRESS = Rule(
    "missing-address",
    later("{who} has no address."),
    later("Enter it under Institutions."),
    about="institution",
)
NO_NAME = Rule(
    "missing-translation",
    later("{who} has no {language} name; the Indonesian one would be printed."),
    later("Enter it under Institutions, the same one if the name is not translated."),
    blocking=False,
    about="institution",
)
NO_POST = Rule(
    "missing-translation",
    later("The post of {name}, “{post}”, has no {language} yet."),
    later("Enter it with the official under Institutions."),
    about="institution",
)
NO_THIRD = Rule(
    "missing-translation",
    later("The name or office of {who} has no {language} yet."),
    later("Enter it with the party."),
    about="party",
)
ADDRESS = Rule(
    "missing-address",
    later("{who} has no address."),
    later("Enter it under Institutions."),
    about="institution",
)
NO_NAME = Rule(
    "missing-translation",
    later("{who} has no {language} name; the Indonesian one would be printed."),
    later("Enter it under Institutions, the same one if the name is not translated."),
    blocking=False,
    about="institution",
)
NO_POST = Rule(
    "missing-translation",
    later("The post of {name}, “{post}”, has no {language} yet."),
    later("Enter it with the official under Institutions."),
    about="institution",
)
NO_THIRD = Rule(
    "missing-translation",
    later("The name or office of {who} has no {language} yet."),
    later("Enter it with the party."),
    about="party",
)
WITNESS_POST = Rule(
    "missing-translation",
    later("The office of the witness {name} has no {language} yet."),
    later("Enter it with the witness."),
    about="witness",
)
ADDRESS = Rule(
    "figures-differ",
    later(
        "The numbers in the addresses of {who} differ: Indonesian {only_id}, {language} {only_en}."
    ),
    later("Correct the address under Institutions."),
    blocking=False,
    about="institution",
)
_GIVE_REASON = later(
    "Enter number and date of the power of attorney, choose another signatory, or say why."
)
_CONSIDER = later("Consider it before the signing.")
_REGIONAL = frozenset({InstitutionKind.REGION, InstitutionKind.AGENCY})


def about_parties(draft: Draft) -> Iterator[Finding]:
    """Yield what is lacking or unlawful about each party's signature, number and names."""
    for party in draft.facts.parties:
        if party.signatory is None:
            yield _of(party, NOBODY, "tenure_id")
        else:
            yield from _about_signatory(draft, party, party.signatory)
        if draft.facts.rule.number_lines and not (party.row.number or party.row.number_pending):
            yield _of(party, NO_NUMBER, "number")
        yield from _about_names(draft, party)


def about_witnesses(session: Session, draft: Draft) -> Iterator[Finding]:
    """Yield witnesses who are not in office on the day, or whose office is untranslated."""
    day = draft.row.signing_on
    for row in witness_rows(session, draft.row.id):
        name, translated = row.name, bool(row.office_en.strip())
        if row.tenure_id is not None:
            holder, post = _holder(session, row.tenure_id)
            name, translated = holder.name.full, bool(post.title_en.strip())
            if day is not None and not holder.holds_on(day):
                said = {"name": name, "day": long_date(day)}
                yield Finding(WITNESS_NOT_IN_OFFICE, said, person=name, field="tenure_id")
        if not translated:
            said = {"name": name, "language": language_name("en")}
            yield Finding(WITNESS_POST, said, person=name, language="en", field="office_en")


def _about_signatory(draft: Draft, party: PartyFacts, who: OfficialLine) -> Iterator[Finding]:
    day = draft.row.signing_on
    if day is not None and not who.holds_on(day):
        yield _of(party, NOT_IN_OFFICE, "tenure_id", day=long_date(day))
    if party.position is not None and not party.position.title_en.strip():
        yield _of(party, NO_POST, "title_en", "en", post=party.position.title_id)
    power = SigningPower(
        who.capacity,
        by_head=party.by_head,
        proven=bool(party.row.authority.strip() and party.row.authority_on),
        regional=party.body.kind in _REGIONAL,
    )
    memorandum = draft.facts.rule.foreign and draft.row.kind is not AgreementKind.LOI
    treaty = memorandum and not party.foreign
    for warning in signing_warnings(draft.facts.rule.signer, power, treaty=treaty):
        yield _warned(party, warning)


def _warned(party: PartyFacts, warning: SigningWarning) -> Finding:
    """Return a warning as a finding: it blocks while it owes a reason that nobody has given."""
    reason = party.row.authority_reason.strip()
    if not warning.reasoned:
        rule = Rule(warning.code, warning.message, _CONSIDER, blocking=False, about="party")
    elif reason:
        rule = Rule(warning.code, warning.reasoned, _CONSIDER, blocking=False, about="party")
    else:
        rule = Rule(warning.code, warning.message, _GIVE_REASON, about="party")
    return _of(party, rule, "authority", reason=reason)


def _about_names(draft: Draft, party: PartyFacts) -> Iterator[Finding]:
    body, row = party.body, party.row
    if not body.address_id.strip():
        yield _of(party, NO_ADDRESS, "address_id")
    elif differs := differing(body.address_id, body.address_en or body.address_id):
        yield _of(party, ADDRESS, "address_en", "en", **differs.said)
    if not body.name_en.strip():
        yield _of(party, NO_NAME, "name_en", "en")
    if draft.third and not (row.name_third.strip() and row.office_third.strip()):
        yield _of(party, NO_THIRD, "name_third", draft.third)


def _of(
    party: PartyFacts, rule: Rule, column: str, language: str = "", **values: object
) -> Finding:
    person = party.signatory.name.full if party.signatory else ""
    said = {"who": body_name(party.body), "name": person, **values}
    if language:
        said["language"] = language_name(language)
    return Finding(rule, said, seq=party.row.seq, person=person, language=language, field=column)


def _holder(session: Session, tenure_id: UUID) -> tuple[OfficialLine, Position]:
    tenure = found(session, Tenure, tenure_id)
    post = found(session, Position, tenure.position_id)
    return official_line(tenure, post, found(session, Person, tenure.person_id)), post
