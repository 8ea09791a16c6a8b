import csv
from collections import Counter

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.provinces import PROVINCES
from kunjungan.domain.regions import (
    HOME_MINISTER,
    RegionKind,
    copies_to,
    country_path,
    dispute_authority,
    government_name,
    head_title,
    kind_of,
    may_be_party,
    place_name,
    region_name,
    short_name,
)
from kunjungan.resources import resource

BANDUNG, PRABUMULIH, OGAN_ILIR = "32.73", "16.74", "16.10"
WEST_JAVA = Bilingual("Gubernur Jawa Barat", "Governor of West Java")
SOUTH_SUMATRA = Bilingual("Gubernur Sumatera Selatan", "Governor of South Sumatra")


def rows(name: str) -> list[dict[str, str]]:
    with resource(f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_provinces_are_those_of_the_official_list() -> None:
    assert {code: pair.id for code, pair in PROVINCES.items()} == {
        row["code"]: row["name"] for row in rows("provinces")
    }
    assert all(pair.complete for pair in PROVINCES.values())


def test_every_region_of_the_official_list_finds_its_kind() -> None:
    found = Counter(kind_of(row["code"], row["name"]) for row in rows("regencies"))
    assert found == {
        RegionKind.REGENCY: 415,
        RegionKind.ADMIN_REGENCY: 1,
        RegionKind.CITY: 93,
        RegionKind.ADMIN_CITY: 5,
    }
    assert {kind_of(row["code"], row["name"]) for row in rows("provinces")} == {RegionKind.PROVINCE}


def test_a_kind_never_contradicts_the_name() -> None:
    words = {RegionKind.REGENCY: "Kabupaten ", RegionKind.CITY: "Kota "}
    for row in rows("regencies"):
        kind = kind_of(row["code"], row["name"])
        assert row["name"].startswith(words.get(kind, ("Kabupaten Adm", "Kota Adm")))


@pytest.mark.parametrize(
    ("name", "government"),
    [
        (
            "Kota Bandung",
            Bilingual("Pemerintah Kota Bandung", "Government of the City of Bandung"),
        ),
        (
            "Kabupaten Ogan Ilir",
            Bilingual("Pemerintah Kabupaten Ogan Ilir", "Government of the Regency of Ogan Ilir"),
        ),
        (
            "Jawa Barat",
            Bilingual("Pemerintah Provinsi Jawa Barat", "Government of West Java Province"),
        ),
        (
            "Daerah Istimewa Yogyakarta",
            Bilingual(
                "Pemerintah Daerah Istimewa Yogyakarta",
                "Government of the Special Region of Yogyakarta",
            ),
        ),
        ("Aceh", Bilingual("Pemerintah Aceh", "Government of Aceh Province")),
    ],
)
def test_a_government_is_named_after_its_region(name: str, government: Bilingual) -> None:
    assert government_name(name) == government


@pytest.mark.parametrize(
    ("code", "name", "title"),
    [
        (PRABUMULIH, "Kota Prabumulih", Bilingual("Wali Kota Prabumulih", "Mayor of Prabumulih")),
        (OGAN_ILIR, "Kabupaten Ogan Ilir", Bilingual("Bupati Ogan Ilir", "Regent of Ogan Ilir")),
        ("32", "Jawa Barat", WEST_JAVA),
        (
            "34",
            "Daerah Istimewa Yogyakarta",
            Bilingual(
                "Gubernur Daerah Istimewa Yogyakarta",
                "Governor of the Special Region of Yogyakarta",
            ),
        ),
    ],
)
def test_the_head_is_called_by_the_kind_of_region(code: str, name: str, title: Bilingual) -> None:
    assert head_title(name, kind_of(code, name)) == title


def test_the_city_and_the_regency_of_one_name_stay_apart() -> None:
    assert region_name("Kota Bandung") != region_name("Kabupaten Bandung")
    assert place_name("Kota Bandung") == place_name("Kabupaten Bandung")


def test_offices_have_short_names() -> None:
    names = ["Kota Bandung", "Kabupaten Ogan Ilir", "Jawa Barat"]
    assert list(map(short_name, names)) == [
        "Pemkot Bandung",
        "Pemkab Ogan Ilir",
        "Pemprov Jawa Barat",
    ]


def test_administrative_regions_of_the_capital_are_no_parties() -> None:
    assert not may_be_party(kind_of("31.71", "Kota Administrasi Jakarta Pusat"))
    assert not may_be_party(kind_of("31.01", "Kabupaten Administrasi Kepulauan Seribu"))
    assert may_be_party(RegionKind.CITY)
    assert may_be_party(RegionKind.PROVINCE)


@pytest.mark.parametrize(
    ("codes", "authority"),
    [
        ((BANDUNG, PRABUMULIH), HOME_MINISTER),
        ((BANDUNG, OGAN_ILIR), HOME_MINISTER),
        ((PRABUMULIH, OGAN_ILIR), SOUTH_SUMATRA),
        ((BANDUNG, "32.04"), WEST_JAVA),
        ((BANDUNG, "32"), HOME_MINISTER),
        (("32", "16"), HOME_MINISTER),
        (("32", "32"), WEST_JAVA),
        ((PRABUMULIH, OGAN_ILIR, BANDUNG), HOME_MINISTER),
    ],
)
def test_disputes_go_to_the_governor_or_across_provinces_to_the_minister(
    codes: tuple[str, ...], authority: Bilingual
) -> None:
    assert dispute_authority(*codes) == authority
    assert dispute_authority(*reversed(codes)) == authority


@pytest.mark.parametrize(
    ("codes", "copies"),
    [
        ((BANDUNG, PRABUMULIH), (WEST_JAVA, SOUTH_SUMATRA, HOME_MINISTER)),
        ((BANDUNG, OGAN_ILIR), (WEST_JAVA, SOUTH_SUMATRA, HOME_MINISTER)),
        ((PRABUMULIH, OGAN_ILIR), (SOUTH_SUMATRA,)),
        ((BANDUNG, "32"), (HOME_MINISTER,)),
        ((BANDUNG, "16"), (WEST_JAVA, HOME_MINISTER)),
    ],
)
def test_copies_go_to_both_governors_and_the_minister(
    codes: tuple[str, ...], copies: tuple[Bilingual, ...]
) -> None:
    assert copies_to(codes) == copies


def test_a_code_of_another_scheme_is_refused() -> None:
    with pytest.raises(RuleBroken, match="97"):
        dispute_authority("97.01", BANDUNG)


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("32.73", "West Java Province, Republic of Indonesia"),
        ("16.10", "South Sumatra Province, Republic of Indonesia"),
        ("34.71", "Special Region of Yogyakarta, Republic of Indonesia"),
        ("32", "Republic of Indonesia"),
    ],
)
def test_a_treaty_says_where_in_the_country_a_region_lies(code: str, path: str) -> None:
    assert country_path(code).en == path


def test_a_region_of_no_known_province_lies_nowhere() -> None:
    with pytest.raises(RuleBroken):
        country_path("99.01")
