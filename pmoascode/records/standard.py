"""The standard: how the office wants work to be done."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import Line, Prose, RoleId, says
from pmoascode.records.parts import Reference
from pmoascode.records.record import Record


class Standard(Record, frozen=True, kw_only=True):
    """One standard, process, guide or template."""

    kind: ClassVar[str] = "standard"

    title: Annotated[Line, says("Title", "What it is called.", "How we write a business case")]
    type_: Annotated[
        Literal["standard", "process", "guide", "template"],
        says("Type", "`standard` and `process` bind, `guide` and `template` help.", "guide"),
    ] = field(name="type")
    owner: Annotated[
        RoleId | None, says("Owner", "The role that keeps it current.", "pmo-analyst")
    ] = None
    version: Annotated[Line | None, says("Version", "Its version, in quotes.", "2.1")] = None
    summary: Annotated[
        Prose | None, says("Summary", "What it is about.", "Five cases in five pages.")
    ] = None
    body: Annotated[
        Prose | None, says("Body", "What it says.", "Begin with the problem, not the product.")
    ] = None
    links: Annotated[
        tuple[Reference, ...],
        says(
            "Links",
            "Documents kept elsewhere.",
            [{"title": "Template", "url": "https://files.example/case.docx"}],
        ),
    ] = ()
