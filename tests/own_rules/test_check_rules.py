"""`pmo check` with rules of the office's own."""

from pathlib import Path

from click.testing import CliRunner

from pmoascode.cli.check import check
from tests.own_rules.offices import RULE, project, rule


def folder(path: Path, must: str) -> list[str]:
    """The arguments for an office in the folder, with one rule."""
    examples = "examples: {good: [{tier: large}]}\n"
    files = {
        "organisation.yaml": "name: Lindqvist & Sons\ncurrency: EUR\n",
        "policy/policy.yaml": "schema: 1\nprofile: starter\n",
        RULE: rule(must, message="{project.name} is large", more=examples),
        "projects/apollo/project.yaml": project("Apollo", tier="large"),
    }
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return ["--records", str(path), "--today", "2026-11-10"]


def test_the_rule_speaks_in_the_report(tmp_path: Path) -> None:
    told = CliRunner().invoke(check, folder(tmp_path, "project.tier != 'large'"))
    assert "warning: Apollo is large" in told.output
    assert "example" not in told.output


def test_the_examples_are_tried_on_request(tmp_path: Path) -> None:
    arguments = [*folder(tmp_path, "project.tier != 'large'"), "--rules"]
    told = CliRunner().invoke(check, arguments, standalone_mode=False)
    assert "error: rule ours: the good example breaks the rule" in told.output
    assert told.return_value == 1


def test_a_wrong_expression_shows_its_line_with_a_caret(tmp_path: Path) -> None:
    told = CliRunner().invoke(check, folder(tmp_path, "project.teir != 'large'"))
    assert "rule ours: `project` has no `teir`; did you mean `tier`?" in told.output
    lines = told.output.splitlines()
    [at] = [n for n, line in enumerate(lines) if line.startswith("4 |   project.teir")]
    assert lines[at + 1] == "  |           ^^^^"
