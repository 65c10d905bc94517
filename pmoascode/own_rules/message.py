"""The message of a rule: plain text with `{expressions}` in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pmoascode.own_rules.checking import Known
from pmoascode.own_rules.expression import Expression, parsed
from pmoascode.own_rules.flaw import Flaw, Flawed
from pmoascode.own_rules.tokens import Words


@dataclass(frozen=True, slots=True)
class Message:
    """Texts and expressions, in the order in which they stand."""

    parts: tuple[str | Expression, ...]

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions of the message."""
        return tuple(part for part in self.parts if isinstance(part, Expression))

    def said(self, shown: Callable[[Expression], str]) -> str:
        """The message with each expression as it is shown."""
        texts = (part if isinstance(part, str) else shown(part) for part in self.parts)
        return " ".join("".join(texts).split())


def message(text: str, known: Known) -> Message:
    """The message that the text says; two braces stand for one.

    Raises:
        Flawed: a brace is not closed, or what it holds is no expression.
    """
    return Message(tuple(_parts(text, known)))


def _parts(text: str, known: Known) -> Iterator[str | Expression]:
    start = 0
    while start < len(text):
        if text[start : start + 2] in ("{{", "}}"):
            yield text[start]
            start += 2
        elif text[start] == "{":
            end = _end(text, start)
            yield _inside(text[start + 1 : end], start + 1, known)
            start = end + 1
        else:
            yield text[start]
            start += 1


def _end(text: str, start: int) -> int:
    """Where the brace that opens at the offset closes."""
    depth = 0
    for token in Words.of(text, start).tokens:
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0:
            return token.start
    raise Flawed(Flaw(start, start + 1, "this brace is not closed; write `{{` for a brace itself"))


def _inside(text: str, at: int, known: Known) -> Expression:
    try:
        return parsed(text, known)
    except Flawed as error:
        flaw = error.flaw
        raise Flawed(Flaw(flaw.start + at, flaw.end + at, flaw.message)) from None
