"""What a template of the office may take: steps and characters, so that none hangs a build."""

import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jinja2 import nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_format, do_join, do_replace
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join
from jinja2.visitor import NodeTransformer

MOST_STEPS = 2_000_000  # turns of loops, calls and filters in one page
MOST_WRITTEN = 100_000_000  # characters in one page, those of its parts each time they are put in
LONGEST = 10_000_000  # characters, or items, of one value
LARGEST = 10**30
REFUSED = ("batch", "center", "indent", "pprint", "slice", "urlize", "wordwrap", "xmlattr")
# What texts can do that makes none longer.
METHODS = frozenset({
    "capitalize", "casefold", "count", "endswith", "find", "format", "isdigit", "lower", "lstrip",
    "partition", "removeprefix", "removesuffix", "rpartition", "rstrip", "split", "splitlines",
    "startswith", "strip", "title", "upper",
})  # fmt: skip

_WIDE = re.compile(r"\d{4}|\{[^{}]*\{|\*")  # a width of thousands, or one that is handed in


class Allowance:
    """What is left to one page."""

    def __init__(self) -> None:
        """Begin with everything."""
        self.renew()

    def renew(self) -> None:
        """Begin a page."""
        self.steps, self.written = MOST_STEPS, MOST_WRITTEN

    def turn(self, characters: int) -> str:
        """One turn of a loop or call of a macro, which writes as much by itself."""
        self._write(characters)
        return ""

    def step(self, number: int = 1) -> None:
        """Take steps."""
        self.steps -= number
        if self.steps < 0:
            raise SecurityError(f"it takes more than {MOST_STEPS:,} steps; expected smaller loops")

    def shown(self, value: Any) -> Any:
        """The value as it is, counted among what is written."""
        self._write(len(value) if isinstance(value, str) else 1)
        return value

    def _write(self, characters: int) -> None:
        self.written -= characters
        if self.written < 0:
            raise SecurityError(f"it writes more than {MOST_WRITTEN:,} characters")

    def joined(self, *parts: Any) -> str:
        """The parts of `~` together, if they are not too long."""
        _fit(sum(map(_length, parts)))
        return markup_join(parts)

    def charged(self, does: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, which takes the more steps the longer what it is given."""

        @functools.wraps(does)
        def charged(*given: Any, **named: Any) -> Any:
            self.step(1 + sum(_length(each) // 20 for each in (*given, *named.values())))
            return does(*given, **named)

        return charged


class Counting(NodeTransformer):
    """Lets every turn of a loop and every call of a macro be counted, and texts be put together."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 -- the name of the node
        """Count each turn."""
        self._count(node)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 -- the name of the node
        """Count each call."""
        self._count(node)
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802 -- as above
        """Count each time that the block is put in."""
        self._count(node)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802 -- the name of the node
        """Put the parts together where their length is watched."""
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)

    def _count(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> None:
        written = (each.data for part in node.body for each in part.find_all(nodes.TemplateData))
        own = nodes.Const(sum(map(len, written)), lineno=node.lineno)
        self.generic_visit(node)
        turn = _call("turn", [own], node.lineno)
        node.body.insert(0, nodes.ExprStmt(turn, lineno=node.lineno))


def _call(function: str, given: list[nodes.Expr], line: int) -> nodes.Call:
    name = nodes.EnvironmentAttribute(function, lineno=line)
    return nodes.Call(name, given, [], None, None, lineno=line)


def reckoned(operator: str, left: Any, right: Any) -> None:
    """Let two values be reckoned with, if what comes of it is not too large.

    Raises:
        SecurityError: it is.
    """
    if operator == "%" and isinstance(left, str):
        measured(left)
    elif operator == "**" and not (_is_small(left) and _is_small(right) and abs(right) <= 10):
        raise SecurityError("the power is too large")
    elif operator == "*" and not (_is_small(left) and _is_small(right)):
        number = left if _is_small(left) else right
        if not isinstance(number, int) or not (_has_length(left) or _has_length(right)):
            raise SecurityError("the number is too large")
        _fit(_length(left) * _length(right) * number)
    elif operator == "+":
        _fit(_length(left) + _length(right))


def measured(pattern: str) -> None:
    """Let the text be filled, if it makes no value wide.

    Raises:
        SecurityError: it may.
    """
    if _WIDE.search(pattern):
        raise SecurityError("the width is too large")


@pass_eval_context
def join(context: EvalContext, value: Any, by: str = "", attribute: Any = None) -> str:
    """Jinja's filter, if what comes of it is not too long."""
    parts = list(value)
    _fit(len(parts) * len(str(by)) + sum(map(_length, parts)))
    made: str = do_join(context, parts, by, attribute)
    return made


@pass_eval_context
def replaced(context: EvalContext, text: str, old: str, new: str, count: int | None = None) -> str:
    """Jinja's filter, if what comes of it is not too long."""
    _fit(len(str(text)) + str(text).count(str(old)) * len(str(new)))
    return do_replace(context, text, old, new, count)


def formatted(value: str, *given: Any, **named: Any) -> str:
    """Jinja's filter, if it makes no value wide."""
    measured(str(value))
    return do_format(value, *given, **named)


def _is_small(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and -LARGEST < value < LARGEST


def _length(value: Any) -> int:
    return len(value) if _has_length(value) else 1


def _has_length(value: Any) -> bool:
    return isinstance(value, str | list | tuple | dict | range)


def _fit(length: int) -> None:
    if length > LONGEST:
        raise SecurityError(f"a text has more than {LONGEST:,} characters")
