"""The business case: why the project is worth its money, and still is."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    Amount,
    BenefitId,
    Date,
    Id,
    Line,
    Number,
    OptionId,
    Prose,
    Share,
    SignedAmount,
    Term,
    says,
)
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}


class Appraisal(Part, frozen=True, kw_only=True):
    """What the investment is worth, in figures."""

    npv: Annotated[
        SignedAmount | None, says("Net present value", "In money, over the whole life.", 420000)
    ] = None
    bcr: Annotated[Number | None, says("Benefit-cost ratio", "Benefits divided by costs.", 1.4)] = (
        None
    )
    irr: Annotated[
        Share | None, says("Internal rate of return", "Per year, in percent.", "9 %")
    ] = None
    payback: Annotated[
        Term | None, says("Payback", "How long until it has paid for itself.", "3 years")
    ] = None
    justification: Annotated[
        Prose | None,
        says("Justification", "Why it is done though it does not pay.", "The law asks for it."),
    ] = None


class CaseOption(Part, frozen=True, kw_only=True):
    """One way to meet the need, with doing nothing among them."""

    title: Annotated[Line, says("Title", "The option in one line.", "Portal by the vendor")]
    kind: Annotated[
        Literal["do-nothing", "do-minimum", "do-something"],
        says("Kind", "How much it does.", "do-something"),
    ] = "do-something"
    cost: Annotated[
        Amount | None, says("Cost", "What it costs over its whole life, in money.", 1250000)
    ] = None
    benefit: Annotated[
        SignedAmount | None, says("Benefit", "What it brings over its whole life.", 1750000)
    ] = None
    summary: Annotated[
        Prose | None, says("Summary", "What it is.", "A product, fitted to our forms.")
    ] = None
    risks: Annotated[
        Prose | None, says("Risks", "What speaks against it.", "One vendor for everything.")
    ] = None


class BusinessCase(Record, frozen=True, kw_only=True):
    """The justification of one project or programme."""

    kind: ClassVar[str] = "business-case"

    version: Annotated[Line | None, says("Version", "Its number, as text.", "1.2")] = None
    maturity: Annotated[
        Literal["strategic-outline", "outline", "full", "justification"],
        says("Maturity", "How far it is worked out; `justification` for small ones.", "outline"),
    ] = "outline"
    summary: Annotated[
        Prose | None, says("Summary", "The case in a paragraph.", "The portal pays in 3 years.")
    ] = None
    reasons: Annotated[
        Prose | None,
        says("Reasons", "Why something must be done.", "Claims take 12 days.", **_APPROVED),
    ] = None
    strategic: Annotated[
        Prose | None,
        says("Strategic case", "Why it fits the strategy.", "Speed comes first.", **_APPROVED),
    ] = None
    economic: Annotated[
        Prose | None,
        says("Economic case", "Why this option is the best value.", "Lowest cost.", **_APPROVED),
    ] = None
    commercial: Annotated[
        Prose | None,
        says("Commercial case", "How it is bought.", "Framework contract.", **_APPROVED),
    ] = None
    financial: Annotated[
        Prose | None,
        says("Financial case", "How it is paid for.", "From the change fund.", **_APPROVED),
    ] = None
    management: Annotated[
        Prose | None,
        says("Management case", "How it is delivered.", "In two stages.", **_APPROVED),
    ] = None
    options: Annotated[
        dict[Id, CaseOption],
        says("Options", "Id to option.", {"nothing": {"title": "Do nothing"}}, **_APPROVED),
    ] = {}
    recommended: Annotated[
        OptionId | None,
        says("Recommended", "The option that is proposed.", "portal", **_APPROVED),
    ] = None
    benefits: Annotated[
        tuple[BenefitId, ...],
        says("Benefits", "The benefits it counts on.", ["shorter-claims"], **_APPROVED),
    ] = ()
    dis_benefits: Annotated[
        Prose | None,
        says(
            "Dis-benefits",
            "What gets worse, or why nothing does.",
            "Less contact by phone.",
            **_APPROVED,
        ),
    ] = None
    run_cost: Annotated[
        Amount | None,
        says("Run cost", "What it costs a year afterwards, in money.", 90000, **_APPROVED),
    ] = None
    timescale: Annotated[
        Prose | None,
        says("Timescale", "When it is done and when it pays.", "Done in 2027.", **_APPROVED),
    ] = None
    main_risks: Annotated[
        Prose | None, says("Main risks", "What could undo the case.", "Customers stay away.")
    ] = None
    appraisal: Annotated[
        Appraisal | None,
        says("Appraisal", "Its worth in figures.", {"bcr": 1.4}, **_APPROVED),
    ] = None
    viable: Annotated[
        bool | None, says("Viable", "Whether it still holds, as last reviewed.", True)
    ] = None
    reviewed: Annotated[
        Date | None, says("Reviewed", "The day of the last review.", "2026-09-30")
    ] = None
    approved: Annotated[
        SignOff | None,
        says(
            "Approved",
            "Who approved it, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-01-10"},
        ),
    ] = None
