"""How the import of a register words its columns and what becomes of each row."""

from kunjungan.domain.register_heads import RegisterField
from kunjungan.domain.register_rows import JudgedRow
from kunjungan.i18n import tr
from kunjungan.ui.labels import label
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

FIELDS = (
    RegisterField.PARTNER,
    RegisterField.SUBJECT,
    RegisterField.KIND,
    RegisterField.OWN_NUMBER,
    RegisterField.PARTNER_NUMBER,
    RegisterField.SIGNED_ON,
    RegisterField.STARTS_ON,
    RegisterField.ENDS_ON,
    RegisterField.TERM,
    RegisterField.STATUS,
    RegisterField.FIELD,
    RegisterField.UNIT,
    RegisterField.KEPT_AT,
    RegisterField.NOTE,
)
"""As they are offered for a column."""


def field_choices() -> list[tuple[RegisterField | None, str]]:
    """Return what a column can be, first of all nothing."""
    return [(None, tr("Not used")), *((what, label(what)) for what in FIELDS)]


def row_chip(row: JudgedRow) -> ChipText:
    """Return what becomes of a row: taken, taken with its days put right, or left."""
    if row.entry is None:
        mendable = row.mended is not None
        return ChipText(tr("Not taken"), Tone.WARN if mendable else Tone.BAD)
    if row.mended is not None:
        return ChipText(tr("Put right"), Tone.INFO)
    return ChipText(tr("Ready"), Tone.OK)


def verb_words(count: int) -> str:
    """Return the words on the button that imports."""
    return tr("Import 1 row") if count == 1 else tr("Import {count} rows", count=count)
