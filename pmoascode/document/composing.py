"""Plain data from YAML events in one pass; whatever is refused is noted on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pmoascode.document.events import event_reader
from pmoascode.document.problem import Doubt, Problem
from pmoascode.document.refusals import (
    DEEPEST,
    LONGEST_TEXT,
    MOST_NODES,
    of_other,
    of_scalar,
    problem,
    too_many_nodes,
)
from pmoascode.document.scalars import (
    CACHED_LENGTH,
    LONGEST_WORD,
    Scalar,
    key_doubt,
    plain_value,
    quoted_key_doubt,
)

_FRESH: dict[type[Event], Callable[[], Any]] = {
    MappingStartEvent: dict,
    SequenceStartEvent: list,
    AliasEvent: str,  # stands in for what the alias means; the file is refused anyway
}
_BOXES = {MappingStartEvent, SequenceStartEvent}
_uncached_value = plain_value.__wrapped__


@dataclass(slots=True)
class Composition:
    """What has been read so far; whole only if the reading came to its end."""

    roots: list[Any] = field(default_factory=list)  # the top of the YAML document, when begun
    problems: list[Problem] = field(default_factory=list)
    has_repeats: bool = False  # a key stands twice in one mapping; the first value is kept


def compose(text: str, read: Composition) -> None:  # noqa: C901  # one loop, for speed
    """Read the text into the composition; most of the time of a check is spent here.

    Raises yaml.YAMLError where the text stops being YAML, and Unreadable where it passes a bound
    or its parts cannot be told apart.
    """
    next_event = event_reader(text)
    is_special = "\\" in text or len(text) > LONGEST_TEXT // 4
    is_decorated = "&" in text or "!" in text  # by an anchor or a tag, it may be
    box: Any = read.roots  # the mapping or list being filled
    outer: list[Any] = []
    key: str | None = None
    nodes = 0
    while (kind := type(event := next_event())) is not StreamEndEvent:
        is_key = key is None and type(box) is dict
        if kind is ScalarEvent:
            if is_special or (is_decorated and _is_decorated(event)):
                read.problems += of_scalar(event)
            value: Any = _key(event, box, read) if is_key else _meaning(event, read)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            box = outer.pop()
            continue
        else:
            if is_key or is_decorated or kind not in _BOXES or len(outer) >= DEEPEST:
                read.problems += of_other(event, bool(read.roots), len(outer), is_key)
            if kind not in _FRESH:
                continue
            value = _FRESH[kind]()
        if (nodes := nodes + 1) > MOST_NODES:
            raise too_many_nodes(event)
        if is_key:
            key = value
        elif key is None:
            box.append(value)
        else:
            box.setdefault(key, value)
            key = None
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            outer.append(box)
            box = value


def _key(event: Any, box: dict[str, Any], read: Composition) -> str:
    text: str = event.value
    if text in box:
        read.has_repeats = True
    doubt = quoted_key_doubt(text) if event.style else key_doubt(text)
    if doubt is not None:
        read.problems.append(problem(event, doubt))
    return intern(text)  # the same few keys stand in every file


def _is_decorated(event: Any) -> bool:
    return event.tag is not None or event.anchor is not None


def _meaning(event: Any, read: Composition) -> Scalar:
    text: str = event.value
    if event.style or (len(text) > LONGEST_WORD and text[0].isalpha()):
        return text  # a longer word has no meaning of its own
    value = plain_value(text) if len(text) <= CACHED_LENGTH else _uncached_value(text)
    if isinstance(value, Doubt):
        read.problems.append(problem(event, value))
        return text
    return value
