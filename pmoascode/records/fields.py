"""The types that fields of records share, and the words that explain a field to its author."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec import Meta

from pmoascode.records.amounts import Duration, Percent

ID_PATTERN = "^[a-z0-9][a-z0-9-]*$"


def says(title: str, description: str, example: object, **schema: Any) -> Meta:
    """The title, the description with its unit and one example of a field.

    Whatever else is given goes into the JSON Schema as it stands.
    """
    return Meta(
        title=title, description=description, examples=[example], extra_json_schema=schema or None
    )


def refers(kind: str) -> Meta:
    """An id that must be the id of a record of the kind (several kinds: separated by a space)."""
    return Meta(extra_json_schema={"pattern": ID_PATTERN, "maxLength": 64, "x-refers-to": kind})


Line = Annotated[str, Meta(extra_json_schema={"minLength": 1, "maxLength": 300, "pattern": r"\S"})]
Prose = Annotated[
    str, Meta(extra_json_schema={"minLength": 1, "maxLength": 20000, "x-prose": True})
]
Link = Annotated[
    str,
    Meta(extra_json_schema={"format": "link", "maxLength": 2000, "pattern": "^(https?|mailto):"}),
]
Id = Annotated[str, Meta(extra_json_schema={"pattern": ID_PATTERN, "maxLength": 64})]
Scale5 = Annotated[int, Meta(extra_json_schema={"minimum": 1, "maximum": 5})]
Level7 = Annotated[int, Meta(extra_json_schema={"minimum": 1, "maximum": 7})]

Date = dt.date
Money = Decimal
Amount = Annotated[Decimal, Meta(extra_json_schema={"minimum": 0, "x-unit": "money"})]
SignedAmount = Annotated[Decimal, Meta(extra_json_schema={"x-unit": "money"})]
Share = Percent  # a percentage of full time, of a budget, of a total
Term = Duration

PersonId = Annotated[str, refers("person")]
RoleId = Annotated[str, refers("role")]
SkillId = Annotated[str, refers("skill")]
ProjectId = Annotated[str, refers("project")]
ProgrammeId = Annotated[str, refers("programme")]
PortfolioId = Annotated[str, refers("portfolio")]
ScopeId = Annotated[str, refers("project programme portfolio unit")]
ObjectiveId = Annotated[str, refers("objective")]
LifecycleId = Annotated[str, refers("lifecycle")]
UnitId = Annotated[str, refers("unit")]
PositionId = Annotated[str, refers("position")]

Tier = Literal["small", "medium", "large"]
Rating = Literal["green", "amber-green", "amber", "amber-red", "red"]
Status = Literal["proposed", "active", "on-hold", "closed", "cancelled", "rejected"]
PhaseStage = Literal["start-up", "initiation", "delivery", "closing", "after"]

Number = Decimal  # a measured value; its unit stands beside it
RiskId = Annotated[str, refers("risk")]
IssueId = Annotated[str, refers("issue")]
ChangeRequestId = Annotated[str, refers("change-request")]
ExceptionId = Annotated[str, refers("exception")]
DecisionId = Annotated[str, refers("decision")]
BenefitId = Annotated[str, refers("benefit")]
RequirementId = Annotated[str, refers("requirement")]
DeliverableId = Annotated[str, refers("deliverable")]
LessonId = Annotated[str, refers("lesson")]
MilestoneId = Annotated[str, refers("milestone")]
PhaseId = Annotated[str, refers("phase")]
GateId = Annotated[str, refers("gate")]
OptionId = Annotated[str, refers("option")]
