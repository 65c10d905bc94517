"""Where each key and each value stands, for a text that has been read without an error."""

import re
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from pmoascode.document.events import event_reader, span_of

Keys = tuple[str | int, ...]  # the way to a value from the top, as in ("milestones", "go-live")
Span = tuple[int, int]  # character offsets, the end exclusive

_TO_DASH = re.compile(r"(?:\s|#[^\n]*\n)*-")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands, and its key; the key of an item of a list is its dash."""

    key: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Survey:
    """All spots of a text, and the keys that stand twice in one mapping."""

    spots: dict[Keys, Spot] = field(default_factory=dict)
    repeats: list[tuple[Span, Span, str]] = field(default_factory=list)  # again, first, key


def survey(text: str) -> Survey:
    """Where everything stands in a text that composes without an error."""
    surveyor = _Surveyor(text)
    while not isinstance(surveyor.next_event(), DocumentStartEvent):
        pass
    surveyor.node(surveyor.next_event(), (), None)
    return surveyor.result


class _Surveyor:
    def __init__(self, text: str) -> None:
        self.text = text
        self.next_event: Any = event_reader(text)
        self.result = Survey()

    def node(self, event: Any, keys: Keys, key: Span | None) -> int:
        """Note the node that starts with the event, and all inside; return where it ends."""
        start, end = span_of(event)
        if isinstance(event, MappingStartEvent):
            end = self._mapping(event, keys)
        elif isinstance(event, SequenceStartEvent):
            end = self._sequence(event, keys)
        else:
            end = self._written_end(start, end)
        value = (start, end)
        self.result.spots.setdefault(keys, Spot(key or value, value))
        return end

    def _mapping(self, start: Any, keys: Keys) -> int:
        seen: dict[str, Span] = {}
        _, end = span_of(start)
        while isinstance(event := self.next_event(), ScalarEvent):
            name = event.value
            span = span_of(event)
            if name in seen:
                self.result.repeats.append((span, seen[name], name))
            seen.setdefault(name, span)
            end = self.node(self.next_event(), (*keys, name), span)
        return span_of(event)[1] if start.flow_style else end

    def _sequence(self, start: Any, keys: Keys) -> int:
        end, _ = span_of(start)
        index = 0
        while not isinstance(event := self.next_event(), SequenceEndEvent):
            dash = None if start.flow_style else _TO_DASH.match(self.text, end)
            span = (dash.end() - 1, dash.end()) if dash else None
            end = self.node(event, (*keys, index), span)
            index += 1
        return span_of(event)[1] if start.flow_style else end

    def _written_end(self, start: int, end: int) -> int:
        """The end without the line breaks that libyaml counts to a block text."""
        return start + len(self.text[start:end].rstrip())
