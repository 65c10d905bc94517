"""Settings of the editor's user stay, and gain what they lack."""

import json

import pytest

from pmoascode.editors.merging import brought_in

SCHEMAS = {"./.pmo/schemas/risk.schema.json": ["portfolio/projects/*/risks.yaml"]}
OURS = json.dumps({"yaml.schemas": SCHEMAS, "yaml.format.enable": False})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"yaml.schemas": SCHEMAS, "yaml.format.enable": False}),
        (
            {"editor.fontSize": 14, "yaml.format.enable": True},  # a wish of theirs counts
            {"editor.fontSize": 14, "yaml.format.enable": True, "yaml.schemas": SCHEMAS},
        ),
        (
            {"yaml.schemas": {"https://example.org/mkdocs.json": "mkdocs.yml"}},
            {
                "yaml.schemas": {"https://example.org/mkdocs.json": "mkdocs.yml"} | SCHEMAS,
                "yaml.format.enable": False,
            },
        ),
        (  # the schemas lay in another folder before
            {"yaml.schemas": {"./build/s/risk.schema.json": ["portfolio/projects/*/risks.yaml"]}},
            {"yaml.schemas": SCHEMAS, "yaml.format.enable": False},
        ),
    ],
)
def test_what_is_set_stays(old: object, new: object) -> None:
    made = brought_in(json.dumps(old).encode(), OURS)
    assert made is not None
    assert json.loads(made) == new
    assert brought_in(made, OURS) == made


@pytest.mark.parametrize(
    "old",
    [
        b'{\n  // a comment\n  "editor.fontSize": 14\n}\n',
        b'{"a": 1, "a": 2}',
        b"[]",
        b"",
        b'{"a": "\xff"}',
    ],
)
def test_what_would_lose_something_is_left_to_its_owner(old: bytes) -> None:
    assert brought_in(old, OURS) is None


def test_entries_of_a_list_are_added_once() -> None:
    ours = json.dumps({"tasks": [{"label": "Check", "command": "pmo check"}]})
    theirs = {"tasks": [{"label": "Check", "command": "pmo check --today 2026-11-10"}]}
    text = json.dumps(theirs).encode()
    assert brought_in(text, ours) == text
    other = brought_in(json.dumps({"tasks": [{"label": "Build"}]}).encode(), ours)
    assert [each["label"] for each in json.loads(other or b"")["tasks"]] == ["Build", "Check"]


@pytest.mark.parametrize(
    ("old", "start"),
    [
        (b'{\n\t"a": 1\n}\n', b'{\n\t"a": 1,\n\t"yaml.schemas": {\n\t\t'),
        (b'{\r\n    "a": 1\r\n}\r\n', b'{\r\n    "a": 1,\r\n    "yaml.schemas": {\r\n        '),
    ],
)
def test_indent_and_line_ends_stay(old: bytes, start: bytes) -> None:
    assert (brought_in(old, OURS) or b"").startswith(start)
