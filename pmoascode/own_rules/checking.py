"""Whether an expression names what there is, and stays within bounds."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pmoascode.own_rules.flaw import Flaw
from pmoascode.own_rules.tokens import MACROS, Words
from pmoascode.own_rules.vocabulary import FUNCTIONS, METHODS, OFFICE, lists, members
from pmoascode.records.record import Record

LONGEST = 2000  # characters
DEEPEST = 16  # brackets inside one another
MOST_LOOPS = 8
INSIDE = 2  # loops inside one another
MOST_SUMS = 24  # plus signs, commas of lists: what could make a small text large

Known = Mapping[str, type[Record] | None]  # the variables; None for the office

_CONSTANTS = ("true", "false", "null", "in")


def flaws(words: Words, known: Known) -> Iterator[Flaw]:
    """What is wrong with the words of an expression that parses."""
    yield from _beyond_bounds(words)
    for index in range(len(words.tokens)):
        if words.name(index) and words.name(index) not in _CONSTANTS:
            yield from _of_name(words, index, known)


def _beyond_bounds(words: Words) -> Iterator[Flaw]:
    if words.depth > DEEPEST:
        yield _at(words, 0, f"more than {DEEPEST} brackets stand inside one another")
    if len(words.loops) > MOST_LOOPS:
        at = words.loops[MOST_LOOPS].at
        yield _at(words, at, f"more than {MOST_LOOPS} loops; make two rules of it")
    for loop in words.loops:
        if len(words.loops_around(loop.at)) >= INSIDE:
            yield _at(words, loop.at, f"more than {INSIDE} loops stand inside one another")
    maps = [loop for loop in words.loops if loop.name == "map"]
    for loop in maps:  # each could make every entry as large as its list
        if any(loop.receiver <= other.at < loop.at or loop.holds(other.at) for other in maps):
            yield _at(words, loop.at, "a `map` goes through, or makes, the list of another `map`")
    sums = [i for i in range(len(words.tokens)) if words.sign(i) in ("+", ",")]
    if len(sums) > MOST_SUMS + 2 * len(words.loops):
        yield _at(words, sums[-1], f"more than {MOST_SUMS} additions and list entries")


def _of_name(words: Words, index: int, known: Known) -> Iterator[Flaw]:
    name, is_called = words.name(index), words.sign(index + 1) == "("
    if words.sign(index - 1) == ".":
        if is_called and name not in (*METHODS, *MACROS):
            yield _unknown(words, index, f"there is no function `{name}`", (*METHODS, *MACROS))
        return
    if is_called:
        if name not in FUNCTIONS:
            yield _unknown(words, index, f"there is no function `{name}`", FUNCTIONS)
        return
    if any(loop.at + 2 == index for loop in words.loops):  # a loop introduces its variable here
        if name in known:
            yield _at(words, index, f"`{name}` has a meaning already; give the loop another name")
        return
    scope = {**known, **_loop_variables(words, index, known)}
    if name not in scope:
        yield _unknown(words, index, f"nothing is called `{name}` here", tuple(scope))
    elif (kind := _kind_of(name, scope)) is not None:
        yield from _of_member(words, index, kind)


def _kind_of(name: str, scope: Mapping[str, object]) -> object:
    return OFFICE if name == OFFICE else scope[name]


def _of_member(words: Words, index: int, kind: object) -> Iterator[Flaw]:
    """What is wrong with the name after the dot, where the kind says what there is."""
    if words.sign(index + 1) != "." or not words.name(index + 2):
        return
    name, root = words.name(index + 2), words.name(index)
    if words.sign(index + 3) == "(":
        if name in MACROS:
            yield _at(words, index, f"`{root}` is one record and no list")
        return
    can = lists() if kind == OFFICE else members(kind)
    if name not in can and not name.startswith("x_"):
        yield _unknown(words, index + 2, f"`{root}` has no `{name}`", tuple(can))


def _loop_variables(words: Words, index: int, known: Known) -> Known:
    """The variables of the loops around the token, with the kind of record where it is plain."""
    return {
        loop.variable: kind_of_entries(words, loop.receiver, loop.at, known)
        for loop in words.loops_around(index)
    }


def kind_of_entries(words: Words, start: int, end: int, known: Known) -> type[Record] | None:
    """The kind of record in `office.projects` and in `office.projects.filter(...)`."""
    if words.name(start) != OFFICE or OFFICE not in known or words.sign(start + 1) != ".":
        return None
    index = start + 3
    while index < end - 1:
        if words.sign(index) != "." or words.name(index + 1) != "filter":
            return None
        index = words.pairs.get(index + 2, end) + 1
    return lists().get(words.name(start + 2))


def _unknown(words: Words, index: int, message: str, can: tuple[str, ...]) -> Flaw:
    near = get_close_matches(words.name(index), can, n=2, cutoff=0.6)
    hint = f"; did you mean `{'` or `'.join(near)}`?" if near else ""
    if not near and len(can) <= 12:
        hint = f"; there is {', '.join(f'`{name}`' for name in sorted(can))}"
    return _at(words, index, message + hint)


def _at(words: Words, index: int, message: str) -> Flaw:
    token = words.tokens[index]
    return Flaw(token.start, token.end, message)
