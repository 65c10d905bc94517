"""The registers of what is asked for, handed over, reviewed, and done better by the office."""

from collections.abc import Iterator

from pmoascode.office import Office, Work
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.improvement import Improvement
from pmoascode.views.register_entry import Entry
from pmoascode.views.requirements import traces

_PRIORITIES = ("", "wont", "could", "should", "must")
_RATINGS = ("", "grey", "blue", "green", "amber-green", "amber", "amber-red", "red")


def requirements(office: Office, work: Work) -> Iterator[Entry]:
    """What must be true of what the work delivers, with the links of its trace that are missing."""
    for trace in traces(office, work):
        each = trace.requirement
        is_open = each.status not in ("verified", "withdrawn")
        ended = each.verified.date if each.verified else None
        said = each.priority or ""
        yield Entry(
            each, work, each.text, is_open, each.status, each.owner or "",
            None, None, ended, trace.priority, _PRIORITIES.index(said), ", ".join(trace.missing),
        )  # fmt: skip


def deliverables(office: Office, work: Work) -> Iterator[Entry]:
    """What the work hands over, until somebody has accepted it."""
    for each in office.within(Deliverable, work):
        due, signed = each.due, each.accepted
        is_open = not (each.is_accepted or each.dropped)
        is_there = due is not None and due.actual is not None
        awaited = (due.forecast or due.baseline) if due and not is_there else None
        yield Entry(
            each, work, each.title, is_open, deliverable_state(each), each.owner or "",
            None, awaited, signed.date if signed else None,
            note=each.quality or "",
        )  # fmt: skip


def deliverable_state(deliverable: Deliverable) -> str:
    """How far the deliverable has come, in words."""
    if deliverable.dropped:
        return "dropped"
    if deliverable.accepted:
        return "accepted" if deliverable.is_accepted else deliverable.accepted.outcome
    is_there = deliverable.due is not None and deliverable.due.actual is not None
    return "handed over, not accepted" if is_there else "to come"


def reviews(office: Office, work: Work) -> Iterator[Entry]:
    """Independent reviews; open while a recommendation is to be carried out."""
    for each in office.reviews(work):
        asked = each.recommendations.values()
        left = [one for one in asked if not one.done]
        ends = [one.done for one in asked if one.done]
        said = each.rating or ""
        yield Entry(
            each, work, each.title, bool(left), "to be carried out" if left else "done",
            each.reviewers[0] if each.reviewers else "",
            each.date, min((one.due for one in left if one.due), default=None),
            max(ends, default=each.date) if not left else None,
            said, _RATINGS.index(said) if said in _RATINGS else 0,
            "; ".join(one.text for one in left),
        )  # fmt: skip


def improvements(office: Office) -> Iterator[Entry]:
    """What the office means to do better itself."""
    for each in office.all(Improvement):
        source = " ".join(filter(None, (each.source, each.source_reference)))
        said = " ".join(filter(None, (each.recommendation, f"(From: {source}.)")))
        yield Entry(
            each, None, each.title, each.is_open, each.status, each.owner or "",
            each.raised, each.due, None, note=said,
        )  # fmt: skip
