"""The settings give every record its schema, and the snippets say what the schemas take."""

import json
import re
from pathlib import Path, PurePosixPath

import pytest

from pmoascode.document import parse
from pmoascode.editors import editor_files
from pmoascode.editors.settings import associations
from pmoascode.editors.snippets import body, lines
from pmoascode.editors.starters import STARTERS, Starter
from pmoascode.office import kind_of
from pmoascode.records.kinds import KINDS
from pmoascode.rules.structure.placeholder_left_in import is_placeholder
from pmoascode.schema import problems
from tests.full_records import leaves

EXAMPLE = Path(__file__).resolve().parents[2] / "portfolio"
FILES = sorted(path.relative_to(EXAMPLE.parent).as_posix() for path in EXAMPLE.rglob("*.yaml"))


def schemas_of(path: str, records: str = "portfolio") -> list[str]:
    """The schemas whose patterns the path fits."""
    steps = len(PurePosixPath(path).parts)
    return [
        name
        for name, patterns in associations(records).items()
        for pattern in patterns
        if PurePosixPath(path).match(pattern) and len(PurePosixPath(pattern).parts) == steps
    ]


def test_every_file_of_the_example_has_the_schema_of_its_kind() -> None:
    kinds = {path: kind_of(path.removeprefix("portfolio/")) for path in FILES}
    wanted = {path: [f"./.pmo/schemas/{k[0].name}.schema.json"] for path, k in kinds.items() if k}
    assert {path: schemas_of(path) for path in FILES} == wanted


def test_records_may_lie_at_the_root() -> None:
    name = "./.pmo/schemas/risk.schema.json"
    assert schemas_of("projects/apollo/risks.yaml", records="") == [name]


def test_every_kind_has_files() -> None:
    wanted = {f"./.pmo/schemas/{kind.name}.schema.json" for kind in KINDS}
    assert set(associations()) == wanted


def test_the_files_are_json_and_the_same_each_time() -> None:
    files = editor_files("records", "build/schemas")
    assert files == editor_files("records", "build/schemas")
    assert all(json.loads(text) for text in files.values())
    patterns = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert patterns["./build/schemas/role.schema.json"] == ["records/roles/*.yaml"]


def test_the_task_reads_the_place_of_a_finding() -> None:
    tasks = json.loads(editor_files()[".vscode/tasks.json"])["tasks"]
    sentence, place = (part["regexp"] for part in tasks[0]["problemMatcher"]["pattern"])
    assert re.search(sentence, "error: `name` is empty")
    found = re.search(place, "  --> portfolio/projects/apollo/project.yaml:12:7")
    assert found
    assert found.groups() == ("portfolio/projects/apollo/project.yaml", "12", "7")


def filled(begun: Starter) -> str:
    """The snippet's file as it is with every placeholder left as it was offered."""
    lead = "name: Apollo\nmilestones:\n" if begun.within else ""
    margin = "  " if begun.within else ""
    text = lead + "".join(f"{margin}{line}\n" for line in lines(body(begun)))
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = text.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-10")
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


@pytest.mark.parametrize("begun", STARTERS, ids=lambda begun: begun.name)
def test_a_snippet_holds_known_fields_with_values_of_their_kind(begun: Starter) -> None:
    document = parse("portfolio/file.yaml", filled(begun).encode())
    assert document.findings == ()
    found = {finding.rule for _, finding in problems(document, begun.kind)}
    # placeholders of choices, dates, ids and amounts; a long one in place of an id
    assert found <= {"malformed-value", "wrong-type", "out-of-range", "value-not-allowed"}


@pytest.mark.parametrize("begun", STARTERS, ids=lambda begun: begun.name)
def test_nothing_that_a_snippet_puts_down_is_taken_for_an_answer(begun: Starter) -> None:
    document = parse("portfolio/file.yaml", filled(begun).encode())
    refused = [keys for keys, _ in problems(document, begun.kind)]
    passed = [
        keys
        for keys, value in leaves(document.data)
        if value not in ("2026-11-10", "Apollo")
        and not is_placeholder(str(value))
        and not any(keys[: len(each)] == each for each in refused)
    ]
    assert passed == []


@pytest.mark.parametrize("begun", STARTERS, ids=lambda begun: begun.name)
def test_the_stops_of_a_snippet_are_numbered_through(begun: Starter) -> None:
    stops = [int(number) for number in re.findall(r"\$\{(\d+)", "\n".join(lines(body(begun))))]
    assert stops == list(range(1, len(stops) + 1))
