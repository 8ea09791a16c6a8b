"""What a paper carries besides its picture: the fingerprint of its text, and its data as JSON."""

import hashlib
import json
from collections.abc import Iterator

from kunjungan.documents.content import AgreementContent, Piece, Texts
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_fields import AgreementFacts, PartyFacts, body_name


def fingerprint(content: AgreementContent) -> str:
    """Return 16 hex digits that change with any word of the text in any of its languages.

    Numbers of parties are left out: a partner's is often written by hand on what was printed.
    """
    return hashlib.sha256(_canonical(list(_words(content)))).hexdigest()[:16]


def agreement_data(facts: AgreementFacts, content: AgreementContent) -> bytes:
    """Return the agreement as JSON: the same agreement gives the same bytes."""
    row = facts.row
    told = {
        "id": str(row.id),
        "kind": row.kind.value,
        "title": _by_language(content, content.title),
        "subject": _by_language(content, content.subject),
        "reference": row.reference,
        "signing_on": row.signing_on.isoformat() if row.signing_on else None,
        "place": _pair(Bilingual(row.place_id, row.place_en or row.place_id)),
        "layout": content.layout.value,
        "languages": list(content.languages),
        "official": list(content.official),
        "parties": [_party(party) for party in facts.parties],
        "state": content.state.value,
        "original": content.original_no,
        "originals": content.originals,
        "holder": _by_language(content, content.holder) if content.holder else None,
        "draft": row.draft_no,
        "fingerprint": content.fingerprint,
        "clauses": [_clause(content, piece) for piece in content.pieces],
    }
    return _canonical(told)


def _canonical(value: object) -> bytes:
    """Return a value as JSON in one form only; half a letter pair becomes a question mark."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode(errors="replace")


def _words(content: AgreementContent) -> Iterator[str]:
    for head in ("title", "between", "joining", "about", "subject"):
        yield from getattr(content, head)
    for party in content.parties:
        for texts in (party.label, party.government, party.office, party.name):
            yield from texts
    for witness in content.witnesses:
        for texts in (witness.caption, witness.office, witness.name):
            yield from texts
    for piece in content.pieces:
        yield piece.level.value
        yield from piece.marker
        for rich in (piece.text, *piece.cells):
            yield from (plain(text) for text in rich)


def _party(party: PartyFacts) -> dict[str, object]:
    return {
        "party": party.row.seq,
        "name": _pair(body_name(party.body)),
        "office": _pair(party.post),
        "signatory": party.signatory.name.full if party.signatory else None,
        "number": party.row.number,
        "number_on": party.row.number_on.isoformat() if party.row.number_on else None,
    }


def _clause(content: AgreementContent, piece: Piece) -> dict[str, object]:
    return {
        "level": piece.level.value,
        "marker": _by_language(content, piece.marker),
        "text": _by_language(content, tuple(plain(text) for text in piece.text)),
        "cells": [
            _by_language(content, tuple(plain(text) for text in cell)) for cell in piece.cells
        ],
    }


def _by_language(content: AgreementContent, texts: Texts) -> dict[str, str]:
    return dict(zip(content.languages, texts, strict=False))


def _pair(both: Bilingual) -> dict[str, str]:
    return {"id": both.id, "en": both.en}
