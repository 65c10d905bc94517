"""Annotations: ten of a kind, errors first, and no value becomes a command of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.github import written
from pmoascode.formats.result import Result
from tests.formats.damaged import result

FIXED = result()
CODES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def with_findings(*findings: Finding) -> Result:
    return replace(FIXED, verdict=replace(FIXED.verdict, findings=findings, standing=(), waived=()))


def decoded(text: str) -> str:
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda code: CODES[code[0]], text)


def commands(output: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """What the runner takes for commands: `::name key=value,...::data`, and `##[` anywhere."""
    for line in re.split("\r\n|\r|\n", output):
        stripped = line.lstrip()
        if stripped.startswith("::") and "::" in stripped[2:]:
            head, _, data = stripped[2:].partition("::")
            name, _, rest = head.partition(" ")
            pairs = (pair.split("=", 1) for pair in rest.split(","))
            yield name, {key: decoded(value) for key, value in pairs}, decoded(data)
        elif "##[" in line:
            yield "##[", {}, line


_MARKS = [
    *("::", "##[", "##", "#", "[", "]", "%", "%0A", "%25", "\n", "\r", ",", ":", "=", " ", "\x00"),
    *("::error::", "::add-mask::", "::set-env name=a::b", "##[add-path]/x", "\x1b", "\u2028", "a"),
]
marks = st.sampled_from(_MARKS)
hostile = st.lists(marks | st.text(max_size=3), max_size=8).map("".join)


def same(shown: str, meant: str) -> bool:
    """Whether the text is what was meant, but for what cannot be shown and what is taken apart."""

    def plain(text: str) -> str:
        text = text.replace("# #[", "##[")
        return "".join(
            c if c.isprintable() or c in "\r\n" else "\N{REPLACEMENT CHARACTER}" for c in text
        )

    return plain(shown) == plain(meant)


@given(hostile, hostile, hostile, hostile)
@settings(max_examples=300, deadline=None)
def test_no_value_becomes_a_command(message: str, remedy: str, path: str, rule: str) -> None:
    finding = Finding(rule, Severity.ERROR, Place(path, 3, 5, 2), message, remedy)
    output = written(with_findings(finding))
    assert "##[" not in output
    ((name, properties, data),) = commands(output)
    assert name == "error"
    assert set(properties) == {"file", "line", "col", "endColumn", "title"}
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("3", "5", "7")
    assert same(data, f"{message}\n{remedy}" if remedy else message)


def many(severity: Severity, count: int) -> list[Finding]:
    return [Finding("a", severity, Place("a.yaml", n), f"{n}") for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("errors", "warnings", "shown", "said"),
    [
        (1, 0, ["error"], ""),
        (1, 2, ["error", "warning", "warning"], ""),
        (10, 10, ["error"] * 10 + ["warning"] * 10, ""),
        (11, 1, ["error"] * 10 + ["warning"], "1 more of severity error: the summary of the job"),
        (12, 13, ["error"] * 10 + ["warning"] * 10, "2 more of severity error and 3 more of"),
    ],
)
def test_ten_of_a_kind_are_shown_and_the_rest_is_counted(
    errors: int, warnings: int, shown: list[str], said: str
) -> None:
    mixed = [*many(Severity.WARNING, warnings), *many(Severity.ERROR, errors)]
    output = written(with_findings(*mixed))
    found = list(commands(output))
    assert [name for name, _, _ in found] == shown
    assert [p["line"] for name, p, _ in found if name == "error"] == [
        str(n) for n in range(1, min(errors, 10) + 1)
    ]
    assert said in output
    assert ("more of" in output) is bool(said)


def test_what_was_there_before_is_not_annotated() -> None:
    assert FIXED.verdict.standing
    assert len(list(commands(written(FIXED)))) == len(FIXED.verdict.findings) == 4
