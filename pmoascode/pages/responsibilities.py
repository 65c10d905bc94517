"""Who does what: the responsibility matrix of the whole method, and that of one project."""

from collections.abc import Iterator

from markupsafe import Markup

from pmoascode.office import BUILT_IN, Work
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.raci import RaciRow
from pmoascode.views.approvers import gate_approvers, limits
from pmoascode.views.powers import powers
from pmoascode.views.raci import Column, of_work, whole

PATH = "responsibilities"
_STATE = Markup(' <span class="chip{}">{}</span>')


def responsibilities(facts: Facts) -> Iterator[Page]:
    """The page of the method's matrix."""
    here, view = Here(facts, PATH), whole(facts.office)
    own = [row for row in facts.office.known(RaciRow) if not row.path.startswith(BUILT_IN)]
    names = {column.role: here.role(column.role) for column in view.columns}
    signing = dict.fromkeys((*names, *facts.office.policy.approvals.limits))
    yield page(
        facts,
        PATH,
        "Who does what",
        "responsibilities",
        summary="RACI matrix: who answers for each record, does the work, is asked, is told.",
        record=own[0] if own else None,
        nav="People & roles",
        contents=False,
        view=view,
        heads=list(names.values()),
        names=names,
        own=len(own),
        deciding=[(role, its) for role in signing if (its := powers(facts.office, role)).is_any],
        source=facts.repository_path(own[0].path) if own and facts.edition.is_whole else "",
    )


def responsibilities_of(facts: Facts, work: Work) -> Iterator[Page]:
    """The page of one project's or programme's matrix, while the work runs."""
    if not work.is_running:
        return
    path = f"{facts.page_of(work)}/{PATH}"
    here, view = Here(facts, path), of_work(facts.office, work, facts.today)
    heads = [_head(here, column) for column in view.columns]
    names = {column.role: _name(here, column) for column in view.columns}
    title = f"Who does what in {work.name}"
    yield page(
        facts,
        path,
        title,
        "responsibilities_of_work",
        summary="Roles, records and the people who hold the roles.",
        contents=False,
        work=work,
        view=view,
        heads=heads,
        names=names,
        gates=gate_approvers(facts.office, work, facts.today),
        limits=limits(facts.office, work, facts.today),
    )


def _head(here: Here, column: Column) -> Markup:
    """The role and who holds it, each person once, as the head of a column."""
    people = dict.fromkeys(each.person for each in column.people)
    names = Markup(", ").join(here.person(person) for person in people)
    state = "" if column.state == "held" else column.state
    mark = _STATE.format(" chip-vacant" if state == "vacant" else "", state) if state else ""
    return Markup("<b>{}</b>{}{}").format(
        here.role(column.role), mark, Markup("<br>{}").format(names) if names else ""
    )


def _name(here: Here, column: Column) -> str:
    """The same as plain text."""
    people = dict.fromkeys(each.person for each in column.people)
    names = ", ".join(str(here.person(person).striptags()) for person in people)
    return f"{here.role_title(column.role)}: {names or column.state}"
