from dataclasses import replace

import pytest

from kunjungan.documents.agreement import Press, State
from kunjungan.domain.layouts import Layout
from tests.documents.reading import MM, places, words
from tests.documents.samples import AGREEMENT
from tests.documents.signing import CHIEF, EN, GOVERNOR, ID, SECRETARY, SHORT, parties
from tests.documents.structure_reading import texts


@pytest.mark.parametrize("layout", Layout)
def test_a_copy_says_signed_over_each_name_and_ends_like_its_original(
    press: Press, layout: Layout
) -> None:
    original = replace(AGREEMENT, layout=layout)
    copied = press.set_agreement(replace(original, state=State.COPY))
    signed = press.set_agreement(original)
    assert copied.stamps == ()
    said = texts(copied.pdf, "P")
    marks = (said[ID].count("(ttd.)"), said[EN].count("/s/"))
    assert marks == ((2, 0) if layout is Layout.COLUMNS else (2, 2))
    assert copied.pages == signed.pages
    assert copied.places == signed.places


def test_an_unofficial_translation_gives_no_room_to_sign(press: Press) -> None:
    content = replace(SHORT, layout=Layout.SEQUENCE, official=(True, False), witnesses=(SECRETARY,))
    typeset = press.set_agreement(replace(content, parties=parties(3, stamp=True)))
    said = texts(typeset.pdf)
    assert {f"/s/ NAMA-{number}" for number in (1, 2, 3)} < {*said[EN]}
    assert "/s/ EMA" in said[EN]
    assert "NAMA-1" in said[ID]
    assert {each.page for each in typeset.stamps} == {1}
    last = typeset.pages
    ((_, office),) = places(typeset.pdf, last, "SECRETARY,")
    ((_, name),) = places(typeset.pdf, last, "/s/ EMA")
    assert 0 < office - name < 10 * MM


def test_a_translation_alone_has_neither_room_nor_stamp_nor_initials(press: Press) -> None:
    content = replace(AGREEMENT, layout=Layout.VOLUMES, state=State.TRANSLATION).side(1)
    typeset = press.set_agreement(content)
    assert typeset.stamps == ()
    assert "/s/ YANA MULYANA" in texts(typeset.pdf)[EN]
    assert "Initials" not in words(typeset.pdf)


def test_witnesses_stand_apart_below_the_parties_and_over_no_stamp(press: Press) -> None:
    content = replace(SHORT, witnesses=(SECRETARY, CHIEF, GOVERNOR))
    typeset = press.set_agreement(content)
    said = texts(typeset.pdf, "P")
    assert (said[ID].count("SAKSI"), said[EN].count("WITNESS")) == (1, 1)
    tops = [
        places(typeset.pdf, 1, text)[0][1]
        for text in ("RIDHO YAHYA", "SAKSI", "EMA", "MENGETAHUI", "RIDWAN KAMIL")
    ]
    assert tops == sorted(tops, reverse=True)
    assert {stamp.party for stamp in typeset.stamps} == {2}
    ((left, one),) = places(typeset.pdf, 1, "EMA")
    ((right, other),) = places(typeset.pdf, 1, "ANTON")
    assert one == other
    assert left < right


def test_only_neighbours_share_a_caption(press: Press) -> None:
    content = replace(SHORT, witnesses=(SECRETARY, GOVERNOR, CHIEF))
    said = texts(press.set_agreement(content).pdf, "P")
    assert said[ID].count("SAKSI") == 2
