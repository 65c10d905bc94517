"""The records of the office: from what authors write to what the rules read."""

import datetime as dt
import json
from decimal import Decimal
from textwrap import dedent
from typing import Any

import jsonschema
import pytest

from pmoascode.document import parse
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.binding import bind
from pmoascode.records.delegation import Delegation
from pmoascode.records.improvement import Improvement
from pmoascode.records.json_schema import text
from pmoascode.records.kinds import Kind
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.meeting import Meeting
from pmoascode.records.objective import Objective
from pmoascode.records.organisation import Organisation
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.review import Review
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.records.standard import Standard
from pmoascode.records.waiver import Waiver

DAY = dt.date(2026, 11, 10)


def data(written: str) -> dict[str, Any]:
    document = parse("it.yaml", dedent(written).encode())
    assert document.findings == ()
    return document.data


# One realistic record a kind, and one value that shows that it was understood.
RECORDS: tuple[tuple[type[Record], str, str, object], ...] = (
    (
        Organisation,
        """
        name: Harbour Mutual
        currency: EUR
        fiscal_year_start: "04-01"
        units:
          pmo: {title: Project office, type: pmo, reports_to: chief-operations,
                reporting_rationale: Most projects change operations., services: [Advice]}
        positions:
          chief-operations: {title: Chief operating officer, level: executive, holder: maria-silva}
        x_founded: 1887
        """,
        "units['pmo'].reports_to",
        "chief-operations",
    ),
    (
        Objective,
        "{title: Claims paid soon, valid_from: 2026-01-01, valid_until: 2026-11-10}",
        "valid_until",
        DAY,
    ),
    (
        Skill,
        '{title: Risk management, category: technical, levels: {"3": Keeps a small register.}}',
        "levels['3']",
        "Keeps a small register.",
    ),
    (
        Portfolio,
        """
        name: Change the company
        manager: ana-keller
        board: {name: Change board, chair: maria-silva, members: [li-wen], quorum: 2}
        envelope: [{year: 2026, amount: 4000000.50}]
        capacity: [{role: business-analyst, month: 2026-11, fte: 6.5}]
        priority_model:
          criteria: {value: {title: Value, weight: 60 %}, urgency: {title: Urgency, weight: 40 %}}
        review_every: 3 months
        """,
        "priority_model.total",
        Percent(Decimal(100)),
    ),
    (
        Programme,
        """
        name: Front door
        portfolio: change
        status: active
        budget: {baseline: 400000, forecast: 410000.25}
        finish: {baseline: 2028-12-31, forecast: 2029-01-31}
        tolerances: {time: 30 days, cost: 5 %}
        milestones: {one-login: {title: One login for all, baseline: 2027-05-01}}
        tranches: {first: {title: Claims moved, tolerance: {time: 7 days}}}
        """,
        "tranches['first'].tolerance.time",
        Duration(7, "day"),
    ),
    (
        Assignment,
        """
        person: tom-berg
        from: 2026-01-12
        until: 2026-11-10
        time: 80 %
        appointment: {date: 2026-01-05, accountable_to: sponsor, tenure_milestone: go-live}
        """,
        "holds_on(DAY), time",
        (True, Percent(Decimal(80))),
    ),
    (
        Approval,
        """
        gate: authorise-project
        decision:
          {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-03-02}
        subject: [{record: pid, fingerprint: f3a9c1d20b7e}]
        conditions: {owners: {text: Name owners, owner: tom-berg, due: 2026-04-01}}
        amount: 250000
        """,
        "is_granted, decision.as_, conditions['owners'].due",
        (True, "sponsor", dt.date(2026, 4, 1)),
    ),
    (
        Review,
        """
        title: Readiness for service
        type: gate
        reviewers: [li-wen]
        date: 2026-11-06
        rating: amber-red
        recommendations: {fallback: {text: Test the fallback, priority: critical}}
        """,
        "type_, recommendations['fallback'].priority",
        ("gate", "critical"),
    ),
    (
        Meeting,
        """
        title: Change board, November
        attendees: [maria-silva, tom-berg]
        questions: [{text: May go-live move to April, by: tom-berg, answer: Yes.}]
        decisions: [{text: Go-live moves, reference: change-request/apollo/go-live-april}]
        actions: [{do: Tell the branches, owner: tom-berg, due: 2026-11-20}]
        """,
        "actions[0].due, decisions[0].reference",
        (dt.date(2026, 11, 20), "change-request/apollo/go-live-april"),
    ),
    (
        Person,
        """
        name: Tom Berg
        identities: {emails: [tom.berg@harbour.example], github: {login: tberg, id: 4711}}
        active_from: 2026-11-10
        skills: {risk-management: {level: 4, assessed_on: 2026-05-04}}
        experience: [{text: Led a branch merger, from: 2022-02-01}]
        """,
        "capacity, is_active_on(DAY), identities.github.id",
        (Percent(Decimal(100)), True, 4711),
    ),
    (
        Role,
        """
        title: Project manager
        family: delivery
        aliases: {prince2: Project Manager}
        responsibilities: {plan: {text: Keeps the plan current, artefacts: [project]}}
        skills: {risk-management: 4}
        works_with: {sponsor: Agrees the plan}
        next_roles: [programme-manager]
        incompatible_with: {sponsor: error}
        """,
        "skills['risk-management'], incompatible_with",
        (4, {"sponsor": "error"}),
    ),
    (
        Policy,
        """
        schema: 1
        profile: standard
        tiers: {medium: {report_every: 2 weeks, tolerance: {time: 21 days}}}
        rules:
          green-but-late: warning
          milestone-late: {severity: error, effective_from: 2027-01-01, limits: {days: {small: 30}}}
        waivers: {longest: 60 days}
        """,
        "setting('milestone-late').limits, waivers.longest, capacity.warn",
        ({"days": {"small": 30}}, Duration(60, "day"), Percent(Decimal(85))),
    ),
    (
        Lifecycle,
        """
        title: Standard
        phases:
          initiation: {title: Initiation, stage: initiation}
          delivery: {title: Delivery, stage: delivery}
          closing: {title: Closing, stage: closing}
        moves: [{from: delivery, to: initiation}]
        gates:
          authorise: {title: Authorise, before: delivery, approvers: {large: [portfolio-board]}}
          close: {title: Close, before: closing, approvers: [sponsor], requires: [end-report]}
        """,
        "gates_before('closing'), gates['authorise'].approvers_for('large')",
        (("authorise", "close"), ("portfolio-board",)),
    ),
    (
        RaciRow,
        "{roles: {sponsor: A, project-manager: R, pmo-analyst: I}, tiers: [large]}",
        "accountable, responsible",
        (("sponsor",), ("project-manager",)),
    ),
    (
        Delegation,
        """
        {by: maria-silva, to: li-wen, powers: [approve], within: apollo,
         from: 2026-11-10, until: 2026-11-10}
        """,
        "holds_on(DAY)",
        True,
    ),
    (
        Waiver,
        """
        rule: milestone-late
        record: project/apollo
        at: milestones.go-live
        reason: The vendor's plan is due in May.
        risk: The board sees the delay late.
        compensation: A call each Friday.
        requested_by: tom-berg
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-11-10
        """,
        "at_field, holds_on(DAY), holds_on(DAY + dt.timedelta(1))",
        ("milestones.go-live", True, False),
    ),
    (
        OwnRule,
        """
        title: A large project names no programme
        judges: project
        when: project.tier == "large"
        must: has(project.programme)
        message: a large project must belong to a programme
        examples: {bad: [{tier: large}]}
        """,
        "judges, examples.bad",
        ("project", ({"tier": "large"},)),
    ),
    (
        Standard,
        '{title: How we write a business case, type: guide, version: "2.1", body: Begin.}',
        "type_, version",
        ("guide", "2.1"),
    ),
    (
        Improvement,
        "{title: Earlier word of delays, source: lesson, status: accepted, due: 2027-01-31}",
        "is_open",
        True,
    ),
)


