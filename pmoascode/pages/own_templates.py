"""Templates of the office in place of the program's: its own code, kept inside the sandbox.

A template sees what the program's own sees, and reaches no module, no class and no file, within
bounds of work: whoever can propose a template can make a build of the proposal say anything, and do
nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FunctionLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pmoascode.pages.allowance import (
    METHODS,
    REFUSED,
    Allowance,
    Counting,
    formatted,
    join,
    measured,
    reckoned,
    replaced,
)
from pmoascode.pages.sandbox import MOST_IN, Refused

FOLDER = "site/overrides/pmo"  # beside the records
ENDING = ".html.jinja"

_IMPORTS = re.compile(r"\A(?:\s*(?:\{#.*?#\}|\{% import [^%]*%\}))*\s*", re.DOTALL)
_TITLE = "</h1>\n"
_OURS = PackageLoader("pmoascode.pages")

Templates = tuple[tuple[str, str], ...]  # file name and text of each; sorted


class OwnTemplates(ImmutableSandboxedEnvironment):
    """The environment of pages that an office's template has a part in."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, own: Mapping[str, str], like: Environment) -> None:
        """Look among the office's templates first; `original/NAME` is always the program's."""
        ours = PrefixLoader({"original": FunctionLoader(_original)})
        super().__init__(
            loader=ChoiceLoader([FunctionLoader(_source_of(own)), ours, _OURS]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.allowance = Allowance()
        self.turn, self.joined = self.allowance.turn, self.allowance.joined
        self.finalize = self.allowance.shown
        known = self.filters | like.filters
        known |= {"format": formatted, "join": join, "replace": replaced}
        self.filters = {
            name: self.allowance.charged(does)
            for name, does in known.items()
            if name not in REFUSED
        }
        self.globals |= {name: like.globals[name] for name in ("cells", "MONEY")}
        del self.globals["lipsum"]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data and what it can say of itself; no module, no class."""
        if isinstance(value, ModuleType | type):
            return False
        if isinstance(obj, str):
            return attr in METHODS
        if isinstance(obj, ModuleType) and callable(value):
            return getattr(value, "__module__", "") == obj.__name__
        return (isinstance(obj, list) and attr == "append") or super().is_safe_attribute(
            obj, attr, value
        )

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Let a text be filled that makes nothing wide."""
        wrapped = super().wrap_str_format(value)
        if wrapped:
            measured(value.__self__)
        return wrapped

    def call(self, context: Any, obj: Any, *arguments: Any, **named: Any) -> Any:
        """A call is a step."""
        self.allowance.step()
        return super().call(context, obj, *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Nothing is made long by it."""
        reckoned(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *given: Any, **named: Any) -> str:
        return super()._generate(Counting().visit(source), *given, **named)


def _source_of(own: Mapping[str, str]) -> Callable[[str], tuple[str, str, None] | None]:
    return lambda name: (own[name], f"{FOLDER}/{name}", None) if name in own else None


def _original(name: str) -> str | None:
    """The program's template, what it shows in a block called `page`, with room for notes in it."""
    try:
        text, _, _ = _OURS.get_source(Environment(autoescape=True), name)
    except TemplateNotFound:
        return None
    has_macros, shown = "endmacro" in text, text.rpartition("endmacro")[2]
    if has_macros and _TITLE not in shown:
        return text  # it shows nothing by itself
    head = _IMPORTS.match(text)
    end = head.end() if head else 0
    room = "{{% block {} %}}{{% endblock %}}\n".format
    inside = text[end:].replace(_TITLE, _TITLE + room("before"), 1)
    return f"{text[:end]}{{% block page %}}\n{inside}{room('after')}{{% endblock %}}\n"


@lru_cache(maxsize=4)
def environment(own: Templates, like: Environment) -> OwnTemplates:
    """The environment with the office's templates.

    Raises:
        Refused: one replaces nothing, or cannot be read.
    """
    made = OwnTemplates(dict(own), like)
    known = set(_OURS.list_templates())
    for name, text in own:
        if name not in known:
            raise Refused(f"there is no template {name} to replace", 1, f"{FOLDER}/{name}")
        if len(text) > MOST_IN:
            said = f"the template has more than {MOST_IN:,} characters"
            raise Refused(said, 1, f"{FOLDER}/{name}")
        try:
            made.parse(text, name, f"{FOLDER}/{name}")
        except TemplateSyntaxError as error:
            raise _refused(error, name) from error
    return made


@lru_cache(maxsize=256)
def is_touched(name: str, own: Templates, like: Environment) -> bool:
    """Whether an office's template has a part in the page of the template.

    Raises:
        Refused: as `environment` does.
    """
    environment(own, like)  # refuses what replaces nothing, whichever page comes first
    changed, seen, waiting = {name for name, _ in own}, set[str](), [name]
    while waiting:
        each = waiting.pop()
        if each in changed:
            return True
        seen.add(each)
        text, _, _ = _OURS.get_source(like, each)
        found: Iterable[str | None] = meta.find_referenced_templates(like.parse(text))
        waiting += [other for other in found if other and other not in seen]
    return False


def rendered(name: str, own: Templates, like: Environment, given: Mapping[str, Any]) -> str:
    """The page as the office's templates make it.

    Raises:
        Refused: one of them is wrong, or does what it must not.
    """
    made = environment(own, like)
    made.allowance.renew()
    try:
        template: Template = made.get_template(name)
        return template.render(given)
    except (
        TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError,
        RecursionError, MemoryError,
    ) as error:  # fmt: skip
        raise _refused(error, name) from error


def _refused(error: BaseException, name: str) -> Refused:
    file, line = f"{FOLDER}/{name}", 1
    if isinstance(error, TemplateSyntaxError):
        return Refused(str(error.message), error.lineno, error.filename or file)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.startswith(FOLDER):
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, TemplateNotFound):
        return Refused(f"there is no template {error.message}", line, file)
    said = str(error)
    if isinstance(error, SecurityError):
        said = f"{said.rstrip('.')}; a template of the site reaches data alone"
    return Refused(said, line, file)
