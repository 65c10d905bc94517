"""What a field of a new record usually says: today, the manager, the next review."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pmoascode.acts.choices import Beginning
from pmoascode.document import Keys
from pmoascode.edit.scalars import inline
from pmoascode.measures.delivery_side import DELIVERY_ROLES
from pmoascode.office import Office, Work
from pmoascode.records.risk import Risk
from pmoascode.rules import RULES
from pmoascode.verdict.judging import settings_of
from pmoascode.views.holders import holder, manager_role

_GAINING = ("senior-user", "business-change-manager", "sponsor")  # likeliest owners of benefits
_OF_TODAY = ("raised", "requested", "recorded", "date")
_OF_AUTHOR = ("raised_by", "requested_by", "by", "author")
_BY_OTHERS = ("delegation", "benefit", "objective", "improvement", "standard", "decision")


@dataclass(frozen=True)
class Desk:
    """Where the one who acts sits: the office, the day, and who it is, if that is known."""

    office: Office
    today: dt.date
    who: str = ""  # id of a person


def usual(desk: Desk, begun: Beginning, keys: Keys) -> str:
    """The usual value of the field, as somebody would type it; empty where there is none."""
    kind, name = begun.kind.name, str(keys[-1])
    special = _SPECIAL.get((kind, *map(str, keys)))
    if special:
        return special(desk, begun)
    if len(keys) > 1:
        return ""
    if name in _OF_TODAY:
        return desk.today.isoformat()
    if name in _OF_AUTHOR and kind not in _BY_OTHERS:
        return desk.who or manager(desk, work_of(desk, begun))
    if name == "owner" and kind not in _BY_OTHERS:
        return manager(desk, work_of(desk, begun))
    return ""


def work_of(desk: Desk, begun: Beginning) -> Work | None:
    """The project or programme that the new record belongs to."""
    return desk.office.owner(begun.record)


def manager(desk: Desk, work: Work | None) -> str:
    """The id of the person who manages the work on the day; empty where nobody does."""
    return holder(desk.office, work, manager_role(work), desk.today) if work else ""


def _review(desk: Desk, begun: Beginning) -> str:
    """The last day on which the policy lets the risk, by its score, go without a review.

    No later than the work ends; a risk that is close is looked at as often as a critical one.
    """
    risk, office = begun.record, desk.office
    rule = next(rule for rule in RULES if rule.name == "risk-review-overdue")
    terms = settings_of(rule, office, office.tier(risk))
    score, limits = risk.score if isinstance(risk, Risk) else None, office.policy.risk
    weight = "other" if score is None or score < limits.high else "high"
    weight = "critical" if score is not None and score >= limits.critical else weight
    is_close = isinstance(risk, Risk) and risk.proximity == "imminent"
    due = terms["critical" if is_close else weight].after(desk.today)
    work = work_of(desk, begun)
    end = work.last_day if work else None
    return str(min(due, end) if end and end > desk.today else due)


def _beneficiary(desk: Desk, begun: Beginning) -> str:
    """Who gains on the business side: benefits are not owned by those who deliver."""
    work = work_of(desk, begun)
    held = desk.office.assignments(work) if work else ()
    holders = [a for a in held if a.holds_on(desk.today)]
    delivering = {a.person for a in holders if a.role in DELIVERY_ROLES}
    return next(
        (
            a.person
            for role in _GAINING
            for a in holders
            if a.role == role
            if a.person not in delivering
        ),
        "",
    )


def _need_by(desk: Desk, begun: Beginning) -> str:
    """The day on which the milestone that waits for it is expected."""
    work = work_of(desk, begun)
    milestone = work and work.milestones.get(str(begun.data.get("receiver_milestone", "")))
    return str(milestone.expected) if milestone and milestone.expected else ""


def _as_default(field: str) -> Callable[[Desk, Beginning], str]:
    """The field of the lifecycle that the policy has by default, to be altered afterwards."""

    def copied(desk: Desk, begun: Beginning) -> str:
        office = desk.office
        known = office.find(begun.kind.record, office.policy.defaults.lifecycle)
        data = office.data(known) if known else {}
        is_alike = field == "phases" or begun.data.get("phases") == data.get("phases")
        return inline(data[field], in_flow=True) if is_alike and field in data else ""

    return copied


_SPECIAL: Mapping[tuple[str, ...], Callable[[Desk, Beginning], str]] = {
    ("risk", "review"): _review,
    ("benefit", "owner"): _beneficiary,
    ("dependency", "need_by"): _need_by,
    ("lifecycle", "phases"): _as_default("phases"),
    ("lifecycle", "moves"): _as_default("moves"),
    ("lifecycle", "gates"): _as_default("gates"),
    ("delegation", "from"): lambda desk, _: desk.today.isoformat(),
}
