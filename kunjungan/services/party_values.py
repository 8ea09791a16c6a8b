"""What the fields of each party say, such as ``{party1.name}``: by who it is, not by its place."""

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.date_words import long_date
from kunjungan.domain.decrees import decree
from kunjungan.domain.party_labels import party_label
from kunjungan.domain.printed_names import DocumentClass
from kunjungan.services.agreement_fields import (
    NOBODY,
    AgreementFacts,
    PartyFacts,
    body_in_text,
)
from kunjungan.store.tables import Agreement

ON_BEHALF = Bilingual("untuk dan atas nama", "for and on behalf of")
IN_OFFICE = Bilingual("dalam jabatannya", "in the said office")
FOR_HEAD = Bilingual("atas nama {head}", "on behalf of the {head}")
BY_DECREE = Bilingual("berdasarkan {decree}", "by virtue of {decree}")
BY_POWER = Bilingual(
    "berdasarkan Surat Kuasa Nomor {number}", "under Power of Attorney Number {number}"
)
BY_FULL_POWERS = Bilingual(
    "berdasarkan Surat Kuasa (Full Powers) Nomor {number}", "under Full Powers Number {number}"
)
DATED = Bilingual("{ground} tanggal {day}", "{ground} dated {day}")
ENDS = (Bilingual(".", "."), Bilingual("; dan", "; and"))
"""The end of the last row of parties and of the one before it; all others end in a semicolon."""


def party_values(facts: AgreementFacts) -> dict[str, Bilingual]:
    """Return the fields of all parties; only how their rows end follows the printed order."""
    values: dict[str, Bilingual] = {}
    for behind, party in enumerate(reversed(facts.parties)):
        end = ENDS[behind] if behind < len(ENDS) else Bilingual(";", ";")
        own = _of_party(facts, party) | {"end": end}
        values |= {f"party{party.row.seq}.{name}": value for name, value in own.items()}
    return values


def short_label(row: Agreement, seq: int) -> Bilingual:
    """Return a party's label as it stands inside a sentence: ``PIHAK KESATU``, ``FIRST PARTY``."""
    label = party_label(seq, row.party_style)
    return Bilingual(label.id, label.en.removeprefix("THE "))


def _of_party(facts: AgreementFacts, party: PartyFacts) -> dict[str, Bilingual]:
    name = party.name_in(DocumentClass.AGREEMENT_TEXT, facts.matrix)
    body = party.body
    address = Bilingual(
        body.address_id or NOBODY.id, body.address_en or body.address_id or NOBODY.en
    )
    return {
        "name": Bilingual(name, name),
        "office": party.post,
        "address": address,
        "acting": _acting(facts, party),
        "government": body_in_text(body),
        "style": party.style,
        "label": short_label(facts.row, party.row.seq),
        "place": Bilingual(body.city_id or NOBODY.id, body.city_id or NOBODY.en),
    }


def _acting(facts: AgreementFacts, party: PartyFacts) -> Bilingual:
    """Return by what right someone signs: "berdasarkan … tanggal …, untuk dan atas nama"."""
    grounds = [*_for_head(party), *_ground(facts, party)]
    if not grounds:
        return Bilingual(f"{IN_OFFICE.id} {ON_BEHALF.id}", f"{IN_OFFICE.en} {ON_BEHALF.en}")
    ground = Bilingual(" ".join(g.id for g in grounds), " ".join(g.en for g in grounds))
    return Bilingual(f"{ground.id}, {ON_BEHALF.id}", f"{ground.en}, {ON_BEHALF.en}")


def _for_head(party: PartyFacts) -> list[Bilingual]:
    """Return whose name is signed in, where someone signs a.n."""
    if party.tenure is None or party.tenure.capacity is not Capacity.FOR_HEAD:
        return []
    return [FOR_HEAD.filled(head=party.principal)] if party.principal else []


def _ground(facts: AgreementFacts, party: PartyFacts) -> list[Bilingual]:
    """Return the power of attorney or, without one, the decree of appointment."""
    row, tenure = party.row, party.tenure
    if row.authority and row.authority_on:
        form = BY_FULL_POWERS if facts.rule.foreign else BY_POWER
        ground, day = form.filled(number=_bare_number(row.authority)), row.authority_on
        return [DATED.filled(ground=ground, day=long_date(day))]
    if row.authority:
        return [BY_DECREE.filled(decree=decree(row.authority))]
    if tenure is None or not tenure.decree:
        return []
    ground = BY_DECREE.filled(decree=decree(tenure.decree))
    if tenure.decree_on is None:
        return [ground]
    return [DATED.filled(ground=ground, day=long_date(tenure.decree_on))]


def _bare_number(authority: str) -> str:
    """Return a number that was perhaps entered with the words that stand before it anyway."""
    return authority.strip().removeprefix("Surat Kuasa").lstrip().removeprefix("Nomor").lstrip()
