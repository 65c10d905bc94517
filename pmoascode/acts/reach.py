"""How far the move of a milestone reaches, in sentences."""

from collections.abc import Iterator

from pmoascode.measures.supply import supply
from pmoascode.measures.wording import called, days
from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Milestone
from pmoascode.records.record import Record
from pmoascode.views.dependents import Dependent, dependents


def told_of_reach(office: Office, work: Work, id: str) -> Iterator[str]:
    """What the milestone waits for, what waits for it, and what else it touches."""
    milestone = work.milestones[id]
    if milestone.critical and milestone.status == "planned" and work.finish and work.last_day:
        yield f"It is critical: the finish, expected on {work.last_day}, may move with it."
    yield from _gate(office, work, milestone)
    yield from _needed(office, work, id)
    found = dependents(office, work, id)
    if found:
        yield "What waits for it:"
    for each in found:
        yield f"{'  ' * each.depth}- {_dependent(office, each)}"


def _gate(office: Office, work: Work, milestone: Milestone) -> Iterator[str]:
    """The gate that ends the phase of the milestone."""
    lifecycle = office.lifecycle(work)
    if lifecycle is None or milestone.phase not in lifecycle.order:
        return
    after = lifecycle.order[lifecycle.order.index(milestone.phase) + 1 :][:1]
    gates = [gate.title for gate in lifecycle.gates.values() if gate.before in after]
    if gates:
        phase = lifecycle.phases[milestone.phase].title
        yield f"It belongs to the phase “{phase}”, which the gate “{gates[0]}” ends."


def _needed(office: Office, work: Work, id: str) -> Iterator[str]:
    """What the milestone itself waits for."""
    for dependency in office.within(Dependency, work):
        found = supply(dependency, office)
        if dependency.is_open and dependency.receiver_milestone == id and found:
            giver = dependency.giver.project or ""
            of = f" of {scope_name(giver, office)}" if giver else ""
            late = f", and was needed by {found.needed}" if found.days > 0 else ""
            name = called(dependency.title, dependency.id)
            yield f"It waits for {name}{of}, which comes on {found.comes}{late}."


def _dependent(office: Office, each: Dependent) -> str:
    record = each.record
    if isinstance(record, Assignment):
        role = role_name(record.role, office)
        return f"the tenure of {person_name(record.person, office)} as {role} ends with it"
    if not isinstance(record, Dependency):
        return f"{record.kind.replace('-', ' ')} {_name(record)}"
    milestone = _milestone(office, each)
    needs = f"{scope_name(record.scope_id, office)} needs it ({record.id})"
    for_ = f" for {milestone}" if milestone else ""
    if each.late is None:
        return needs + for_
    spare = f"{days(-each.late)} to spare" if each.late < 0 else "just in time"
    return f"{needs}{for_}: {f'{days(each.late)} too late' if each.late > 0 else spare}"


def _milestone(office: Office, each: Dependent) -> str:
    work = office.owner(each.record)
    found = work.milestones.get(each.milestone) if work else None
    return called(found.title, each.milestone) if found else ""


def _name(record: Record) -> str:
    return called(record.display_name, record.id) if record.display_name != record.id else record.id
