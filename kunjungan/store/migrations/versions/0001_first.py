"""The first tables."""

import sqlalchemy as sa
from alembic import op

from kunjungan.store.migrations.building import links, may, may_link, needs, sorted_text, table

revision = "0001"
down_revision = None

TEXT = sa.String()
WORD = sa.String(30)
KEY = sa.String(32)
HASH = sa.LargeBinary(32)


def upgrade() -> None:
    """Create every table."""
    for step in (_places, _people, _visits, _agreements, _delegations, _text, _papers, _office):
        step()
    _journal()


def _places() -> None:
    table(
        "region",
        *needs(TEXT, "code name"),
        *needs(WORD, "kind"),
        *may(TEXT, "name_en province_code"),
        unique=[("code",)],
        indexed=["province_code"],
    )
    table(
        "holiday",
        *needs(TEXT, "name_id name_en"),
        *needs(WORD, "kind"),
        *needs(sa.Date(), "on"),
        indexed=["on"],
    )


def _people() -> None:
    table(
        "institution",
        *may_link(region_id="region", parent_id="institution"),
        *needs(TEXT, "name_id name_en short_name address_id address_en city_id note"),
        *needs(TEXT, "full_style_id full_style_en"),
        *needs(WORD, "kind"),
        *may(TEXT, "logo_sha"),
        indexed=["name_id"],
    )
    table(
        "person",
        *needs(TEXT, "name known_as honorific note"),
        *needs(sa.JSON(), "titles_front titles_back"),
        *may(TEXT, "nip rank grade phone email"),
        indexed=["name", "nip"],
    )
    table(
        "position",
        *links(institution_id="institution"),
        *needs(TEXT, "title_id title_en"),
        *needs(sa.Boolean(), "is_head"),
        *may(WORD, "precedence_group"),
    )
    table(
        "tenure",
        *links(person_id="person", position_id="position"),
        *needs(TEXT, "decree"),
        *needs(WORD, "capacity"),
        *may(sorted_text(10), "begins_on ends_on"),
        *may(sa.Date(), "decree_on"),
    )


def _visits() -> None:
    table(
        "visit",
        *may_link(host_id="institution", host_tenure_id="tenure"),
        *needs(TEXT, "title theme_id theme_en place room note"),
        *needs(WORD, "direction stage zone"),
        *needs(sorted_text(10), "on"),
        *needs(sa.Boolean(), "sample"),
        *may(sorted_text(10), "until"),
        *may(sa.Time(), "starts_at ends_at"),
        indexed=["on", "stage"],
    )
    table(
        "visit_step",
        *links(visit_id="visit"),
        *needs(TEXT, "reason"),
        *needs(WORD, "stage"),
        *needs(sa.Date(), "on"),
    )
    table(
        "visit_link",
        *links(visit_id="visit", earlier_id="visit"),
    )


def _delegations() -> None:
    table(
        "delegation",
        *links(visit_id="visit", institution_id="institution"),
        *may_link(head_tenure_id="tenure"),
        *needs(TEXT, "letter_number note"),
        *needs(sorted_text(), "rank"),
        *may(sa.Date(), "letter_on"),
        *may(sa.Integer(), "announced"),
        *may(sa.Time(), "session_starts_at session_ends_at"),
    )
    table(
        "attendee",
        *links(delegation_id="delegation", person_id="person"),
        *needs(TEXT, "title_id title_en note"),
        *needs(WORD, "role attendance"),
        *may(WORD, "precedence_group"),
    )
    table(
        "agenda_item",
        *links(visit_id="visit"),
        *may_link(delegation_id="delegation"),
        *needs(TEXT, "title_id title_en place in_charge cue"),
        *needs(sorted_text(), "rank"),
        *needs(sa.Integer(), "minutes"),
        *needs(sa.Time(), "starts_at"),
    )


def _agreements() -> None:
    table(
        "agreement",
        *may_link(parent_id="agreement"),
        *needs(TEXT, "subject_id subject_en place_id place_en reference reason"),
        *needs(WORD, "kind stage paper party_style first_signs stamp_rule stamp_form"),
        *needs(WORD, "ends_rule language_clause"),
        *needs(sa.Boolean(), "alternat sample"),
        *needs(sa.Integer(), "draft_no"),
        *may(sa.Date(), "signing_on starts_on ends_on locked_on"),
        *may(sa.Integer(), "term_years term_months"),
        indexed=["ends_on", "signing_on", "stage"],
    )
    table(
        "agreement_visit",
        *links(agreement_id="agreement", visit_id="visit"),
    )


