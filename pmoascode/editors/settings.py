"""The settings of Visual Studio Code for an office: schemas by path, snippets, tasks.

Settings: https://github.com/redhat-developer/vscode-yaml, `yaml.schemas`; tasks:
https://code.visualstudio.com/docs/debugtest/tasks.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pmoascode.editors.snippets import snippets
from pmoascode.records.kinds import KINDS

SCHEMAS = ".pmo/schemas"  # folder of the editor's copy of the schemas, from the repository's root
IGNORED = ".pmo/"  # what git is to ignore: the copy is made again from the records
_EXTENSION = "redhat.vscode-yaml"


def editor_files(records: str = "portfolio", schemas: str = SCHEMAS) -> Mapping[str, str]:
    """The files that set up the editor, by their path from the repository's root.

    `records` is the folder of the records and `schemas` that of the editor's copy of the schemas,
    both from the root; the records may be the root itself, "".
    """
    return {
        ".vscode/extensions.json": _json({"recommendations": [_EXTENSION]}),
        ".vscode/pmo.code-snippets": _json(snippets()),
        ".vscode/settings.json": _json(settings(records, schemas)),
        ".vscode/tasks.json": _json(_TASKS),
    }


def settings(records: str = "portfolio", schemas: str = SCHEMAS) -> Mapping[str, Any]:
    """The settings: which schema judges which files, and that `pmo fmt` alone lays them out."""
    return {"yaml.schemas": associations(records, schemas), "yaml.format.enable": False}


def associations(records: str = "portfolio", schemas: str = SCHEMAS) -> Mapping[str, list[str]]:
    """The schema of each kind, to the patterns of the files of the kind."""
    prefix = f"{records}/" if records else ""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        patterns = found.setdefault(f"./{schemas}/{kind.name}.schema.json", [])
        patterns.extend(prefix + pattern for pattern in _patterns(kind.pattern))
    return found


def _patterns(pattern: str) -> Iterator[str]:
    starred = pattern.replace("{id}", "*").replace("{scope}", "*")
    if "{owner}" not in starred:
        yield starred
        return
    for owner in ("projects", "programmes"):
        yield starred.replace("{owner}", owner)


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


# The findings of `pmo check` are taken from its text: a sentence, then the place below it.
_FINDINGS = {
    "owner": "pmo",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": [
        {"regexp": r"^(error|warning|info): (.*)$", "severity": 1, "message": 2},
        {"regexp": r"^ *--> (.*):(\d+):(\d+)$", "file": 1, "line": 2, "column": 3},
    ],
}
_TASKS = {
    "version": "2.0.0",
    "tasks": [
        {
            "label": "Check the records",
            "type": "shell",
            "command": "pmo check --quiet",
            "problemMatcher": _FINDINGS,
            "group": {"kind": "test", "isDefault": True},
            "presentation": {"reveal": "silent", "clear": True},
        },
        {
            "label": "Bring the completion up to date",
            "type": "shell",
            "command": "pmo editor-schemas",
            "problemMatcher": [],
            "presentation": {"reveal": "silent"},
            "runOptions": {"runOn": "folderOpen"},
        },
    ],
}
