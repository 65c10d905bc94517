"""The policy: how strict the office is, and the limits that its rules read."""

from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, field

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.audience import Audience
from pmoascode.records.fields import (
    Amount,
    Date,
    Id,
    LifecycleId,
    Line,
    Rating,
    RoleId,
    Share,
    Term,
    Tier,
    says,
)
from pmoascode.records.record import Part, Record
from pmoascode.records.site_policy import SitePolicy
from pmoascode.records.tier_policy import BUILT_IN, Rigour, TierPolicy

Weight = Literal["info", "warning", "error"]
_ONE = [{"type": "number"}, {"type": "string", "minLength": 1, "maxLength": 300}]
_PER_TIER = {
    "type": "object",
    "properties": {tier: {"anyOf": _ONE} for tier in BUILT_IN},
    "additionalProperties": False,
}
# A number or a text such as "14 days": which of them is the rule's own affair.
Limit = Annotated[Any, Meta(extra_json_schema={"anyOf": [*_ONE, _PER_TIER]})]


class RuleSetting(Part, frozen=True, kw_only=True):
    """How the office wants one rule to be judged."""

    severity: Annotated[
        Weight | None, says("Severity", "How much a finding weighs.", "warning")
    ] = None
    effective_from: Annotated[
        Date | None,
        says("Effective from", "Before that day its findings are warnings.", "2027-01-01"),
    ] = None
    limits: Annotated[
        dict[str, Limit],
        says(
            "Limits",
            "The rule's limits: one value for all, or one a tier.",
            {"days": {"small": 30, "medium": 14}},
        ),
    ] = {}


class Defaults(Part, frozen=True, kw_only=True):
    """What a project is that does not say."""

    tier: Annotated[Tier, says("Tier", "Its tier.", "medium")] = "medium"
    lifecycle: Annotated[LifecycleId, says("Lifecycle", "Its lifecycle.", "standard")] = "standard"


class RiskPolicy(Part, frozen=True, kw_only=True):
    """Which risk scores need what; a score is probability times impact, 1 to 25."""

    appetite: Annotated[
        int,
        says("Appetite", "The highest score accepted without a sign-off.", 12, maximum=25),
    ] = 12
    high: Annotated[int, says("High", "From this score on a risk is high.", 15, maximum=25)] = 15
    critical: Annotated[
        int, says("Critical", "From this score on a risk is critical.", 20, maximum=25)
    ] = 20


class CapacityPolicy(Part, frozen=True, kw_only=True):
    """How much of a person's working time may be assigned."""

    limit: Annotated[
        Share, says("Limit", "More is over-allocation; 100 % if left out.", "100 %")
    ] = field(default_factory=lambda: Percent.parse("100 %"))
    warn: Annotated[Share, says("Warn", "More is tight; 85 % if left out.", "85 %")] = field(
        default_factory=lambda: Percent.parse("85 %")
    )


class PeoplePolicy(Part, frozen=True, kw_only=True):
    """What the public site shows of people."""

    publish: Annotated[
        Literal["full", "initials", "role"],
        says("Publish", "How people are named, unless their own record says.", "role"),
    ] = "role"
    personal: Annotated[
        bool,
        says(
            "Personal",
            "Whether skills, levels, certificates, mentors, development and absence are shown too.",
            False,
        ),
    ] = False
    words: Annotated[
        tuple[Line, ...],
        says(
            "Words",
            "Parts of names that are words here as well; alone they are left in texts.",
            ["Bill"],
        ),
    ] = ()


class ApprovalPolicy(Part, frozen=True, kw_only=True):
    """Who may decide about how much."""

    limits: Annotated[
        dict[RoleId, Amount],
        says("Limits", "Role to the largest amount it may approve.", {"sponsor": 250000}),
    ] = {}


class WaiverPolicy(Part, frozen=True, kw_only=True):
    """How long a waiver lasts and who grants it."""

    longest: Annotated[
        Term, says("Longest", "From creation to expiry; 90 days if left out.", "90 days")
    ] = field(default_factory=lambda: Duration(90, "day"))
    approvers: Annotated[
        tuple[RoleId, ...], says("Approvers", "Roles that may grant one.", ["pmo-director"])
    ] = ("pmo-director",)


class Policy(Record, frozen=True, kw_only=True):
    """The office's policy; whatever it leaves out is as built in."""

    kind: ClassVar[str] = "policy"

    schema: Annotated[Literal[1], says("Schema", "The version of the record format.", 1)] = 1
    profile: Annotated[
        Literal["starter", "standard", "full"],
        says("Profile", "How many rules are asked of everybody.", "standard"),
    ] = "starter"
    scale: Annotated[
        tuple[Rating, ...],
        says("Scale", "The ratings in use, best first.", ["green", "amber", "red"]),
    ] = ("green", "amber", "red")
    defaults: Annotated[
        Defaults, says("Defaults", "For projects that do not say.", {"tier": "medium"})
    ] = field(default_factory=Defaults)
    tiers: Annotated[
        dict[Tier, TierPolicy],
        says(
            "Tiers",
            "Tier to what it asks.",
            {"medium": {"report_every": "1 month"}},
            propertyNames={"enum": list(BUILT_IN)},
        ),
    ] = {}
    rules: Annotated[
        dict[Id, Weight | RuleSetting],
        says("Rules", "Rule to its severity, or to its settings.", {"green-but-late": "warning"}),
    ] = {}
    risk: Annotated[RiskPolicy, says("Risk", "Limits of risk scores.", {"appetite": 12})] = field(
        default_factory=RiskPolicy
    )
    capacity: Annotated[
        CapacityPolicy, says("Capacity", "Limits of people's time.", {"limit": "100 %"})
    ] = field(default_factory=CapacityPolicy)
    people: Annotated[
        PeoplePolicy, says("People", "What is shown of people.", {"publish": "initials"})
    ] = field(default_factory=PeoplePolicy)
    audiences: Annotated[
        dict[Id, Audience],
        says(
            "Audiences",
            "Editions of the site, each with what its readers get.",
            {"public": {"people": "role", "leave_out": ["lesson"]}},
        ),
    ] = {}
    approvals: Annotated[
        ApprovalPolicy, says("Approvals", "Limits of approvers.", {"limits": {"sponsor": 250000}})
    ] = field(default_factory=ApprovalPolicy)
    site: Annotated[
        SitePolicy,
        says("Site", "How the site is arranged and dressed.", {"names": {"home": "Our projects"}}),
    ] = field(default_factory=SitePolicy)
    waivers: Annotated[
        WaiverPolicy, says("Waivers", "Limits of waivers.", {"longest": "60 days"})
    ] = field(default_factory=WaiverPolicy)
    signing: Annotated[bool, says("Signing", "Whether decisions need signed commits.", False)] = (
        False
    )

    def rigour(self, tier: Tier | None) -> Rigour:
        """What a project of the tier owes; of the default tier where it names none."""
        tier = tier or self.defaults.tier
        return BUILT_IN[tier].changed_by(self.tiers.get(tier))

    def setting(self, rule: str) -> RuleSetting:
        """How the office wants the rule to be judged; an empty setting where it does not say."""
        said = self.rules.get(rule, RuleSetting())
        return said if isinstance(said, RuleSetting) else RuleSetting(severity=said)
