"""An office in whose every free text stands a word that tells where it has come from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pmoascode.office.fields import field_schema, kind_named
from pmoascode.records.kinds import KINDS, Kind
from tests.full_records import Keys, full, leaves

WITHHELD = "quokka"  # in every text of a project that is not for publication
LEFT_OUT = "wombat"  # in every text of the fields that an audience does not get
UNNAMED = "numbat"  # in what tells who a person is
COMMITTED = "bilby"  # in who committed what, and why

FIGURE = 77123456  # the budget of the withheld project
PROJECT = "quokka-vault"
KEPT = "apollo"
PERSON = """\
name: Nellie Numbat
email: nellie.numbat@numbat.example
unit: it
identities:
  emails: [nellie@numbat.example]
  github: {login: numbat-dev, id: 7123}
"""
_MENTIONED = f"""
{PROJECT}-late:
  title: Waits for the Quokka Vault
  description: Quokka Vault ({PROJECT}) is late, says Nellie Numbat.
  owner: nellie-numbat
  raised: 2026-10-01
  severity: high
"""
_DEPENDS = f"""
needs-{PROJECT}:
  title: Keys
  giver: {{project: {PROJECT}}}
  need_by: 2026-12-01
  status: agreed
"""
_RECORDS = tuple(kind for kind in KINDS if "{owner}" in kind.pattern)


def files(office: dict[str, str]) -> dict[str, str]:
    """The office with a withheld project, a project full of fields to leave out, and a person."""
    made = dict(office)
    made["people/nellie-numbat.yaml"] = PERSON
    for kind in _RECORDS:
        made[_path(kind, PROJECT)] = _text(kind, WITHHELD, f"{WITHHELD}-entry")
        made[_path(kind, KEPT)] = _text(kind, LEFT_OUT, "an-entry")
    made.pop(f"projects/{PROJECT}/finance.yaml")  # it would stand in the place of the budget
    whole = _marked(_kind("project"), WITHHELD)
    made[f"projects/{PROJECT}/project.yaml"] = json.dumps(
        whole
        | {"name": "Quokka Vault", "publish": False, "programme": "front-door"}
        | {"budget": {"baseline": FIGURE, "forecast": FIGURE}}
    )
    made[f"assignments/{PROJECT}.yaml"] = (
        "sponsor: [{person: nellie-numbat, from: 2026-01-12, elements: [A quokka]}]\n"
    )
    made[f"approvals/{PROJECT}/start-2026-02-02.yaml"] = _text(_kind("approval"), WITHHELD, "")
    made[f"assurance/{PROJECT}/quokka-look.yaml"] = _text(_kind("review"), WITHHELD, "")
    made[f"projects/{KEPT}/issues.yaml"] = office[f"projects/{KEPT}/issues.yaml"] + _MENTIONED
    made[f"projects/{KEPT}/dependencies.yaml"] = (
        office[f"projects/{KEPT}/dependencies.yaml"] + _DEPENDS
    )
    made["policy/policy.yaml"] += _policy()
    return made


def left_out_fields() -> Iterator[str]:
    """Every field with free text of the records that are kept with a project."""
    for kind in _RECORDS:
        for keys, _ in _free(kind, full(kind.name)):
            yield ".".join([kind.name, *_starred(kind, keys)])


def _policy() -> str:
    audiences = {
        "internal": {"people": "role", "projects": "all"},
        "board": {"people": "full", "projects": "all", "leave_out": sorted(set(left_out_fields()))},
        "public": {"leave_out": sorted(set(left_out_fields()))},
    }
    return f"people: {{publish: full}}\naudiences: {json.dumps(audiences)}\n"


def _path(kind: Kind, scope: str) -> str:
    return kind.pattern.format(owner="projects", scope=scope, id="2026-10")


def _text(kind: Kind, word: str, entry: str) -> str:
    record = _marked(kind, word)
    return json.dumps({entry: record} if kind.shape == "register" else record, default=str)


def _marked(kind: Kind, word: str) -> dict[str, Any]:
    data = json.loads(json.dumps(full(kind.name), default=float))
    for number, (keys, _) in enumerate(list(_free(kind, data))):
        part = data
        for key in keys[:-1]:
            part = part[key]
        part[keys[-1]] = f"{word.capitalize()} {kind.name} {number}"
    return data  # type: ignore[no-any-return]


def _free(kind: Kind, data: Any) -> Iterator[tuple[Keys, str]]:
    """The texts of the record that may say anything."""
    for keys, value in leaves(data):
        if isinstance(value, str) and _is_free(field_schema(kind, keys)):
            yield keys, value


def _is_free(part: Any) -> bool:
    if not part:
        return False
    if options := part.get("anyOf"):
        return any(_is_free(each) for each in options)
    bound = {"enum", "const", "format", "x-refers-to"} & set(part)
    return part.get("type") == "string" and not bound and part.get("pattern", r"\S") == r"\S"


def _starred(kind: Kind, keys: Keys) -> Iterator[str]:
    """The keys as a policy names them: a star for each entry of a list or of a map of ids."""
    for number, key in enumerate(keys):
        part = field_schema(kind, keys[:number]) or {}
        parts = (part, *part.get("anyOf", ()))
        is_named = any(key in each.get("properties", {}) for each in parts)
        yield str(key) if is_named else "*"


def _kind(name: str) -> Kind:
    found = kind_named(name)
    assert found is not None
    return found


def read(folder: Path) -> dict[str, str]:
    """The texts of the office in the folder."""
    found = sorted(folder.rglob("*.yaml"))
    return {each.relative_to(folder).as_posix(): each.read_text("utf-8") for each in found}
