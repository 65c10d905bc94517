"""What some files of a kind are offered besides: the ids of their own project, or lifecycle.

A condition on the address of a file, which JSON Schema does not have, is a word of
https://github.com/redhat-developer/yaml-language-server: `filePatternAssociation`.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from pmoascode.office.marked import Branch, Part, Resolve, branch
from pmoascode.records.kinds import KINDS, Kind

IDS = "ids.json"  # the file of the ids, beside the schemas
_UNSEEN = {"doNotSuggest": True}  # as a field: the schema itself suggests it

Scopes = Mapping[str, Collection[str]]  # as in "project.apollo", to the kinds it has ids of


def definition(scope: str, kind: str) -> str:
    """The name of the definition of the ids of a kind within a scope."""
    return f"{scope}.{kind}"


def reference(name: str) -> dict[str, Any]:
    """A reference to a definition in the file of the ids."""
    return {"$ref": f"{IDS}#/$defs/{name}"}


def of_works(name: str, works: Scopes) -> Iterator[dict[str, Any]]:
    """What is added to the schema of a kind for the files of each project and programme."""
    for kind in (each for each in KINDS if each.name == name):
        for scope, kinds in works.items():
            pattern = _pattern(kind, *scope.split(".", 1))
            if pattern and (added := _of_file(kind, scope, kinds)):
                yield {"if": {"filePatternAssociation": pattern}, "then": added}


def of_lifecycles(name: str, lifecycles: Scopes, default: str) -> Iterator[dict[str, Any]]:
    """What is added for a project or programme by the lifecycle that it names, or by default."""
    if name not in ("project", "programme"):
        return
    kind = next(each for each in KINDS if each.name == name)
    for scope, kinds in lifecycles.items():
        id = scope.partition(".")[2]
        added = _of_file(kind, scope, kinds)
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


def _of_file(kind: Kind, scope: str, kinds: Collection[str]) -> dict[str, Any]:
    added = _added(_way(kind.name), scope, kinds)
    if not added or kind.shape == "record":
        return added
    return {"additionalProperties": {"items": added} if kind.shape == "assignments" else added}


def _added(way: Branch, scope: str, kinds: Collection[str]) -> dict[str, Any]:
    if way.mark:
        return _offer(str(way.mark), scope, kinds)
    # beside a project stands a milestone of that project, not of the file's own
    foreign = ("milestone",) if "project" in way.fields else ()
    fields = {
        name: added | _UNSEEN
        for name, each in way.fields.items()
        if each.mark not in foreign and (added := _added(each, scope, kinds))
    }
    made: dict[str, Any] = {"properties": fields} if fields else {}
    if way.every and (inner := _added(way.every, scope, kinds)):
        made |= {"items": inner, "additionalProperties": inner}
    return made


def _offer(mark: str, scope: str, kinds: Collection[str]) -> dict[str, Any]:
    found = [reference(definition(scope, kind)) for kind in mark.split() if kind in kinds]
    return found[0] if len(found) == 1 else {"allOf": found} if found else {}


@cache
def _way(name: str) -> Branch:
    return branch(next(kind for kind in KINDS if kind.name == name), _refers)


def _refers(part: Part, _resolve: Resolve) -> object:
    return part.get("x-refers-to")
