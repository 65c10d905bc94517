"""The fields with which an author begins a record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pmoascode.office.fields import Keys, field_schema, kind_named
from pmoascode.records.kinds import KINDS


@dataclass(frozen=True)
class Starter:
    """One sort of record to begin, with the fields that make it useful from its first day."""

    name: str  # as in the snippet `pmo-risk`
    title: str
    kind: str  # of the file that it stands in
    fields: tuple[str, ...]  # in the order of the schema; a dot leads to a field of a part
    within: Keys = ()  # where it stands inside of the record, if it is a part of one
    has_id: bool = True  # it is an entry that its author names


@dataclass(frozen=True)
class Blank:
    """One field to be filled in, or a group of them."""

    name: str
    schema: Mapping[str, Any]
    inner: tuple["Blank", ...] = ()
    is_list: bool = False  # the group is the first entry of a list


_OF_KIND: Mapping[str, str] = {
    "portfolio": "name summary manager board.name board.chair objectives",
    "programme": "name summary portfolio unit objectives start.forecast finish.forecast"
    " budget.forecast",
    "project": "name summary programme portfolio unit tier objectives people_impact start.forecast"
    " finish.forecast budget.forecast",
    "mandate": "origin requested_by requested problem outcome objectives rough_cost rough_time"
    " proposed_sponsor",
    "business-case": "version summary reasons economic financial benefits run_cost timescale"
    " main_risks viable",
    "pid": "version background scope_included scope_excluded approach plan lessons_reviewed",
    "finance": "basis budget.baseline budget.forecast budget.actual",
    "change-plan": "owner strategy no_training_needed no_resistance_expected steps sustainment",
    "end-report": "date by summary objectives_review business_case_review benefits_so_far"
    " benefits_expected handover final_cost lessons review_due",
    "report": "date by rating.overall rating.schedule rating.cost rating.scope rating.resources"
    " headline summary achieved planned",
    "risk": "title cause event effect owner raised probability impact response review",
    "issue": "title description severity priority owner raised due",
    "change-request": "title requested_by requested reason impact.time impact.cost impact.scope"
    " changes.path changes.old changes.new",
    "exception": "title dimension raised raised_by cause consequences recommendation",
    "decision": "title category rationale owner decided.outcome decided.by decided.as decided.date",
    "dependency": "title giver.project giver.milestone giver.external receiver_milestone need_by"
    " owner",
    "action": "do owner due",
    "assumption": "text owner test_by",
    "benefit": "title type description owner objective outcome measure unit baseline.value"
    " baseline.date target.value target.date worth method every",
    "requirement": "text source author owner objective priority acceptance test",
    "deliverable": "title description owner receiver requirements due.forecast quality",
    "stakeholder": "name interest influence attitude expectations engagement owner",
    "analysis": "title type by date as_is to_be recommendation",
    "lesson": "title event cause effect recommendation owner recorded",
    "kpi": "title purpose formula unit direction baseline target amber red every source owner",
    "review": "title type reviewers date rating summary findings",
    "meeting": "title chair attendees",
    "person": "name email identities.github.login unit position career_role level",
    "role": "title family career_stage purpose reports_to",
    "skill": "title category description",
    "objective": "title description owner measure target",
    "improvement": "title source source_reference recommendation owner raised due",
    "lifecycle": "title summary phases moves gates",
    "raci": "title roles",
    "delegation": "by to role powers within from until reason",
    "own-rule": "title judges when must message severity",
    "standard": "title type owner version summary",
}


def _of_kind(name: str) -> Starter:
    kind = next(kind for kind in KINDS if kind.name == name)
    fields = tuple(_OF_KIND[name].split())
    return Starter(name, kind.title, name, fields, has_id=kind.shape == "register")


STARTERS: tuple[Starter, ...] = (
    *(_of_kind(name) for name in _OF_KIND),
    Starter(
        "milestone",
        "Milestone",
        "project",
        ("title", "baseline", "forecast", "owner"),
        ("milestones", "new"),
    ),
)


def starter(name: str) -> Starter:
    """The starter of the name."""
    return next(each for each in STARTERS if each.name == name)


def blanks(begun: Starter) -> tuple[Blank, ...]:
    """The fields to be filled in, those of a part below its name."""
    return tuple(_blanks(begun, begun.within, [field.split(".") for field in begun.fields]))


def _blanks(begun: Starter, keys: Keys, fields: Sequence[Sequence[str]]) -> Iterator[Blank]:
    for name in dict.fromkeys(field[0] for field in fields):
        schema = _schema(begun.kind, (*keys, name))
        inner = [field[1:] for field in fields if field[0] == name and len(field) > 1]
        is_list = schema.get("type") == "array"
        below = (*keys, name, 0) if is_list else (*keys, name)
        yield Blank(name, schema, tuple(_blanks(begun, below, inner)), is_list)


def _schema(kind: str, keys: Keys) -> Mapping[str, Any]:
    known = kind_named(kind)
    found = field_schema(known, keys) if known else None
    if found is None:
        raise LookupError(f"{kind} has no field {keys}")
    return found