def names(value: object) -> str | None:
    return value.__name__ if isinstance(value, type) else None


@pytest.mark.parametrize(("record", "written", "question", "answer"), RECORDS, ids=names)
def test_what_authors_write_becomes_the_record(
    record: type[Record], written: str, question: str, answer: object
) -> None:
    bound = bind(record, data(written), id="it", path="it.yaml", keys=("it",), scope="project/a")
    words = {name: getattr(bound, name) for name in dir(bound) if not name.startswith("_")}
    asked = eval(question, {"DAY": DAY, "dt": dt}, words)  # noqa: S307 (the table above)
    assert asked == answer
    assert bound.at("x") == ("it.yaml", ("it", "x"), False)
    assert bound.name_in_full == f"{record.kind}/a/it"


@pytest.mark.parametrize(("record", "written", "question", "answer"), RECORDS, ids=names)
def test_the_schema_accepts_it_and_refuses_a_stranger(
    record: type[Record], written: str, question: str, answer: object
) -> None:
    del question, answer
    schema = json.loads(text(Kind(record.kind, record.__name__, record, "it.yaml")))
    judge = jsonschema.Draft202012Validator(schema)
    good = json.loads(json.dumps(data(written), default=float))
    assert [error.message for error in judge.iter_errors(good)] == []
    (error,) = judge.iter_errors(good | {"stranger": 1})
    assert "stranger" in error.message
