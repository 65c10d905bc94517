"""A flaw of an expression: where in its text, and what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a text that cannot stay so."""

    start: int  # offset into the text
    end: int  # exclusive
    message: str


class Flawed(Exception):
    """A text that is no usable expression."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw
