"""The visum measured on the finished sheet: every field in its place to a tenth of a mm."""

from collections.abc import Mapping
from ctypes import byref, c_double
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.office.visum import VisumText, calibration, overprint, stickers
from kunjungan.domain.label_sheets import shipped_sheets
from kunjungan.domain.visum_forms import FieldSpot, VisumField, VisumForm, shipped_forms

MM = 25.4 / 72
SAID: Mapping[VisumField, str] = {field: f"Kata{number}" for number, field in enumerate(VisumField)}
SHIFTS = st.floats(-6.0, 6.0).map(lambda shift: round(shift, 1))


def placed(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Where each word of the first page begins on its baseline, in mm from the upper left."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    layer, high = page.get_textpage(), page.get_height()
    found, x, y = dict[str, tuple[float, float]](), c_double(), c_double()
    text = layer.get_text_range()
    for word in text.split():
        pdfium.FPDFText_GetCharOrigin(layer.raw, text.index(word), byref(x), byref(y))
        found[word] = (x.value * MM, (high - y.value) * MM)
    for each in (layer, page, document):
        each.close()
    return found


def shifted(form: VisumForm, right: float, down: float) -> VisumForm:
    """A form as an office corrects it: every field moved by so much."""
    spots = {
        field: FieldSpot(spot.x + right, spot.y + down, spot.width)
        for field, spot in form.fields.items()
    }
    return replace(form, fields=spots)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(shipped_forms()), SHIFTS, SHIFTS)
def test_every_field_begins_where_the_form_and_its_correction_say(
    form: VisumForm, right: float, down: float
) -> None:
    own = shifted(form, right, down)
    found = placed(overprint(own, [VisumText("1", "", SAID)], "Visum").pdf)
    assert set(found) == {SAID[field] for field in own.fields}
    for field, spot in own.fields.items():
        assert found[SAID[field]] == pytest.approx((spot.x, spot.y), abs=0.1)


@pytest.mark.parametrize("form", shipped_forms(), ids=lambda form: form.slug)
def test_the_calibration_page_shows_fields_where_they_print_and_rules_true_millimetres(
    form: VisumForm,
) -> None:
    pdf = calibration(form).pdf
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    wide, high = page.get_size()
    assert (wide * MM, high * MM) == pytest.approx(form.paper.size_mm, abs=0.01)
    boxes = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    upright = {round((left + right) / 2 * MM, 2) for left, low, right, top in boxes
               if top - low > right - left and top > high - 0.2}  # fmt: skip
    across = {round((high - (low + top) / 2) * MM, 2) for left, low, right, top in boxes
              if right - left > top - low and left < 0.2}  # fmt: skip
    assert upright == {float(at) for at in range(int(form.paper.size_mm[0]) + 1)}
    assert across == {float(at) for at in range(int(form.paper.size_mm[1]) + 1)}
    crosses = [((left + right) / 2 * MM, (high - (low + top) / 2) * MM)
               for left, low, right, top in boxes
               if top - low == pytest.approx(4 / MM, abs=0.7)]  # fmt: skip
    for spot in form.fields.values():
        assert any(cross == pytest.approx((spot.x, spot.y), abs=0.05) for cross in crosses)
    for each in (page, document):
        each.close()
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.ViewerPreferences.PrintScaling == "/None"


LABELS = [
    sheet
    for sheet in shipped_sheets()
    if "place" in sheet.uses and sheet.width >= 80 and sheet.height >= 36
]


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(LABELS),
    st.text("abegiknrtu ", min_size=3, max_size=60).filter(str.strip),
    st.integers(1, 4),
)
def test_a_label_keeps_its_words_and_leaves_room_for_signature_and_stamp(
    sheet: object, post: str, first: int
) -> None:
    label = next(each for each in LABELS if each == sheet)
    said = {**SAID, VisumField.ARRIVED_POST: post, VisumField.LEFT_POST: post}
    place = min(first, label.per_page)
    printed = stickers(label, [VisumText("1", "", said)], "Visum", place)
    found = placed(printed.pdf)
    spot = label.spot(place - 1)
    for x, y in found.values():
        assert spot.x <= x <= spot.x + label.width
        assert spot.y <= y <= spot.y + label.height
    lowest = found[SAID[VisumField.ARRIVED_NAME]][1]
    above = [y for _, y in found.values() if y < lowest - 1]
    assert lowest - max(above) >= 8.0 or "1" in printed.cramped
