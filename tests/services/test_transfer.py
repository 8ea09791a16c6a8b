import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlmodel import select

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.exchange import office_json_agreements, office_json_form, office_json_visits
from kunjungan.exchange.office_json_form import Settings
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.history import undo, undo_label
from kunjungan.services.letters.emblems import STATE_EMBLEM
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings
from kunjungan.services.originals import list_originals
from kunjungan.services.people import list_people
from kunjungan.services.sample import make_sample
from kunjungan.services.transfer import (
    ImportedLine,
    export_file,
    export_office,
    import_file,
    import_office,
    import_schema,
    plan_import,
)
from kunjungan.services.visit_lists import list_visits
from kunjungan.store.tables import Agreement, Holiday, Institution, Person, Region
from kunjungan.store.tables import agreements as agreement_words
from kunjungan.store.tables import visits as visit_words
from tests.services.transfer_offices import (
    Drawn,
    Event,
    all_rows,
    any_office,
    as_file,
    empty_office,
    handwritten,
    keep,
)


@pytest.fixture
def other(tmp_path: Path) -> Office:
    return empty_office(tmp_path / "other")


@pytest.fixture
def event() -> Event:
    """An event as a person would write it, with labels of their own."""
    return handwritten()


def counted(lines: Iterable[ImportedLine]) -> dict[str, int]:
    return dict(Counter(line.kind for line in lines))


