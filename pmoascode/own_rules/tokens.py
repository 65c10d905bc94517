"""The words of an expression and where they stand, and its loops.

The grammar of tokens: https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

MACROS = ("all", "exists", "exists_one", "filter", "map")
OPEN, CLOSE = "([{", ")]}"

_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*)
    |(?P<text>[bB]?[rR][bB]?(?:'{3}.*?'{3}|"{3}.*?"{3}|'[^'\n]*'|"[^"\n]*")
        |[bB]?(?:'{3}(?:\\.|[^\\])*?'{3}|"{3}(?:\\.|[^\\])*?"{3}
        |'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))
    |(?P<number>0x[0-9a-fA-F]+u?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?u?|\.\d+)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<sign>&&|\|\||[=!<>]=|.)""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, text, number or sign of an expression."""

    kind: str  # name, text, number or sign
    text: str
    start: int  # offset of its first character

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Loop:
    """A macro that goes through a list or map, by the indices of its tokens."""

    name: str
    variable: str
    receiver: int  # the first token of what it goes through
    at: int  # its name
    body: int  # the token after the variable's comma
    end: int  # its closing bracket

    def holds(self, index: int) -> bool:
        """Whether the token stands where the loop's variable is known."""
        return self.body <= index < self.end


@dataclass(frozen=True)
class Words:
    """The tokens of one expression."""

    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str, start: int = 0) -> "Words":
        """The words of the text from the offset on; offsets are those of the text."""
        found = (m for m in _TOKEN.finditer(text, start) if m.lastgroup != "skip")
        return cls(tuple(Token(m.lastgroup or "", m.group(), m.start()) for m in found))

    def sign(self, index: int) -> str:
        """The sign at the index; empty for another token, and beyond either end."""
        inside = 0 <= index < len(self.tokens)
        return self.tokens[index].text if inside and self.tokens[index].kind == "sign" else ""

    def name(self, index: int) -> str:
        """The name at the index; empty for another token, and beyond either end."""
        inside = 0 <= index < len(self.tokens)
        return self.tokens[index].text if inside and self.tokens[index].kind == "name" else ""

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Every name, also those inside texts: whatever of a record may be asked for."""
        return frozenset(word for token in self.tokens for word in _WORD.findall(token.text))

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Each opening bracket and its closing one, and the other way round."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for index in range(len(self.tokens)):
            if self.sign(index) and self.sign(index) in OPEN:
                opened.append(index)
            elif self.sign(index) and self.sign(index) in CLOSE and opened:
                found[index] = opened.pop()
                found[found[index]] = index
        return found

    @cached_property
    def depth(self) -> int:
        """How many brackets stand inside one another at most."""
        depth = deepest = 0
        for index in range(len(self.tokens)):
            sign = self.sign(index)
            depth += bool(sign and sign in OPEN) - bool(sign and sign in CLOSE)
            deepest = max(deepest, depth)
        return deepest

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """Every loop, in the order of their names in the text."""
        return tuple(self._loops())

    def _loops(self) -> Iterator[Loop]:
        for at, token in enumerate(self.tokens):
            is_macro = self.name(at) in MACROS and self.sign(at - 1) == "."
            if is_macro and self.sign(at + 1) == "(" and self.sign(at + 3) == ",":
                end = self.pairs.get(at + 1, len(self.tokens))
                start = self.operand(at - 2)
                yield Loop(token.text, self.tokens[at + 2].text, start, at, at + 4, end)

    def operand(self, last: int) -> int:
        """The first token of the operand that ends with the token, as `a` in `a.b(c)[d]`."""
        index = last
        while True:
            if self.sign(index) and self.sign(index) in CLOSE:
                is_brace = self.sign(index) == "}"
                index = self.pairs.get(index, index)
                if not is_brace and self._ends_operand(index - 1):
                    index -= 1
                    continue
            if self.sign(index - 1) != ".":
                return max(index, 0)
            index -= 2

    def _ends_operand(self, index: int) -> bool:
        is_word = bool(self.name(index)) and self.name(index) != "in"
        return is_word or (bool(self.sign(index)) and self.sign(index) in CLOSE)

    def loops_around(self, index: int) -> tuple[Loop, ...]:
        """The loops whose variable is known at the token, the innermost last."""
        return tuple(loop for loop in self.loops if loop.holds(index))
