"""Bytes to text: the characters that a reviewer cannot see, or that no program shows alike."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from pmoascode.document.problem import Doubt, Problem, codepoint, shown

LARGEST = 1024 * 1024  # bytes of a file

_BOM = "\ufeff"
_CLEAN_ASCII = bytes([9, 10, 13, *range(32, 127)])
_LFS = b"version https://git-lfs"

# Characters that show nothing, or that turn the order of what stands around them.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_NO_CHARACTER = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(
    "(?P<break>\r(?!\n)|[\x85\u2028\u2029])"
    "|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f])"
    f"|(?P<invisible>[{_INVISIBLE}])"
    f"|(?P<none>[{_NO_CHARACTER}])"
)
_MARKER = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7}|={7})(?=[ \t\r\n]|\Z)", re.MULTILINE)
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def size_doubt(size: int) -> Doubt | None:
    """Why a file of so many bytes is not read, if it is not."""
    if size <= LARGEST:
        return None
    return Doubt("too-big", f"the file has {size:,} bytes; at most {LARGEST:,} are read")


def byte_doubt(content: bytes) -> Doubt | None:
    """Why the bytes are no text at all, if they are none; looks at no more than it must."""
    if doubt := size_doubt(len(content)):
        return doubt
    if content.startswith(_LFS):
        return Doubt("lfs-pointer", "the file holds a Git LFS pointer in place of the record")
    return None


def decoded(content: bytes) -> tuple[str, Problem | None]:
    """The text without a leading byte order mark; a problem if the bytes are not UTF-8."""
    try:
        text = content.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(_BOM)
        text = content.decode("utf-8", "replace").removeprefix(_BOM)
        return text, _not_utf8(content, error.start, len(before))
    zero = content.find(0)
    if zero >= 0 and content.count(0) * 4 > len(content):  # UTF-16 without its mark
        return text, _not_utf8(content, zero, text.find("\0"))
    return text, None


def is_clean(content: bytes) -> bool:
    """No character of these UTF-8 bytes is forbidden, but for a mark at their start.

    Fast where it matters: without the usual characters next to nothing is left to look at.
    """
    if b"\r" in content and content.count(b"\r") != content.count(b"\r\n"):
        return False
    rest = content.removeprefix(BOM_UTF8).translate(None, _CLEAN_ASCII)
    return not rest or not _FORBIDDEN.search(rest.decode("utf-8"))


def forbidden(text: str) -> Iterator[Problem]:
    """Each forbidden character of the text."""
    for found in _FORBIDDEN.finditer(text):
        yield Problem(found.start(), found.end(), _doubt(found), is_fatal=True)


def escape_doubt(value: str) -> Doubt | None:
    """Why a text that was written with escapes cannot be taken, if so."""
    found = _FORBIDDEN.search(value)
    if found:
        return _doubt(found)
    return None if is_normalized("NFC", value) else _not_composed(value)


def not_composed(text: str) -> Iterator[Problem]:
    """Each line that Unicode would write with other characters of the same look."""
    if is_normalized("NFC", text):
        return
    offset = 0
    for line in text.splitlines(keepends=True):
        if not is_normalized("NFC", line):
            pairs = enumerate(zip(line, normalize("NFC", line) + "\n", strict=False))
            first = next((index for index, (old, new) in pairs if old != new), 0)
            yield Problem(offset + first, offset + first + 2, _not_composed(line[first:]))
        offset += len(line)


def conflict_markers(text: str) -> Iterator[Problem]:
    """Each line that a merge left behind, in YAML and inside of texts alike."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    found = list(_MARKER.finditer(text))
    if any(marker[0].strip()[0] in "<>" for marker in found):
        for marker in found:
            message = f"{marker[0].strip()} was left behind by a merge that is not finished"
            yield Problem(marker.end() - 7, marker.end(), Doubt("merge-conflict", message), True)


def _doubt(found: re.Match[str]) -> Doubt:
    char = codepoint(found[0])
    match found.lastgroup:
        case "break":
            message = f"{char} is a line break for some programs and none for others"
            return Doubt("hidden-line-break", message)
        case "control":
            return Doubt("control-character", f"the control character {char} stands here")
        case "invisible":
            return Doubt("invisible-character", f"{char} stands here and cannot be seen")
    return Doubt("noncharacter", f"{char} stands for no character")


def _not_composed(text: str) -> Doubt:
    message = f'"{shown(text[:2])}" is put together from {" and ".join(map(codepoint, text[:2]))}'
    return Doubt("not-nfc", f"{message}; expected {codepoint(normalize('NFC', text)[0])}")


def _not_utf8(content: bytes, offset: int, index: int) -> Problem:
    if content.startswith(_UTF16_BOMS) or content[offset] == 0:
        message = "the file is written in UTF-16; expected UTF-8"
    else:
        message = f"byte {offset:,} of the file, {content[offset]:#04x}, is not UTF-8"
    return Problem(index, index + 1, Doubt("not-utf8", message), is_fatal=True)
