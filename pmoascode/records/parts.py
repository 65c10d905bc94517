"""Parts that several kinds of record share: sign-offs, actions, dates with a baseline."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import Date, Line, Link, PersonId, Prose, RoleId, says
from pmoascode.records.record import Part


class SignOff(Part, frozen=True, kw_only=True):
    """A decision that somebody signed: what, who, in which role, when."""

    outcome: Annotated[
        Literal["approved", "approved-with-conditions", "rejected", "deferred"],
        says("Outcome", "What was decided.", "approved"),
    ]
    by: Annotated[PersonId, says("By", "The person who decided.", "maria-silva")]
    as_: Annotated[RoleId, says("As", "The role in which the person decided.", "sponsor")] = field(
        name="as"
    )
    date: Annotated[Date, says("Date", "The day of the decision.", "2026-11-10")]
    reason: Annotated[
        Prose | None, says("Reason", "Why it was decided so.", "The pilot met its targets.")
    ] = None

    @property
    def is_granted(self) -> bool:
        """Whether it was approved, with conditions or without."""
        return self.outcome in ("approved", "approved-with-conditions")


class Action(Part, frozen=True, kw_only=True):
    """Something that one person has to do by a day."""

    do: Annotated[Line, says("Do", "What is to be done.", "Agree the vendor's fix")]
    owner: Annotated[PersonId, says("Owner", "Who does it.", "tom-berg")]
    due: Annotated[Date, says("Due", "The last day, inclusive.", "2026-11-20")]
    done: Annotated[Date | None, says("Done", "The day on which it was done.", "2026-11-18")] = None


class Forecast(Part, frozen=True, kw_only=True):
    """One date: as approved, as expected now, as it happened."""

    dates_after: ClassVar[str] = ""  # the field of a part with such dates that stands before them

    baseline: Annotated[
        Date | None,
        says(
            "Baseline",
            "The approved date; moves only with an approved change request.",
            "2027-03-12",
            **{"x-approved": True},
        ),
    ] = None
    forecast: Annotated[Date | None, says("Forecast", "The date expected today.", "2027-04-02")] = (
        None
    )
    actual: Annotated[
        Date | None, says("Actual", "The day on which it happened.", "2027-04-01")
    ] = None


class Reference(Part, frozen=True, kw_only=True):
    """A link to a document that is kept elsewhere."""

    title: Annotated[Line, says("Title", "What the link leads to.", "Contract, signed copy")]
    url: Annotated[Link, says("Address", "An https or mailto address.", "https://example.org/doc")]
