"""Each file as it was on a day, told from what the records say themselves."""

from copy import deepcopy
from functools import partial

from demo.births import born, entry_born, started, work_born
from demo.earlier_work import finance_as_of, forecast_of, work_as_of
from demo.example import TODAY, Data, Example, File
from demo.later import without_later

_LINKS = {  # a field that names a record of the same project, and the record's kind
    "change_request": "change-request",
    "exception": "exception",
    "issue": "issue",
    "risk": "risk",
    "funded_by": "decision",
}
_LISTS = {"requirements": "requirement", "deliverables": "deliverable"}


def as_of(file: File, day: str, example: Example) -> Data | None:
    """What the file said on the day; nothing before it was first written."""
    if day >= TODAY:
        return file.data
    if day < born(file, example):
        return None
    if file.kind == "assignment":
        found = _assignments(file.data, day)
        if file.owner in example.works and day <= started(file.owner, example):
            _without_tenure(found)
        return found
    noted = partial(example.noted, file.owner)
    if file.is_register:
        entries = {
            id: _entry(file, without_later(entry, day, noted), entry, day, example)
            for id, entry in file.data.items()
            if entry_born(file, id, example) <= day
        }
        return entries or None
    data = without_later(file.data, day, noted)
    if file.kind in ("project", "programme"):
        return work_as_of(file, data, day, example)
    if file.kind == "finance":
        return finance_as_of(file, _funded(data, file, day, example), day, example)
    return _single(file, data, day, example)


def _assignments(source: Data, day: str) -> Data:
    """Who held which role; an end in the past was not yet known, a planned one was."""
    found = {}
    for role, entries in source.items():
        known = []
        for entry in deepcopy(entries):
            if entry["from"] > day:
                continue
            if day < entry.get("until", "") <= TODAY:
                for field in ("until", "change_reason"):
                    entry.pop(field, None)
            known.append(entry)
        if known:
            found[role] = known
    return found


def _without_tenure(assignments: Data) -> None:
    """Takes out until which milestone somebody is appointed: there is no plan yet."""
    for entries in assignments.values():
        for entry in entries:
            entry.get("appointment", {}).pop("tenure_milestone", None)


def _single(file: File, data: Data, day: str, example: Example) -> Data:
    """A record that has its file alone."""
    if file.kind == "business-case" and "benefits" in data:
        known = [
            id for id in data["benefits"] if _is_there(file.owner, "benefit", id, day, example)
        ]
        data["benefits"] = known
    if file.kind == "business-case" and "reviewed" not in data:
        _not_reviewed(data, file.data, day)
    if file.kind == "person":
        _person(data, day)
    if file.kind == "change-plan":
        for group in data["groups"].values():
            if "assessed" not in group:
                _without(group, "adkar", "readiness")
    return data


def _not_reviewed(case: Data, source: Data, day: str) -> None:
    if source.get("viable") is False:
        _without(case, "summary", "viable", "recommended", "appraisal")
    elif source.get("approved", {}).get("date", "9999") <= day:
        case["reviewed"] = source["approved"]["date"]


def _person(person: Data, day: str) -> None:
    if day < person.get("active_until", ""):
        _without(person, "active_until", "publish")
    if "certifications" in person:
        awarded = [part for part in person["certifications"] if part["awarded"] <= day]
        person["certifications"] = awarded
    if "skills" in person:
        skills = person["skills"].items()
        person["skills"] = {id: held for id, held in skills if held["assessed_on"] <= day}


def _funded(data: Data, file: File, day: str, example: Example) -> Data:
    """The finance without funding and draws that nobody had decided yet."""
    decided = {
        i for i, d in example.one(file.owner, "decision").items() if d["decided"]["date"] <= day
    }
    passed = {f.id for f in example.of(file.owner, "approval") if f.data["decision"]["date"] <= day}
    data["funding"] = {
        id: part for id, part in data["funding"].items() if part["approved_by"] in decided | passed
    }
    if data.get("contingency", {}).get("decision", "") not in {"", *decided}:
        data["contingency"] = {"set_aside": data["contingency"]["set_aside"]}
    return data


