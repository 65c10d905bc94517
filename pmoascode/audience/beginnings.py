"""Where in a text, whole pages too, a word may stand that must not be passed over."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from pmoascode.audience.marks import SIGNS

# Letters from A to Z as small ones, all else as a space.
_SMALL = bytes(ord(chr(n).lower()) if chr(n).isalpha() and n < 128 else 32 for n in range(256))
_WITHOUT_ASCII_LETTERS = re.compile(rf"[^\W_a-zA-Z]+(?:[{SIGNS}]+[^\W_a-zA-Z]*)*")
_DOTTED = "i\u0307"  # the small letter of "\u0130", the one other than A to Z with an ASCII letter


@dataclass(frozen=True)
class Beginnings:
    """Words to be found in any case, hundreds of them at once."""

    words: Collection[str]  # in small letters

    def places(self, text: str) -> Iterator[int]:
        """Where in the text, which is in NFC, one of the words may stand: all that do, and some.

        Of a word its longest run of letters from A to Z is looked for, with any others around it:
        that needs a hundredth of the time of looking at each word.
        """
        small = _small(f" {text} ")  # each letter stays in its place
        for run in self._runs.intersection(small.split()):
            yield from _places(small, b" %b " % run)
        if self._others:
            for found in _WITHOUT_ASCII_LETTERS.finditer(text):
                if found[0].lower() in self._others:
                    yield found.start()

    @cached_property
    def _runs(self) -> frozenset[bytes]:
        return frozenset(filter(None, map(_longest, self.words)))

    @cached_property
    def _others(self) -> frozenset[str]:
        """The words without a letter from A to Z, as in other scripts."""
        return frozenset(word for word in self.words if not _longest(word))


def _small(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_SMALL)


def _longest(word: str) -> bytes:
    return max(_small(word.replace(_DOTTED, " ")).split(), key=len, default=b"")


def _places(small: bytes, run: bytes) -> Iterator[int]:
    at = small.find(run)
    while at >= 0:
        yield at
        at = small.find(run, at + 1)
