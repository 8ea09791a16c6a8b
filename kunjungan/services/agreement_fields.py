"""What the fields of an agreement's text say, such as ``{opening}`` or ``{party1.name}``."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.agreements import KINDS, party_label
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import DocumentClass, printed_with_name, title_line
from kunjungan.domain.days import long_date, opening
from kunjungan.domain.number_words import counted
from kunjungan.domain.regions import dispute_authority
from kunjungan.services.office_settings import OfficeSettings, settings_in
from kunjungan.services.officials import OfficialLine, official_line
from kunjungan.services.parties import party_rows
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Agreement,
    Institution,
    Party,
    Person,
    Position,
    Region,
    Tenure,
)

LANGUAGE_CLAUSES = {
    "id_prevails": Bilingual(
        "{kind} ini dibuat dalam bahasa Indonesia dan bahasa Inggris. Dalam hal terdapat perbedaan "
        "penafsiran, naskah bahasa Indonesia yang berlaku.",
        "This {kind} is made in the Indonesian and English languages. In case of any divergence of "
        "interpretation, the Indonesian text shall prevail.",
    ),
    "equal": Bilingual(
        "{kind} ini dibuat dalam bahasa Indonesia dan bahasa Inggris, semua naskah memiliki "
        "keabsahan yang sama.",
        "This {kind} is made in the Indonesian and English languages, all texts being equally "
        "authentic.",
    ),
    "en_prevails": Bilingual(
        "{kind} ini dibuat dalam bahasa Indonesia dan bahasa Inggris, semua naskah memiliki "
        "keabsahan yang sama. Dalam hal terdapat perbedaan penafsiran, naskah bahasa Inggris "
        "yang berlaku.",
        "This {kind} is made in the Indonesian and English languages, all texts being equally "
        "authentic. In case of any divergence of interpretation, the English text shall prevail.",
    ),
}
ON_BEHALF = Bilingual("untuk dan atas nama", "for and on behalf of")
IN_OFFICE = Bilingual("dalam jabatannya", "in the said office")
BY_DECREE = Bilingual("berdasarkan {decree} tanggal {day}", "by virtue of {decree} dated {day}")
BY_UNDATED_DECREE = Bilingual("berdasarkan {decree}", "by virtue of {decree}")
BY_POWER = Bilingual(
    "berdasarkan Surat Kuasa Nomor {number} tanggal {day}",
    "under Power of Attorney Number {number} dated {day}",
)
NOBODY = Bilingual("……………………", "……………………")


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party with everything that its lines on paper are made of."""

    row: Party
    body: Institution
    region_code: str
    signatory: OfficialLine | None
    tenure: Tenure | None
    position: Position | None

    @property
    def caption(self) -> Bilingual:
        """The post as it stands over a signature: ``Pj. WALI KOTA BANDUNG``."""
        if self.position is None or self.tenure is None:
            return NOBODY
        post = Bilingual(self.position.title_id, self.position.title_en)
        return title_line(post, self.tenure.capacity, caps=True)

    def name_in(self, paper: DocumentClass, *, titles: bool) -> str:
        """The signatory's name, with titles where law and the office's choice both print them.

        Permendagri 1/2023 article 44 prints none with the name of an acting head.
        """
        if self.signatory is None:
            return NOBODY.id
        allowed = printed_with_name(paper, self.signatory.capacity, self.signatory.is_head)
        return self.signatory.name.caption(titles=titles and allowed.titles)


def party_facts(session: Session, agreement_id: UUID) -> list[PartyFacts]:
    """Return an agreement's parties in order."""
    return [_facts(session, row) for row in party_rows(session, agreement_id)]


def agreement_values(
    session: Session, row: Agreement, parties: Sequence[PartyFacts]
) -> dict[str, Bilingual]:
    """Return what each field of an agreement's text says in both languages."""
    chosen = settings_in(session)
    kind = KINDS[row.kind].name
    values = {
        "kind": kind,
        "subject": Bilingual(row.subject_id, row.subject_en),
        "opening": opening(row.signing_on),
        "place": Bilingual(row.place_id, row.place_en or row.place_id),
        "originals": counted(len(parties)),
        "term": _term(row),
        "notice": _joined(counted(chosen.notice_months), _MONTHS),
        "disputes.authority": _authority(parties),
        "language.clause": LANGUAGE_CLAUSES[row.language_clause].filled(kind=kind),
        "parties.labels": _labels(row, parties),
    }
    for facts in parties:
        last = facts is parties[-1]
        own = _party_values(row, facts, chosen, last=last)
        values |= {f"party{facts.row.seq}.{name}": value for name, value in own.items()}
    return values


