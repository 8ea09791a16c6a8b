"""Which papers of an agreement there are to print: originals, drafts, copies, a translation."""

from dataclasses import dataclass
from uuid import UUID

from kunjungan.domain.layouts import Layout, official_languages
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.office import Office
from kunjungan.services.originals import OriginalLine, list_originals
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that may be asked for; ``original`` tells more of an original.

    ``language`` is that of a paper in one language, empty where it holds all.
    """

    choice: PaperChoice
    language: str = ""
    original: OriginalLine | None = None


def papers_offered(office: Office, agreement_id: UUID) -> list[OfferedPaper]:
    """Return an agreement's papers: every original, then a draft and a copy of each volume.

    At home a volume in English is an unofficial translation and stands last.
    """
    originals = list_originals(office, agreement_id)
    with office.store.read() as session:
        facts = agreement_facts(session, found(session, Agreement, agreement_id))
    layout, languages = facts.row.layout, facts.languages
    signed = official_languages(layout, facts.row.third_language, foreign=facts.foreign)
    volumes = dict.fromkeys(line.language for line in originals)
    papers = [
        OfferedPaper(PaperChoice(line.no, "original", language=line.language), line.language, line)
        for line in originals
    ]
    papers += [OfferedPaper(PaperChoice(language=each), each) for each in volumes]
    papers += [OfferedPaper(PaperChoice(None, "copy", language=each), each) for each in volumes]
    if layout is Layout.VOLUMES:
        apart = [code for code, own in zip(languages, signed, strict=True) if not own]
        papers += [OfferedPaper(PaperChoice(None, "translation", language=c), c) for c in apart]
    return papers
