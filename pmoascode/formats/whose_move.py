"""Whose move a finding is: who does the work on such a record, or who has to decide instead."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pmoascode.audience import NOT_NAMED, shown
from pmoascode.finding import Finding
from pmoascode.formats.subjects import Subject
from pmoascode.measures.signing import Signed, sign_off
from pmoascode.office import Office
from pmoascode.office.holding import above
from pmoascode.office.naming import role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.report import Report

DIRECTOR, ANALYST = "pmo-director", "pmo-analyst"

_USUAL: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Project, ("project-manager", "sponsor")),
    (Programme, ("programme-manager", "sponsor")),
    (Portfolio, ("portfolio-manager",)),
)
# Rules that the named person puts right by approving the pull request.
OF_THE_SIGNER = frozenset(
    {
        "dependency-confirmed-for-other-side",
        "report-in-another-name",
        "sign-off-in-another-name",
    }
)
# Rules that somebody above puts right, who had no hand in it.
OF_WHO_DECIDES = frozenset(
    {
        "approver-is-author",
        "approver-is-project-manager",
        "approver-is-requester",
        "change-beyond-authority",
        "deputy-without-delegation",
        "own-limits-changed",
        "role-given-without-authority",
        "self-appointment",
        "sign-off-over-limit",
        "sign-off-without-authority",
    }
)
OF_THE_ANALYST = frozenset({"rating-jump-unchecked"})
OF_THE_DIRECTOR = frozenset(
    {
        "policy-changed-without-owner",
        "protected-rule-waived",
        "too-many-projects-touched",
        "unknown-author",
        "waiver-approved-by-beneficiary",
        "waiver-without-authority",
    }
)


@dataclass(frozen=True, order=True)
class Mover:
    """Who has the next move."""

    name: str  # as far as they are named; else empty
    role: str  # with an article where it stands alone; empty where the name says enough
    person: str = ""  # the id of whoever it is, which is not for readers

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.role)))


OFFICE = Mover("", "the PMO")  # where no project, programme or portfolio is concerned


class Movers:
    """Tells who puts a finding right; who decides is known from before the change."""

    def __init__(
        self, office: Office, authority: Office, today: dt.date, *, discreet: bool = True
    ) -> None:
        self._discreet = discreet  # whether people are named as far as the policy lets pages do
        self._office = office
        self._authority = authority
        self._today = today

    def of(self, finding: Finding, subject: Subject) -> Mover:
        """Who has the next move, by name as far as they are named, and in which role."""
        if finding.rule in OF_THE_SIGNER and (signer := self._signer(finding, subject.record)):
            return self._named(*signer)
        if finding.rule in OF_THE_ANALYST | OF_THE_DIRECTOR:
            role = ANALYST if finding.rule in OF_THE_ANALYST else DIRECTOR
            return next(self._in_the_office(role, ()), OFFICE)
        if subject.work is None:
            return OFFICE
        if finding.rule in OF_WHO_DECIDES:
            decides = self._above(subject.work, _involved(subject.record))
            return next(decides, OFFICE)
        return self._usual(subject, subject.work)

    def _signer(self, finding: Finding, record: Record | None) -> tuple[str, str] | None:
        """Whose name stands where the finding is, and in which role, empty where none is said."""
        if isinstance(record, Report) and finding.rule == "report-in-another-name":
            return record.by, "project-manager"
        document = self._office.documents.get(finding.place.path)
        named = document.value(finding.keys) if document else None
        person = named[0] if isinstance(named, list) else named  # of several, one is enough
        signed = sign_off(record) if isinstance(record, Signed) else None
        if not isinstance(person, str):
            return (signed.by, signed.as_) if signed else None
        return person, signed.as_ if signed and signed.by == person else ""

    def _usual(self, subject: Subject, work: Record) -> Mover:
        """Who does the work on such a record by the responsibility matrix, then the usual."""
        row = self._office.find(RaciRow, subject.kind)
        usual = next((roles for kind, roles in _USUAL if isinstance(work, kind)), ("sponsor",))
        roles = (*(row.responsible if row else ()), *usual)
        for role in roles:
            for held in self._office.holders(role, work, self._today):
                return self._named(held.person, role)
        return Mover("", f"the {role_name(roles[0], self._office)} (nobody holds the role)")

    def _above(self, work: Record, without: Collection[str]) -> Iterator[Mover]:
        """Who decides about the work, the nearest first."""
        scopes = above(work, self._authority) if isinstance(work, Project | Programme) else (work,)
        for scope in scopes:
            role = "portfolio-manager" if isinstance(scope, Portfolio) else "sponsor"
            for held in self._authority.holders(role, scope, self._today):
                if held.person not in without:
                    yield self._named(held.person, role)
        yield from self._in_the_office(DIRECTOR, without)

    def _in_the_office(self, role: str, without: Collection[str]) -> Iterator[Mover]:
        for held in self._authority.all(Assignment):
            if held.role == role and held.holds_on(self._today) and held.person not in without:
                yield self._named(held.person, role)

    def _named(self, id: str, role: str) -> Mover:
        """The person and the role; of whom is not to be named, the role alone."""
        person = self._office.person(id)
        said = NOT_NAMED
        if person:
            said = shown(self._office, person).text if self._discreet else person.name
        if not role:
            return Mover(said, "", id)
        title = role_name(role, self._office)
        known = said != NOT_NAMED and said.casefold() != title.casefold()
        return Mover(said, title, id) if known else Mover("", f"the {title}", id)


def _involved(record: Record | None) -> frozenset[str]:
    """Who asked for it, signed it, or gains by it, and so cannot decide."""
    if isinstance(record, Assignment):
        return frozenset({record.person})
    signed = sign_off(record) if isinstance(record, Signed) else None
    asked = getattr(record, "requested_by", None)
    return frozenset(filter(None, (signed and signed.by, asked)))