def _text() -> None:
    table(
        "party",
        *links(agreement_id="agreement", institution_id="institution"),
        *may_link(tenure_id="tenure"),
        *needs(TEXT, "authority"),
        *needs(sa.Boolean(), "number_pending"),
        *needs(sa.Integer(), "seq"),
        *may(TEXT, "number"),
        *may(sa.Date(), "authority_on number_on"),
    )
    table(
        "clause",
        *links(agreement_id="agreement"),
        *needs(TEXT, "text_id text_en"),
        *needs(WORD, "level"),
        *needs(sorted_text(), "rank"),
        *may(TEXT, "key"),
    )


def _papers() -> None:
    table(
        "original",
        *links(agreement_id="agreement", holder_id="party", first_id="party"),
        *needs(TEXT, "kept_at"),
        *needs(sa.Integer(), "no"),
        *needs(sa.JSON(), "stamps"),
        *may(TEXT, "sha256"),
    )
    table(
        "signature",
        *links(original_id="original", party_id="party"),
        *may_link(signed_by="tenure"),
        *needs(TEXT, "place"),
        *needs(WORD, "medium"),
        *needs(sa.Date(), "on"),
        unique=[("original_id", "party_id")],
    )
    table(
        "attachment",
        *may_link(visit_id="visit", agreement_id="agreement"),
        *needs(TEXT, "name sha256 media_type"),
        *needs(sa.Integer(), "size"),
        indexed=["sha256"],
    )


def _office() -> None:
    table(
        "print_run",
        *may_link(agreement_id="agreement", visit_id="visit"),
        *needs(TEXT, "what fingerprint by"),
        *needs(WORD, "paper"),
        *needs(sa.DateTime(timezone=True), "at"),
        *needs(sa.Integer(), "draft_no pages copies"),
        *may(sa.Integer(), "original_no"),
    )
    table(
        "register_entry",
        *links(agreement_id="agreement"),
        *needs(TEXT, "kept_at"),
        *needs(sa.Date(), "on"),
        *needs(sa.Integer(), "year"),
        *may(TEXT, "number"),
        *may(sa.Integer(), "no"),
        unique=[("agreement_id",), ("year", "no")],
    )
    table(
        "task",
        *may_link(visit_id="visit", agreement_id="agreement"),
        *needs(TEXT, "area title owner"),
        *may(sa.Date(), "due_on done_on"),
        indexed=["due_on"],
    )
    table(
        "setting",
        *needs(TEXT, "key"),
        *may(sa.JSON(), "value"),
        unique=[("key",)],
    )


def _journal() -> None:
    op.create_table(
        "jr_txn",
        sa.Column("id", KEY, primary_key=True),
        *needs(KEY, "device"),
        *needs(sa.Integer(), "seq"),
        *needs(sa.Boolean(), "applied"),
        *needs(TEXT, "who"),
        *needs(sa.String(27), "at"),
        *needs(sa.String(8), "kind"),
        *needs(TEXT, "label"),
        *may(TEXT, "reason"),
        *may(KEY, "undoes"),
        *needs(sa.Boolean(), "final"),
        *needs(HASH, "prev hash"),
        sa.UniqueConstraint("device", "seq", name="uq_jr_txn_device_seq"),
    )
    op.create_table(
        "jr_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        *needs(KEY, "txn"),
        *needs(sa.Integer(), "n"),
        *needs(sa.String(1), "op"),
        *needs(sa.String(40), "tbl"),
        *needs(KEY, "row"),
        *may(sa.Text(), "delta"),
        *needs(HASH, "digest"),
    )
    op.create_index("ix_jr_change_tbl_row", "jr_change", ["tbl", "row"])
    op.create_index("ix_jr_change_txn", "jr_change", ["txn"])
    op.create_table(
        "jr_device",
        sa.Column("id", KEY, primary_key=True),
        *needs(TEXT, "name"),
        *needs(sa.Boolean(), "own"),
        *needs(sa.Integer(), "seq"),
        *needs(HASH, "head origin"),
    )
