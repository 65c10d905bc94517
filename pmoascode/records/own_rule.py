"""A rule of the office's own, written as an expression."""

from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, field

from pmoascode.records.fields import Id, Line, Prose, says
from pmoascode.records.record import Part, Record

Expression = Annotated[str, Meta(extra_json_schema={"minLength": 1, "maxLength": 2000})]
# A record as data; `office`, `before` and `today` beside its fields are what the rule sees else.
Example = Annotated[dict[str, Any], Meta(extra_json_schema={"maxProperties": 100})]


class RuleExamples(Part, frozen=True, kw_only=True):
    """Records on which `pmo check --rules` tries the rule."""

    good: Annotated[
        tuple[Example, ...],
        says("Good", "Records that keep the rule.", [{"tier": "small"}]),
    ] = ()
    bad: Annotated[
        tuple[Example, ...],
        says("Bad", "Records that break the rule.", [{"tier": "large"}]),
    ] = ()


class OwnRule(Record, frozen=True, kw_only=True):
    """One rule; its name is the file's name and states the defect."""

    kind: ClassVar[str] = "own-rule"

    title: Annotated[
        Line, says("Title", "The defect in one sentence.", "A large project names no programme")
    ]
    judges: Annotated[
        Id,
        says(
            "Judges", "The kind of record that is judged, or `office` for all of them.", "project"
        ),
    ]
    when: Annotated[
        Expression | None,
        says(
            "When",
            "Which records are meant, as a CEL expression; all of them if left out.",
            'project.tier == "large"',
        ),
    ] = None
    must: Annotated[
        Expression,
        says("Must", "What must be true of them, as a CEL expression.", "has(project.programme)"),
    ]
    message: Annotated[
        Line,
        says(
            "Message",
            "What the finding says; the value of an expression in braces is put in.",
            "{project.name} is large and must belong to a programme",
        ),
    ]
    at_field: Annotated[
        Line | None,
        says("At", "The field that the finding points at; the record if left out.", "tier"),
    ] = field(default=None, name="at")
    severity: Annotated[
        Literal["info", "warning", "error"],
        says("Severity", "How much a finding weighs.", "warning"),
    ] = "warning"
    why: Annotated[
        Prose | None,
        says("Why", "Why the rule exists.", "Large projects without a programme compete blindly."),
    ] = None
    remedy: Annotated[
        Prose | None,
        says(
            "Remedy", "How to put it right.", "Name the programme, or ask the board for a waiver."
        ),
    ] = None
    examples: Annotated[
        RuleExamples | None,
        says("Examples", "Good and bad records.", {"bad": [{"tier": "large"}]}),
    ] = None
