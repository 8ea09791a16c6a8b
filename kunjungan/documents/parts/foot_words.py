"""What the foot of a page says: which paper, which print of it, which page, and its code."""

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, State
from kunjungan.domain.languages import Tongue, tongue
from kunjungan.domain.paper_code import PaperCode


class FootWords:
    """The words in the foot of one text of a paper, in its languages."""

    def __init__(self, content: AgreementContent) -> None:
        self._content = content
        self._tongues = [tongue(language) for language in content.languages]

    @property
    def title(self) -> str:
        """The title of the paper on one line."""
        return phrases.title_line(self._content)

    @property
    def states(self) -> list[str]:
        """What this print is: an original of how many and for whom, a draft, a copy."""
        return [self._state(column, each) for column, each in enumerate(self._tongues)]

    @property
    def reference(self) -> str:
        """The office's reference, the draft and how the text's fingerprint begins."""
        content = self._content
        draft = self._tongues[0].draft.format(draft=content.draft_no)
        marks = (content.reference, draft, content.fingerprint[:8])
        return " · ".join(mark for mark in marks if mark)

    def page(self, page: int, pages: int) -> str:
        """Return which page of how many this is."""
        return " / ".join(each.page.format(page=page, pages=pages) for each in self._tongues)

    def code(self, page: int, mark: str) -> PaperCode:
        """Return the code of a page with that mark."""
        content, original = self._content, self._content.state is State.ORIGINAL
        return PaperCode(
            content.agreement.rjust(8, "0"),
            content.state.value[0],
            content.original_no if original else 0,
            content.draft_no,
            page,
            content.fingerprint[:8].rjust(8, "0"),
            mark,
        )

    def _state(self, column: int, said_in: Tongue) -> str:
        content, code = self._content, said_in.code
        no, originals, holder = content.original_no, content.originals, content.holder
        if content.state is State.DRAFT:
            return phrases.DRAFT_FOOT.get(code, said_in.draft).format(draft=content.draft_no)
        if content.state is State.COPY:
            return phrases.COPY_FOOT.get(code, said_in.copy).format(no=no)
        if content.state is State.TRANSLATION:
            return phrases.TRANSLATION_FOOT.get(code, phrases.TRANSLATION_FOOT["en"])
        if holder is None:
            return said_in.original_alone.format(no=no, originals=originals)
        return said_in.original.format(no=no, originals=originals, holder=holder[column])
