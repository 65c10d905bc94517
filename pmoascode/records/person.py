"""The person: who they are, what they can do, how much time they have."""

from typing import Annotated, ClassVar, Literal, get_type_hints

from msgspec import field

from pmoascode.records.amounts import Percent
from pmoascode.records.fields import (
    Date,
    Id,
    Level7,
    Line,
    PersonId,
    PositionId,
    RoleId,
    Share,
    SkillId,
    UnitId,
    says,
)
from pmoascode.records.parts import Action
from pmoascode.records.record import Part, Record
from pmoascode.records.tenure import Tenure

_PERSONAL = {"x-personal": True}  # published only where the policy says so


class Account(Part, frozen=True, kw_only=True):
    """An account on a forge; the number stays when the login is renamed."""

    login: Annotated[Line, says("Login", "The name of the account.", "tberg")]
    id: Annotated[int | None, says("Number", "The number the forge gave it.", 4711, minimum=1)] = (
        None
    )


class Identities(Part, frozen=True, kw_only=True):
    """How the person's commits and reviews are recognised."""

    emails: Annotated[
        tuple[Line, ...],
        says("Addresses", "The e-mail addresses of their commits.", ["tom.berg@harbour.example"]),
    ] = ()
    github: Annotated[
        Account | None, says("GitHub", "Their account on GitHub.", {"login": "tberg", "id": 4711})
    ] = None
    gitlab: Annotated[
        Account | None, says("GitLab", "Their account on GitLab.", {"login": "tberg", "id": 815})
    ] = None


class SkillLevel(Part, frozen=True, kw_only=True):
    """How well the person masters a skill, and who says so."""

    level: Annotated[Level7, says("Level", "1 (follows) to 7 (sets strategy).", 4)]
    assessed_on: Annotated[
        Date | None, says("Assessed on", "The day of the assessment.", "2026-05-04")
    ] = None
    assessed_by: Annotated[PersonId | None, says("Assessed by", "Who assessed.", "maria-silva")] = (
        None
    )


class Certificate(Part, frozen=True, kw_only=True):
    """A certificate that the person was awarded."""

    name: Annotated[Line, says("Name", "What it certifies.", "PRINCE2 Practitioner")]
    body: Annotated[Line | None, says("Body", "Who awarded it.", "PeopleCert")] = None
    awarded: Annotated[
        Date | None, says("Awarded", "The day on which it was awarded.", "2024-03-01")
    ] = None
    expires: Annotated[
        Date | None, says("Expires", "The last day on which it counts.", "2027-02-28")
    ] = None

    def counts_on(self, day: Date) -> bool:
        """Whether it has been awarded by the day and has not expired."""
        return (self.awarded or day) <= day <= (self.expires or day)


class Experience(Part, frozen=True, kw_only=True):
    """Work that the person has done, here or elsewhere."""

    text: Annotated[Line, says("Text", "What they did.", "Led a branch merger of 40 people")]
    from_: Annotated[Date | None, says("From", "The first day.", "2022-02-01")] = field(
        default=None, name="from"
    )
    until: Annotated[Date | None, says("Until", "The last day.", "2023-08-31")] = None


class Person(Record, frozen=True, kw_only=True):
    """One person who holds roles."""

    kind: ClassVar[str] = "person"

    name: Annotated[Line, says("Name", "What the person is called.", "Tom Berg")]
    former_ids: Annotated[
        tuple[Id, ...],
        says("Former ids", "Ids it had before; none is ever given to another.", ["tom-meier"]),
    ] = ()
    email: Annotated[
        Line | None,
        says("E-mail", "Where colleagues write to.", "tom.berg@harbour.example", format="email"),
    ] = None
    identities: Annotated[
        Identities | None,
        says("Identities", "Accounts and addresses on the forge.", {"github": {"login": "tberg"}}),
    ] = None
    unit: Annotated[UnitId | None, says("Unit", "Where the person works.", "pmo")] = None
    position: Annotated[
        PositionId | None,
        says("Position", "The position that the person fills.", "head-of-pmo"),
    ] = None
    career_role: Annotated[
        RoleId | None,
        says("Career role", "The role of the person's own career.", "project-manager"),
    ] = None
    level: Annotated[
        Level7 | None,
        says("Level", "The seniority, 1 (follows) to 7 (sets strategy).", 4, **_PERSONAL),
    ] = None
    capacity: Annotated[
        Share,
        says("Capacity", "How much of full time the person works; 100 % if left out.", "80 %"),
    ] = field(default_factory=lambda: Percent.parse("100 %"))
    active_from: Annotated[
        Date | None, says("Active from", "The first day in the organisation.", "2021-04-01")
    ] = None
    active_until: Annotated[
        Date | None,
        says("Active until", "The last day in the organisation, inclusive.", "2027-12-31"),
    ] = None
    certifications: Annotated[
        tuple[Certificate, ...],
        says(
            "Certifications", "Certificates held.", [{"name": "PRINCE2 Practitioner"}], **_PERSONAL
        ),
    ] = ()
    experience: Annotated[
        tuple[Experience, ...],
        says(
            "Experience",
            "Work done.",
            [{"text": "Led a branch merger of 40 people"}],
            **_PERSONAL,
        ),
    ] = ()
    mentor: Annotated[
        PersonId | None,
        says("Mentor", "Who guides the person's career.", "maria-silva", **_PERSONAL),
    ] = None
    skills: Annotated[
        dict[SkillId, SkillLevel],
        says("Skills", "Skill to level.", {"risk-management": {"level": 4}}, **_PERSONAL),
    ] = {}
    development: Annotated[
        tuple[Action, ...],
        says(
            "Development",
            "What the person does to learn.",
            [{"do": "Shadow a gate review", "owner": "tom-berg", "due": "2026-12-01"}],
            **_PERSONAL,
        ),
    ] = ()
    publish: Annotated[
        Literal["full", "initials", "role"] | None,
        says("Publish", "How the public site names the person; else as the policy says.", "role"),
    ] = None

    @property
    def tenure(self) -> Tenure:
        """The days on which the person belongs to the organisation."""
        return Tenure(self.active_from or Date.min, self.active_until)

    def is_active_on(self, day: Date) -> bool:
        """Whether the person belongs to the organisation on the day."""
        begun = self.active_from is None or self.active_from <= day
        return begun and (self.active_until is None or day <= self.active_until)


PERSONAL = frozenset(
    name
    for name, hint in get_type_hints(Person, include_extras=True).items()
    if any(
        (getattr(said, "extra_json_schema", None) or {}).get("x-personal")
        for said in getattr(hint, "__metadata__", ())
    )
)
