"""The file CODEOWNERS, which tells a forge whom to ask: made from roles and assignments.

Specifications:
https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
https://docs.gitlab.com/user/project/codeowners/reference/

In both the last line that matches a path wins, so the lines go from the general to the special.
Whoever opens a pull request cannot approve it: a line names two people wherever there are two.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pmoascode.forge import Forge
from pmoascode.measures.authority import policy_owners
from pmoascode.office import Office, Work
from pmoascode.office.holding import above, is_lent_for
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.verdict.code_owners import heading

_LOGIN = re.compile(r"\w[\w.-]*", re.ASCII)  # a space in it would name a second owner
_POLICY = ("assignments", "people", "policy", "roles")
_GUARDED = {  # beside the records: what runs the check, and what decides how files are shown
    "github": ("/.github/", "/action.yml"),
    "gitlab": ("/.gitlab/", "/.gitlab-ci.yml"),
}
_GUARDED_EVERYWHERE = ("/.gitattributes", "/.mailmap", "/mkdocs.yml")
_FILES = ("/CODEOWNERS", "/docs/CODEOWNERS")  # itself, and where a second one would hide it


@dataclass(frozen=True)
class CodeOwners:
    """Whom the forge asks about which path, on a day."""

    office: Office
    folder: str  # of the records, from the repository's root; empty for the root itself
    day: dt.date
    forge: Forge = "github"

    @cached_property
    def text(self) -> str:
        """The generated part of the file: the heading, what it leaves out, a line for each path."""
        lines = [heading(self.forge)]
        if self.without_account:
            lines.append(f"# Without an account here: {', '.join(self.without_account)}")
        owned = [(path, self._logins(people)) for path, people in self._paths()]
        owned = [(path, logins) for path, logins in owned if logins]
        width = max((len(path) for path, _ in owned), default=0)
        lines += [f"{path:<{width}} {' '.join(logins)}" for path, logins in owned]
        return "\n".join(lines) + "\n"

    @cached_property
    def without_account(self) -> tuple[str, ...]:
        """The ids of the people who own a path and whom the forge cannot ask; sorted."""
        wanted = {person for _, people in self._paths() for group in people[:1] for person in group}
        return tuple(sorted(id for id in wanted if not self._login(id)))

    def _paths(self) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
        """Each path with its owners; further groups stand in while fewer than two can be asked."""
        records = "/" + "".join(f"{step}/" for step in self.folder.split("/") if step)
        records = re.sub(r"([\s#\\])", r"\\\1", records)
        office = (self._directors | self._in("pmo-analyst"), self._higher)
        yield records, office
        for name in _POLICY:
            yield f"{records}{name}/", office
        for path, people in self._of_work():
            if people:
                yield f"{records}{path}", (people, *office)
        guards = (self._directors, self._higher, office[0])
        for path in sorted((*_GUARDED[self.forge], *_GUARDED_EVERYWHERE)):
            yield path, guards
        for path in _FILES:
            yield path, guards

    def _of_work(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The folders of programmes and projects, of their approvals and of their assurance."""
        work: tuple[Work, ...] = (*self.office.programmes, *self.office.projects)
        for each in work:
            yield f"{each.kind}s/{each.id}/", self._managers(each)
        for each in work:
            yield f"approvals/{each.id}/", self._approvers(each)
        for each in work:
            yield f"assurance/{each.id}/", self._assurance(each)

    @cached_property
    def _directors(self) -> frozenset[str]:
        """Who leads the PMO; where nobody does, who owns the policy in their place."""
        return self._in("pmo-director") or policy_owners(self.office, self.day)

    @cached_property
    def _higher(self) -> frozenset[str]:
        return self._in("chief-project-officer", "portfolio-manager")

    def _managers(self, work: Work) -> frozenset[str]:
        near = above(work, self.office)
        return self._in("project-manager", "programme-manager", scopes={each.id for each in near})

    def _assurance(self, work: Work) -> frozenset[str]:
        roles = [role.id for role in self.office.known(Role) if role.family == "assurance"]
        return self._in(*roles, scopes=self._around(work))

    def _approvers(self, work: Work) -> frozenset[str]:
        """Who may decide at a gate of the work, and who acts for them on the day."""
        lifecycle = self.office.lifecycle(work)
        gates = lifecycle.gates.values() if lifecycle else ()
        tier, scopes = self.office.tier(work), self._around(work)
        roles = {role for gate in gates for role in gate.approvers_for(tier)}
        found = set(self._in(*roles, scopes=scopes))
        for lent in self.office.all(Delegation):
            as_ = roles & {lent.role} if lent.role else roles
            counts = "approve" in lent.powers and lent.holds_on(self.day)
            if counts and is_lent_for(lent, work, self.office):
                found |= {lent.to} if lent.by in self._in(*as_, scopes=scopes) else set()
        return frozenset(found)

    def _around(self, work: Work) -> set[str]:
        """The ids of the work, of what stands above it, and of all units."""
        units = self.office.organisation.units if self.office.organisation else {}
        return {*(each.id for each in above(work, self.office)), *units}

    def _in(self, *roles: str, scopes: Iterable[str] | None = None) -> frozenset[str]:
        """The people who hold one of the roles on one of the scopes, or anywhere."""
        by_scope = [self._held.get(role, {}) for role in roles]
        return frozenset(
            person
            for held in by_scope
            for scope in (held if scopes is None else scopes)
            for person in held.get(scope, ())
        )

    @cached_property
    def _held(self) -> Mapping[str, Mapping[str, set[str]]]:
        """Role to scope to the people who hold it on the day."""
        found: dict[str, dict[str, set[str]]] = {}
        for held in self.office.all(Assignment):
            if held.holds_on(self.day):
                people = found.setdefault(held.role, {}).setdefault(held.scope_id, set())
                people.add(held.person)
        return found

    def _logins(self, groups: tuple[frozenset[str], ...]) -> list[str]:
        found: set[str] = set()
        for people in groups:
            if len(found) < 2:
                found |= {f"@{login}" for id in people if (login := self._login(id))}
        return sorted(found, key=lambda login: (login.casefold(), login))

    def _login(self, id: str) -> str:
        """The login of the person's account; empty where there is none that can be asked."""
        person = self.office.find(Person, id)
        account = person and person.identities and getattr(person.identities, self.forge)
        if person is None or not account or not person.is_active_on(self.day):
            return ""
        return account.login if _LOGIN.fullmatch(account.login) else ""
