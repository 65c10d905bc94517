"""The kinds of record: what each is called, where its files lie, which class it becomes."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pmoascode.records.action import ActionItem
from pmoascode.records.analysis import Analysis
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.assumption import Assumption
from pmoascode.records.benefit import Benefit
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.delegation import Delegation
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.dependency import Dependency
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.finance import Finance
from pmoascode.records.improvement import Improvement
from pmoascode.records.issue import Issue
from pmoascode.records.kpi import Kpi
from pmoascode.records.lesson import Lesson
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.mandate import Mandate
from pmoascode.records.meeting import Meeting
from pmoascode.records.objective import Objective
from pmoascode.records.organisation import Organisation
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import Person
from pmoascode.records.pid import Pid
from pmoascode.records.policy import Policy
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.requirement import Requirement
from pmoascode.records.review import Review
from pmoascode.records.risk import Risk
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.records.standard import Standard
from pmoascode.records.waiver import Waiver

_ID = "[a-z0-9][a-z0-9-]*"


@dataclass(frozen=True)
class Kind:
    """One kind of record and the pattern of the paths of its files."""

    name: str  # kebab-case; the schema's file is <name>.schema.json
    title: str
    record: type[Record]
    pattern: str  # "{id}" and "{scope}" stand for ids, "{owner}" for projects or programmes
    shape: Literal["record", "register", "assignments"] = "record"

    @property
    def depth(self) -> int:
        """How many keys lead from the top of a file to one record: none, its id, role and place."""
        return {"record": 0, "register": 1, "assignments": 2}[self.shape]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression with the groups id, scope and owner."""
        text = re.escape(self.pattern).replace(r"\{", "{").replace(r"\}", "}")
        for name, part in (("id", _ID), ("scope", _ID), ("owner", "projects|programmes")):
            text = text.replace("{" + name + "}", f"(?P<{name}>{part})")
        return re.compile(text)


KINDS: tuple[Kind, ...] = (
    Kind("organisation", "Organisation", Organisation, "organisation.yaml"),
    Kind("objective", "Objective", Objective, "objectives.yaml", "register"),
    Kind("skill", "Skill", Skill, "skills.yaml", "register"),
    Kind("portfolio", "Portfolio", Portfolio, "portfolios/{id}.yaml"),
    Kind("programme", "Programme", Programme, "programmes/{id}/programme.yaml"),
    Kind("project", "Project", Project, "projects/{id}/project.yaml"),
    Kind("mandate", "Mandate", Mandate, "{owner}/{scope}/mandate.yaml"),
    Kind("business-case", "Business case", BusinessCase, "{owner}/{scope}/business-case.yaml"),
    Kind("pid", "Project initiation documentation", Pid, "{owner}/{scope}/pid.yaml"),
    Kind("finance", "Finance", Finance, "{owner}/{scope}/finance.yaml"),
    Kind("change-plan", "People-change plan", ChangePlan, "{owner}/{scope}/change-plan.yaml"),
    Kind("end-report", "End report", EndReport, "{owner}/{scope}/end-report.yaml"),
    Kind("risk", "Risk", Risk, "{owner}/{scope}/risks.yaml", "register"),
    Kind("issue", "Issue", Issue, "{owner}/{scope}/issues.yaml", "register"),
    Kind(
        "change-request",
        "Change request",
        ChangeRequest,
        "{owner}/{scope}/change-requests.yaml",
        "register",
    ),
    Kind(
        "exception",
        "Exception report",
        ExceptionReport,
        "{owner}/{scope}/exceptions.yaml",
        "register",
    ),
    Kind("decision", "Decision", Decision, "{owner}/{scope}/decisions.yaml", "register"),
    Kind("dependency", "Dependency", Dependency, "{owner}/{scope}/dependencies.yaml", "register"),
    Kind("action", "Action", ActionItem, "{owner}/{scope}/actions.yaml", "register"),
    Kind("assumption", "Assumption", Assumption, "{owner}/{scope}/assumptions.yaml", "register"),
    Kind("benefit", "Benefit", Benefit, "{owner}/{scope}/benefits.yaml", "register"),
    Kind(
        "requirement", "Requirement", Requirement, "{owner}/{scope}/requirements.yaml", "register"
    ),
    Kind(
        "deliverable", "Deliverable", Deliverable, "{owner}/{scope}/deliverables.yaml", "register"
    ),
    Kind(
        "stakeholder", "Stakeholder", Stakeholder, "{owner}/{scope}/stakeholders.yaml", "register"
    ),
    Kind("analysis", "Analysis", Analysis, "{owner}/{scope}/analyses.yaml", "register"),
    Kind("lesson", "Lesson", Lesson, "{owner}/{scope}/lessons.yaml", "register"),
    Kind("kpi", "Key performance indicator", Kpi, "{owner}/{scope}/kpis.yaml", "register"),
    Kind("report", "Status report", Report, "{owner}/{scope}/reports/{id}.yaml"),
    Kind("kpi", "Key performance indicator", Kpi, "kpis.yaml", "register"),
    Kind("assignment", "Assignment", Assignment, "assignments/{scope}.yaml", "assignments"),
    Kind("approval", "Approval", Approval, "approvals/{scope}/{id}.yaml"),
    Kind("review", "Assurance review", Review, "assurance/{scope}/{id}.yaml"),
    Kind("meeting", "Meeting", Meeting, "meetings/{scope}/{id}.yaml"),
    Kind("person", "Person", Person, "people/{id}.yaml"),
    Kind("role", "Role", Role, "roles/{id}.yaml"),
    Kind("policy", "Policy", Policy, "policy/policy.yaml"),
    Kind("lifecycle", "Lifecycle", Lifecycle, "policy/lifecycles/{id}.yaml"),
    Kind("raci", "Responsibility matrix", RaciRow, "policy/raci.yaml", "register"),
    Kind("delegation", "Delegation", Delegation, "policy/delegations.yaml", "register"),
    Kind("waiver", "Waiver", Waiver, "policy/waivers/{id}.yaml"),
    Kind("own-rule", "Rule of our own", OwnRule, "policy/rules/{id}.yaml"),
    Kind("standard", "Standard", Standard, "policy/standards/{id}.yaml"),
    Kind("improvement", "Improvement", Improvement, "improvements.yaml", "register"),
)
