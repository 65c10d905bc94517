"""The place of one page: links from it to other pages, to people, and to the records' lines."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from pmoascode.measures import currency
from pmoascode.measures.health import Health
from pmoascode.office import BUILT_IN, Work
from pmoascode.pages import wording
from pmoascode.pages.denials import Denials
from pmoascode.pages.escaping import escaped, marked
from pmoascode.pages.facts import DOCUMENTS, anchor
from pmoascode.pages.lines import line
from pmoascode.pages.page import address, file_address
from pmoascode.pages.places import person_page
from pmoascode.records.kpi import Kpi
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At, Record
from pmoascode.records.role import Role
from pmoascode.views import holders
from pmoascode.views.attention import Need
from pmoascode.views.parents import Parent


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands and who changed it last."""

    label: str  # file and line, as in "portfolio/projects/apollo/project.yaml:12"
    href: str  # on the forge; empty without one
    commit: str = ""  # short id
    commit_href: str = ""
    date: dt.date | None = None
    subject: str = ""
    author: str = ""


@dataclass(frozen=True)
class Here(Denials):
    """One page's view of the facts; templates know it as `here`."""

    path: str  # of the page

    @property
    def today(self) -> dt.date:
        """The day that the site shows."""
        return self.facts.today

    @property
    def are_holders_recorded(self) -> bool:
        """Whether the office records who holds roles at all."""
        return holders.are_recorded(self.facts.office)

    def url(self, path: str, anchor: str = "") -> str:
        """The link to a page of the site."""
        return address(self.path, path, anchor)

    def file(self, path: str) -> str:
        """The link to a data file of the site."""
        return file_address(self.path, path)

    def health(self, work: Work) -> Health:
        """The health of a project or programme."""
        return self.facts.health(work)

    # -- records and people

    def need(self, need: Need) -> str:
        """The link to what waits: on the project's page, or the record's own; empty if neither."""
        page = self.facts.page_of(need.work) if need.work else None
        if page is not None and (need.anchor or need.record is None):
            return self.url(page, need.anchor)
        return self.href(need.record) if need.record else ""

    def href(self, record: Record) -> str:
        """The link to the record: its page, or its anchor on its owner's; empty if neither."""
        page = self.facts.page_of(record)
        if page is not None:
            return self.url(page)
        path = self._page_with(record)
        mark = "" if isinstance(record, Kpi) else anchor(record)  # no page shows those of a project
        return self.url(path, mark) if path else ""

    def document(self, record: Record) -> str:
        """The link to the document that the record is, or is an entry of; empty if none."""
        path = self._page_with(record)
        return self.url(path) if path else ""

    def _page_with(self, record: Record) -> str:
        """The page of a project or programme on which the record stands; empty if none."""
        owner = self.facts.office.owner(record)
        path = self.facts.page_of(owner) if owner else None
        document = DOCUMENTS.get(type(record))
        return f"{path}/{document}" if path and document else path or ""

    def parent_href(self, parent: Parent) -> str:
        """The link to a programme, or to a unit's row on the organisation page; empty for none."""
        if parent.kind == "unit" and parent.id:
            return self.url("organisation", f"unit-{parent.id}")
        return self.href(parent.record) if parent.record else ""

    def under(self, parent: Parent) -> Markup:
        """The parent's title, linked."""
        return link(self.parent_href(parent), parent.title)

    def record(self, record: Record, text: str = "") -> Markup:
        """The record's title, linked."""
        title = text or getattr(record, "name", None) or getattr(record, "title", None) or record.id
        return link(self.href(record), str(title))

    def parent(self, work: Work) -> Record | None:
        """The programme of a project, or the portfolio of what has no programme."""
        office = self.facts.office
        programme = office.find(Programme, work.programme) if isinstance(work, Project) else None
        return programme or office.find(Portfolio, work.portfolio)

    def above(self, work: Work) -> tuple[Record, ...]:
        """The programme of a project, and the portfolio of the work."""
        office = self.facts.office
        programme = office.find(Programme, work.programme) if isinstance(work, Project) else None
        return tuple(each for each in (programme, office.portfolio_of(work)) if each)

    def person(self, id: str | None, fallback: str = "") -> Markup:
        """What readers may see of the person, linked if named; the id where nobody has it."""
        said = self.facts.people.get(id or "")
        if said is None:
            return marked(escaped(id or fallback))
        return link(self.url(person_page(id or "")) if said.is_named else "", said.text)

    def name(self, id: str) -> str:
        """What readers may see of the person, as plain text; the id where nobody has it."""
        said = self.facts.people.get(id)
        return said.text if said else id

    def role(self, id: str) -> Markup:
        """The role's title, linked to its page."""
        role = self.facts.office.find(Role, id)
        return self.record(role) if role else Markup("{}").format(self.role_title(id))

    def role_title(self, id: str) -> str:
        """What the role is called here."""
        role = self.facts.office.find(Role, id)
        return role.title if role else wording.plain(id).capitalize()

    def gate(self, work: Work, id: str) -> str:
        """What the gate is called in the lifecycle of the work."""
        lifecycle = self.facts.office.lifecycle(work)
        found = lifecycle.gates.get(id) if lifecycle else None
        return found.title if found else wording.capitalised(wording.plain(id))

    def who(self, text: str) -> Markup:
        """A person, a role, or the portfolio or other work that the text names; else the text."""
        if text in self.facts.people:
            return self.person(text)
        if self.facts.office.find(Role, text):
            return self.role(text)
        for kind in (Project, Programme, Portfolio):
            found = self.facts.office.find(kind, text)
            if found:
                return self.record(found)
        return Markup("{}").format(text)

    def asked(self, of: str, work: Work | None) -> Markup:
        """Whom the text names; of a role also who holds it in the work, where readers may know."""
        holds = self.holder_of(of, work)
        return Markup("{}: {}").format(self.who(of), holds) if holds else self.who(of)

    def holder_of(self, role: str, work: Work | None) -> Markup:
        """Who holds the role in the work; empty for what is no role, and where nobody is named."""
        if work is None or self.facts.office.find(Role, role) is None:
            return Markup()
        id = holders.holder(self.facts.office, work, role, self.today)
        said = self.facts.people.get(id)
        return self.person(id) if said and said.is_named else Markup()

    def rule(self, name: str) -> Markup:
        """The rule's name, linked to its page."""
        page = self.facts.rule_pages.get(name)
        return link(self.url(page) if page else "", name)

    # -- figures

    def money(self, amount: Decimal | None) -> str:
        """The exact amount in the organisation's currency."""
        return currency.money(amount, self.facts.office.currency)

    def money_short(self, amount: Decimal | None) -> str:
        """The amount for a list, in millions where it is large."""
        return currency.money_short(amount, self.facts.office.currency)

    def money_difference(self, amount: Decimal | None) -> str:
        """A signed difference of money, for a list."""
        return currency.money_difference(amount, self.facts.office.currency)

    def told(self, sentence: str) -> str:
        """A sentence of the program, as in a list of changes, as the site writes it."""
        return wording.readable(wording.capitalised(sentence), self.facts.office.currency)

    # -- where it comes from

    def source(self, at: At | Record) -> Source:
        """File and line of a value or a record, and the last commit of the file."""
        label, href = self._line(at)
        commit = self.facts.commits.get(at.path) if label else None
        if commit is None:
            return Source(label, href)
        return Source(
            label,
            href,
            commit.id[:7],
            self.facts.forge.commit(commit.id),
            commit.date.date(),
            commit.subject,
            commit.author,
        )

    def _line(self, at: At | Record) -> tuple[str, str]:
        """File and line, and where the forge shows it; both empty if readers are not told."""
        if not self.facts.edition.is_whole:
            return "", ""
        if at.path.startswith(BUILT_IN):
            return at.path, ""
        path = self.facts.repository_path(at.path)
        document = self.facts.office.documents.get(at.path)
        number = line(document, at.keys) if document else 1
        return f"{path}:{number}", self.facts.forge.view(path, number)

    def line(self, at: At | Record, text: str) -> Markup:
        """The text, with its line as title; linked to the line on the forge where there is one."""
        label, href = self._line(at)
        shown = escaped(text)
        if label:
            tag, address = ("a", f' href="{escaped(href)}"') if href else ("span", "")
            shown = (
                f'<{tag}{address} title="{escaped(self._short(at.path, label))}">{shown}</{tag}>'
            )
        return marked(shown)

    def _short(self, file: str, label: str) -> str:
        """The label, without the folder of the project or programme whose page this is."""
        own = f"{self.path}/"
        return (
            label.removeprefix(self.facts.repository_path(own)) if file.startswith(own) else label
        )

    def history(self, record: Record) -> str:
        """The forge's list of the commits that changed the record's file; empty without a forge."""
        return self.facts.forge.history(self.facts.repository_path(record.path))

    def edit(self, record: Record) -> str:
        """The forge's editor for the record's file; empty without a forge."""
        return self.facts.forge.edit(self.facts.repository_path(record.path))


def link(href: str, text: str) -> Markup:
    """The text, linked where there is an address."""
    shown = escaped(text)
    return marked(f'<a href="{escaped(href)}">{shown}</a>' if href else shown)
