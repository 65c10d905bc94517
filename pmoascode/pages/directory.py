"""The links of one page to people, roles, rules and kinds of record."""

from dataclasses import dataclass
from functools import cache, cached_property

from markupsafe import Markup, escape

from pmoascode.audience import Shown
from pmoascode.finding import Finding
from pmoascode.office.naming import role_name
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import link
from pmoascode.pages.page import address
from pmoascode.pages.places import PLACES, person_page
from pmoascode.pages.published import has_page
from pmoascode.pages.wording import plain
from pmoascode.records.kinds import KINDS
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.views.findings import about
from pmoascode.views.holdings import Scope, scope


@dataclass(frozen=True)
class Directory:
    """Where a page's links to people, roles, rules and kinds lead."""

    facts: Facts
    path: str  # of the page

    def person(self, id: str | None) -> Markup:
        """What readers may see of the person, linked if they have a page."""
        found = self.facts.office.find(Person, id)
        if found is None:
            return Markup("{}").format(id or "")
        said = self.shown(found)
        return link(self._to(person_page(found.id)) if said.is_named else "", said.text)

    def shown(self, person: Person) -> Shown:
        """What readers may see of the person."""
        return self.facts.people[person.id]

    def role(self, id: str, *, inside: bool = False) -> Markup:
        """The role's title, linked to its page; `inside` a sentence with a small first letter."""
        found = self.facts.office.find(Role, id)
        title = found.title if found else plain(id).capitalize()
        shown = role_name(id, self.facts.office) if inside else title
        return link(self._to(f"roles/{id}") if found else "", shown)

    def rule(self, name: str, text: str = "") -> Markup:
        """The rule's name, linked to its page."""
        page = self.facts.rule_pages.get(name)
        return link(self._to(page) if page else "", text or name)

    def kind(self, name: str, text: str = "") -> Markup:
        """The kind's title or the text, linked to the reference of its fields."""
        title = _kinds().get(name)
        return link(self._to(f"reference/{name}") if title else "", text or title or plain(name))

    def scope(self, scope: Scope) -> Markup:
        """The title of a project, programme, portfolio or unit, linked if it has a page."""
        page = self.facts.page_of(scope.record) if scope.record else None
        if page:
            return link(self._to(page), scope.title)
        organisation = self.facts.office.organisation
        is_unit = organisation is not None and scope.id in organisation.units
        to = address(self.path, "organisation", f"unit-{scope.id}") if is_unit else ""
        return link(to, scope.title)

    def place(self, id: str) -> Markup:
        """The project, programme, portfolio or unit with the id."""
        return self.scope(scope(self.facts.office, id))

    def about(self, finding: Finding) -> Markup:
        """What the finding is about: a scope, or a folder of other records."""
        name, is_scope = about(finding.place.path)
        return self.place(name) if is_scope else Markup("{}").format(name)

    def page(self, name: str) -> Markup:
        """A page by the name that responsibilities give it, linked if it is there."""
        place = PLACES.get(name)
        if place is None:
            return escape(plain(name).capitalize())
        is_there = has_page(self.facts.edition, place.path)
        if place.path == "organisation":
            is_there = self.facts.office.organisation is not None
        return link(self._to(place.path) if is_there else "", place.title)

    def line(self, finding: Finding) -> Markup:
        """File and line of a finding, linked to the forge; the folder alone if the name is kept."""
        path, line = finding.place.path, finding.place.line
        parts = path.removesuffix(".yaml").split("/")
        if parts[0] == "people" and len(parts) > 1 and parts[1] in self._hidden:
            return Markup("people/…")
        whole = self.facts.repository_path(path)
        return link(self.facts.forge.view(whole, line), f"{path}:{line}")

    @cached_property
    def _hidden(self) -> frozenset[str]:
        people = self.facts.office.all(Person)
        return frozenset(p.id for p in people if not self.shown(p).is_named)

    def _to(self, path: str) -> str:
        return address(self.path, path)


@cache
def _kinds() -> dict[str, str]:
    return {kind.name: kind.title for kind in KINDS}
