from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import use_language
from kunjungan.ui import dates


@pytest.fixture(params=["en", "id"])
def language(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Speak each language in turn; only its code matters here."""
    words = tmp_path / "id.mo"
    with words.open("wb") as file:
        catalogue = Catalog(locale="id")
        catalogue.add("en", "id")
        write_mo(file, catalogue)
    chosen: str = request.param
    use_language(words if chosen == "id" else None)
    yield chosen
    use_language(None)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("01-09-2022", "2022-09-01"),
        ("1/9/2022", "2022-09-01"),
        ("1.9.2022", "2022-09-01"),
        ("2022-09-01", "2022-09-01"),
        ("1 Sep 2022", "2022-09-01"),
        ("Kamis, 1 September 2022", "2022-09-01"),
        ("Thursday, 1 September 2022", "2022-09-01"),
        ("5 Agu 2022", "2022-08-05"),
        ("5 Aug 2022", "2022-08-05"),
        ("Des 2021", "2021-12"),
        ("December 2021", "2021-12"),
        ("12-2021", "2021-12"),
        ("2021-12", "2021-12"),
        ("2021", "2021"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, read: str) -> None:
    assert str(dates.read_day(typed)) == read


@pytest.mark.parametrize(
    "typed", ["", "besok", "31-02-2022", "1 Ju 2022", "2022-13", "1-2", "0-1-2022", "1 Foo 2022"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken):
        dates.read_day(typed)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_shown_date_is_read_back(day: date) -> None:
    whole = PartialDate.of(day)
    month = PartialDate(day.year, day.month)
    for on in (whole, month, PartialDate(day.year)):
        assert dates.read_day(dates.typed_day(on)) == on
        assert dates.read_day(dates.partial_words(on)) == on
    assert dates.read_day(dates.long_day(day)) == whole


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9", time(9)), ("9.00", time(9)), ("09:30", time(9, 30)), ("0930", time(9, 30))],
)
def test_a_time_is_read_as_people_type_it(typed: str, read: time) -> None:
    assert dates.read_time(typed) == read


@pytest.mark.parametrize("typed", ["", "25", "9.75", "pagi", "9.0.0"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken):
        dates.read_time(typed)


def test_days_speak_the_screens_language(language: str) -> None:
    day = date(2022, 9, 1)
    indonesian = language == "id"
    assert dates.short_day(day) == ("Kam, 1 Sep" if indonesian else "Thu, 1 Sep")
    assert dates.long_day(day) == (
        "Kamis, 1 September 2022" if indonesian else "Thursday, 1 September 2022"
    )
    assert dates.month_words(date(2022, 8, 5)) == ("Agustus 2022" if indonesian else "August 2022")
    assert dates.partial_words(PartialDate(2021, 12)) == ("Des 2021" if indonesian else "Dec 2021")


def test_hours_and_moments_are_written_with_a_dot() -> None:
    assert dates.hours_words(time(9), time(15, 30)) == "09.00\N{EN DASH}15.30"
    assert dates.hours_words(time(9), None) == "09.00"
    assert dates.hours_words(None, None) == ""
    assert dates.moment_words(datetime(2022, 8, 26, 17, 5, tzinfo=UTC)) == "Fri, 26 Aug 17.05"


@pytest.mark.parametrize("typed", ["31-02-2022", "1-9-0222", "13-2022"])
def test_a_refused_date_is_told_as_it_was_typed(typed: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        dates.read_day(typed)
    assert refused.value.values["text"] == typed
