"""The rule that what was approved moves by consent alone."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import approved_values
from pmoascode.measures.agreed_plan import is_plan_agreed
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Move, consents, is_covered, moves, names, plain
from pmoascode.measures.cost import money
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.benefit import Benefit
from pmoascode.records.finance import Finance
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At, Keys, Record
from pmoascode.rule import Problems, rule

_BUDGET: Keys = ("budget", "baseline")
# approved, but no yardstick: prose, money granted by a decision of its own, and the spread of the
# budget over time, whose past and whose sum other rules keep
_FREE = ("vision", "strategy", "funding", "periods")
_BUDGETS = ("project.budget.baseline", "programme.budget.baseline", "finance.budget.baseline")


class Moved(NamedTuple):
    """A baseline that moved, and where it stands now."""

    move: Move
    at: At


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and PM2: change only under control; measured on UK major projects",
    bad=(
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-04-30}  # <--
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        scope_included: [Addresses in town]
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        scope_included: [Addresses in town, Addresses abroad]  # <--
        """,
    ),
    good=(
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-04-30}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        scope_included: [Addresses in town]
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        scope_included: [Addresses in town, Addresses abroad]
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.scope_included, new: Addresses abroad}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
)
def baseline_moved_without_change(
    work: Project | Programme, office: Office, before: Office
) -> Problems:
    """A baseline moved and no approved change request names the old and the new value.

    The baseline is what was promised. If it follows the forecast, nobody ever sees a delay. Of 945
    pairs of yearly reports on UK major projects, 315 had another end date than the year before.
    Baselines are the approved dates, money, tolerances and scope of a project or programme, and
    the approved figures of its finances and benefits; not the money granted to it, nor how its
    budget is spread over time. A value that was missing may be set freely until the initiation
    document is approved and delivery begins. While the work is only proposed, nothing has been
    promised yet.

    To put it right, set the value back; where only the expectation has moved, move the forecast
    and leave the baseline. If the plan itself is to change, ask for it in a change request
    (`change-requests.yaml`) that holds the line shown, and ask whoever may decide to approve it:
    their approval of this pull request will do.
    """
    old = earlier(work, before, office)
    if old is None or old.status == "proposed":
        return
    is_agreed, given = is_plan_agreed(old, before), consents(office, work)
    for move, at in _moved(work, old, office, before):
        if move.old is None and not move.is_item and not is_agreed:
            continue
        paths = _BUDGETS if move.path in _BUDGETS else (move.path,)
        if not any(is_covered(Move(p, move.old, move.new, move.is_item), given) for p in paths):
            yield (
                at,
                (
                    f"the baseline {_named(move.path, work)} of {called(work.name, work.id)}"
                    f" {move.words}, and {_request(move, work, office)}"
                ),
            )


def _named(path: str, work: Work) -> str:
    """The value as change requests name it; of a milestone, with its title."""
    _, *keys = path.split(".")
    is_milestone = len(keys) > 1 and keys[0] == "milestones" and keys[1] in work.milestones
    return f"`{path}` (“{work.milestones[keys[1]].title}”)" if is_milestone else f"`{path}`"


def _request(move: Move, work: Work, office: Office) -> str:
    """What there is of a request that names the value, and the entry that one needs."""
    asked = [c for c in consents(office, work, granted=False) if names(c, move.path)]
    needed = f"such a request must hold, under `changes`, the line: {move.entry}"
    if not asked:
        return f"no approved change request names it; {needed}"
    request = asked[-1].request
    called_ = f"the change request “{request.display_name}” ({request.id})"
    if request.is_approved:
        return f"{called_} names it with other values; {needed}"
    if is_covered(move, asked):
        return f"{called_} that asks for it is not approved yet"
    return f"{called_} names it with other values and is not approved yet; {needed}"


def _moved(work: Work, old: Work, office: Office, before: Office) -> Iterator[Moved]:
    """Every baseline of the work that moved."""
    yield from _moved_budget(work, old, office, before)
    for now in (work, *office.within(Finance, work), *office.within(Benefit, work)):
        was = old if now is work else earlier(now, before, office)
        if was:
            yield from _moved_in(now, was)


def _moved_in(now: Record, was: Record) -> Iterator[Moved]:
    """The baselines of one record that moved, the whole budget left out."""
    if now is was:  # as it was read from the same file
        return
    before, after = approved_values(was), approved_values(now)
    for keys in sorted({*before, *after}, key=str):
        if keys == _BUDGET or keys[0] in _FREE:
            continue
        old, new = _stated(was, keys, before), _stated(now, keys, after)
        for move in moves(path(now, keys), old, new):
            yield Moved(move, now.at(*keys))


def _stated(record: Record, keys: Keys, values: Mapping[Keys, Any]) -> Any:
    """The value; where the record leaves it to a default that says something, that default."""
    if keys in values or len(keys) > 1:
        return values.get(keys)
    fields = dict(zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True))
    default = getattr(record, fields[str(keys[0])])
    return default if isinstance(default, str) else None


def _moved_budget(work: Work, old: Work, office: Office, before: Office) -> Iterator[Moved]:
    """The whole budget, wherever it stands: it may go from the project into its finance file."""
    scope = f"{work.kind}/{work.id}"
    if any((kind, of) == ("finance", scope) for kind, of, _ in office.unreadable):
        return  # nobody can tell
    was, now = money(before, old), money(office, work)
    values = (was.baseline if was else None, now.baseline if now else None)
    if plain(values[0]) == plain(values[1]):
        return
    at = now.at if now else work.at("budget")
    kind = "finance" if at.path.endswith("/finance.yaml") else work.kind
    yield Moved(Move(f"{kind}.budget.baseline", *values), At(at.path, (*at.keys, "baseline")))
