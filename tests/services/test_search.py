import pytest

from kunjungan.services.office import Office
from kunjungan.services.sample import make_sample
from kunjungan.services.search import search


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("studi spbe", {"visit"}),
        ("KS-", {"agreement"}),
        ("415.4/002", {"agreement"}),
        ("Electronic-Based", {"visit", "agreement"}),
        ("Kota Prabumulih", {"visit", "institution", "official", "agreement"}),
        ("Ridho Yahya", {"official", "guest"}),
        ("Inspektur Ogan", {"guest"}),
        ("100%", set()),
        ("_", set()),
        ("   ", set()),
        ("tidak ada", set()),
    ],
)
def test_a_few_letters_find_what_holds_them(text: str, kinds: set[str], office: Office) -> None:
    make_sample(office)
    assert {line.kind for line in search(office, text)} <= kinds
    assert bool(search(office, text)) == bool(kinds)


def test_so_many_of_each_kind_and_no_more(office: Office) -> None:
    make_sample(office)
    found = search(office, "a", most=2)
    kinds = [line.kind for line in found]
    assert max(kinds.count(kind) for kind in kinds) == 2
    assert kinds == sorted(kinds, key=kinds.index)
