"""What the policy asks of a small, a medium and a large project, and what holds unless it says."""

from typing import Annotated, get_args

from msgspec import field, structs

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.fields import Id, Level7, Line, PhaseStage, Share, Term, Tier, says
from pmoascode.records.project import Tolerance
from pmoascode.records.record import Part


class TierPolicy(Part, frozen=True, kw_only=True):
    """What a project of one tier owes; what is left out is as built in."""

    report_every: Annotated[
        Term | None, says("Report every", "How often a status report is due.", "1 month")
    ] = None
    grace: Annotated[
        Term | None,
        says("Grace", "How long after the period a report may still come.", "10 days"),
    ] = None
    tolerance: Annotated[
        Tolerance | None,
        says(
            "Tolerance",
            "How far forecasts may leave the baseline.",
            {"time": "14 days", "cost": "5 %"},
        ),
    ] = None
    files: Annotated[
        dict[PhaseStage, tuple[Id, ...]] | None,
        says(
            "Files",
            "Kinds of record that must be there from that stage on.",
            {"delivery": ["business-case", "pid"]},
            propertyNames={"enum": list(get_args(PhaseStage))},
        ),
    ] = None
    sponsor_time: Annotated[
        Share | None, says("Sponsor's time", "The least share of full time.", "5 %")
    ] = None
    pm_time: Annotated[
        Share | None, says("Manager's time", "The least share of full time.", "50 %")
    ] = None
    pm_level: Annotated[
        Level7 | None, says("Manager's level", "The least level of the manager, 1 to 7.", 4)
    ] = None
    pm_certifications: Annotated[
        tuple[Line, ...] | None,
        says(
            "Manager's certificates",
            "Any one of them makes up for a level that is too low.",
            ["PRINCE2 Practitioner"],
        ),
    ] = None
    handover: Annotated[
        Term | None, says("Handover", "How long two holders of a role may overlap.", "14 days")
    ] = None


class Rigour(Part, frozen=True, kw_only=True):
    """What a project of one tier owes, with nothing left open."""

    report_every: Term
    grace: Term
    tolerance: Tolerance
    files: dict[PhaseStage, tuple[Id, ...]]
    sponsor_time: Share
    pm_time: Share
    pm_level: int
    pm_certifications: tuple[Line, ...] = ()
    handover: Term = field(default_factory=lambda: Duration(14, "day"))

    def changed_by(self, policy: TierPolicy | None) -> "Rigour":
        """The same, but for what the policy says."""
        if policy is None:
            return self
        said = _said(policy)
        if policy.tolerance is not None:
            said["tolerance"] = structs.replace(self.tolerance, **_said(policy.tolerance))
        return structs.replace(self, **said)


def _said(part: Part) -> dict[str, object]:
    return {name: value for name, value in structs.asdict(part).items() if value is not None}


def _rigour(days: int, cost: int, files: dict[PhaseStage, tuple[Id, ...]], *people: int) -> Rigour:
    sponsor, manager, level = people
    return Rigour(
        report_every=Duration(1, "month"),
        grace=Duration(10, "day"),
        tolerance=Tolerance(
            time=Duration(days, "day"),
            cost=Percent.parse(f"{cost} %"),
            benefits=Percent.parse("10 %"),
            risk=15,
        ),
        files=files,
        sponsor_time=Percent.parse(f"{sponsor} %"),
        pm_time=Percent.parse(f"{manager} %"),
        pm_level=level,
    )


BUILT_IN: dict[Tier, Rigour] = {
    "small": _rigour(30, 10, {}, 1, 10, 2),
    "medium": _rigour(
        14,
        5,
        {
            "initiation": ("business-case",),
            "delivery": ("pid", "risk"),
            "closing": ("end-report", "lesson"),
        },
        5,
        40,
        4,
    ),
    "large": _rigour(
        14,
        5,
        {
            "start-up": ("mandate",),
            "initiation": ("business-case", "stakeholder"),
            "delivery": ("pid", "risk", "issue", "benefit", "finance"),
            "closing": ("end-report", "lesson"),
        },
        10,
        80,
        5,
    ),
}
