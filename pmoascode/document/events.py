"""The stream of YAML events from libyaml, by PyYAML; no other parser will do.

PyYAML's own parser in Python disagrees with libyaml on tabs and some broken files, so a
file could pass on one machine and fail on the next. Both exist; only one is used.
"""

from collections.abc import Callable
from typing import Any

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stub keeps it to itself
except ImportError as missing:
    raise ImportError(
        "PyYAML is installed without libyaml, and the records must be read with it. "
        "Install a PyYAML wheel, or build PyYAML where libyaml's headers are present."
    ) from missing


def event_reader(text: str) -> Callable[[], Any]:
    """A function that returns the text's next event.

    Raises:
        yaml.YAMLError: at the event where the text stops being YAML.
    """
    get_event: Callable[[], Any] = CParser(text).get_event
    return get_event


def span_of(event: Any) -> tuple[int, int]:
    """The event's offsets into the text in characters, the end exclusive."""
    return event.start_mark.index, event.end_mark.index
