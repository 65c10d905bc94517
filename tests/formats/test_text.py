"""The text format: as wide as the terminal, whole where a program reads it."""

from dataclasses import replace

import pytest

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats import text
from pmoascode.formats.result import Result
from pmoascode.verdict import Skipped, Verdict
from tests.own_rules.offices import TODAY, office

LONG = (
    "the milestone Portal open of Apollo claims portal was reached late, and no reason says why;"
    " two weeks are allowed without"
)
REMEDY = "To put it right, write the cause into the milestone, and tell who waits for it."


def written(*findings: Finding, width: int | None, source: str = "", **more: object) -> str:
    """What is printed for the findings on a terminal of so many columns."""
    files = {"projects/apollo/actions.yaml": source or "{}"}
    verdict = Verdict(TODAY, findings, (), (), 3)
    result = Result(replace(verdict, **more), office(files), "1.0", width=width)  # type: ignore[arg-type]
    return text.written(result)


def finding(message: str = LONG, line: int = 1, column: int = 1, width: int = 1) -> Finding:
    place = Place("projects/apollo/actions.yaml", line, column, width)
    return Finding(
        "delay-without-reason", Severity.ERROR, place, message, REMEDY, record="project/apollo"
    )


def test_a_message_is_folded_to_the_width_of_the_terminal() -> None:
    assert written(finding(), width=48, source="\n").splitlines() == [
        "error: the milestone Portal open of Apollo",
        "  claims portal was reached late, and no reason",
        "  says why; two weeks are allowed without",
        " --> projects/apollo/actions.yaml:1:1",
        "  = To put it right, write the cause into the",
        "    milestone, and tell who waits for it.",
        "  = pmo explain delay-without-reason (record project/apollo)",
        "",
        "1 error (3 rules on 3 files, as of 2026-11-10)",
    ]


def test_a_program_reads_each_message_in_one_line() -> None:
    assert f"error: {LONG}\n" in written(finding(), width=None)
    assert f"  = {REMEDY}\n" in written(finding(), width=None)


def test_what_follows_the_findings_is_folded_too() -> None:
    skipped = (Skipped("a-rule", "no base was given"), Skipped("b-rule", "no reviews were given"))
    said = written(width=40, standing=(finding(),), skipped=skipped).splitlines()
    assert said == [
        "There before this change, which neither",
        "  makes nor edits it:",
        "  error: the milestone Portal open of",
        "    Apollo claims portal was reached",
        "    late, and no reason says why; two",
        "    weeks are allowed without",
        "    (projects/apollo/actions.yaml:1:1)",
        "",
        "not asked, since no base was given:",
        "  a-rule",
        "",
        "not asked, since no reviews were given:",
        "  b-rule",
        "",
        "nothing to put right (3 rules on 3",
        "  files, as of 2026-11-10, 1 there",
        "  before, 2 rules not asked)",
    ]


def test_lines_under_an_expression_keep_their_place() -> None:
    message = "rule ours: nothing is called `projekt` here\nhas(projekt.budget)\n    ^^^^^^^"
    said = written(finding(message), width=40, source="\n").splitlines()
    assert said[:4] == [
        "error: rule ours: nothing is called",
        "  `projekt` here",
        "  | has(projekt.budget)",
        "  |     ^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("source", "column", "width", "expected"),
    [
        ("name: Tom", 7, 3, ["name: Tom", "      ^^^"]),
        ("name: 漢字 Tom", 10, 3, ["name: 漢字 Tom", "           ^^^"]),
        ("name: 漢字", 7, 2, ["name: 漢字", "      ^^^^"]),
        (
            "name: Cafe\N{COMBINING ACUTE ACCENT} Tom",
            13,
            3,
            ["name: Cafe\u0301 Tom", " " * 11 + "^^^"],
        ),
        ("\tTom", 2, 3, ["\tTom", "\t^^^"]),
        ("a: b", 5, 1, ["a: b", "    ^"]),
    ],
)
def test_the_mark_stands_under_its_word(
    source: str, column: int, width: int, expected: list[str]
) -> None:
    said = written(finding(column=column, width=width), width=None, source=source + "\n")
    assert [line.partition("| ")[2] for line in said.splitlines()[2:4]] == expected


def test_a_long_line_is_cut_around_its_mark() -> None:
    source = "do: " + "x" * 60 + " here " + "y" * 60
    said = written(finding(column=66, width=4), width=50, source=source + "\n").splitlines()
    shown, mark = said[4:6]
    assert (len(shown), shown[:5]) == (50, "1 | …")
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "here"


@pytest.mark.parametrize(
    ("severities", "fail_on", "last"),
    [
        (["error", "warning"], "error", "be put right. Warnings are not in its way."),
        (["error"], "error", "This change is blocked: one finding has to be put right."),
        (
            ["warning"],
            "error",
            "This change is not blocked: 1 warning. It can be merged with them.",
        ),
        (["warning"], "warning", "This change is blocked: one finding has to be put right."),
        ([], "error", "as of 2026-11-10)"),
    ],
)
def test_the_last_line_says_whether_a_change_is_blocked(
    severities: list[str], fail_on: str, last: str
) -> None:
    found = tuple(Finding("a", Severity[each.upper()], Place("a"), "m") for each in severities)
    verdict = Verdict(TODAY, found, (), (), 3)
    result = Result(verdict, office({}), "1.0", is_change=True, fail_on=Severity[fail_on.upper()])
    assert text.written(result).rstrip("\n").splitlines()[-1].endswith(last)
    assert "blocked" not in text.written(replace(result, is_change=False))
