"""What kind of file something is, by its first bytes and its name, and whether it may be opened."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

HEAD = 1024
"""So many of the first bytes tell a kind; a PDF may begin anywhere among them (ISO 32000 H.3)."""
PDF = "application/pdf"
UNKNOWN = "application/octet-stream"
PROGRAM = "application/x-msdownload"

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": PDF,
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "bmp": "image/bmp",
        "tif": "image/tiff",
        "tiff": "image/tiff",
        "webp": "image/webp",
        "heic": "image/heic",
        "txt": "text/plain",
        "csv": "text/csv",
        "rtf": "application/rtf",
        "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt": "application/vnd.ms-powerpoint",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "eml": "message/rfc822",
        "mp3": "audio/mpeg",
        "m4a": "audio/mp4",
        "mp4": "video/mp4",
        "mov": "video/quicktime",
    }
)
"""The kinds of file that may be opened, by the end of their names; all others never are."""
SHOWN = frozenset({PDF, "image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"})
"""The kinds of which a picture can be shown."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"L\0\0\0\x01\x14\x02\0", PROGRAM),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
_PROGRAMS = frozenset(
    {
        "exe", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta",
        "jar", "dll", "lnk", "url", "reg", "py", "sh", "app", "desktop", "docm", "dotm", "xlsm",
        "xltm", "pptm", "html", "htm", "svg",
    }
)  # fmt: skip
"""Endings of programs, scripts and documents that carry them, so that the reason can be told."""
_NEVER = later(
    "{name} is a program, or holds one, so it is never opened from here. It stays as it is; "
    "export it only if you trust whoever sent it."
)
_NOT_KNOWN = later(
    "Files such as {name} are not opened from here. It stays as it is; "
    "export it and open it with the program it was made with."
)


def media_type(name: str, head: bytes) -> str:
    """Return a file's media type: by its first bytes where they tell, else by its name."""
    if b"%PDF-" in head[:HEAD]:
        return PDF
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    return MEDIA_TYPES.get(_ending(name), UNKNOWN)


def refuse_opening(name: str, kind: str) -> None:
    """Raise RuleBroken for a file that the system would run, or that is of no known kind."""
    ending = _ending(name)
    if kind == PROGRAM or ending in _PROGRAMS:
        raise RuleBroken(_NEVER, name=name)
    if ending not in MEDIA_TYPES:
        raise RuleBroken(_NOT_KNOWN, name=name)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
