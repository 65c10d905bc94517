"""An audience of the site: which part of the records its edition shows."""

from typing import Annotated, Literal

from msgspec import Meta

from pmoascode.records.fields import says
from pmoascode.records.record import Part

_WORD = "[a-z0-9][a-z0-9-]*"
# A kind, a field of a kind with a star for every entry, or one record by its name in full.
PATTERN = rf"^{_WORD}((\.([a-z][a-z0-9_-]*|\*))*|(/{_WORD}){{1,3}})$"
LeftOut = Annotated[str, Meta(extra_json_schema={"pattern": PATTERN, "maxLength": 200})]


class Audience(Part, frozen=True, kw_only=True):
    """What the edition of the site for one audience shows; by default as little as may be."""

    people: Annotated[
        Literal["full", "initials", "role"],
        says("People", "How people are named, unless their own record says.", "initials"),
    ] = "role"
    personal: Annotated[
        bool,
        says(
            "Personal",
            "Whether skills, levels, certificates, mentors, development and absence are shown too.",
            False,
        ),
    ] = False
    projects: Annotated[
        Literal["all", "published"],
        says(
            "Projects",
            "All projects and programmes, or only those that do not say `publish: false`.",
            "published",
        ),
    ] = "published"
    leave_out: Annotated[
        tuple[LeftOut, ...],
        says(
            "Leave out",
            "Kinds (`lesson`), fields (`project.budget`; `*` for every entry) and records by their"
            " name in full (`risk/apollo/vendor-late`) that this audience does not get.",
            ["lesson", "project.budget", "risk/apollo/vendor-late"],
        ),
    ] = ()

    @property
    def gets_everything(self) -> bool:
        """Whether no record and no field is kept back."""
        return self.projects == "all" and not self.leave_out