def test_an_exported_office_comes_back_the_same_in_an_empty_one(
    office: Office, other: Office
) -> None:
    make_sample(office)
    written = export_office(office)
    report = import_office(other, written)
    assert (report.refused, report.differing, report.same) == ((), (), ())
    assert export_office(other) == written
    assert all_rows(other) == all_rows(office)
    assert other.store.verify() == []


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(drawn=any_office())
def test_any_office_comes_back_the_same(
    drawn: Drawn, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("offices")
    one, two = empty_office(folder / "one"), empty_office(folder / "two")
    keep(one, drawn)
    written = export_office(one)
    jsonschema.validate(json.loads(written), json.loads(import_schema()))
    assert import_office(two, written).refused == ()
    assert export_office(two) == written
    assert all_rows(two) == all_rows(one)
    assert import_office(one, written).new == ()
    for office in (one, two):
        office.store.close()


def test_importing_twice_adds_nothing_the_second_time(other: Office, event: Event) -> None:
    first = import_office(other, as_file(event))
    again = import_office(other, as_file(event))
    assert first.refused == ()
    assert (again.new, again.differing) == ((), ())
    assert counted(again.same) == counted(first.new)


def test_a_handwritten_event_gets_its_standard_text_and_originals(
    other: Office, event: Event
) -> None:
    import_office(other, as_file(event))
    [agreement] = list_agreements(other)
    assert agreement.parties == ("Pemerintah Kota Bandung", "Pemerintah Kabupaten Ogan Ilir")
    assert [line.stamps for line in list_originals(other, agreement.id)] == [(1,), (2,)]
    assert [str(line.on) for line in list_visits(other)] == ["2022-09-01", "2021-12"]
    with other.store.read() as session:
        assert session.exec(select(Agreement)).one().signing_on is not None


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_an_older_form_comes_in_as_the_present_one(
    office: Office, other: Office, event: Event, version: int
) -> None:
    import_office(office, as_file(event))
    assert import_office(other, as_file(event | {"version": version})).refused == ()
    assert all_rows(other) == all_rows(office)


def test_an_import_is_one_change_that_undo_takes_back(other: Office, event: Event) -> None:
    before = all_rows(other)
    import_office(other, as_file(event))
    assert undo_label(other) == "Import office"
    undo(other)
    assert all_rows(other) == before


def test_a_dry_run_tells_the_same_and_writes_nothing(other: Office, event: Event) -> None:
    before = all_rows(other)
    planned = plan_import(other, as_file(event))
    assert all_rows(other) == before
    assert not planned.written
    done = import_office(other, as_file(event))
    assert done.written
    assert (planned.new, planned.same) == (done.new, done.same)


def test_what_differs_is_listed_and_left(other: Office, event: Event) -> None:
    import_office(other, as_file(event))
    before = all_rows(other)
    event["people"][0]["name"] = "Yana M."
    event["visits"][1]["starts_at"] = "10:00"
    report = import_office(other, as_file(event))
    assert [(line.place, line.fields) for line in report.differing] == [
        ("$.people[0]", ("name",)),
        ("$.visits[1]", ("starts_at",)),
    ]
    assert report.new == ()
    assert all_rows(other) == before


def test_a_locked_text_gets_no_clause_from_a_file(other: Office, event: Event) -> None:
    agreement = event["agreements"][0]
    agreement |= {"stage": "final", "locked_on": "2022-08-26"}
    import_office(other, as_file(event))
    agreement["clauses"] = [{"ref": "extra", "level": "article", "text": {"id": "Tambahan"}}]
    report = import_office(other, as_file(event))
    assert [line.kind for line in report.differing] == ["clause"]
    assert "printed" in report.differing[0].reason
    assert report.new == ()


def test_evidence_is_not_added_to_an_agreement_that_stands_differently(
    other: Office, event: Event
) -> None:
    import_office(other, as_file(event))
    agreement = event["agreements"][0]
    agreement |= {"stage": "registered", "register_entry": {"year": 2022, "on": "2022-09-02"}}
    report = import_office(other, as_file(event))
    assert {line.kind for line in report.differing} == {"agreement", "register_entry"}
    assert report.new == ()


def test_a_register_number_that_is_taken_is_listed(other: Office, event: Event) -> None:
    agreement = event["agreements"][0]
    agreement["register_entry"] = {"year": 2022, "no": 1, "on": "2022-09-02"}
    import_office(other, as_file(event))
    agreement["ref"] = "another"
    report = import_office(other, as_file(event))
    assert [line.kind for line in report.differing] == ["register_entry"]
    assert len(list_agreements(other)) == 2


def test_a_control_pasted_unseen_does_not_keep_an_office_from_its_own_file(
    office: Office, other: Office
) -> None:
    with office.store.change("as it was pasted once") as session:
        session.add(Person(name="Nama\0 Contoh", titles_back=("S\0.T.",), note="a\0b"))
    data = export_office(office)
    assert import_office(other, data).refused == ()
    [person] = list_people(other)
    assert person.name.full == "Nama Contoh, S.T."
    again = import_office(office, data)
    assert (again.new, again.differing) == ((), ())


def test_archived_files_travel_with_the_office(office: Office, other: Office) -> None:
    sha = office.archive.put(b"lambang")
    with office.store.change("Draw") as session:
        session.add(Institution(kind=InstitutionKind.REGION, name_id="Bandung", logo_sha=sha))
    import_office(other, export_office(office))
    assert other.archive.get(sha) == b"lambang"
    bare = export_office(office, with_files=False)
    report = import_office(empty_office(other.folder / "third"), bare)
    assert report.missing_files == (sha,)


def test_a_dry_run_leaves_the_archive_alone(office: Office, other: Office) -> None:
    sha = office.archive.put(b"lambang")
    with office.store.change("Draw") as session:
        session.add(Institution(kind=InstitutionKind.REGION, name_id="Bandung", logo_sha=sha))
    plan_import(other, export_office(office))
    assert other.archive.missing([sha]) == [sha]


def test_only_changed_regions_and_holidays_travel(office: Office, other: Office) -> None:
    plain = export_office(office)
    assert b"regions" not in plain
    assert b"holidays" not in plain
    with office.store.change("Rename") as session:
        session.exec(select(Region).where(Region.code == "32.73")).one().name_en = "Bandung City"
        session.exec(select(Holiday)).first().name_en = "A holiday"  # type: ignore[union-attr]
    written = export_office(office)
    report = import_office(other, written)
    assert counted(report.new) == {"region": 1, "holiday": 1}
    assert export_office(other) == written


def test_an_export_is_a_file_and_an_unreadable_one_is_one_sentence(
    office: Office, tmp_path: Path
) -> None:
    path = export_file(office, tmp_path / "office.json")
    assert import_file(office, path).written
    with pytest.raises(Unavailable, match=r"nowhere\.json is not there"):
        import_file(office, tmp_path / "nowhere.json")
    with pytest.raises(Unavailable, match="no folder"):
        export_file(office, tmp_path / "no" / "such" / "office.json")


def test_an_office_too_large_for_a_file_says_what_to_do(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha = office.archive.put(b"x" * 1000)
    with office.store.change("Draw") as session:
        session.add(Institution(kind=InstitutionKind.REGION, name_id="Bandung", logo_sha=sha))
    monkeypatch.setattr("kunjungan.services.transfer_file.LIMIT", 1000)
    with pytest.raises(RuleBroken, match="without files"):
        export_office(office)
    assert len(export_office(office, with_files=False)) < 1000


def test_the_form_knows_the_words_of_the_tables() -> None:
    for form, table, names in (
        (office_json_visits, visit_words, ("Direction", "Role", "Attendance")),
        (office_json_agreements, agreement_words, ("Side", "LanguageClause")),
    ):
        for name in names:
            assert set(get_args(getattr(form, name))) == set(get_args(getattr(table, name)))
    chosen = {*OfficeSettings.__dataclass_fields__, STATE_EMBLEM}
    assert set(Settings.model_fields) == chosen
    assert office_json_form.VERSION == 6


def test_an_unknown_ref_may_name_what_the_office_has(other: Office, event: Event) -> None:
    import_office(other, as_file(event))
    with other.store.read() as session:
        known = session.exec(select(Person).where(Person.name == "Yana Mulyana")).one().id
    new: Event = {"ref": "b", "kind": "agency", "name": {"id": "Diskominfo"}, "parent": "bandung"}
    new["posts"] = [{"title": {"id": "Kepala"}, "holders": [{"person": str(known)}]}]
    later = {"format": "kunjungan-office", "version": 1, "institutions": [new]}
    report = import_office(other, as_file(later))
    assert counted(report.new) == {"institution": 1, "position": 1, "tenure": 1}
