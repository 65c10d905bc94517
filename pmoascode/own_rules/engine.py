"""The CEL engine: programs compiled once, run on values, their errors in plain words.

The language: https://github.com/google/cel-spec. An expression can reach the values and functions
that it is given and nothing else: neither files, nor network, nor the environment.
"""

import re
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_PLACE = re.compile(r"ERROR: <input>:(\d+):(\d+): (?:Syntax error: )?(.*)")
_MIXED = (
    "two values do not fit together; numbers of records are decimals, so a calculation needs "
    "1.0 and not 1, and `double(size(...))`"
)


class CannotParse(Exception):
    """The text is no expression."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line  # 1 is the first line
        self.column = column  # 1 is the first character


class CannotEvaluate(Exception):
    """The expression has no value for what it is asked of; says why."""


def program(text: str) -> Any:
    """The expression, compiled.

    Raises:
        CannotParse: it is none.
    """
    try:
        return _cel().compile(text)
    except BaseException as error:
        if not _is_of_engine(error):
            raise
        places = [(int(line), int(col), why) for line, col, why in _PLACE.findall(str(error))]
        told = [place for place in places if "Incomplete `" not in place[2]]
        raise CannotParse(*min(told, default=(1, 1, "cannot be read"))) from None


def context(functions: dict[str, Callable[..., Any]], find: Callable[[str], Any]) -> Any:
    """A context whose variables are looked up by `find` when an expression names them."""
    made = _cel().Context()
    for name, function in functions.items():
        made.add_function(name, function)
    made.set_variable_resolver(find)
    return made


def run(compiled: Any, given: Any) -> Any:
    """The value of the program in the context.

    Raises:
        CannotEvaluate: it has none.
    """
    try:
        return compiled.execute(given)
    except BaseException as error:
        if not _is_of_engine(error):
            raise
        raise CannotEvaluate(_said(error)) from None


def _said(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"there is no `{error.args[0]}`; ask with `has(...)` whether it is there"
    if isinstance(error, TypeError):
        return _MIXED
    if isinstance(error, ZeroDivisionError | IndexError | OverflowError):
        return str(error).replace(" in CEL expression", "").rstrip(".")
    if "Undefined variable or function" in str(error):
        return "a value does not fit its function"
    if "'matches'" in str(error):
        return "the pattern of `matches` is no regular expression, or too large a one"
    first = str(error).splitlines() or ["it cannot be calculated"]
    return first[0]


def _is_of_engine(error: BaseException) -> bool:
    """Whether it says something of the expression; a panic of the engine is no Exception."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


@cache
def _cel() -> ModuleType:
    """The compiled part of the package `cel`; the whole takes a third of a second to import."""
    name = "cel.cel"
    package = find_spec("cel")
    folders = package.submodule_search_locations if package else None
    spec = PathFinder.find_spec(name, folders) if folders else None
    if name in sys.modules or spec is None or spec.loader is None:
        return import_module(name)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
