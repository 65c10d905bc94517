"""The parts of YAML that the records do without, found at the events that carry them."""

from collections.abc import Iterator
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingStartEvent,
    SequenceStartEvent,
)

from pmoascode.document.characters import escape_doubt
from pmoascode.document.events import span_of
from pmoascode.document.problem import Doubt, Problem, shown

DEEPEST = 16  # mappings and lists inside one another
MOST_NODES = 20_000  # keys, values, mappings and lists
LONGEST_TEXT = 64 * 1024  # bytes of one value


class Unreadable(Exception):
    """The text passes a bound, or its parts cannot be told apart from here on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.doubt.message)
        self.problem = problem


def problem(event: Any, doubt: Doubt, *, is_fatal: bool = False) -> Problem:
    """The doubt at the event's place."""
    return Problem(*span_of(event), doubt, is_fatal)


def too_many_nodes(event: Any) -> Unreadable:
    """The refusal to read on, at the first node too many."""
    message = f"the file holds more than {MOST_NODES:,} keys and values"
    return Unreadable(problem(event, Doubt("too-many-nodes", message), is_fatal=True))


def of_scalar(event: Any) -> Iterator[Problem]:
    """The refusals that a key or a value can give rise to, whatever it means."""
    yield from _decorations(event)
    if (size := len(event.value.encode("utf-8", "replace"))) > LONGEST_TEXT:
        message = f"the text has {size:,} bytes; at most {LONGEST_TEXT:,} are taken"
        yield problem(event, Doubt("text-too-long", message), is_fatal=True)
    elif event.style == '"' and (doubt := escape_doubt(event.value)):
        yield problem(event, doubt, is_fatal=doubt.defect != "not-nfc")


def of_other(event: Any, is_begun: bool, depth: int, is_key: bool) -> Iterator[Problem]:
    """The refusals at whatever is no scalar: where a document, mapping or list starts, an alias.

    Raises:
        Unreadable: for a second document, a bound, a list or a mapping in place of a key.
    """
    match event:
        case MappingStartEvent() | SequenceStartEvent():
            _ensure_position(event, depth, is_key)
            yield from _decorations(event)
        case AliasEvent():
            yield problem(event, _alias(str(event.anchor)), is_fatal=True)
        case DocumentStartEvent() if is_begun:
            doubt = Doubt("several-documents", "a second YAML document begins here; expected one")
            raise Unreadable(problem(event, doubt, is_fatal=True))
        case DocumentStartEvent() if event.version or event.tags:
            message = "a line that starts with % gives the reading program an instruction"
            yield problem(event, Doubt("directive", message))


def _ensure_position(event: Any, depth: int, is_key: bool) -> None:
    if depth >= DEEPEST:
        message = f"mappings and lists stand more than {DEEPEST} deep inside one another"
        raise Unreadable(problem(event, Doubt("too-deep", message), is_fatal=True))
    if is_key:
        message = "a list or a mapping stands in place of a key; keys are texts"
        raise Unreadable(problem(event, Doubt("key-not-text", message), is_fatal=True))


def _alias(name: str) -> Doubt:
    message = f"*{shown(name)} stands for a value that is written elsewhere"
    remedy = f"Write the value itself; if *{shown(name)} is a text, put it in quotes."
    return Doubt("alias", message, remedy)


def _decorations(event: Any) -> Iterator[Problem]:
    start, end = span_of(event)
    if event.anchor is not None:
        name = shown(f"&{event.anchor}")
        message = f"{name} names the value for use elsewhere; each value is written in full"
        remedy = f"Remove {name}; if it belongs to a text, put the whole text in quotes."
        yield Problem(start, start + len(event.anchor) + 1, Doubt("anchor", message, remedy))
    if event.tag is not None:
        name = shown(event.tag.replace("tag:yaml.org,2002:", "!!"))
        message = f"the tag {name} gives the value a type; types come from the schema"
        remedy = "Remove the tag; if the ! belongs to a text, put the whole text in quotes."
        yield Problem(start, end, Doubt("tag", message, remedy))
