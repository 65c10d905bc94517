"""The role: what somebody who holds it answers for, and where the career leads."""

from typing import Annotated, ClassVar, Literal, get_args

from pmoascode.records.fields import Id, Level7, Line, Prose, RoleId, SkillId, says
from pmoascode.records.record import Part, Record

CareerStage = Literal["entry", "intermediate", "senior", "executive"]
_STAGES: tuple[CareerStage, ...] = get_args(CareerStage)


class Responsibility(Part, frozen=True, kw_only=True):
    """One thing that a role answers for, and where the office shows that it is done."""

    text: Annotated[Line, says("Text", "What the role answers for.", "Keeps the plan current")]
    artefacts: Annotated[
        tuple[Id, ...], says("Artefacts", "Kinds of record that show it.", ["project", "risk"])
    ] = ()
    rules: Annotated[
        tuple[Id, ...], says("Rules", "Rules that watch it.", ["milestone-overdue"])
    ] = ()
    pages: Annotated[
        tuple[Line, ...], says("Pages", "Pages of the site that show it.", ["projects"])
    ] = ()


class Aliases(Part, frozen=True, kw_only=True):
    """What the standards call the role."""

    prince2: Annotated[Line | None, says("PRINCE2", "Its name in PRINCE2.", "Executive")] = None
    msp: Annotated[Line | None, says("MSP", "Its name in MSP.", "SRO")] = None
    pm2: Annotated[Line | None, says("PM²", "Its name in PM².", "Project Owner")] = None
    uk: Annotated[
        Line | None,
        says("UK government", "Its name in UK government.", "Senior responsible owner"),
    ] = None
    pmi: Annotated[Line | None, says("PMI", "Its name at PMI.", "Sponsor")] = None


class Role(Record, frozen=True, kw_only=True):
    """One role; the site makes a job description from it."""

    kind: ClassVar[str] = "role"

    title: Annotated[Line, says("Title", "What the role is called here.", "Project manager")]
    family: Annotated[
        Literal["delivery", "governance", "office", "business", "assurance"],
        says("Family", "Which side of the work it is on.", "delivery"),
    ]
    career_stage: Annotated[
        CareerStage | None,
        says("Career stage", "Where in a career it stands.", "intermediate"),
    ] = None
    entry_level: Annotated[
        bool, says("Entry level", "Whether one can begin a career with it.", False)
    ] = False
    aliases: Annotated[
        Aliases | None,
        says("Aliases", "What the standards call it.", {"prince2": "Project Manager"}),
    ] = None
    purpose: Annotated[
        Prose | None,
        says("Purpose", "Why the role exists.", "Delivers the project day by day."),
    ] = None
    responsibilities: Annotated[
        dict[Id, Responsibility],
        says("Responsibilities", "Id to responsibility.", {"plan": {"text": "Keeps the plan"}}),
    ] = {}
    skills: Annotated[
        dict[SkillId, Level7],
        says("Skills", "Skill to the level that it needs, 1 to 7.", {"risk-management": 4}),
    ] = {}
    works_with: Annotated[
        dict[RoleId, Line],
        says("Works with", "Role to what they do together.", {"sponsor": "Agrees the plan"}),
    ] = {}
    reports_to: Annotated[
        tuple[RoleId, ...], says("Reports to", "The roles that it answers to.", ["sponsor"])
    ] = ()
    next_roles: Annotated[
        tuple[RoleId, ...],
        says("Next roles", "Where a career leads from here.", ["programme-manager"]),
    ] = ()
    certifications: Annotated[
        tuple[Line, ...],
        says("Certifications", "Certificates that are usual.", ["PRINCE2 Practitioner"]),
    ] = ()
    single_holder: Annotated[
        bool, says("Single holder", "Whether only one person may hold it at a time.", True)
    ] = False
    incompatible_with: Annotated[
        dict[RoleId, Literal["error", "warning"]],
        says(
            "Incompatible with",
            "Role that the same person may not hold on the same project, to how grave it is.",
            {"sponsor": "error"},
        ),
    ] = {}
    status: Annotated[
        Literal["active", "retired"],
        says("Status", "`retired` roles are not filled anew.", "active"),
    ] = "active"

    @property
    def rank(self) -> int:
        """The career stage as a number, 0 where it has none, 4 at the top."""
        return 0 if self.career_stage is None else _STAGES.index(self.career_stage) + 1

    @property
    def is_on_career_path(self) -> bool:
        """Whether people make a career in it, rather than hold it beside their post."""
        return bool(self.career_stage or self.entry_level or self.next_roles)
