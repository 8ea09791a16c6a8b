"""The originals of an agreement: who keeps each, who stands first in it, who stamps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product, zip_longest
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.layouts import Layout, languages_of, official_languages
from kunjungan.domain.originals import StampRule, plan_originals
from kunjungan.domain.words import Side
from kunjungan.i18n import later
from kunjungan.services.agreement_content import originals_of, signing_side
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft, party_rows
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Institution, Original, Party

_ALIKE = later(
    "Without the alternat all originals are alike but for who keeps them. "
    "Choose the alternat in the agreement's data first."
)


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """An original as planned; its holder and its first-named party in short.

    ``stamps`` are the parties, from 1, that sign over the stamp duty; ``language`` is that of a
    volume and empty where one original holds all languages.
    """

    no: int
    holder: str
    stamps: tuple[int, ...]
    printed: bool
    first: str
    first_signs: Side
    language: str = ""


@dataclass(frozen=True, slots=True)
class OriginalForm:
    """What may be chosen for one original; parties are counted from 1.

    ``first_signs`` is the reader's side of the party named first, empty for the agreement's own.
    """

    holder: int
    first: int = 1
    first_signs: Literal["left", "right", ""] = ""
    stamps: tuple[int, ...] = ()
    version: int = 0


def list_originals(office: Office, agreement_id: UUID) -> list[OriginalLine]:
    """Return an agreement's planned originals by number."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        names = {
            party.id: short_name(session, party) for party in party_rows(session, agreement_id)
        }
        return [
            OriginalLine(
                original.no,
                names[original.holder_id],
                original.stamps,
                original.sha256 is not None,
                names[original.first_id],
                signing_side(row, original),
                original.language,
            )
            for original in originals_of(session, agreement_id)
        ]


def original_form(office: Office, agreement_id: UUID, no: int) -> OriginalForm:
    """Return what is chosen for an original; NotFound when it is not planned."""
    with office.store.read() as session:
        original = numbered(session, agreement_id, no)
        seqs = {party.id: party.seq for party in party_rows(session, agreement_id)}
        side = original.first_signs
        return OriginalForm(
            seqs[original.holder_id],
            seqs[original.first_id],
            "left" if side == "left" else "right" if side == "right" else "",
            original.stamps,
            original.version,
        )


def edit_original(office: Office, agreement_id: UUID, no: int, form: OriginalForm) -> None:
    """Change who keeps an original, who stands first in it, and who signs over a stamp.

    Whoever kept it before gets the original of the new holder, so that each party keeps one of
    each language. Raises RuleBroken once the draft is printed as an original or signed, and for
    another order without the alternat.
    """
    with office.store.change(later("Edit original")) as session:
        row = open_draft(session, agreement_id)
        original = numbered(session, agreement_id, no)
        found(session, Original, original.id, seen=form.version)
        parties = {party.seq: party.id for party in party_rows(session, agreement_id)}
        _refuse_unknown(form, parties)
        _refuse_order(row, form)
        _hand_over(session, row, original, parties[form.holder])
        original.first_id = parties[form.first]
        original.first_signs = form.first_signs
        if (stamps := tuple(sorted(set(form.stamps)))) != original.stamps:
            original.stamps = stamps
            row.stamp_rule = StampRule.BY_CHOICE


def numbered(session: Session, agreement_id: UUID, no: int | None) -> Original:
    """Return an original by its number; NotFound when it is not planned."""
    originals = originals_of(session, agreement_id)
    for original in originals:
        if original.no == no:
            return original
    raise NotFound(
        later("There is no original {number}; this agreement has {count}."),
        number=no,
        count=len(originals),
    )


def planned(row: Agreement, parties: Sequence[Party], *, foreign: bool) -> list[Original]:
    """Return the originals an agreement needs: for each party one, or one in each language."""
    plans = plan_originals(len(parties), rule=row.stamp_rule, alternat=row.alternat)
    return [
        Original(
            agreement_id=row.id,
            no=no,
            holder_id=parties[plan.holder - 1].id,
            first_id=parties[plan.first - 1].id,
            stamps=tuple(parties[place - 1].seq for place in plan.stamps),
            language=language,
        )
        for no, (language, plan) in enumerate(product(_volumes(row, foreign), plans), 1)
    ]


def plan_again(session: Session, row: Agreement, *, foreign: bool) -> None:
    """Plan an agreement's originals anew; stamps by choice stay with who keeps the original."""
    old = originals_of(session, row.id)
    chosen = {each.holder_id: each.stamps for each in old}
    fresh = planned(row, party_rows(session, row.id), foreign=foreign)
    for was, plan in zip_longest(old, fresh):
        if plan is None:
            session.delete(was)
            continue
        if row.stamp_rule is StampRule.BY_CHOICE:
            plan.stamps = chosen.get(plan.holder_id, plan.stamps)
        if was is None:
            session.add(plan)
            continue
        for name in ("holder_id", "first_id", "stamps", "language", "first_signs"):
            setattr(was, name, getattr(plan, name))


def _volumes(row: Agreement, foreign: bool) -> list[str]:
    """Return the languages that have originals of their own; one without a name holds all."""
    if row.layout is not Layout.VOLUMES:
        return [""]
    languages = languages_of(row.layout, row.third_language)
    signed = official_languages(row.layout, row.third_language, foreign=foreign)
    return [code for code, official in zip(languages, signed, strict=True) if official]


def _hand_over(session: Session, row: Agreement, original: Original, holder: UUID) -> None:
    """Give an original to a party; who kept it takes the one that party had."""
    before = original.holder_id
    for other in originals_of(session, row.id):
        same = other.language == original.language and other.id != original.id
        if same and other.holder_id == holder:
            if other.first_id == holder and row.alternat:
                other.first_id = before
            other.holder_id = before
    original.holder_id = holder


def _refuse_unknown(form: OriginalForm, parties: dict[int, UUID]) -> None:
    for seq in (form.holder, form.first, *form.stamps):
        if seq not in parties:
            raise RuleBroken(later("This agreement has no party {number}."), number=seq)


def _refuse_order(row: Agreement, form: OriginalForm) -> None:
    """Refuse another order or side than the other originals have, unless there is an alternat."""
    if not row.alternat and (form.first != 1 or form.first_signs not in {"", row.first_signs}):
        raise RuleBroken(_ALIKE)


def short_name(session: Session, party: Party) -> str:
    """Return what the office calls a party in short."""
    body = found(session, Institution, party.institution_id)
    return body.short_name or body.name_id
