"""The assignment: who holds which role, from when until when, for how much of their time."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    Date,
    Line,
    Link,
    MilestoneId,
    PersonId,
    Prose,
    RoleId,
    Share,
    says,
)
from pmoascode.records.record import Part, Record
from pmoascode.records.tenure import Tenure

ChangeReason = Literal[
    "career-move",
    "end-of-contract",
    "illness",
    "leave",
    "left",
    "performance",
    "reorganisation",
    "retired",
    "end-of-phase",
    "other",
]


class Appointment(Part, frozen=True, kw_only=True):
    """The letter that appointed somebody, and what it says."""

    date: Annotated[Date, says("Date", "The day of the letter.", "2026-01-05")]
    letter: Annotated[
        Link | None,
        says("Letter", "Where the letter is kept.", "https://files.example/letters/apollo.pdf"),
    ] = None
    accountable_to: Annotated[
        RoleId | None,
        says("Accountable to", "The role to which the holder answers.", "portfolio-manager"),
    ] = None
    tenure_until: Annotated[
        Date | None, says("Tenure until", "The last day agreed, inclusive.", "2027-06-30")
    ] = None
    tenure_milestone: Annotated[
        MilestoneId | None,
        says("Tenure milestone", "The milestone at which the tenure ends.", "go-live"),
    ] = None


class Assignment(Record, frozen=True, kw_only=True):
    """One person in one role on one project, programme, portfolio or unit, for a time."""

    kind: ClassVar[str] = "assignment"
    given: ClassVar[tuple[str, ...]] = ("role",)  # the key under which the entry stands

    role: RoleId = ""
    person: Annotated[PersonId, says("Person", "Who holds the role.", "tom-berg")]
    from_: Annotated[Date, says("From", "The first day.", "2026-01-12")] = field(name="from")
    until: Annotated[
        Date | None,
        says("Until", "The last day, inclusive; left out while no end is agreed.", "2027-06-30"),
    ] = None
    time: Annotated[
        Share | None, says("Time", "How much of full time it takes, in percent.", "80 %")
    ] = None
    filled: Annotated[
        Literal["permanent", "interim"],
        says("Filled", "Whether the holder stays or bridges a gap.", "permanent"),
    ] = "permanent"
    handover: Annotated[
        bool,
        says("Handover", "Whether the holder hands over to, or takes over from, another.", True),
    ] = False
    supervisor: Annotated[
        PersonId | None,
        says("Supervisor", "The project manager who guides a junior.", "maria-silva"),
    ] = None
    elements: Annotated[
        tuple[Line, ...],
        says("Elements", "The parts of the work that the holder leads.", ["Data migration"]),
    ] = ()
    appointment: Annotated[
        Appointment | None,
        says("Appointment", "The letter of appointment.", {"date": "2026-01-05"}),
    ] = None
    change_reason: Annotated[
        ChangeReason | None,
        says("Change reason", "Why the holder or the tenure changed.", "career-move"),
    ] = None
    backfill_reason: Annotated[
        Prose | None,
        says(
            "Backfill reason",
            "Why it is recorded long after its first day.",
            "The letter was signed late.",
        ),
    ] = None

    @property
    def tenure(self) -> Tenure:
        """The days on which the person holds the role."""
        return Tenure(self.from_, self.until)

    def holds_on(self, day: Date) -> bool:
        """Whether the person holds the role on the day."""
        return self.from_ <= day and (self.until is None or day <= self.until)
