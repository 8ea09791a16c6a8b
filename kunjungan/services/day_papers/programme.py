"""The rundown as papers of the day: the guests' programme, and the one for MC and operators."""

from kunjungan.documents.office.rundown import Version
from kunjungan.i18n import later
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.pages import made_of, nothing
from kunjungan.services.office import Office
from kunjungan.services.rundown.lines import rundown
from kunjungan.services.rundown.papers import RundownChoice, rundown_pdf


def rundown_guest(office: Office, wish: Wish) -> Made:
    """Return the guests' programme, in both languages."""
    return _made(office, wish, "guests")


def rundown_mc(office: Office, wish: Wish) -> Made:
    """Return the rundown for MC and operators, with cues and who is in charge."""
    return _made(office, wish, "operators")


def _made(office: Office, wish: Wish, version: Version) -> Made:
    if not rundown(office, wish.visit_id).items:
        return nothing(later("The visit has no rundown yet. Choose a template under Rundown."))
    choice = RundownChoice(version, "both", wish.delegation_id, wish.paper)
    return made_of([rundown_pdf(office, wish.visit_id, choice)])
