"""What a document consists of, section by section, in the order that the standards give."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.end_report import EndReport
from pmoascode.records.mandate import Mandate
from pmoascode.records.pid import Pid
from pmoascode.records.record import Record

# PRINCE2 (2017), appendix A: A.2 business case, A.8 end project report, A.20 PID, A.21 project
# brief; the five cases as in the Green Book (2022). A field with "+" is more than one value or
# draws on other records, and is put together by the page.
OUTLINES: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Mandate: (
        ("origin", "Origin"),
        ("problem", "Problem or opportunity"),
        ("outcome", "Outcome"),
        ("strategic_fit", "Strategic fit"),
        ("objectives+", "Objectives served"),
        ("success_criteria", "Success criteria"),
        ("constraints", "Constraints"),
        ("assumptions", "Assumptions"),
        ("known_risks", "Known risks"),
    ),
    BusinessCase: (
        ("summary", "Executive summary"),
        ("reasons", "Reasons"),
        ("strategic", "Strategic case"),
        ("economic", "Economic case"),
        ("options+", "Options"),
        ("benefits+", "Benefits expected"),
        ("dis_benefits", "Dis-benefits expected"),
        ("costs+", "Costs"),
        ("appraisal+", "Investment appraisal"),
        ("commercial", "Commercial case"),
        ("financial", "Financial case"),
        ("management", "Management case"),
        ("timescale", "Timescale"),
        ("main_risks", "Major risks"),
        ("recommended+", "Recommendation"),
    ),
    Pid: (
        ("background", "Background"),
        ("objectives", "Project objectives"),
        ("outcomes", "Desired outcomes"),
        ("scope_included", "In scope"),
        ("scope_excluded", "Out of scope"),
        ("constraints", "Constraints"),
        ("assumptions", "Assumptions"),
        ("users", "Users and others concerned"),
        ("interfaces", "Interfaces"),
        ("approach", "Project approach"),
        ("case+", "Business case"),
        ("organisation+", "Project management team"),
        ("approaches+", "Management approaches"),
        ("plan+", "Project plan"),
        ("controls+", "Project controls"),
        ("tailoring", "Tailoring"),
        ("lessons_reviewed", "Lessons reviewed"),
    ),
    ChangePlan: (
        ("strategy", "Strategy"),
        ("groups+", "Who is concerned, and how much"),
        ("readiness+", "Readiness"),
        ("communications+", "Communication"),
        ("trainings+", "Training"),
        ("resistance+", "Resistance"),
        ("steps+", "The way from old to new"),
        ("adoption+", "Adoption"),
        ("sustainment", "Sustainment"),
    ),
    EndReport: (
        ("summary", "Summary"),
        ("objectives_review", "Review of the objectives"),
        ("business_case_review", "Review of the business case"),
        ("benefits_so_far", "Benefits so far"),
        ("benefits_expected", "Benefits still expected"),
        ("reviews+", "Review by topic"),
        ("products_review", "Review of the products"),
        ("off_specifications", "Off-specifications"),
        ("money+", "Money in the end"),
        ("handover", "Handover"),
        ("assets", "Assets"),
        ("follow_on+", "Follow-on actions"),
        ("recommendations", "Recommendations"),
        ("lessons+", "Lessons"),
    ),
}


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a document."""

    field: str  # of the record, or the name of what the page puts together
    title: str
    text: str = ""  # prose
    items: tuple[str, ...] = ()  # lines of a list
    is_composed: bool = False  # put together by the page

    @property
    def is_empty(self) -> bool:
        """Whether the record says nothing here."""
        return not (self.text.strip() or self.items or self.is_composed)


def sections(record: Record) -> tuple[Section, ...]:
    """The sections of the document, those of which the record says nothing included."""
    return tuple(_section(record, field, title) for field, title in OUTLINES[type(record)])


def _section(record: Record, field: str, title: str) -> Section:
    name = field.removesuffix("+")
    if name != field:
        return Section(name, title, is_composed=True)
    value = getattr(record, name)
    if isinstance(value, tuple):
        return Section(name, title, items=value)
    return Section(name, title, text=value or "")
