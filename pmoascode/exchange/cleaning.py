"""Texts of other programs made fit for the records: nothing invisible, nothing in two spellings."""

import re
from unicodedata import normalize

from pmoascode.document.characters import forbidden

# Windows-1252 that was read as Latin-1: the byte is a quote or a dash there, a control code here.
_MISREAD = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+(?=\n|\Z)")
_GAPS = re.compile(r"\n{3,}")

MISREAD = "control codes made the quotes and dashes they stood for"
REMOVED = "invisible or control characters removed"
COMPOSED = "letters and their accents joined into one character"


def cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as a record may hold it, and what had to be done beyond trimming."""
    notes = []
    repaired = _BREAKS.sub("\n", text)
    if (replaced := repaired.translate(_MISREAD)) != repaired:
        notes.append(MISREAD)
    if not replaced.isascii() and (composed := normalize("NFC", replaced)) != replaced:
        notes.append(COMPOSED)
        replaced = composed
    visible = _visible(replaced)
    if visible != replaced:
        notes.append(REMOVED)
        visible = normalize("NFC", visible)
    text = _SPACES.sub("", visible.replace("\t", " "))
    return _GAPS.sub("\n\n", text).strip(), tuple(notes)


def on_one_line(text: str) -> str:
    """The text with each run of spaces and line breaks made one space."""
    return " ".join(text.split())


def _visible(text: str) -> str:
    kept, end = [], 0
    for problem in forbidden(text):
        kept.append(text[end : problem.start])
        end = problem.end
    return "".join([*kept, text[end:]])


def folded(text: str) -> str:
    """The letters and digits of a name alone, for telling whether two names are one."""
    plain = normalize("NFKD", text).casefold().replace("&", "and")
    return "".join(char for char in plain if char.isalnum())


def slug(text: str) -> str:
    """The text as an id: small letters, digits and hyphens, at most 64; may be empty."""
    plain = normalize("NFKD", text.replace("&", " and ").replace("ß", "ss")).casefold()
    plain = "".join(char for char in plain if char.isascii() and char != "'")
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= 64:
        return words
    cut = words[:65].rpartition("-")[0]
    return (cut if len(cut) >= 32 else words[:64]).strip("-")
