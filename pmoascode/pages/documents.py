"""The documents of projects and programmes, each a page that prints as what the standards ask."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pmoascode.office import Work
from pmoascode.pages import drawings
from pmoascode.pages.facts import DOCUMENTS, Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.record import Record
from pmoascode.records.requirement import Requirement
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.views.document_ground import Ground, ground
from pmoascode.views.documents import Document, documents
from pmoascode.views.outline import OUTLINES, sections
from pmoascode.views.requirements import traces, unasked

STATES = {
    "current": "Approved, and unchanged since",
    "stale": "Approval is stale: what it was about has changed since",
    "unclear": "Approved; whether it has changed since is not part of this edition",
    "untold": "Whether it is approved is not part of this edition",
    "signed": "Signed, but not pinned: it may have changed since",
    "decided": "Not approved",
    "open": "Not approved yet",
    "informal": "Needs no approval",
}


def documents_of_edition(facts: Facts, work: Work) -> tuple[Document, ...]:
    """The work's documents; of each, no more is said of its approval than its edition tells."""
    found = documents(facts.office, work, facts.today)
    keys = ((work.name_in_full, each.type.kind) for each in found)
    told = (facts.states.get(key, each.state) for key, each in zip(keys, found, strict=True))
    return tuple(replace(each, state=state) for each, state in zip(found, told, strict=True))


def documents_of(facts: Facts, work: Work) -> Iterator[Page]:
    """The pages of the documents that the work has."""
    found = documents_of_edition(facts, work)
    if found:
        around = ground(facts.office, work, facts.today)
        yield from (_page(facts, work, document, around) for document in found)


def _page(facts: Facts, work: Work, document: Document, around: Ground) -> Page:
    path = f"{facts.page_of(work)}/{DOCUMENTS[document.type]}"
    title = f"{document.title}: {work.name}"
    organisation = facts.office.organisation
    own = _OWN.get(document.type)
    return page(
        facts,
        path,
        title,
        "document" if document.type in OUTLINES else f"document_{document.type.kind}",
        summary=f"{STATES[document.state]}.",
        record=document.record,
        document=document,
        work=work,
        ground=around,
        organisation=organisation.name if organisation else "",
        said=STATES[document.state],
        sections=sections(document.record) if document.type in OUTLINES else (),
        **(own(facts, work) if own else {}),
    )


def _requirements(facts: Facts, work: Work) -> dict[str, Any]:
    return {
        "traces": traces(facts.office, work),
        "deliverables": facts.office.within(Deliverable, work),
        "unasked": unasked(facts.office, work),
    }


def _stakeholders(facts: Facts, work: Work) -> dict[str, Any]:
    found = facts.office.within(Stakeholder, work)
    weighed = sorted(found, key=lambda s: (-(s.influence or 0), -(s.interest or 0), s.id))
    return {
        "stakeholders": weighed,
        "drawn": drawings.stakeholder_map(weighed),
    }


_OWN: Mapping[type[Record], Callable[[Facts, Work], dict[str, Any]]] = {
    Requirement: _requirements,
    Stakeholder: _stakeholders,
}
