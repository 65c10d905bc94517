"""How wide a text will be: widths of the common sans fonts, wrapping and shortening."""

import unicodedata
from functools import lru_cache

FAMILY = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", Roboto, sans-serif'
SIZE = 13  # the smallest size of a label, in units of the drawing
_EM = 1000
_SAFETY = 1.05  # Roboto and Arial differ by up to 4 %
_BOLD = 1.08

# Advance widths in thousandths of an em, for the characters from space to tilde
# (Helvetica's font metrics; Arial and Liberation Sans have the same).
_ASCII = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_ELLIPSIS = "…"
_OTHERS = {"\N{NO-BREAK SPACE}": 278, "£": 556, "€": 556, "¥": 556, "\N{MINUS SIGN}": 584}


@lru_cache(maxsize=4096)
def _advance(character: str) -> int:
    if character in _OTHERS:
        return _OTHERS[character]
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return _ASCII[ord(base) - 32]
    if unicodedata.combining(base):
        return 0
    if unicodedata.east_asian_width(base) in "WF" or ord(base) > 0xFFFF:
        return 1150
    return 850 if base.isupper() else 700 if base.isalpha() else _EM


@lru_cache(maxsize=16384)
def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The width of a text, in units of the drawing; rather too much than too little."""
    em = sum(_advance(character) for character in text) / _EM
    return em * size * _SAFETY * (_BOLD if bold else 1)


def shortened(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> str:
    """The text, or as much of it as fits with an ellipsis; empty where nothing fits."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = _fitting(text, room - width(_ELLIPSIS, size, bold=bold), size, bold)
    kept = kept.rstrip(" ,.;:-\N{EN DASH}")
    return kept + _ELLIPSIS if kept else ""


def wrapped(
    text: str, room: float, size: float = SIZE, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """The text on at most so many lines, broken between words, the last one shortened."""
    rest = " ".join(text.split())
    done: list[str] = []
    while rest and len(done) < lines - 1 and width(rest, size, bold=bold) > room:
        line = _first_line(rest, room, size, bold)
        if not line:
            break
        done.append(line)
        rest = rest[len(line) :].lstrip()
    last = shortened(rest, room, size, bold=bold)
    return (*done, last) if last else tuple(done)


def _first_line(text: str, room: float, size: float, bold: bool) -> str:
    line = _fitting(text, room, size, bold)
    head, space, _ = line.rpartition(" ")
    whole_word = text[len(line) : len(line) + 1] == " "
    return line.rstrip() if whole_word or not space else head.rstrip() or line


def _fitting(text: str, room: float, size: float, bold: bool) -> str:
    used = 0.0
    for index, character in enumerate(text):
        used += width(character, size, bold=bold)
        if used > room:
            return text[:index]
    return text