def _entry(file: File, entry: Data, source: Data, day: str, example: Example) -> Data:
    """One entry of a register."""
    _cut_links(entry, file.owner, day, example)
    if "reviewed" in source and "reviewed" not in entry and "review" in entry:
        entry["review"] = source["reviewed"]  # the review that took place was then the next one
    change = {
        "risk": _risk,
        "issue": _issue,
        "change-request": _change_request,
        "exception": _exception,
        "benefit": _benefit,
        "requirement": _requirement,
        "assumption": _assumption,
    }.get(file.kind)
    if change:
        change(entry, source)
    if file.kind == "improvement":
        _improvement(entry, source, day)
    if file.kind == "dependency":
        _dependency(entry, source, day, example)
    if file.kind == "deliverable":
        _deliverable(entry, file, day, example)
    return entry


def _cut_links(entry: Data, work: str, day: str, example: Example) -> None:
    """Takes out what names a record or a person that was not there yet."""
    for field, kind in _LINKS.items():
        if field in entry and not _is_there(work, kind, entry[field], day, example):
            del entry[field]
    for field, kind in _LISTS.items():
        if field in entry:
            there = [id for id in entry[field] if _is_there(work, kind, id, day, example)]
            entry[field] = there
    if "applied_in" in entry:
        entry["applied_in"] = [w for w in entry["applied_in"] if work_born(w, example) <= day]
    if not example.is_here(entry.get("owner", ""), day):
        entry["owner"] = example.holder("project-manager", work, day)


def _is_there(work: str, kind: str, id: str, day: str, example: Example) -> bool:
    return any(
        id in file.data and entry_born(file, id, example) <= day for file in example.of(work, kind)
    )


def _without(entry: Data, *fields: str) -> None:
    for field in fields:
        entry.pop(field, None)


def _risk(entry: Data, source: Data) -> None:
    if "closed" in source and "closed" not in entry:
        _without(entry, "status")
    if source.get("actions") and not any("done" in action for action in entry["actions"]):
        _without(entry, "residual")


def _issue(entry: Data, source: Data) -> None:
    if "closed" in source and "closed" not in entry:
        _without(entry, "status", "resolution", "verified_by")


def _change_request(entry: Data, source: Data) -> None:
    if "decision" in source and "decision" not in entry:
        entry["status"] = "assessing"
    elif "implemented" in source and "implemented" not in entry:
        entry["status"] = "decided"


def _exception(entry: Data, source: Data) -> None:
    if "decision" in source and "decision" not in entry:
        _without(entry, "chosen")


def _benefit(entry: Data, source: Data) -> None:
    if len(entry.get("measurements", ())) == len(source.get("measurements", ())):
        return
    _without(entry, "review")
    if "measurements" not in entry:
        _without(entry, "forecast")
        entry["status"] = "planned"
    elif entry["status"] != "in-delivery":
        entry["status"] = "in-delivery"


def _requirement(entry: Data, source: Data) -> None:
    if "verified" in source and "verified" not in entry:
        entry["status"] = "approved"


def _improvement(entry: Data, source: Data, day: str) -> None:
    if entry["status"] == "done" and day < source["due"]:
        entry["status"] = "accepted"


def _assumption(entry: Data, source: Data) -> None:
    if "tested" in source and "tested" not in entry:
        _without(entry, "status", "finding")


def _dependency(entry: Data, source: Data, day: str, example: Example) -> None:
    if "forecast" in entry:
        giver = source["giver"]
        entry["forecast"] = forecast_of(giver["project"], giver["milestone"], day, example)
    if len(entry.get("confirmed", ())) < len(source.get("confirmed", ())):
        entry["status"] = "proposed"
        _without(entry, "agreed")
    elif any(fact in source and fact not in entry for fact in ("delivered", "risk")):
        entry["status"] = "agreed" if "agreed" in entry else entry["status"]
    if not entry.get("confirmed", True):
        del entry["confirmed"]


def _deliverable(entry: Data, file: File, day: str, example: Example) -> None:
    due = entry.get("due", {})
    expected = (
        forecast_of(file.owner, entry["milestone"], day, example) if "milestone" in entry else None
    )
    if "actual" not in due and due:
        due["forecast"] = expected or due["baseline"]
