"""The end report: what came of it, what is left to do, what others can learn."""

from typing import Annotated, ClassVar, Literal, get_args

from pmoascode.records.fields import (
    Amount,
    Date,
    LessonId,
    Line,
    PersonId,
    Prose,
    SignedAmount,
    says,
)
from pmoascode.records.parts import Action, SignOff
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}
Topic = Literal[
    "effectiveness",
    "schedule",
    "cost",
    "scope",
    "quality",
    "risk",
    "issue",
    "change",
    "communication",
    "people",
    "acceptance",
    "implementation",
    "team",
    "contractors",
    "best-practice",
]


class EndReport(Record, frozen=True, kw_only=True):
    """The last report of one project or programme."""

    kind: ClassVar[str] = "end-report"

    date: Annotated[Date, says("Date", "The day on which it was written.", "2027-07-30")]
    by: Annotated[PersonId, says("By", "Who answers for it.", "tom-berg")]
    summary: Annotated[
        Prose,
        says("Summary", "How it went.", "Open three weeks late, within the money.", **_APPROVED),
    ]
    objectives_review: Annotated[
        Prose | None,
        says(
            "Objectives",
            "What was reached, against targets and tolerances.",
            "All but one.",
            **_APPROVED,
        ),
    ] = None
    business_case_review: Annotated[
        Prose | None,
        says("Business case", "Whether it still holds.", "It pays in 3 years.", **_APPROVED),
    ] = None
    benefits_so_far: Annotated[
        Prose | None,
        says("Benefits so far", "What has come already.", "Claims take 7 days.", **_APPROVED),
    ] = None
    benefits_expected: Annotated[
        Prose | None,
        says("Benefits expected", "What is still to come.", "4 days in 2028.", **_APPROVED),
    ] = None
    reviews: Annotated[
        dict[Topic, Prose],
        says(
            "Reviews",
            "Topic to how it went.",
            {"schedule": "Three weeks late."},
            propertyNames={"enum": list(get_args(Topic))},
            **_APPROVED,
        ),
    ] = {}
    products_review: Annotated[
        Prose | None,
        says(
            "Products",
            "What was delivered and accepted, and what was not.",
            "All accepted.",
            **_APPROVED,
        ),
    ] = None
    off_specifications: Annotated[
        tuple[Line, ...],
        says(
            "Off-specifications",
            "What was accepted though it falls short.",
            ["No dark mode"],
            **_APPROVED,
        ),
    ] = ()
    handover: Annotated[
        Prose | None,
        says("Handover", "To whom and how.", "To the claims systems team.", **_APPROVED),
    ] = None
    final_cost: Annotated[
        Amount | None,
        says("Final cost", "What it cost in the end, in money.", 1291000, **_APPROVED),
    ] = None
    contingency_returned: Annotated[
        SignedAmount | None,
        says("Contingency returned", "Unused money given back.", 65000, **_APPROVED),
    ] = None
    assets: Annotated[
        Prose | None,
        says("Assets", "What becomes of what was bought.", "Laptops to the pool.", **_APPROVED),
    ] = None
    follow_on: Annotated[
        tuple[Action, ...],
        says("Follow-on", "What is left to do, by whom.", [{"do": "Switch off the old forms"}]),
    ] = ()
    recommendations: Annotated[
        tuple[Line, ...],
        says(
            "Recommendations",
            "What should be done afterwards.",
            ["Measure again in 2028"],
            **_APPROVED,
        ),
    ] = ()
    lessons: Annotated[
        tuple[LessonId, ...], says("Lessons", "The lessons recorded.", ["name-the-team"])
    ] = ()
    review_due: Annotated[
        Date | None,
        says(
            "Review due", "The day by which the benefits are reviewed.", "2028-01-31", **_APPROVED
        ),
    ] = None
    approved: Annotated[
        SignOff | None,
        says(
            "Approved",
            "Who accepts the end, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2027-08-06"},
        ),
    ] = None
