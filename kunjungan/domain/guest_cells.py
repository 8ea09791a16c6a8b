"""What a cell of a guest list says: a name that is still to come, a phone, a rank, a diet."""

import re

from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import is_front_title, search_key
from kunjungan.domain.posts import looks_like_post
from kunjungan.domain.register_cells import Cell, read_day, text_of

TO_COME = "(menyusul)"
"""How a list says that the name of a guest is not known yet."""
_TO_COME = re.compile(
    r"[\W_]*((nama\s+)?(masih\s+)?(menyusul|belum\s+ada|dalam\s+konfirmasi)|tba|tbc|tbd|n\.?n\.?"
    r"|to\s+be\s+(announced|confirmed)|to\s+follow|name\s+to\s+(come|follow))[\W_]*"
    r"|[-\u2013\u2014_.?…]+",
    re.IGNORECASE,
)
_SOMETHING = re.compile(r"[^\W_]")
_DIGITS = re.compile(r"\d+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"\+?[\d\s().\-/]+")
_MOBILE = re.compile(r"8\d{2}[ .-]?\d{3,4}[ .-]?\d{2,5}")
_GRADE = re.compile(
    r"(?i)\b(IV|III|II|I)\s*[/.\-]\s*([a-e])\b|\b(XVII|XVI|XV|XIV|XIII|XII|XI|IX|X|VIII|VII|VI|V)\b"
)
_DIET = re.compile(
    r"(?i)halal|vegan|vegetari|alergi|tanpa |tidak makan|non[- ]|diet|pantang|gluten"
    r"|kosher|seafood|normal|biasa"
)
_BODY = re.compile(
    r"(?i)\b(pem(erintah|kot|kab|prov|da)|kota|kab(upaten)?\.?|prov(insi)?\.?|dinas|badan"
    r"|kementerian|universitas|institut|politeknik|pt|cv|dprd|sekretariat|inspektorat|kedutaan"
    r"|government|city of)\b"
)
LEAST_DIGITS, MOST_DIGITS = 9, 16
"""How many digits a phone number has (office practice; ITU-T E.164 allows 15)."""
_HONORIFICS = {
    **dict.fromkeys(("l", "laki laki", "pria", "lk", "m", "male", "bapak", "bpk"), "Bapak"),
    **dict.fromkeys(("p", "perempuan", "wanita", "pr", "f", "female", "ibu"), "Ibu"),
}
_CALLED = re.compile(
    r"(?i)(?:yth\b\.?\s+)?(?:(bapak|bpk|pak|ibu|bu|sdri|sdr|saudari|saudara)\b\.?\s+)?(?=\S)"
)
_ABROAD = re.compile(
    r"(?i)(h\.\s?e\.|he\b\.?(?=\s+(?:mr|mrs|ms|dr)\b)|(?:his|her|your) excellency"
    r"|(?:the )?(?:rt\.? |right )?hono(?:u)?rable|(?:the )?hon\.)?\s*"
    r"(?:(mr|mrs|ms|miss|mdm|madam|mme|mx)(?:\.\s*|\s+)(?=\w))?(?=\S)"
)
"""How lists from abroad address somebody before the name."""
_CALLS = {"bapak": "Bapak", "bpk": "Bapak", "pak": "Bapak", "ibu": "Ibu", "bu": "Ibu",
          "sdr": "Sdr.", "saudara": "Sdr.", "sdri": "Sdri.", "saudari": "Sdri."}  # fmt: skip
_WHOLE = frozenset({"miss", "madam"})
_KEEPING = frozenset("'= ")
_KEPT = re.compile(r"""^\s*(?:'(?=[=+\-@])|=\"([^"]*)\"\s*$)""")
"""How a text is kept from being run as a formula, or its zeros from being dropped: ="0812"."""
_DITTO = re.compile(
    r"""\s*(-?\s*["\u201d\u2033\u3003]\s*-?|''|,,|s\.?\s?d\.?\s?a\.?|idem|ditto)\s*""",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(0?[1-9]|1[0-2])\s*[-/.]\s*((?:19|20)\d\d)")
_FORMULA = re.compile(r"=\s*([A-Za-z.]+\(|\$?[A-Za-z]{1,3}\$?\d)")
_ERROR = re.compile(r"#(REF|N/A|DIV/0|VALUE|NAME|NULL|NUM|SPILL|CALC)[!?]?", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks that nobody sees, some of which turn a line round where it is printed."""
EXACT = 10**15
"""From here on a sheet keeps a number without its last digits."""


class Unsaved(str):
    """The formula of a cell whose result is not in the file."""

    __slots__ = ()


def is_nothing(text: str) -> bool:
    """Say whether a text stands for nothing: empty, or only dashes and points."""
    return _SOMETHING.search(text) is None


def honorific_of(text: str) -> str:
    """Return how somebody is addressed: Bapak or Ibu where a list tells the sex, else the text."""
    return _HONORIFICS.get(search_key(text), text)


def called_of(text: str) -> tuple[str, str]:
    """Return how a name is addressed, and the name: "Bpk. Budi" is Bapak and Budi."""
    found = _CALLED.match(text)
    if found is None:
        return "", text
    if found[1]:
        return _CALLS[found[1].casefold()], text[found.end() :]
    abroad = _ABROAD.match(text, found.end())
    assert abroad is not None
    rank, called = abroad[1] or "", abroad[2] or ""
    short = f"{called.capitalize()}." if called and called.casefold() not in _WHOLE else called
    return " ".join(filter(None, (rank, short))), text[abroad.end() :]


def words_of(cell: Cell) -> str:
    """Return a cell as text, letter by letter: lines kept, each without blanks at its ends.

    A mark that keeps a sheet from running a text as a formula is taken off.
    """
    if not isinstance(cell, str):
        return text_of(cell)
    if not cell.isprintable():
        cell = _UNSEEN.sub("", cell)
    if cell[:1] in _KEEPING:
        cell = _KEPT.sub(lambda found: found[1] or "", cell)
    if "\n" not in cell:
        return text_of(cell)
    lines = (text_of(line) for line in cell.splitlines())
    return "\n".join(line for line in lines if line)


def is_formula(cell: Cell) -> bool:
    """Say whether a cell is a formula, or the error of one, instead of what it should tell."""
    if not isinstance(cell, str) or cell[:1] not in {"=", "#"}:
        return False
    text = words_of(cell)
    return _FORMULA.match(text) is not None or _ERROR.fullmatch(text) is not None


def is_ditto(text: str) -> bool:
    """Say whether a cell says that the one above holds for it too: "sda", a ditto mark."""
    return _DITTO.fullmatch(text) is not None


def is_to_come(text: str) -> bool:
    """Say whether a list says that the name is not known yet."""
    return _TO_COME.fullmatch(text) is not None


def is_rounded(cell: Cell) -> bool:
    """Say whether a cell is a number that lost its last digits in a sheet: 1.96804E+17."""
    if isinstance(cell, str):
        return (
            "+" in cell
            and re.fullmatch(r"\d[.,]\d+E\+1\d", cell.strip(), re.IGNORECASE) is not None
        )
    return isinstance(cell, float) and abs(cell) >= EXACT


def digits_of(text: str) -> str:
    """Return the digits of a number as it was typed."""
    return text if text.isdecimal() else "".join(_DIGITS.findall(text))


def phone_of(cell: Cell) -> str:
    """Return a phone number as it was typed; it gets back the 0 that a sheet took from it.

    Of text that holds for the number of a mobile alone, which begins with 8 then.
    """
    text = words_of(cell)
    if _MOBILE.fullmatch(text):
        return f"0{text}"
    if cell is None or isinstance(cell, str) or not text.isdigit():
        return text
    if text.startswith("62") and len(text) > LEAST_DIGITS:
        return f"+{text}"
    return text if text.startswith("0") else f"0{text}"


def partial_day(cell: Cell) -> PartialDate | None:
    """Return the day, month or year that a cell holds: a date, "01-09-2022", "09-2022", 2022."""
    text = words_of(cell)
    if re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", text):
        return PartialDate.parse(text)
    if found := _MONTH.fullmatch(text):
        return PartialDate(int(found[2]), int(found[1]))
    day = read_day(cell).on
    return PartialDate.of(day) if day else None


def grade_of(text: str) -> str:
    """Return the grade that a text names: "IV/c", "IX"; "" for none."""
    found = _GRADE.search(text)
    if found is None:
        return ""
    return found[3].upper() if found[3] else f"{found[1].upper()}/{found[2].lower()}"


def rank_of(text: str) -> str:
    """Return a rank without the grade beside it: "Pembina Utama Muda (IV/c)" is the first part."""
    return _GRADE.sub("", text).strip(" ,;/()-\u2013").strip() if grade_of(text) else text


def holds_nip(text: str) -> bool:
    """Say whether a text is a civil servant's number of 18 digits, or what a sheet made of one."""
    return len(digits_of(text)) == 18 and not re.search("[A-Za-z]", text.lower().replace("nip", ""))


def is_nip_alone(text: str) -> bool:
    """Say whether nothing but a NIP stands in a cell: "NIP. 19680411 199303 1 009"."""
    return re.fullmatch(r"(?i)(nip\b\s*[.:]*\s*)?(\d[ .]?){17}\d", text) is not None


def holds_email(text: str) -> bool:
    """Say whether a text is an address for mail."""
    return _EMAIL.fullmatch(text) is not None


def holds_phone(text: str) -> bool:
    """Say whether a text is a phone number."""
    digits = digits_of(text)
    telling = digits.startswith(("0", "62", "8")) or text.startswith("+")
    fits = LEAST_DIGITS <= len(digits) <= MOST_DIGITS - 1
    return bool(_PHONE.fullmatch(text)) and telling and fits


def holds_grade(text: str) -> bool:
    """Say whether a text is a grade, with or without its rank, and no mark of a tick."""
    ticked = text.casefold() in {"x", "v"}
    return bool(grade_of(text)) and len(text) <= 40 and not ticked


def holds_diet(text: str) -> bool:
    """Say whether a text is what a guest eats or does not."""
    return _DIET.search(text) is not None


def holds_body(text: str) -> bool:
    """Say whether a text names an institution."""
    return _BODY.search(text) is not None


def holds_name(text: str) -> bool:
    """Say whether a text may be a person's name."""
    if is_to_come(text):
        return bool(re.search("[a-z]", text.lower()))
    first = text.split(" ", 1)[0]
    letters = re.fullmatch(r"[^\W\d_][^\d@]*", text) is not None
    return letters and len(text) <= 80 and (is_front_title(first) or not holds_post(text))


def holds_post(text: str) -> bool:
    """Say whether a text begins as the title of an office does, or as what somebody is there."""
    first = search_key(text).split(" ", 1)[0]
    if not first or first in _REGIONS:
        return False
    return first in _BESIDE_POSTS or looks_like_post(text)


_REGIONS = frozenset(
    {"kota", "kabupaten", "kab", "provinsi", "prov", "pemerintah", "pemkot", "pemkab", "pemprov"}
)
_BESIDE_POSTS = frozenset(
    {"istri", "suami", "pendamping", "penerjemah", "interpreter", "wartawan", "fotografer"}
    | {"dokumentasi", "peliput", "tenaga", "operator", "koordinator", "driver", "mantan"}
    | {"plt", "plh", "pj", "pjs"}
)
