"""The rule that the past stays as it was."""

from collections.abc import Iterator

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import consents, is_covered, moves
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.parts import Forecast
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Keys, Record
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Audit practice: what happened stays recorded",
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
        start: {baseline: 2026-11-02, actual: 2026-11-03}
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
        start: {baseline: 2026-11-02, actual: 2026-11-02}  # <--
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
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
        start: {baseline: 2026-11-02, actual: 2026-11-03}
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
        start: {baseline: 2026-11-02, actual: 2026-11-02}
        finish: {baseline: 2027-03-31}
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
            - {path: project.start.actual, old: 2026-11-03, new: 2026-11-02}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
)
def actual_date_rewritten(
    record: Project | Programme | Deliverable, office: Office, before: Office
) -> Problems:
    """The date of something that happened was changed or removed without a correction.

    Trends, lessons and the next estimate rest on what really happened. A date in the past has no
    reason to move, other than that it was wrong; then somebody should have agreed to the new one.
    A wrong date is corrected like a baseline: by an approved change request that names it.

    To put it right, set the date back; or, if it was wrong, have a change request of the same
    project approved that has the entry which the finding shows under `changes`.
    """
    was = earlier(record, before, office)
    work = record if isinstance(record, Project | Programme) else office.owner(record)
    if was is None or work is None:
        return
    given = consents(office, work)
    now = dict(_dates(record))
    for keys, date in _dates(was):
        if date.actual is None:
            continue
        after = now[keys].actual if keys in now else None
        for move in moves(path(record, (*keys, "actual")), date.actual, after):
            if not is_covered(move, given):
                yield (
                    record.at(*keys, "actual"),
                    (
                        f"the actual date `{move.path}` of {called(work.name, work.id)}"
                        f" {move.words}, though it had happened, and no approved change request"
                        f" corrects it; under its `changes` it would need the entry: {move.entry}"
                    ),
                )


def _dates(record: Record) -> Iterator[tuple[Keys, Forecast]]:
    """Each date of the record that has a baseline, a forecast and an actual day, by its keys."""
    for name in ("start", "finish", "due"):
        single = getattr(record, name, None)
        if isinstance(single, Forecast):
            yield (name,), single
    for name in ("milestones", "stages", "tranches"):
        for id, entry in getattr(record, name, {}).items():
            yield (name, id), entry
