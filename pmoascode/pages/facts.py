"""The facts that every page is made from, and what they have in common."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pmoascode.audience import Discretion, Edition, Shown, discretion, shown, tells_personal
from pmoascode.commit import Commit
from pmoascode.finding import Finding
from pmoascode.measures.health import Health, health
from pmoascode.office import Office, Work
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.end_report import EndReport
from pmoascode.records.lesson import Lesson
from pmoascode.records.mandate import Mandate
from pmoascode.records.person import Person
from pmoascode.records.pid import Pid
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.requirement import Requirement
from pmoascode.records.role import Role
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.rule import Rule
from pmoascode.verdict import Verdict
from pmoascode.views.dependencies import NeedRow, open_needs
from pmoascode.views.documents import State
from pmoascode.views.gates import approvals
from pmoascode.views.rolled_up import Ground, ground
from pmoascode.views.rule_catalogue import Entry, entries, entry_of

# The folder of the pages of each kind that has a page a record. What belongs to a project or
# programme, and has no page, is found on the page of that.
PAGES: Mapping[type[Record], str] = {
    Project: "projects",
    Programme: "programmes",
    Portfolio: "portfolios",
    Role: "roles",
}
# The last step of the path of each document's page, below the page of its project or programme.
DOCUMENTS: Mapping[type[Record], str] = {
    Mandate: "mandate",
    BusinessCase: "business-case",
    Pid: "pid",
    Requirement: "requirements",
    Stakeholder: "stakeholders",
    ChangePlan: "change-plan",
    Lesson: "lessons",
    EndReport: "end-report",
}
# Folders of records that say in their path which project or programme they belong to.
SCOPED = ("projects", "programmes", "assignments", "approvals", "assurance")


@dataclass(frozen=True)
class Facts:
    """An office on a day, what the rules say of it, and where its records are kept."""

    office: Office
    verdict: Verdict
    today: dt.date
    commits: Mapping[str, Commit] = field(default_factory=dict)  # record's file -> last commit
    folder: str = "portfolio"  # of the records, in the repository
    forge: ForgeLinks = field(default_factory=ForgeLinks)
    commit: Commit | None = None  # the revision shown; None for a working tree
    own_rules: Sequence[Rule] = ()  # of the office's own
    earlier: Office | None = None  # the records at the revision since which changes are told
    earlier_name: str = ""  # what that revision is called
    root: str = ""  # the address of the site, ending in a slash; empty where it is not known
    withheld: int = 0  # findings on personal matters that readers do not get
    edition: Edition = field(default_factory=Edition)  # for whom the site is
    # Work and kind of document -> how far it is approved, where the edition leaves something out.
    states: Mapping[tuple[str, str], State] = field(default_factory=dict)
    templates: tuple[tuple[str, str], ...] = ()  # of the office: file name and text; sorted

    @cached_property
    def healths(self) -> Mapping[str, Health]:
        """The health of each project and programme, by its name in full."""
        works: tuple[Work, ...] = (*self.office.programmes, *self.office.projects)
        return {work.name_in_full: health(self.office, work, self.today) for work in works}

    @cached_property
    def approvals(self) -> Mapping[str, Sequence[Approval]]:
        """The approvals of each project and programme by its id, oldest first."""
        return approvals(self.office)

    @cached_property
    def needs(self) -> tuple[NeedRow, ...]:
        """Every open dependency, the most pressing first."""
        return open_needs(self.office)

    @cached_property
    def owed(self) -> Mapping[str, Sequence[NeedRow]]:
        """The open dependencies on each project by its id."""
        found: dict[str, list[NeedRow]] = {}
        for each in self.needs:
            if each.need.giver:
                found.setdefault(each.need.giver.id, []).append(each)
        return found

    @cached_property
    def ground(self) -> Ground:
        """What all work keeps, by work, for the pages of programmes and portfolios."""
        return ground(self.office, self.needs, self.today)

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """The findings in the files of each project and programme, by its id."""
        found: dict[str, list[Finding]] = {}
        for finding in self.verdict.findings:
            steps = finding.place.path.split("/")
            if len(steps) > 1 and steps[0] in SCOPED:
                found.setdefault(steps[1].removesuffix(".yaml"), []).append(finding)
        return found

    @cached_property
    def people(self) -> Mapping[str, Shown]:
        """What stands for each person, by id."""
        return {person.id: shown(self.office, person) for person in self.office.all(Person)}

    @cached_property
    def discreet(self) -> Discretion:
        """Takes whatever tells of people who are not to be named out of texts and addresses."""
        return discretion(self.office, self.edition.untold)

    @property
    def tells_personal(self) -> bool:
        """Whether readers learn of skills, levels, certificates, mentors, development, absence."""
        return tells_personal(self.office)

    def prepare(self) -> None:
        """Find out now what pages of every kind ask, so that processes to come have it too."""
        known = self.healths, self.approvals, self.owed, self.findings, self.people, self.rule_pages
        self.discreet(f"{len(known)} things are known")

    def health(self, work: Work) -> Health:
        """The health of the project or programme on the day."""
        return self.healths[work.name_in_full]

    def page_of(self, record: Record) -> str | None:
        """The path of the record's own page, if its kind has one."""
        folder = PAGES.get(type(record))
        return f"{folder}/{record.id}" if folder else None

    @cached_property
    def rule_pages(self) -> Mapping[str, str]:
        """The path of the page of each name that a finding can carry.

        Those of the office's own rules lie apart, since an id of theirs may be a family's name.
        """
        pages = {entry.name: f"rules/{entry.name}" for entry in entries()}
        return {e.name: f"rules/{e.family}/{e.name}" for e in self.own_entries} | pages

    @cached_property
    def own_entries(self) -> tuple[Entry, ...]:
        """The office's own rules as entries of the catalogue, by name."""
        return tuple(entry_of(rule) for rule in sorted(self.own_rules, key=lambda r: r.name))

    def repository_path(self, path: str) -> str:
        """The path of a record's file in the repository."""
        return f"{self.folder}/{path}" if self.folder else path


def anchor(record: Record) -> str:
    """The anchor of a record on the page of the project or programme that it belongs to."""
    return f"{record.kind}-{record.id}".replace("/", "-")
