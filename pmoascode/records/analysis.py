"""Analyses: whether it can be done, what is missing, how the work runs."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import Date, Id, Line, PersonId, Prose, says
from pmoascode.records.option import Option
from pmoascode.records.parts import Reference
from pmoascode.records.record import Record


class Analysis(Record, frozen=True, kw_only=True):
    """One analysis, from what is to what should be."""

    kind: ClassVar[str] = "analysis"

    title: Annotated[Line, says("Title", "What is analysed.", "Claims by phone")]
    type_: Annotated[
        Literal["feasibility", "gap", "process"],
        says("Type", "What sort of analysis it is.", "gap"),
    ] = field(name="type")
    by: Annotated[PersonId | None, says("By", "Who made it.", "lena-novak")] = None
    date: Annotated[
        Date | None, says("Date", "The day on which it was finished.", "2026-02-20")
    ] = None
    as_is: Annotated[
        Prose | None, says("As is", "How it is today.", "Claims are typed three times.")
    ] = None
    to_be: Annotated[Prose | None, says("To be", "How it should be.", "Claims are typed once.")] = (
        None
    )
    gaps: Annotated[
        tuple[Line, ...], says("Gaps", "What lies between.", ["No interface to payments"])
    ] = ()
    options: Annotated[
        dict[Id, Option],
        says("Options", "Id to option.", {"buy": {"title": "Buy a product"}}),
    ] = {}
    recommendation: Annotated[
        Prose | None, says("Recommendation", "Which way, and why.", "Buy: it is sooner there.")
    ] = None
    evidence: Annotated[
        tuple[Reference, ...],
        says("Evidence", "What it rests on.", [{"title": "Map", "url": "https://example.org"}]),
    ] = ()
