"""What an office sets of its site's look: names of pages, their order, colours."""

from typing import Annotated, Literal, get_args

from msgspec import Meta, field

from pmoascode.records.fields import Line, says
from pmoascode.records.record import Part

# The pages of the navigation by the path of each; "home" is the first one.
PageName = Literal[
    "home", "alignment", "attention", "benefits", "calendar", "capacity", "careers", "changes",
    "covers", "data", "decisions", "dependencies", "findings", "governance-health", "history",
    "meetings", "milestones", "money", "organisation", "people", "people/capability", "pipeline",
    "portfolios", "priority", "programmes", "projects", "reference", "registers",
    "responsibilities", "risks", "roadmap", "roles", "rules", "scorecard", "standards",
]  # fmt: skip
Section = Literal[
    "needs-you", "projects", "programmes", "roadmap", "money-value", "risks-registers",
    "people-roles", "governance", "reference",
]  # fmt: skip
Colour = Annotated[str, Meta(extra_json_schema={"pattern": "^#[0-9a-fA-F]{6}$"})]


class Colours(Part, frozen=True, kw_only=True):
    """The colours of the organisation; ratings keep theirs."""

    header: Annotated[
        Colour | None, says("Header", "The band at the top, behind white text.", "#12303f")
    ] = None
    accent: Annotated[
        Colour | None, says("Accent", "Links and marks on a light ground.", "#0b5d6b")
    ] = None
    header_dark: Annotated[
        Colour | None, says("Header, dark", "The band at the top of the dark look.", "#0b1c26")
    ] = None
    accent_dark: Annotated[
        Colour | None, says("Accent, dark", "Links and marks on a dark ground.", "#6cc5d1")
    ] = None


class SitePolicy(Part, frozen=True, kw_only=True):
    """How the site is arranged and dressed."""

    names: Annotated[
        dict[str, Line],
        says(
            "Names",
            "Page or section of the navigation to what it is called here.",
            {"home": "Portfolio on a page"},
            propertyNames={"enum": sorted({*get_args(PageName), *get_args(Section)})},
        ),
    ] = {}
    sections: Annotated[
        tuple[Section, ...],
        says(
            "Sections",
            "The order of the navigation; what is not named follows.",
            ["needs-you", "money-value"],
        ),
    ] = ()
    left_out: Annotated[
        tuple[PageName, ...],
        says("Left out", "Pages that the navigation does not have.", ["priority"]),
    ] = ()
    colours: Annotated[
        Colours, says("Colours", "In place of the program's.", {"accent": "#0b5d6b"})
    ] = field(default_factory=Colours)
