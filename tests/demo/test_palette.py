"""Pictures with a palette: the same picture, read back by the standard."""

import struct
import zlib

import pytest

from demo.palette import small

HEAD = b"\x89PNG\r\n\x1a\n"
RED, GREEN, GREY = b"\xff\0\0", b"\0\xff\0", b"\x80\x80\x80"


def chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def picture(rows: bytes, wide: int, high: int, *, depth: int = 8) -> bytes:
    head = struct.pack(">IIBBBBB", wide, high, depth, 2, 0, 0, 0)
    data = zlib.compress(rows)
    return HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def shown(png: bytes) -> list[bytes]:
    """The pixels of a picture with a palette, row by row."""
    at, found = len(HEAD), {}
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += length + 12
    wide, high, _, kind, *_ = struct.unpack(">IIBBBBB", found[b"IHDR"])
    assert kind == 3
    raw, shades = zlib.decompress(found[b"IDAT"]), found[b"PLTE"]
    rows = [raw[n * (wide + 1) + 1 : (n + 1) * (wide + 1)] for n in range(high)]
    return [shades[3 * index : 3 * index + 3] for row in rows for index in row]


@pytest.mark.parametrize(
    "second",
    [
        b"\0" + GREY + GREEN,
        b"\1" + GREY + b"\x80\x7f\x80",  # less what stands to the left
        b"\2" + b"\x81\x80\x80" + b"\0\0\0",  # less what stands above
        b"\3" + b"\x01\x80\x80" + b"\xc0\x40\xc0",  # less the mean of both
        b"\4" + b"\x81\x80\x80" + b"\0\0\x80",  # less the nearest of three
    ],
    ids=["none", "left", "above", "mean", "nearest"],
)
def test_each_way_to_write_a_row_is_read(second: bytes) -> None:
    rows = b"\0" + RED + GREEN + second
    assert shown(small(picture(rows, 2, 2))) == [RED, GREEN, GREY, GREEN]


def test_shades_that_look_alike_become_one() -> None:
    rows = b"\0" + RED + RED + b"\xfe\x01\x01"
    assert shown(small(picture(rows, 3, 1))) == [RED, RED, RED]


def test_another_sort_of_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="8 bits"):
        small(picture(b"\0" + RED * 2, 1, 1, depth=16))
