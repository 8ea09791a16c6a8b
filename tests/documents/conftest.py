"""What several tests of the page share."""

from collections.abc import Iterator

import pytest

from tests.documents.drafted import DraftingOffice


@pytest.fixture(scope="session")
def drafting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DraftingOffice]:
    """An office that has drafted agreements of every kind; it sets each paper once."""
    opened = DraftingOffice(tmp_path_factory.mktemp("drafting"))
    yield opened
    opened.close()
