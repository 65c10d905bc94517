"""Pictures of pages made small: a PNG with a palette of 256 colours instead of every shade.

Portable Network Graphics, https://www.w3.org/TR/png-3/
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

Colour = tuple[int, int, int]

_HEAD = b"\x89PNG\r\n\x1a\n"
_MOST = 256
_APART = 40  # squared distance below which two shades are one


def small(png: bytes) -> bytes:
    """The picture, of 8 bits a channel and not interlaced, with a palette.

    Raises:
        ValueError: the picture is of another sort.
    """
    wide, high, pixels = _pixels(png)
    seen = Counter(pixels)
    palette = _palette(seen)
    nearest = {colour: _nearest(colour, palette) for colour in seen}
    indexes = bytes(nearest[colour] for colour in pixels)
    rows = b"".join(b"\0" + indexes[n * wide : (n + 1) * wide] for n in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    shades = bytes(part for colour in palette for part in colour)
    data = zlib.compress(rows, 9)
    chunks = ((b"IHDR", head), (b"PLTE", shades), (b"IDAT", data), (b"IEND", b""))
    return _HEAD + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _pixels(png: bytes) -> tuple[int, int, list[Colour]]:
    chunks = list(_chunks(png))
    wide, high, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", dict(chunks)[b"IHDR"])
    if depth != 8 or kind not in (2, 6) or interlaced:
        raise ValueError("only pictures of 8 bits a channel that are not interlaced can be read")
    size = 3 if kind == 2 else 4
    raw = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    pixels: list[Colour] = []
    before = bytes(wide * size)
    for start in range(0, len(raw), wide * size + 1):
        before = _unfiltered(raw[start], raw[start + 1 : start + 1 + wide * size], before, size)
        pixels += zip(before[0::size], before[1::size], before[2::size], strict=True)
    return wide, high, pixels


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_HEAD)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(sort: int, row: bytes, above: bytes, size: int) -> bytes:
    """The bytes of a row, whose filter says what was taken from each."""
    if sort == 0:
        return row
    if sort == 2:
        return bytes((a + b) & 255 for a, b in zip(row, above, strict=True))
    done = bytearray(len(row))
    for n, value in enumerate(row):
        left = done[n - size] if n >= size else 0
        corner = above[n - size] if n >= size else 0
        guess = left if sort == 1 else (left + above[n]) // 2 if sort == 3 else 0
        done[n] = (value + (_paeth(left, above[n], corner) if sort == 4 else guess)) & 255
    return bytes(done)


def _paeth(left: int, above: int, corner: int) -> int:
    """Of the three neighbours the one nearest to where they lead (the filter of A. W. Paeth)."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))


def _palette(seen: Counter[Colour]) -> list[Colour]:
    """The most frequent colours that can be told apart."""
    kept: list[Colour] = []
    for colour, _ in sorted(seen.items(), key=lambda each: (-each[1], each[0])):
        if all(_distance(colour, other) > _APART for other in kept):
            kept.append(colour)
        if len(kept) == _MOST:
            break
    return kept


def _nearest(colour: Colour, palette: Sequence[Colour]) -> int:
    return min(range(len(palette)), key=lambda n: _distance(colour, palette[n]))


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
