"""The people-change plan: whom the project changes, and how they are brought along."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    Date,
    Id,
    Line,
    Number,
    PersonId,
    Prose,
    Scale5,
    Share,
    Term,
    refers,
    says,
)
from pmoascode.records.measurement import Measurement
from pmoascode.records.parts import Action
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}
GroupId = Annotated[str, refers("group")]


class Adkar(Part, frozen=True, kw_only=True):
    """How far a group has come, 1 to 5 in each step; the first 3 or less is the barrier."""

    awareness: Annotated[Scale5, says("Awareness", "Knows why it changes.", 4)]
    desire: Annotated[Scale5, says("Desire", "Wants to take part.", 3)]
    knowledge: Annotated[Scale5, says("Knowledge", "Knows how.", 2)]
    ability: Annotated[Scale5, says("Ability", "Can do it.", 2)]
    reinforcement: Annotated[Scale5, says("Reinforcement", "Is kept at it.", 1)]

    @property
    def barrier(self) -> str | None:
        """The first step that scores 3 or less; nothing where all score more."""
        return next((name for name in self.__struct_fields__ if getattr(self, name) <= 3), None)


class Group(Part, frozen=True, kw_only=True):
    """People whose daily work changes in the same way."""

    title: Annotated[Line, says("Title", "Who they are.", "Claims staff", **_APPROVED)]
    people: Annotated[int | None, says("People", "How many.", 140)] = None
    change: Annotated[
        Prose | None,
        says("Change", "What changes for them.", "Claims arrive as data.", **_APPROVED),
    ] = None
    severity: Annotated[
        Literal["none", "low", "medium", "high"] | None,
        says("Severity", "How much it changes.", "high"),
    ] = None
    readiness: Annotated[
        Share | None, says("Readiness", "How ready they are, in percent.", "60 %")
    ] = None
    assessed: Annotated[
        Date | None, says("Assessed", "The day of the last assessment.", "2026-10-20")
    ] = None
    adkar: Annotated[
        Adkar | None, says("ADKAR", "The five steps, 1 to 5.", {"awareness": 4, "desire": 3})
    ] = None


class Communication(Part, frozen=True, kw_only=True):
    """One message to one audience."""

    audience: Annotated[Line, says("Audience", "Whom it is for.", "Claims staff")]
    message: Annotated[Prose, says("Message", "What they are told.", "Why the portal comes.")]
    channel: Annotated[Line | None, says("Channel", "How it reaches them.", "Town hall")] = None
    sender: Annotated[PersonId | None, says("Sender", "Who says it.", "maria-silva")] = None
    due: Annotated[Date | None, says("Due", "The planned day.", "2026-11-25")] = None
    done: Annotated[Date | None, says("Done", "The day on which it was said.", "2026-11-25")] = None


class Training(Part, frozen=True, kw_only=True):
    """What one group learns."""

    group: Annotated[GroupId, says("Group", "The id of a group of this plan.", "claims-staff")]
    content: Annotated[Line, says("Content", "What they learn.", "Working with the portal")]
    due: Annotated[Date | None, says("Due", "The last day, inclusive.", "2027-02-26")] = None
    completed: Annotated[
        Share | None, says("Completed", "Share of the group that has done it.", "35 %")
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who organises it.", "ines-roth")] = None


class Resistance(Part, frozen=True, kw_only=True):
    """Why a group holds back, and the answer."""

    group: Annotated[
        GroupId | None, says("Group", "The id of a group of this plan.", "claims-staff")
    ] = None
    cause: Annotated[Prose, says("Cause", "Why they hold back.", "Fear for their posts.")]
    response: Annotated[
        Prose | None, says("Response", "What is done about it.", "A promise in writing.")
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who does it.", "ines-roth")] = None
    due: Annotated[Date | None, says("Due", "The last day, inclusive.", "2026-12-11")] = None


class Adoption(Part, frozen=True, kw_only=True):
    """One measure of whether the change has arrived."""

    title: Annotated[Line, says("Title", "What is measured.", "Claims sent online", **_APPROVED)]
    type_: Annotated[
        Literal["leading", "lagging"],
        says("Type", "Whether it warns early or proves late.", "lagging"),
    ] = field(name="type", default="leading")
    unit: Annotated[
        Line | None, says("Unit", "The unit of the value.", "% of claims", **_APPROVED)
    ] = None
    target: Annotated[Number | None, says("Target", "The value to reach.", 70, **_APPROVED)] = None
    every: Annotated[Term | None, says("Every", "Time between measurements.", "1 month")] = None
    measurements: Annotated[
        tuple[Measurement, ...],
        says("Measurements", "Only ever added.", [{"date": "2027-05-31", "value": 41}]),
    ] = ()


class ChangePlan(Record, frozen=True, kw_only=True):
    """How the people concerned are prepared, trained and heard."""

    kind: ClassVar[str] = "change-plan"

    owner: Annotated[
        PersonId | None, says("Owner", "Who leads the people's side.", "ines-roth")
    ] = None
    strategy: Annotated[
        Prose | None,
        says("Strategy", "The way in a paragraph.", "Team by team, leaders first.", **_APPROVED),
    ] = None
    groups: Annotated[
        dict[Id, Group],
        says("Groups", "Id to group, with the impact.", {"claims-staff": {"title": "Claims"}}),
    ] = {}
    communications: Annotated[
        dict[Id, Communication],
        says("Communications", "Id to message.", {"kick-off": {"audience": "Claims staff"}}),
    ] = {}
    trainings: Annotated[
        dict[Id, Training],
        says("Training", "Id to training.", {"portal": {"group": "claims-staff"}}),
    ] = {}
    no_training_needed: Annotated[
        Line | None,
        says(
            "No training needed", "Why there is none.", "The screens stay as they are.", **_APPROVED
        ),
    ] = None
    resistance: Annotated[
        dict[Id, Resistance],
        says("Resistance", "Id to cause and response.", {"posts": {"cause": "Fear for posts."}}),
    ] = {}
    no_resistance_expected: Annotated[
        Line | None,
        says(
            "No resistance expected",
            "Why the list is empty.",
            "The staff asked for it.",
            **_APPROVED,
        ),
    ] = None
    steps: Annotated[
        tuple[Action, ...],
        says("Steps", "The way from old to new.", [{"do": "Run both for a month"}]),
    ] = ()
    adoption: Annotated[
        dict[Id, Adoption],
        says("Adoption", "Id to measure.", {"online": {"title": "Claims sent online"}}),
    ] = {}
    sustainment: Annotated[
        Prose | None,
        says(
            "Sustainment", "How it is kept alive.", "Team leads review it each month.", **_APPROVED
        ),
    ] = None
