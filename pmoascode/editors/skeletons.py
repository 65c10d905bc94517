"""What an editor puts down for a new entry: the fields that it needs, each with a place to fill."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from pmoascode.editors.snippets import NEW_ID, TODAY, Body, body, choice, choices
from pmoascode.editors.starters import STARTERS, Starter

Part = Mapping[str, Any]

# Days that an author writes down when they come.
OF_TODAY = ("date", "raised", "requested", "done", "closed", "actual", "reviewed", "recorded")


def new_entry(entry: Part, parts: Mapping[str, Part], begun: Starter | None) -> Body:
    """An entry of a register or a map, with an id to be filled in."""
    if begun:
        return body(begun)
    stops = count(1)
    return {f"${{{next(stops)}:{NEW_ID}}}": skeleton(entry, parts, stops)}


def begun_of(kind: str, name: str) -> Starter | None:
    """The starter of a kind, or of its part that stands in the field of the name."""
    wanted = (kind, name) if name != kind else (kind,)
    found = ((begun, (begun.kind, *begun.within[:1])) for begun in STARTERS)
    return next((begun for begun, place in found if place == wanted), None)


def skeleton(part: Part, parts: Mapping[str, Part], stops: Iterator[int], name: str = "") -> Any:
    """What the part needs, its stops numbered in their order."""
    reference = str(part.get("$ref", "")).rpartition("/")[2]
    if reference in parts:
        return skeleton(parts[reference], parts, stops, name)
    if "items" in part:
        return [skeleton(part["items"], parts, stops, name)]
    fields = part.get("properties", {})
    needed = [each for each in fields if each in part.get("required", ())]
    if needed:
        return {each: skeleton(fields[each], parts, stops, each) for each in needed}
    if "properties" in part or isinstance(part.get("additionalProperties"), dict):
        return {}
    return _stop(part, next(stops), name)


def _stop(part: Part, stop: int, name: str) -> str:
    if values := choices(part):
        return choice(stop, values)
    if part.get("format") == "date" and name in OF_TODAY:
        return f"${{{stop}:{TODAY}}}"
    return f"${stop}"
