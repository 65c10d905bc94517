"""What some files of a kind are offered besides: the ids of their own project, or lifecycle.

A condition on the address of a file, which JSON Schema does not have, is a word of
https://github.com/redhat-developer/yaml-language-server: `filePatternAssociation`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pmoascode.office.marked import Branch, Part, Resolve, branch
from pmoascode.records.kinds import KINDS, Kind

_UNSEEN = {"doNotSuggest": True}  # as a field: the schema itself suggests it

Snippet = Mapping[str, Any]
Ids = Mapping[str, Sequence[Snippet]]  # kind to its ids, as the editor offers them


def of_works(name: str, works: Mapping[tuple[str, str], Ids]) -> Iterator[dict[str, Any]]:
    """What is added to the schema of a kind for the files of each project and programme.

    `works` has the kind and the id of each.
    """
    for kind in (each for each in KINDS if each.name == name):
        for (owner, id), ids in works.items():
            pattern = _pattern(kind, owner, id)
            if pattern and (added := _of_file(kind, ids)):
                yield {"if": {"filePatternAssociation": pattern}, "then": added}


def of_lifecycles(name: str, lifecycles: Mapping[str, Ids], default: str) -> Iterator[Snippet]:
    """What is added for a project or programme by the lifecycle that it names, or by default."""
    if name not in ("project", "programme"):
        return
    kind = next(each for each in KINDS if each.name == name)
    for id, ids in lifecycles.items():
        added = _of_file(kind, ids)
        named = {"properties": {"lifecycle": {"const": id}}, "required": ["lifecycle"]}
        yield {"if": named, "then": added}
        if id == default:
            yield {"if": {"not": {"required": ["lifecycle"]}}, "then": added}


def _pattern(kind: Kind, owner: str, id: str) -> str:
    """The pattern of the addresses of the scope's files of the kind; empty if it has none."""
    if kind.name == owner:
        return "*/" + kind.pattern.replace("{id}", id)
    if "{scope}" not in kind.pattern or kind.pattern.startswith("meetings/"):
        return ""
    pattern = kind.pattern.replace("{owner}", f"{owner}s").replace("{scope}", id)
    return "*/" + pattern.replace("{id}", "*")


def _of_file(kind: Kind, ids: Ids) -> dict[str, Any]:
    added = _added(_way(kind.name), ids)
    if not added or kind.shape == "record":
        return added
    return {"additionalProperties": {"items": added} if kind.shape == "assignments" else added}


def _added(way: Branch, ids: Ids) -> dict[str, Any]:
    if way.mark:
        found = [each for kind in str(way.mark).split() for each in ids.get(kind, ())]
        return {"defaultSnippets": found} if found else {}
    # beside a project stands a milestone of that project, not of the file's own
    foreign = ("milestone",) if "project" in way.fields else ()
    fields = {
        name: added | _UNSEEN
        for name, each in way.fields.items()
        if each.mark not in foreign and (added := _added(each, ids))
    }
    made: dict[str, Any] = {"properties": fields} if fields else {}
    if way.every and (inner := _added(way.every, ids)):
        made |= {"items": inner}
        if "properties" in inner:  # it may be a map of parts as well as a list of them
            made |= {"additionalProperties": inner}
    return made


@cache
def _way(name: str) -> Branch:
    return branch(next(kind for kind in KINDS if kind.name == name), _refers)


def _refers(part: Part, _resolve: Resolve) -> object:
    return part.get("x-refers-to")
