"""The MC's papers: a script of the whole visit in large type, and cue cards of A5 in the hand."""

from dataclasses import replace

from kunjungan.documents.office.mc_content import Script
from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Warned, Wish
from kunjungan.services.day_papers.mc_words import McWords
from kunjungan.services.day_papers.occasion import made_of_pages, occasion_in
from kunjungan.services.day_papers.pages import nothing
from kunjungan.services.office import Office
from kunjungan.services.rundown.counted_on import AWAY, missed
from kunjungan.services.rundown.lines import rundown_in

_SCRIPT = Bilingual("NASKAH PEMBAWA ACARA", "MC SCRIPT")
_CARDS = Bilingual("KARTU PEMBAWA ACARA", "MC CUE CARDS")
_FOOT = Bilingual("Naskah pembawa acara", "MC script")
_NO_RUNDOWN = later("The rundown has no items yet. Plan it first, then print for the MC.")


def mc_script(office: Office, wish: Wish) -> Made:
    """Return what the MC says from the first item to the last, the time beside each."""
    from kunjungan.documents.office.mc_script_pdf import mc_script_pdf  # noqa: PLC0415 - heavy

    script, warnings = _script(office, wish, _SCRIPT)
    if not script.sessions:
        return nothing(_NO_RUNDOWN)
    return replace(made_of_pages(mc_script_pdf(script)), warnings=warnings)


def cue_cards(office: Office, wish: Wish) -> Made:
    """Return a card of A5 for each item, two on a sheet; cards are named by their items' ids."""
    from kunjungan.documents.office.cue_cards_pdf import cue_cards_pdf  # noqa: PLC0415 - heavy

    script, warnings = _script(office, wish, _CARDS)
    if not script.sessions:
        return nothing(_NO_RUNDOWN)
    cards = cue_cards_pdf(script, wish.only, guides=wish.guides)
    return Made(cards.pdf, cards.sheets, cards.marks, warnings)


def _script(office: Office, wish: Wish, title: Bilingual) -> tuple[Script, tuple[Warned, ...]]:
    """Return what is said, and who is named in it but does not come."""
    with office.store.read() as session:
        about = occasion_in(office, session, wish.visit_id, wish.session_id)
        away = missed(session, wish.visit_id, rundown_in(session, about.visit))
        script = Script(
            title=title,
            facts=about.facts,
            sessions=tuple(McWords(session, about.visit).sessions(wish.session_id)),
            language=wish.language,
            paper=wish.paper,
            foot=about.foot(_FOOT, wish.language),
            author=about.author,
        )
    return script, tuple(Warned(each.who.name.full, AWAY, each.values) for each in away)
