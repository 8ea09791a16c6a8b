"""How the languages of an agreement stand on its paper, and which of them are signed."""

from enum import StrEnum


class Layout(StrEnum):
    """Two level columns, one language after the other, or a volume for each language."""

    COLUMNS = "columns"
    SEQUENCE = "sequence"
    VOLUMES = "volumes"


HOME_LANGUAGES = ("id", "en")


def languages_of(layout: Layout, third: str = "") -> tuple[str, ...]:
    """Return the languages of a text in printed order; the partner's own never in columns.

    Indonesian always stands first and is never dropped (UU 24/2009 art 31(1)).
    """
    if third and layout is not Layout.COLUMNS:
        return (*HOME_LANGUAGES, third)
    return HOME_LANGUAGES


def official_languages(layout: Layout, third: str = "", *, foreign: bool) -> tuple[bool, ...]:
    """Say for each language whether its text is signed.

    At home English is signed only as a column beside the Indonesian that prevails; elsewhere it
    is an unofficial translation (UU 24/2009 arts 26 and 31). Abroad every language is signed.
    """
    languages = languages_of(layout, third)
    return tuple(foreign or layout is Layout.COLUMNS or code == "id" for code in languages)
