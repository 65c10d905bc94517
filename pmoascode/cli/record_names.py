"""Names of records and their fields as a shell completes them, as in risk/apollo/vendor-late."""

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pmoascode
from pmoascode.cli import ids
from pmoascode.cli.ids import Known
from pmoascode.records.kinds import KINDS, Kind

_MOST = 100  # projects and programmes whose entries are offered before one of them is chosen
_BY_ID = ("project", "programme", "portfolio", "person")  # kinds that an id alone names
_BESIDE = Path(pmoascode.__file__).parent / "schemas"
_SCHEMAS = _BESIDE if _BESIDE.is_dir() else _BESIDE.parent.parent / "schema"


def records(folder: Path, typed: str, kinds: Collection[str] = ()) -> Iterator[Known]:
    """The names that begin with what is typed; of the kinds alone, if some are given.

    Projects, programmes, portfolios and people are named by their id, all else in full.
    """
    wanted = [kind for kind in KINDS if not kinds or kind.name in kinds]
    if "/" not in typed:
        plain = [known for known in _by_id(folder, kinds) if known.id.startswith(typed)]
        yield from plain
        begun = {f"{kind.name}/": kind for kind in wanted if kind.name.startswith(typed)}
        if len(begun) > 1 or plain:
            yield from map(Known, begun)
            return
        typed = next(iter(begun), typed)
    for kind in wanted:
        if typed.startswith(f"{kind.name}/"):
            yield from (Known(name) for name in _of_kind(folder, kind, typed))


def ids_of(folder: Path, name: str, scope: str) -> Iterator[Known]:
    """The ids of the kind that records of the project or programme can name."""
    for kind in KINDS:
        if kind.name == name:
            for owner in ("projects", "programmes") if "{owner}" in kind.pattern else ("",):
                path = kind.pattern.replace("{owner}", owner).replace("{scope}", scope)
                head, has_id, rest = path.partition("{id}")
                if kind.shape == "register":
                    yield from map(Known, ids.entries(folder / path))
                elif has_id and not rest.startswith("/"):
                    yield from ids.listed(folder / head)


def fields(folder: Path, typed: str) -> Iterator[Known]:
    """The names of records, and once there is a dot, the fields of the record before it."""
    name, dot, _ = typed.partition(".")
    if not dot:
        yield from records(folder, typed)
        return
    path = typed.split(".")[1:-1]
    part = _part(folder, name, path)
    if part is None:
        return
    lead = ".".join([name, *path])
    for key, each in part.get("properties", {}).items():
        yield Known(f"{lead}.{key}", each.get("description", ""))
    if isinstance(part.get("additionalProperties"), dict):
        yield from (Known(f"{lead}.{key}") for key in _keys(folder, name, path))


def values(folder: Path, field: str) -> Iterator[Known]:
    """What the field takes, if it chooses from some values or names a record."""
    name, *path = field.split(".")
    part = _part(folder, name, path) or {}
    meanings = part.get("enumDescriptions", ())
    for index, value in enumerate(part.get("enum", ())):
        yield Known(str(value), meanings[index] if meanings else "")
    if part.get("type") == "boolean":
        yield from (Known("true"), Known("false"))
    listed = {"person": ids.people, "role": ids.roles}
    for kind in part.get("x-refers-to", "").split():
        yield from listed[kind](folder) if kind in listed else ()


def _by_id(folder: Path, kinds: Collection[str]) -> Iterator[Known]:
    if not kinds or {"project", "programme"} & set(kinds):
        yield from ids.works(folder)
    if not kinds or "portfolio" in kinds:
        yield from ids.listed(folder / "portfolios")
    if not kinds or "person" in kinds:
        yield from ids.people(folder)


def _of_kind(folder: Path, kind: Kind, typed: str) -> Iterator[str]:
    """The names of the records of the kind; where they are many, first whose they are."""
    owners = ("projects", "programmes") if "{owner}" in kind.pattern else ("",)
    for owner in owners:
        pattern = kind.pattern.replace("{owner}", owner)
        before, has_scope, after = pattern.partition("{scope}")
        if not has_scope or kind.shape == "assignments":
            yield from _named(folder, kind, "", pattern.replace("{scope}", "{id}"))
            continue
        places = sorted((folder / before).glob("*")) if (folder / before).is_dir() else []
        chosen = typed.split("/")[1]
        scopes = [place.name for place in places if place.name.startswith(chosen)]
        for scope in scopes:
            if len(scopes) > _MOST and typed.count("/") < 2:
                yield f"{kind.name}/{scope}/"
            else:
                yield from _named(folder, kind, f"{scope}/", before + scope + after)


def _named(folder: Path, kind: Kind, scope: str, path: str) -> Iterator[str]:
    """The names of the records in the files of the path, in which {id} stands for any."""
    head, has_id, rest = path.partition("{id}")
    if rest.startswith("/"):  # a folder each, as projects have
        for place in sorted((folder / head).glob("*" + rest)):
            yield f"{kind.name}/{place.parent.name}"
    elif has_id:
        for known in ids.listed(folder / head):
            yield f"{kind.name}/{scope}{known.id}"
    elif kind.shape == "register":
        for id in ids.entries(folder / path):
            yield f"{kind.name}/{scope}{id}"
    elif (folder / path).is_file():
        yield f"{kind.name}/{scope}".rstrip("/")


def _part(folder: Path, name: str, path: list[str]) -> Mapping[str, Any] | None:
    """The schema of what the path leads to in the record; nothing where that is unknown."""
    kind = _kind(folder, name)
    if kind is None:
        return None
    whole = json.loads((_SCHEMAS / f"{kind.name}.schema.json").read_text(encoding="utf-8"))
    part: Any = whole if kind.shape == "record" else whole["$defs"]["Entry"]
    for key in path:
        part = _resolved(whole, part)
        part = part.get("properties", {}).get(key) or part.get("additionalProperties") or {}
    return _resolved(whole, part) if isinstance(part, dict) else None


def _resolved(whole: Mapping[str, Any], part: Any) -> dict[str, Any]:
    name = part.get("$ref", "").rpartition("/")[2] if isinstance(part, dict) else ""
    return whole["$defs"][name] if name else part if isinstance(part, dict) else {}


def _kind(folder: Path, name: str) -> Kind | None:
    """The kind of the record that is named so."""
    if "/" in name:
        return next((kind for kind in KINDS if kind.name == name.partition("/")[0]), None)
    by_id = (each for each in KINDS if each.name in _BY_ID)
    return next((k for k in by_id if (folder / k.pattern.replace("{id}", name)).is_file()), None)


def _keys(folder: Path, name: str, path: list[str]) -> Iterator[str]:
    """The keys that stand in the record where the path leads to."""
    kind = _kind(folder, name)
    if kind is None:
        return
    steps = name.split("/")[1:]
    if kind.shape == "register" and len(steps) == 2:
        for owner in ("projects", "programmes"):
            file = folder / kind.pattern.replace("{owner}", owner).replace("{scope}", steps[0])
            yield from ids.keys_in(file, steps[1], *path)
        return
    file = folder / kind.pattern.replace("{id}", steps[-1] if steps else name)
    yield from ids.keys_in(file, *path)
