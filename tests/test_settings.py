import json
from pathlib import Path

import pytest

from kunjungan.settings import Settings, load, save, settings_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kunjungan" / "settings.json"


def test_settings_are_read_back(path: Path) -> None:
    chosen = Settings(language="en", rail=True, recent=(("visits/1", "SPBE", "Kunjungan"),))
    save(path, chosen)
    assert load(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_fresh_desk_has_the_defaults(path: Path) -> None:
    assert load(path) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0", '"x"'])
def test_a_spoilt_file_gives_the_defaults(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8", newline="\n")
    assert load(path) == Settings()


def test_an_old_or_newer_file_gives_what_it_can(path: Path) -> None:
    path.parent.mkdir()
    found = {
        "language": "en",
        "rail": "yes",
        "theme": 3,
        "recent": [["a", "b"]],
        "printers": [["a"]],
    }
    path.write_text(json.dumps(found), encoding="utf-8", newline="\n")
    assert load(path) == Settings(language="en")


def test_a_language_or_theme_that_is_not_there_is_left_out(path: Path) -> None:
    save(path, Settings(language="fr", theme="purple", paper="a3"))
    assert load(path) == Settings()


def test_settings_live_in_the_users_own_folder() -> None:
    assert settings_file().name == "settings.json"
    assert settings_file().parent.name == "kunjungan"
