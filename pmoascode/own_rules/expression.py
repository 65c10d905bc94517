"""An expression of a rule: parsed, checked against what it can name, compiled once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pmoascode.own_rules import engine
from pmoascode.own_rules.checking import LONGEST, Known, flaws, kind_of_entries
from pmoascode.own_rules.flaw import Flaw, Flawed
from pmoascode.own_rules.tokens import Loop, Words
from pmoascode.own_rules.vocabulary import OFFICE, variable
from pmoascode.records.record import Record

SHORT = 20  # what a list inside one record is taken to hold, for the estimate of steps
CLONES_PER_STEP = {"filter": 5, "map": 30}  # a list that grows is copied for each new entry


@dataclass(frozen=True)
class Expression:
    """One expression, ready to be asked."""

    text: str
    words: Words
    known: Known

    @cached_property
    def program(self) -> Any:
        """The compiled program."""
        return engine.program(_rewritten(self.text, self.words, self.known))

    @property
    def asks_before(self) -> bool:
        """Whether it compares with the record as it was."""
        return any(self.words.name(i) == "before" for i in range(len(self.words.tokens)))

    def steps(self, sizes: Mapping[str, int]) -> int:
        """About how many steps one evaluation takes, for lists of the office of these sizes."""
        return 1 + sum(self._cost(loop, sizes) for loop in self.words.loops)

    def _cost(self, loop: Loop, sizes: Mapping[str, int]) -> int:
        around = self.words.loops_around(loop.at)
        times = 1
        for outer in around:
            times *= max(self._size(outer, sizes), 1)
        size = self._size(loop, sizes)
        divisor = CLONES_PER_STEP.get(loop.name)
        return times * (size + (size * size // divisor if divisor else 0))

    def _size(self, loop: Loop, sizes: Mapping[str, int]) -> int:
        """How many entries the loop goes through at most."""
        words = self.words
        if words.name(loop.receiver) == OFFICE:
            return sizes.get(words.name(loop.receiver + 2), 0)
        inner = {each.variable: each for each in words.loops_around(loop.at)}
        root = inner.get(words.name(loop.receiver))
        is_of_record = words.name(loop.receiver) in self.known or (
            root is not None
            and kind_of_entries(words, root.receiver, root.at, self.known) is not None
        )
        return SHORT if is_of_record else max(sizes.values(), default=SHORT)


def parsed(text: str, known: Known) -> Expression:
    """The expression that the text says.

    Raises:
        Flawed: it says none, or names what there is not.
    """
    if len(text) > LONGEST:
        raise Flawed(Flaw(LONGEST, len(text), f"longer than {LONGEST} characters"))
    try:
        program = engine.program(text)
    except engine.CannotParse as error:
        raise Flawed(_syntax(text, error)) from None
    words = Words.of(text)
    for flaw in sorted(flaws(words, known), key=lambda flaw: flaw.start):
        raise Flawed(flaw)
    seen = {*known, *(loop.variable for loop in words.loops)}
    for name in program.variables():  # the engine's own reading, should ours have missed one
        if name not in seen and not name.startswith("@"):
            raise Flawed(Flaw(0, 1, f"nothing is called `{name}` here"))
    return Expression(text, words, known)


def _syntax(text: str, error: engine.CannotParse) -> Flaw:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: error.line - 1]) + error.column - 1
    start = max(0, min(start, len(text)))  # the engine names column 0 of a text it gave up on
    rest = Words.of(text[start:]).tokens
    end = start + (rest[0].end - rest[0].start if rest else 1)
    return Flaw(start, end, _plain(str(error), text[start:end].strip()))


def _plain(reason: str, found: str) -> str:
    if reason.startswith("reserved identifier"):
        return f"`{found}` is a word of the language and names nothing"
    if found in ("=", "and", "or", "not") or reason.startswith("token recognition error at: '= '"):
        instead = {"and": "&&", "or": "||", "not": "!"}.get(found, "==")
        return f"`{found}` is not of the language; write `{instead}`"
    if reason.startswith("invalid argument to has"):
        return "`has` asks for a value of a record, as in `has(project.budget)`"
    if reason.startswith("argument must be a simple name"):
        return "a loop's first argument is a name of your own, as `p` in `.all(p, p.tier == ...)`"
    if not found:
        return "the expression ends too early"
    return f"`{found}` cannot stand here"


def table(name: str, kind: type[Record]) -> str:
    """What the engine calls the list that the variable of a rule is an entry of."""
    return f"{name}__{variable(kind.kind)}"


def row(name: str) -> str:
    """What the engine calls the number of the entry."""
    return f"{name}__row"


def _rewritten(text: str, words: Words, known: Known) -> str:
    """The same expression as the engine runs it fast.

    A record is an entry of a list that the engine gets once: `project` becomes
    `project__project[project__row]`. A filter that is only counted or mapped is one loop with
    what follows, without a list of copies in between: `filter(p, c).size()` becomes
    `map(p, c, 1).size()`, and `filter(p, c).map(p, e)` becomes `map(p, c, e)`.
    """
    for start, end, new in sorted((*_entries(words, known), *_loops(words)), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _entries(words: Words, known: Known) -> Iterator[tuple[int, int, str]]:
    for index, token in enumerate(words.tokens):
        kind = known.get(words.name(index))
        if kind and words.sign(index - 1) != "." and words.sign(index + 1) != "(":
            name = token.text
            yield token.start, token.end, f"{table(name, kind)}[{row(name)}]"


def _loops(words: Words) -> Iterator[tuple[int, int, str]]:
    mapped = {loop.at: loop for loop in words.loops if loop.name == "map"}
    for loop in words.loops:
        if loop.name != "filter" or words.sign(loop.end + 1) != ".":
            continue
        closing, next_ = words.tokens[loop.end], mapped.get(loop.end + 2)
        if words.name(loop.end + 2) == "size" and words.sign(loop.end + 3) == "(":
            yield closing.start, closing.start, ", 1"
        elif next_ and next_.variable == loop.variable and not _has_condition(words, next_):
            yield closing.start, words.tokens[next_.body - 1].end, ","
        else:
            continue
        name = words.tokens[loop.at]
        yield name.start, name.end, "map"


def _has_condition(words: Words, loop: Loop) -> bool:
    """Whether a map has three arguments."""
    index = loop.body
    while index < loop.end:
        if words.sign(index) == ",":
            return True
        index = words.pairs[index] + 1 if words.sign(index) in ("(", "[", "{") else index + 1
    return False
