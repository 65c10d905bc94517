"""The delegation: somebody acts for somebody else, for a while."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import Date, PersonId, Prose, RoleId, ScopeId, says
from pmoascode.records.record import Record


class Delegation(Record, frozen=True, kw_only=True):
    """One power that one person lends another."""

    kind: ClassVar[str] = "delegation"

    by: Annotated[PersonId, says("By", "Who lends the power.", "maria-silva")]
    to: Annotated[PersonId, says("To", "Who may act instead.", "li-wen")]
    role: Annotated[
        RoleId | None, says("Role", "The role for which; every role if left out.", "sponsor")
    ] = None
    powers: Annotated[
        tuple[Literal["approve", "report", "edit"], ...],
        says("Powers", "What the other may do.", ["approve"], minItems=1),
    ]
    within: Annotated[
        ScopeId | None,
        says(
            "Within",
            "The project, programme, portfolio or unit; all of them if left out.",
            "apollo",
        ),
    ] = None
    from_: Annotated[Date, says("From", "The first day.", "2026-12-01")] = field(name="from")
    until: Annotated[Date, says("Until", "The last day, inclusive.", "2027-01-15")]
    reason: Annotated[Prose | None, says("Reason", "Why it is lent.", "Maria is on leave.")] = None

    def holds_on(self, day: Date) -> bool:
        """Whether the other may act on the day."""
        return self.from_ <= day <= self.until