def body_name(body: Institution) -> Bilingual:
    """Return an institution's official names; a missing English one falls back."""
    return Bilingual(body.name_id, body.name_en or body.name_id)


def body_in_text(body: Institution) -> Bilingual:
    """Return an institution's names as a sentence takes them: ``the Government of …``."""
    name = body_name(body)
    governing = name.en.startswith(("Government", "City", "Regency", "Provincial", "Ministry"))
    return Bilingual(name.id, f"the {name.en}" if governing else name.en)


def short_label(row: Agreement, seq: int) -> Bilingual:
    """Return a party's label as it stands inside a sentence: ``PIHAK KESATU``, ``FIRST PARTY``."""
    label = party_label(seq, row.party_style)
    return Bilingual(label.id, label.en.removeprefix("THE "))


def _facts(session: Session, row: Party) -> PartyFacts:
    body = found(session, Institution, row.institution_id)
    region = session.get(Region, body.region_id) if body.region_id else None
    code = region.code if region else ""
    if row.tenure_id is None:
        return PartyFacts(row, body, code, None, None, None)
    tenure = found(session, Tenure, row.tenure_id)
    position = found(session, Position, tenure.position_id)
    line = official_line(tenure, position, found(session, Person, tenure.person_id))
    return PartyFacts(row, body, code, line, tenure, position)


def _party_values(
    row: Agreement, facts: PartyFacts, chosen: OfficeSettings, *, last: bool
) -> dict[str, Bilingual]:
    signatory = facts.signatory
    shown = facts.name_in(DocumentClass.AGREEMENT_TEXT, titles=chosen.titles_in_opening)
    return {
        "name": Bilingual(shown, shown),
        "office": signatory.post if signatory else NOBODY,
        "address": Bilingual(
            facts.body.address_id or NOBODY.id,
            facts.body.address_en or facts.body.address_id or NOBODY.en,
        ),
        "acting": _acting(facts),
        "government": body_in_text(facts.body),
        "label": short_label(row, facts.row.seq),
        "end": Bilingual(".", ".") if last else Bilingual(";", ";"),
    }


def _acting(facts: PartyFacts) -> Bilingual:
    row, tenure = facts.row, facts.tenure
    if row.authority:
        if row.authority_on is None:
            ground = BY_UNDATED_DECREE.filled(decree=row.authority)
        else:
            ground = BY_POWER.filled(number=row.authority, day=long_date(row.authority_on))
    elif tenure is None or not tenure.decree:
        return _joined(IN_OFFICE, ON_BEHALF)
    elif tenure.decree_on is None:
        ground = BY_UNDATED_DECREE.filled(decree=tenure.decree)
    else:
        ground = BY_DECREE.filled(decree=tenure.decree, day=long_date(tenure.decree_on))
    return _joined(Bilingual(f"{ground.id},", f"{ground.en},"), ON_BEHALF)


def _authority(parties: Sequence[PartyFacts]) -> Bilingual:
    first, second, *more = [facts.region_code for facts in parties]
    if not all((first, second, *more)):
        return Bilingual("pihak yang disepakati PARA PIHAK", "body agreed upon by the PARTIES")
    return dispute_authority(first, second, *more)


def _labels(row: Agreement, parties: Sequence[PartyFacts]) -> Bilingual:
    labels = [short_label(row, facts.row.seq) for facts in parties]
    return Bilingual(
        _listed([label.id for label in labels], "dan"),
        _listed([f"the {label.en}" for label in labels], "and").replace("the", "The", 1),
    )


def _listed(words: Sequence[str], conjunction: str) -> str:
    *first, last = words
    comma = "," if len(first) > 1 else ""
    return f"{', '.join(first)}{comma} {conjunction} {last}"


def _term(row: Agreement) -> Bilingual:
    parts = [
        _joined(counted(count), unit)
        for count, unit in ((row.term_years, _YEARS), (row.term_months, _MONTHS))
        if count
    ]
    if not parts:
        return NOBODY
    return Bilingual(" ".join(p.id for p in parts), " ".join(p.en for p in parts))


def _joined(first: Bilingual, second: Bilingual) -> Bilingual:
    return Bilingual(f"{first.id} {second.id}", f"{first.en} {second.en}")


_YEARS = Bilingual("tahun", "years")
_MONTHS = Bilingual("bulan", "months")
