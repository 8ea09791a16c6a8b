"""The 38 provinces by Kemendagri code, with their usual English names.

English names are usage, not law; an office may give its regions others.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual

PROVINCES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "11": Bilingual("Aceh", "Aceh"),
        "12": Bilingual("Sumatera Utara", "North Sumatra"),
        "13": Bilingual("Sumatera Barat", "West Sumatra"),
        "14": Bilingual("Riau", "Riau"),
        "15": Bilingual("Jambi", "Jambi"),
        "16": Bilingual("Sumatera Selatan", "South Sumatra"),
        "17": Bilingual("Bengkulu", "Bengkulu"),
        "18": Bilingual("Lampung", "Lampung"),
        "19": Bilingual("Kepulauan Bangka Belitung", "Bangka Belitung Islands"),
        "21": Bilingual("Kepulauan Riau", "Riau Islands"),
        "31": Bilingual("Daerah Khusus Ibukota Jakarta", "Special Capital Region of Jakarta"),
        "32": Bilingual("Jawa Barat", "West Java"),
        "33": Bilingual("Jawa Tengah", "Central Java"),
        "34": Bilingual("Daerah Istimewa Yogyakarta", "Special Region of Yogyakarta"),
        "35": Bilingual("Jawa Timur", "East Java"),
        "36": Bilingual("Banten", "Banten"),
        "51": Bilingual("Bali", "Bali"),
        "52": Bilingual("Nusa Tenggara Barat", "West Nusa Tenggara"),
        "53": Bilingual("Nusa Tenggara Timur", "East Nusa Tenggara"),
        "61": Bilingual("Kalimantan Barat", "West Kalimantan"),
        "62": Bilingual("Kalimantan Tengah", "Central Kalimantan"),
        "63": Bilingual("Kalimantan Selatan", "South Kalimantan"),
        "64": Bilingual("Kalimantan Timur", "East Kalimantan"),
        "65": Bilingual("Kalimantan Utara", "North Kalimantan"),
        "71": Bilingual("Sulawesi Utara", "North Sulawesi"),
        "72": Bilingual("Sulawesi Tengah", "Central Sulawesi"),
        "73": Bilingual("Sulawesi Selatan", "South Sulawesi"),
        "74": Bilingual("Sulawesi Tenggara", "Southeast Sulawesi"),
        "75": Bilingual("Gorontalo", "Gorontalo"),
        "76": Bilingual("Sulawesi Barat", "West Sulawesi"),
        "81": Bilingual("Maluku", "Maluku"),
        "82": Bilingual("Maluku Utara", "North Maluku"),
        "91": Bilingual("Papua", "Papua"),
        "92": Bilingual("Papua Barat", "West Papua"),
        "93": Bilingual("Papua Selatan", "South Papua"),
        "94": Bilingual("Papua Tengah", "Central Papua"),
        "95": Bilingual("Papua Pegunungan", "Highland Papua"),
        "96": Bilingual("Papua Barat Daya", "Southwest Papua"),
    }
)
