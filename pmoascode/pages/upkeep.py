"""What keeps a project up to date: the forge's editor with the right file, and the lines for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmoascode.editors.forms import form, without_notes
from pmoascode.editors.starters import Starter, starter
from pmoascode.measures.next_period import next_period
from pmoascode.office import Work
from pmoascode.pages.facts import Facts
from pmoascode.records.report import Report

# Starter to the register that its entries stand in.
_REGISTERS = {
    "risk": "risks.yaml",
    "issue": "issues.yaml",
    "action": "actions.yaml",
    "change-request": "change-requests.yaml",
}
_TROUBLE = Starter(
    "trouble",
    "Trouble",
    "report",
    (
        "cause",
        "change_reason",
        "actions.do",
        "actions.owner",
        "actions.due",
        "green_on",
        "decisions_needed.what",
        "decisions_needed.by",
        "decisions_needed.needed_by",
    ),
    has_id=False,
)
_NOTES = {
    "changes.path": "The approved value, such as project.milestones.go-live.baseline",
    "impact.time": "How much later the project ends, such as 21 days",
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something to be put into the records."""

    id: str  # of its place on the page
    title: str
    path: str  # of the file, in the repository
    href: str  # of the forge's editor or, for a new file, of its form with the lines filled in
    is_new: bool  # the file is made by it
    text: str  # the lines, each with a note on what belongs there


def acts(facts: Facts, work: Work) -> tuple[Act, ...]:
    """What can be added to the work; nothing without a forge, or once the work has ended."""
    if not facts.forge.repository or work.is_ended:
        return ()
    return tuple(_acts(facts, work))


def _acts(facts: Facts, work: Work) -> Iterator[Act]:
    folder = work.path.rpartition("/")[0]
    if work.is_running:
        yield _report(facts, work, f"{folder}/reports")
    for name, file in _REGISTERS.items():
        begun = starter(name)
        text, path = form(begun, _NOTES), f"{folder}/{file}"
        is_new = path not in facts.office.documents
        yield _act(facts, f"New {begun.title.lower()}", begun.name, path, text, is_new=is_new)


def _report(facts: Facts, work: Work, folder: str) -> Act:
    period = next_period(facts.office, work, facts.today)
    last = facts.office.last_report(work)
    rated = dict(last.rating.items()) if last else {}
    begun = starter("report")
    if rated:
        others = [field for field in begun.fields if not field.startswith("rating.")]
        others[2:2] = [f"rating.{dimension}" for dimension in rated]
        begun = replace(begun, fields=tuple(others))
    notes = {"rating": ", ".join(facts.office.policy.scale) + "; leave out what you cannot rate"}
    notes |= {field: "" for field in begun.fields if field.startswith("rating.")}
    notes |= {f"rating.{name}": f"{was} in {_period(last)}" for name, was in rated.items()}
    text = f"# Status report of {work.id} for {period.id}\n{form(begun, notes)}{_trouble()}"
    path = f"{folder}/{period.id}.yaml"
    return _act(facts, f"New status report for {period.id}", "report", path, text, is_new=True)


def _period(report: Report | None) -> str:
    return report.id if report else ""


def _trouble() -> str:
    """What amber and red need besides, as comments."""
    lines = form(_TROUBLE).splitlines()
    head = "# Amber and red need some of these lines; take away their first # and space:"
    return "".join(f"{line}\n" for line in ("", head, *(f"# {line}" for line in lines)))


def _act(facts: Facts, title: str, name: str, path: str, text: str, *, is_new: bool) -> Act:
    place = facts.repository_path(path)
    if not is_new:
        return Act(f"new-{name}", title, place, facts.forge.edit(place), is_new, text)
    href = facts.forge.new(place, text, without_notes(text))
    return Act(f"new-{name}", title, place, href, is_new, text)
