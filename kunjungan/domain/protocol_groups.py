"""The groups of UU 9/2010 that precedence is made of, and where a guest's group puts one."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kunjungan.domain.bilingual import Bilingual


class Group(StrEnum):
    """A place in the lists of UU 9/2010; the value is article and letter, the order is rank."""

    PRESIDENT = "9a"
    VICE_PRESIDENT = "9b"
    FORMER_PRESIDENTS = "9c"
    ASSEMBLY_CHAIR = "9d"
    HOUSE_CHAIR = "9e"
    SENATE_CHAIR = "9f"
    AUDIT_BOARD_CHAIR = "9g"
    SUPREME_COURT_CHAIR = "9h"
    CONSTITUTIONAL_COURT_CHAIR = "9i"
    JUDICIAL_COMMISSION_CHAIR = "9j"
    INDEPENDENCE_PIONEERS = "9k"
    AMBASSADORS = "9l"
    STATE_VICE_CHAIRS = "9m"
    MINISTERS = "9n"
    SERVICE_CHIEFS = "9o"
    NATIONAL_PARTY_LEADERS = "9p"
    STATE_BOARD_MEMBERS = "9q"
    OTHER_STATE_BODY_HEADS = "9r"
    VISITING_GOVERNORS = "9s"
    DECORATED = "9t"
    ECHELON_ONE = "9u"
    STATE_REGION_HEADS = "9v"
    NATIONAL_RELIGIOUS_LEADERS = "9w"
    GOVERNOR = "10a"
    DEPUTY_GOVERNOR = "10b"
    FORMER_GOVERNORS = "10c"
    PROVINCE_COUNCIL_CHAIR = "10d"
    CONSULS = "10e"
    PROVINCE_COUNCIL_VICE_CHAIRS = "10f"
    PROVINCE_SECRETARY = "10g"
    PROVINCE_PARTY_LEADERS = "10h"
    PROVINCE_COUNCIL_MEMBERS = "10i"
    VISITING_REGION_HEADS = "10j"
    PROVINCE_BOARD_HEADS = "10k"
    PROVINCE_COMMUNITY_LEADERS = "10l"
    VISITING_COUNCIL_CHAIRS = "10m"
    VISITING_DEPUTY_HEADS = "10n"
    VISITING_COUNCIL_MEMBERS = "10o"
    PROVINCE_AGENCY_HEADS = "10p"
    PROVINCE_DIVISION_HEADS = "10q"
    REGION_HEAD = "11a"
    DEPUTY_HEAD = "11b"
    FORMER_HEADS = "11c"
    COUNCIL_CHAIR = "11d"
    COUNCIL_VICE_CHAIRS = "11e"
    SECRETARY = "11f"
    PARTY_LEADERS = "11g"
    COUNCIL_MEMBERS = "11h"
    COMMUNITY_LEADERS = "11i"
    AGENCY_HEADS = "11j"
    VERTICAL_AGENCY_HEADS = "11k"
    DIVISION_HEADS = "11l"
    VILLAGE_HEADS = "11m"


GROUP_NAMES: Mapping[Group, Bilingual] = MappingProxyType(
    {
        Group.PRESIDENT: Bilingual("Presiden", "President"),
        Group.VICE_PRESIDENT: Bilingual("Wakil Presiden", "Vice President"),
        Group.FORMER_PRESIDENTS: Bilingual(
            "Mantan Presiden dan Wakil Presiden", "Former Presidents and Vice Presidents"
        ),
        Group.ASSEMBLY_CHAIR: Bilingual("Ketua MPR", "Chair of the People's Assembly (MPR)"),
        Group.HOUSE_CHAIR: Bilingual("Ketua DPR", "Chair of the House (DPR)"),
        Group.SENATE_CHAIR: Bilingual("Ketua DPD", "Chair of the Regional Senate (DPD)"),
        Group.AUDIT_BOARD_CHAIR: Bilingual("Ketua BPK", "Chair of the Audit Board"),
        Group.SUPREME_COURT_CHAIR: Bilingual(
            "Ketua Mahkamah Agung", "Chief Justice of the Supreme Court"
        ),
        Group.CONSTITUTIONAL_COURT_CHAIR: Bilingual(
            "Ketua Mahkamah Konstitusi", "Chief Justice of the Constitutional Court"
        ),
        Group.JUDICIAL_COMMISSION_CHAIR: Bilingual(
            "Ketua Komisi Yudisial", "Chair of the Judicial Commission"
        ),
        Group.INDEPENDENCE_PIONEERS: Bilingual("Perintis kemerdekaan", "Pioneers of independence"),
        Group.AMBASSADORS: Bilingual(
            "Duta besar dan kepala perwakilan asing", "Foreign ambassadors and heads of mission"
        ),
        Group.STATE_VICE_CHAIRS: Bilingual(
            "Wakil ketua lembaga negara, Gubernur Bank Indonesia",
            "Vice chairs of state bodies, Governor of Bank Indonesia",
        ),
        Group.MINISTERS: Bilingual(
            "Menteri, anggota DPR dan DPD, Duta Besar RI",
            "Ministers, members of DPR and DPD, Indonesian ambassadors",
        ),
        Group.SERVICE_CHIEFS: Bilingual("Kepala Staf Angkatan", "Chiefs of staff of the services"),
        Group.NATIONAL_PARTY_LEADERS: Bilingual(
            "Pemimpin partai politik di DPR", "Leaders of parties in the DPR"
        ),
        Group.STATE_BOARD_MEMBERS: Bilingual(
            "Anggota BPK, hakim agung dan konstitusi, anggota KY",
            "Members of state boards, supreme and constitutional justices",
        ),
        Group.OTHER_STATE_BODY_HEADS: Bilingual(
            "Pemimpin lembaga negara lainnya", "Heads of other state bodies"
        ),
        Group.VISITING_GOVERNORS: Bilingual("Gubernur (daftar negara)", "Governors (state list)"),
        Group.DECORATED: Bilingual(
            "Pemilik tanda jasa dan kehormatan tertentu", "Holders of certain state decorations"
        ),
        Group.ECHELON_ONE: Bilingual(
            "Wakil menteri, wakil gubernur, Ketua DPRD provinsi, eselon I",
            "Vice ministers, deputy governors, provincial council chairs, echelon I",
        ),
        Group.STATE_REGION_HEADS: Bilingual(
            "Bupati/wali kota dan Ketua DPRD kab/kota (daftar negara)",
            "Regents, mayors and their council chairs (state list)",
        ),
        Group.NATIONAL_RELIGIOUS_LEADERS: Bilingual(
            "Pimpinan organisasi keagamaan nasional", "Leaders of national religious organisations"
        ),
        Group.GOVERNOR: Bilingual("Gubernur", "Governor"),
        Group.DEPUTY_GOVERNOR: Bilingual("Wakil Gubernur", "Deputy Governor"),
        Group.FORMER_GOVERNORS: Bilingual(
            "Mantan gubernur dan wakil gubernur", "Former governors and deputy governors"
        ),
        Group.PROVINCE_COUNCIL_CHAIR: Bilingual(
            "Ketua DPRD provinsi", "Chair of the provincial council"
        ),
        Group.CONSULS: Bilingual(
            "Kepala perwakilan konsuler asing", "Heads of foreign consular posts"
        ),
        Group.PROVINCE_COUNCIL_VICE_CHAIRS: Bilingual(
            "Wakil Ketua DPRD provinsi", "Vice chairs of the provincial council"
        ),
        Group.PROVINCE_SECRETARY: Bilingual(
            "Sekda provinsi, Pangdam, Kapolda, ketua pengadilan tinggi, Kajati",
            "Provincial secretary, military and police chiefs, high courts, prosecutor",
        ),
        Group.PROVINCE_PARTY_LEADERS: Bilingual(
            "Pemimpin partai politik di DPRD provinsi",
            "Leaders of parties in the provincial council",
        ),
        Group.PROVINCE_COUNCIL_MEMBERS: Bilingual(
            "Anggota DPRD provinsi", "Members of the provincial council"
        ),
        Group.VISITING_REGION_HEADS: Bilingual(
            "Bupati/wali kota tamu", "Visiting regents and mayors"
        ),
        Group.PROVINCE_BOARD_HEADS: Bilingual(
            "Kepala perwakilan BPK dan BI, Ketua KPU provinsi",
            "Heads of the Audit Board's and central bank's offices, provincial KPU chair",
        ),
        Group.PROVINCE_COMMUNITY_LEADERS: Bilingual(
            "Pemuka agama, adat, dan masyarakat tingkat provinsi",
            "Religious, customary and community leaders of the province",
        ),
        Group.VISITING_COUNCIL_CHAIRS: Bilingual(
            "Ketua DPRD kab/kota tamu", "Visiting council chairs"
        ),
        Group.VISITING_DEPUTY_HEADS: Bilingual(
            "Wakil bupati/wali kota dan Wakil Ketua DPRD tamu",
            "Visiting deputy heads and council vice chairs",
        ),
        Group.VISITING_COUNCIL_MEMBERS: Bilingual(
            "Anggota DPRD kab/kota tamu", "Visiting council members"
        ),
        Group.PROVINCE_AGENCY_HEADS: Bilingual(
            "Asisten, kepala dinas/badan provinsi, eselon II",
            "Provincial assistants and heads of agencies, echelon II",
        ),
        Group.PROVINCE_DIVISION_HEADS: Bilingual(
            "Kepala bagian provinsi, eselon III", "Provincial heads of division, echelon III"
        ),
        Group.REGION_HEAD: Bilingual("Bupati/Wali Kota", "Regent or Mayor"),
        Group.DEPUTY_HEAD: Bilingual(
            "Wakil Bupati/Wakil Wali Kota", "Deputy Regent or Deputy Mayor"
        ),
        Group.FORMER_HEADS: Bilingual(
            "Mantan kepala dan wakil kepala daerah", "Former heads and deputy heads of the region"
        ),
        Group.COUNCIL_CHAIR: Bilingual("Ketua DPRD", "Chair of the regional council"),
        Group.COUNCIL_VICE_CHAIRS: Bilingual(
            "Wakil Ketua DPRD", "Vice chairs of the regional council"
        ),
        Group.SECRETARY: Bilingual(
            "Sekda, Dandim, Kapolres, ketua pengadilan, Kajari",
            "Regional secretary, military and police chiefs, courts, prosecutor",
        ),
        Group.PARTY_LEADERS: Bilingual(
            "Pemimpin partai politik di DPRD", "Leaders of parties in the regional council"
        ),
        Group.COUNCIL_MEMBERS: Bilingual("Anggota DPRD", "Members of the regional council"),
        Group.COMMUNITY_LEADERS: Bilingual(
            "Pemuka agama, adat, dan tokoh masyarakat", "Religious, customary and community leaders"
        ),
        Group.AGENCY_HEADS: Bilingual(
            "Asisten, kepala badan/dinas, eselon II", "Assistants and heads of agencies, echelon II"
        ),
        Group.VERTICAL_AGENCY_HEADS: Bilingual(
            "Kepala instansi vertikal, Danramil, Kapolsek",
            "Heads of central government offices, district military and police",
        ),
        Group.DIVISION_HEADS: Bilingual(
            "Kepala bagian, camat, eselon III", "Heads of division, district heads, echelon III"
        ),
        Group.VILLAGE_HEADS: Bilingual("Lurah/kepala desa, eselon IV", "Village heads, echelon IV"),
    }
)

_AS_VISITOR: Mapping[Group, Group] = MappingProxyType(
    {
        Group.GOVERNOR: Group.VISITING_GOVERNORS,
        Group.DEPUTY_GOVERNOR: Group.ECHELON_ONE,
        Group.PROVINCE_COUNCIL_CHAIR: Group.ECHELON_ONE,
        Group.STATE_REGION_HEADS: Group.VISITING_REGION_HEADS,
        Group.REGION_HEAD: Group.VISITING_REGION_HEADS,
        Group.DEPUTY_HEAD: Group.VISITING_DEPUTY_HEADS,
        Group.COUNCIL_CHAIR: Group.VISITING_COUNCIL_CHAIRS,
        Group.COUNCIL_VICE_CHAIRS: Group.VISITING_DEPUTY_HEADS,
        Group.COUNCIL_MEMBERS: Group.VISITING_COUNCIL_MEMBERS,
    }
)


def place_of(group: Group, *, visiting: bool) -> Group:
    """Return the group somebody ranks in at an event of a regency or city.

    Guests whom the state or province list names go ahead of the host's own list (art 11(2));
    other visitors rank by the like group of that list (office practice).
    """
    return _AS_VISITOR.get(group, group) if visiting else group
