"""Settings brought into a file that an editor's user keeps: what they have set stays."""

import json
import re
from collections.abc import Mapping
from typing import Any

_SCHEMA = re.compile(r"/[a-z-]+\.schema\.json$")


def brought_in(content: bytes, ours: str) -> bytes | None:
    """The content with what it lacks of ours, at the indent that it has.

    A file with comments, or with a key twice, is not plain JSON and would lose something: only
    its owner can change it, so the answer is None.
    """
    try:
        old = content.decode()
        said = json.loads(old, object_pairs_hook=_unique)
    except ValueError:  # which an undecodable byte is too
        return None
    wanted = json.loads(ours)
    if not isinstance(said, dict):
        return None
    merged = _merged(_without_former(said, wanted), wanted)
    if merged == said:
        return content
    text = json.dumps(merged, indent=_indent(old), ensure_ascii=False) + "\n"
    return (text.replace("\n", "\r\n") if "\r\n" in old else text).encode()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _without_former(said: dict[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The settings without schemas of ours that lay in another folder before."""
    name = "yaml.schemas"
    if not isinstance(said.get(name), dict) or name not in wanted:
        return said
    ours = {_SCHEMA.search(path): path for path in wanted[name]}
    names = {match[0] for match in ours if match}
    kept = {
        path: patterns
        for path, patterns in said[name].items()
        if path in wanted[name] or not ((m := _SCHEMA.search(path)) and m[0] in names)
    }
    return said | {name: kept}


def _merged(said: Any, wanted: Any) -> Any:
    """What is said, and of what is wanted only what is not said yet."""
    if isinstance(said, dict) and isinstance(wanted, dict):
        known = {key: _merged(said[key], wanted[key]) for key in said if key in wanted}
        return said | known | {key: wanted[key] for key in wanted if key not in said}
    if isinstance(said, list) and isinstance(wanted, list):
        names = [_name(each) for each in said]
        return [*said, *(each for each in wanted if _name(each) not in names)]
    return said


def _name(entry: Any) -> Any:
    return entry.get("label", entry) if isinstance(entry, dict) else entry


def _indent(text: str) -> int | str:
    found = re.search(r"\n(\t| +)\S", text)
    if not found:
        return 2
    return "\t" if found[1] == "\t" else len(found[1])
