"""Requirements from the need to the proof: what meets each, and which link is missing."""

from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.objective import Objective
from pmoascode.records.requirement import Requirement

_PRIORITIES = ("must", "should", "could", "wont")


@dataclass(frozen=True, slots=True)
class Trace:
    """One requirement, from the need to the proof."""

    requirement: Requirement
    need: str  # the objective that it serves, else where it comes from
    deliverables: tuple[Deliverable, ...]
    missing: tuple[str, ...]  # links of the chain that are not there, in words

    @property
    def priority(self) -> str:
        """The priority as people write it, empty where none is given."""
        said = self.requirement.priority or ""
        return "won't" if said == "wont" else said

    @property
    def is_approved(self) -> bool:
        """Whether somebody approved it for the users."""
        signed = self.requirement.approved
        return signed is not None and signed.is_granted

    @property
    def is_verified(self) -> bool:
        """Whether the test was passed."""
        found = self.requirement.verified
        return found is not None and found.result == "passed"


def traces(office: Office, work: Work) -> tuple[Trace, ...]:
    """The requirements in the order of their priority, each with what meets and proves it."""
    kept = office.within(Deliverable, work)
    found = sorted(office.within(Requirement, work), key=_weight)
    return tuple(_trace(requirement, kept, office) for requirement in found)


def unasked(office: Office, work: Work) -> tuple[Deliverable, ...]:
    """The deliverables that meet no requirement."""
    met = {d.id for trace in traces(office, work) for d in trace.deliverables}
    return tuple(d for d in office.within(Deliverable, work) if d.id not in met and not d.dropped)


def _weight(requirement: Requirement) -> tuple[bool, int, str]:
    known = requirement.priority
    rank = _PRIORITIES.index(known) if known else len(_PRIORITIES)
    return (requirement.status == "withdrawn", rank, requirement.id)


def _trace(requirement: Requirement, kept: tuple[Deliverable, ...], office: Office) -> Trace:
    from_deliverable = {d.id for d in kept if requirement.id in d.requirements}
    meeting = tuple(d for d in kept if d.id in from_deliverable | {*requirement.deliverables})
    objective = office.find(Objective, requirement.objective)
    need = objective.title if objective else requirement.source or ""
    wanted = {
        "no need": need,
        "no deliverable": meeting,
        "no acceptance criterion": requirement.acceptance,
        "no test": requirement.test or requirement.verified,
    }
    is_asked = requirement.status != "withdrawn" and requirement.priority != "wont"
    missing = tuple(word for word, there in wanted.items() if not there) if is_asked else ()
    return Trace(requirement, need, meeting, missing)
