"""Whether there are records, a policy, and nothing half-finished."""

from collections.abc import Iterator

from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Records, Setup
from pmoascode.finding import Severity
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy

_SHOWN = 3  # names of a list; the rest is counted


def records(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the records."""
    if setup.records is None:
        yield Remark("records", "missing", setup.why_not, "pmo init")
    else:
        yield _found(setup.records)
        yield _policy(setup.records)
        yield from _check(setup.records)
    if setup.litter:
        said = f"left by a command that was cut off: {listed(setup.litter)}"
        yield Remark("litter", "odd", said, "delete it; the next command that writes does so too")


def _found(found: Records) -> Remark:
    office = found.office
    if office.organisation is None:
        said = "there is no organisation.yaml, or it cannot be read"
        return Remark("records", "missing", said, "pmo check")
    work = (
        (len(office.projects), "project"),
        (len(office.programmes), "programme"),
        (len(office.all(Person)), "person"),
    )
    counted = ", ".join(_counted(number, name) for number, name in work)
    return Remark("records", "ok", f"{office.organisation.name}: {found.number} files, {counted}")


def _policy(found: Records) -> Remark:
    own = [policy for policy in found.office.all(Policy) if policy.path == "policy/policy.yaml"]
    if not own:
        said = "there is no policy: the built-in one holds, and a change of it is judged by none"
        return Remark("policy", "missing", said, "write policy/policy.yaml, as `profile: starter`")
    return Remark("policy", "ok", f"the policy asks for the profile {own[0].profile}")


def _check(found: Records) -> Iterator[Remark]:
    conflicts = {each.place.path for each in found.findings if each.rule == "merge-conflict"}
    if conflicts:
        said = f"a merge was not finished in {listed(sorted(conflicts))}"
        yield Remark("merge", "odd", said, "choose between both sides, and take the marks away")
    errors = sum(each.severity is Severity.ERROR for each in found.findings)
    warnings = sum(each.severity is Severity.WARNING for each in found.findings)
    beside = f", and {_counted(warnings, 'warning')}" if warnings else ""
    if errors:
        said = f"the check finds {_counted(errors, 'error')}{beside}"
        yield Remark("check", "odd", said, "pmo check")
    else:
        yield Remark("check", "ok", f"the check finds no error{beside}")


def _counted(number: int, name: str) -> str:
    many = {"person": "people"}.get(name, f"{name}s")
    return f"{number} {name if number == 1 else many}"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """The names, with no more than some of them said."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
