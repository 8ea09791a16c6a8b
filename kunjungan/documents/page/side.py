"""One text of a paper with its own head, signatures and foot, divided over its pages."""

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.page.arranging import Arranger
from kunjungan.documents.page.paging import Pager
from kunjungan.documents.parts.foot import Foot
from kunjungan.documents.parts.head import head_for
from kunjungan.documents.parts.signatures import Signatures
from kunjungan.documents.setting.compositor import Compositor
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import sheet_for
from kunjungan.domain.layouts import Layout


class Side:
    """Both columns of a paper, or one of its languages alone."""

    def __init__(self, faces: FaceCase, compositor: Compositor, content: AgreementContent) -> None:
        self.content = content
        sheet = sheet_for(content.paper, len(content.languages))
        self.foot = Foot(faces, sheet, content)
        self.sheet = sheet = sheet.over(self.foot.height)
        self.head = head_for(faces, sheet, content)
        self.signatures = Signatures(faces, sheet, content)
        rows = Arranger(faces, compositor, sheet, content).rows(content.pieces)
        head = len(self.head.pages), self.head.bottom
        pager = Pager(sheet, head, self.signatures.heights, self.signatures.gap)
        self.pages = pager.fill(rows)


def sides_of(content: AgreementContent) -> list[AgreementContent]:
    """Return the texts that follow each other in one paper, as contents of their own."""
    if content.layout is Layout.COLUMNS:
        return [content]
    return [content.side(number) for number in range(len(content.languages))]
