"""Pages with data that an office writes itself: nothing but what is handed in, within bounds."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from pmoascode.pages import wording
from pmoascode.pages.disk import encoded

MOST_IN = 200_000  # characters of one page
MOST_OUT = 1_000_000  # characters that one page may become
MOST_STEPS = 500_000  # turns of loops, calls and looks at data in one page
_LONG = 10_000  # characters of a text that is put together
_LARGE = 10**30
_FILE = "<page of the office>"

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign)
_OTHERS = (nodes.Expr, nodes.Helper, nodes.ExprStmt)  # what a statement is made of
_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "first", "float", "groupby", "int", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round",
    "select", "selectattr", "sort", "sum", "title", "trim", "unique", "upper",
)  # fmt: skip


class Refused(Exception):
    """A page or template of the office cannot be used; in words for its author."""

    def __init__(self, said: str, line: int = 1, file: str = "") -> None:
        """Keep what is said, the line, 1 or more, and the file where its reader does not know."""
        super().__init__(said)
        self.line, self.file = line, file


class Row(Mapping[str, Any]):
    """What templates read by name, as `row.name` or `row["name"]`, and cannot change."""

    __slots__ = ("_cells", "_what")

    def __init__(self, cells: Mapping[str, Any], what: str = "column") -> None:
        """Keep the cells by name, and what one of them is called."""
        self._cells, self._what = dict(cells), what

    def __getitem__(self, name: str) -> Any:
        return self._cells[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def cell(self, name: str) -> Any:
        """The cell of the name; says which there are if it is none of them."""
        if name not in self._cells:
            known = ", ".join(self._cells)
            raise SecurityError(f"there is no {self._what} `{name}`; expected one of {known}")
        return self._cells[name]


class Function:
    """A function of ours: the only thing that a page of the office can call."""

    __slots__ = ("_does",)

    def __init__(self, does: Callable[..., Any]) -> None:
        """Keep what it does."""
        self._does = does

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Do it."""
        return self._does(*arguments, **named)


class _Counting(NodeTransformer):
    """Lets every turn of a loop be counted, and texts be put together by a function of ours."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 -- the name of the node
        """Count each turn."""
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_call("counted", [], node.lineno), lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802 -- the name of the node
        """Put the parts together where their length is watched."""
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)


def _call(function: str, given: list[nodes.Expr], line: int) -> nodes.Call:
    name = nodes.EnvironmentAttribute(function, lineno=line)
    return nodes.Call(name, given, [], None, None, lineno=line)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without a way out: no attributes but data, no modules, no files, a limit on work."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self) -> None:
        """Leave only what a page of data needs."""
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=shown)
        self.globals = {"range": Function(self._range)}
        own = {"day": wording.day, "month": wording.month, "plain": wording.plain}
        self.filters = {name: self.filters[name] for name in _FILTERS} | own
        self.filters |= {"counted": wording.counted, "join": self._join, "sum": self._sum}
        self.counted, self.joined = Function(self._step), Function(self._joined)
        self.steps = 0

    def filled(self, text: str, given: Mapping[str, Any]) -> str:
        """What the page becomes.

        Raises:
            Refused: it does what it must not, or too much, or is wrong.
        """
        self.steps, size, made = 0, 0, []
        try:
            if len(text) > MOST_IN:
                raise SecurityError(f"the page has more than {MOST_IN:,} characters")
            for part in self._template(text).generate(given):
                size += len(part)
                if size > MOST_OUT:
                    raise SecurityError(f"it writes more than {MOST_OUT:,} characters")
                made.append(part)
        except TemplateError as error:
            line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error)
            raise Refused(str(error.message or error), line or 1) from error
        except SyntaxError as error:  # what Jinja takes and Python does not
            raise Refused(f"it cannot be read: {error.msg}") from error
        except (RecursionError, MemoryError) as error:
            raise Refused("it goes deeper than it can be followed", _line_of(error)) from error
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise Refused(f"it cannot be worked out: {error}", _line_of(error)) from error
        return "".join(made)

    def _template(self, text: str) -> Template:
        tree = self.parse(text)
        for node in _all(tree):
            if not isinstance(node, (*_STATEMENTS, *_OTHERS)):
                name = type(node).__name__.lower()
                said = f"`{name}` is not for pages; expected `for`, `if`, `set` or a value"
                raise TemplateSyntaxError(said, node.lineno)
        code = self.compile(_Counting().visit(tree), filename=_FILE)
        return Template.from_code(self, code, self.make_globals(None))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A column of a row, a function of ours, or the count of a loop; nothing else has parts."""
        self._step()
        if isinstance(obj, Row):
            return obj.cell(attribute)
        if isinstance(obj, LoopContext) and attribute in {"index", "first", "last", "length"}:
            return getattr(obj, attribute)
        raise SecurityError(f"`.{attribute}` is not for pages; only rows have columns")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same by key; and the place in a list."""
        self._step()
        if isinstance(obj, Row):
            return obj.cell(str(argument))
        if isinstance(obj, list | tuple) and isinstance(argument, int | slice):
            return obj[argument]
        raise SecurityError(
            f"`[{argument!r:.40}]` is not for pages; only rows and lists have parts"
        )

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Numbers are reckoned with, and days; nothing is made long by it."""
        self._step()
        for value in (left, right):
            if not isinstance(value, int | float | Decimal | dt.date | dt.timedelta):
                raise SecurityError(f"`{operator}` is for numbers; texts are joined by `~`")
            if isinstance(value, int | float | Decimal) and not -_LARGE < value < _LARGE:
                raise SecurityError("the number is too large")
        if operator == "**" and abs(right) > 10:
            raise SecurityError("the power is too large")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only functions of ours."""
        return isinstance(obj, Function)

    def call(self, context: Any, obj: Any, *arguments: Any, **named: Any) -> Any:
        """Calls a function of ours."""
        self._step()
        return super().call(context, obj, *arguments, **named)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise SecurityError(f"it takes more than {MOST_STEPS:,} steps; expected smaller loops")

    def _range(self, *ends: int) -> range:
        found = range(*ends)
        if len(found) > MOST_STEPS:
            raise SecurityError(f"the range has more than {MOST_STEPS:,} numbers")
        return found

    def _joined(self, *parts: Any) -> str:
        return self._join(parts)

    def _join(self, parts: Any, by: str = "") -> str:
        made = ""
        for part in parts:
            self._step()
            text = wording_of(part)
            made += (by if made else "") + text
            if len(made) > _LONG:
                raise SecurityError(f"the text has more than {_LONG:,} characters")
        return made

    def _sum(self, values: Any, attribute: str = "") -> Any:
        found = [self.getitem(value, attribute) if attribute else value for value in values]
        return sum(number for number in found if number is not None)


def wording_of(value: Any) -> str:
    """A value as pages write it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return wording.figure(value)
        case dt.date():
            return wording.day(value)
        case str() | int() | float() | Undefined():  # the last says that it is undefined
            return str(value)
    raise SecurityError("only texts, numbers and days can be written; expected a column of a row")


def shown(value: Any) -> Markup:
    """A value without any character that could be read as a mark of Markdown or HTML."""
    if isinstance(value, Markup):
        return value
    return Markup(encoded(wording_of(value)))  # noqa: S704 -- every mark is a reference


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _line_of(error: BaseException) -> int:
    """The line of the page in which the error arose: Jinja puts it into the traceback."""
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == _FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
