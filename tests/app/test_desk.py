from datetime import UTC, datetime
from pathlib import Path

import pytest

from kunjungan.app.desk import first_folder, new_sample, office_folder, open_desk, restore_desk
from kunjungan.domain.errors import Unavailable
from kunjungan.services.upkeep import back_up
from kunjungan.services.visit_lists import list_visits
from kunjungan.settings import Settings
from tests.builders import a_visit


def test_the_office_is_the_one_asked_for_then_the_last_then_one_of_its_own(tmp_path: Path) -> None:
    last = Settings(last_office=str(tmp_path / "last"))
    assert office_folder(str(tmp_path), last) == tmp_path
    assert office_folder("", last) == tmp_path / "last"
    assert office_folder("", Settings()) == first_folder()
    assert first_folder().name == "Kunjungan"
    assert office_folder("~/x", Settings()) == Path.home() / "x"


def test_a_desk_has_a_clock_with_its_zone_and_a_user(tmp_path: Path) -> None:
    office, notices = open_desk(tmp_path, "make", user="Analis Protokol")
    try:
        assert notices == ()
        assert office.now().utcoffset() == datetime.now(UTC).astimezone().utcoffset()
        assert office.today() == office.now().date()
        assert office.user == "Analis Protokol"
        assert office.folder == tmp_path
    finally:
        office.store.close()


def test_writing_needs_an_office_and_imagining_leaves_none_behind(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no office"):
        open_desk(tmp_path, "write")
    office, _ = open_desk(tmp_path, "imagine")
    assert list_visits(office) == []
    office.store.close()
    assert list(tmp_path.iterdir()) == []


def test_looking_on_works_beside_whoever_holds_the_office(tmp_path: Path) -> None:
    held, _ = open_desk(tmp_path, "make")
    a_visit(held)
    beside, _ = open_desk(tmp_path, "read")
    assert len(list_visits(beside)) == 1
    with pytest.raises(Unavailable):
        a_visit(beside)
    with pytest.raises(Unavailable):
        open_desk(tmp_path, "write")
    beside.store.close()
    held.store.close()


def test_a_restored_office_is_as_it_was(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "sample")
    office, _ = open_desk(folder, "write")
    backup = back_up(office)
    a_visit(office, "Setelah cadangan")
    with pytest.raises(Unavailable):
        restore_desk(folder, backup.path)
    office.store.close()
    assert restore_desk(folder, Path(backup.path.name)) is not None
    office, _ = open_desk(folder, "read")
    assert "Setelah cadangan" not in {line.title for line in list_visits(office)}
    office.store.close()


def test_a_sample_is_not_made_twice(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "sample")
    with pytest.raises(Unavailable, match="already"):
        new_sample(folder)
