"""The role: what somebody who holds it answers for, and where the career leads."""

from typing import Annotated, ClassVar, Literal, get_args

from pmoascode.records.fields import Id, Level7, Line, Prose, RoleId, SkillId, UnitId, says
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
    p3o: Annotated[Line | None, says("P3O", "Its name in P3O.", "Head of P3O")] = None
    pmi: Annotated[
        Line | None, says("PMI and ISO 21502", "Its name at PMI or in ISO 21502.", "Sponsor")
    ] = None


class Role(Record, frozen=True, kw_only=True):
    """One role; the site makes a job description from it.

    A file that bears the name of a built-in role says what is different here: a field that it has
    stands in the place of the built-in one, and what it leaves out stays.
    """

    kind: ClassVar[str] = "role"

    title: Annotated[Line, says("Title", "What the role is called here.", "Project manager")]
    family: Annotated[
        Literal["delivery", "governance", "office", "business", "assurance"] | None,
        says("Family", "Which side of the work it is on.", "delivery"),
    ] = None
    career_stage: Annotated[
        CareerStage | None,
        says("Career stage", "Where in a career it stands.", "intermediate"),
    ] = None
    entry_level: Annotated[
        bool, says("Entry level", "Whether one can begin a career with it.", False)
    ] = False
    also_called: Annotated[
        tuple[Line, ...],
        says("Also called", "Other names that people know it by.", ["Head of PMO"]),
    ] = ()
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
    experience: Annotated[
        tuple[Line, ...],
        says("Experience", "What its holder has done before.", ["Two years in projects"]),
    ] = ()
    certifications: Annotated[
        tuple[Line, ...],
        says("Certifications", "Certificates that are usual.", ["PRINCE2 Practitioner"]),
    ] = ()
    works_with: Annotated[
        dict[RoleId, Line],
        says("Works with", "Role to what they do together.", {"sponsor": "Agrees the plan"}),
    ] = {}
    reports_to: Annotated[
        tuple[RoleId, ...], says("Reports to", "The roles that it answers to.", ["sponsor"])
    ] = ()
    unit: Annotated[
        UnitId | None,
        says("Unit", "The unit in which it sits, where it is always the same.", "pmo"),
    ] = None
    next_roles: Annotated[
        tuple[RoleId, ...],
        says("Next roles", "Where a career leads from here.", ["programme-manager"]),
    ] = ()
    single_holder: Annotated[
        bool, says("Single holder", "Whether only one person may hold it at a time.", True)
    ] = False
    members: Annotated[
        tuple[RoleId, ...],
        says(
            "Members",
            "For a board: the roles that sit on it.",
            ["sponsor", "senior-user", "senior-supplier"],
        ),
    ] = ()
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
    replaced_by: Annotated[
        RoleId | None,
        says("Replaced by", "For a retired role: the one that took over its work.", "pmo-analyst"),
    ] = None

    @property
    def rank(self) -> int:
        """The career stage as a number, 0 where it has none, 4 at the top."""
        return 0 if self.career_stage is None else _STAGES.index(self.career_stage) + 1

    @property
    def is_on_career_path(self) -> bool:
        """Whether people make a career in it, rather than hold it beside their post."""
        return bool(self.career_stage or self.entry_level or self.next_roles)
