"""What a change of a record is called in the history, and who made it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from demo.example import Data, Example, File

SIGNED, PLAN, REPORT = 1, 2, 3  # in this order within a day


@dataclass(frozen=True)
class Told:
    """One thing that happened: who wrote it down, in words, and how it is put with others."""

    author: str
    words: str  # as the subject of a commit
    topic: int


def date_in_words(day: str) -> str:
    """The date as people write it: 2 April 2026."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


def told(file: File, before: Data | None, after: Data, day: str, example: Example) -> Told:
    """What the change from one state of the file to the next says."""
    if file.owner in example.works:
        return _told_of_work(file, before, after, day, example)
    name = _OFFICE.get(file.kind, file.kind.replace("-", " "))
    return Told(*_of_the_office(file, name, before, after, example), SIGNED)


_OFFICE = {
    "organisation": "organisation",
    "objective": "strategic objectives",
    "skill": "skills",
    "lifecycle": "lifecycles",
    "raci": "who answers for what",
    "kpi": "our own figures",
    "standard": "standards",
    "improvement": "improvements",
    "delegation": "delegations",
}


def _of_the_office(
    file: File, name: str, before: Data | None, after: Data, example: Example
) -> tuple[str, str]:
    director = example.holder("pmo-director", "pmo", "")
    coordinator = example.holder("pmo-coordinator", "pmo", "")
    if file.kind == "meeting":
        if before is None:
            return coordinator, f"Minutes: {after['title']}"
        return coordinator, f"Actions done: {after['title']}"
    if file.kind == "person":
        left = before and "active_until" in after and "active_until" not in before
        event = "leaves" if left else "joins" if before is None else "learns"
        return coordinator, f"People: {after['name']} {event}"
    if file.kind == "assignment":
        return _appointed(file, before, after, example)
    if file.kind == "waiver":
        return after["approved"][
            "by"
        ], f"Waiver: {after['rule'].replace('-', ' ')}, {after['record']}"
    if file.kind == "kpi":
        return example.holder("pmo-analyst", "pmo", ""), f"Portfolio office: {name}"
    return director, f"Portfolio office: {name}"


def _appointed(file: File, before: Data | None, after: Data, example: Example) -> tuple[str, str]:
    author = example.holder("portfolio-manager", "investment", "")
    subject = f"{example.name(file.owner)}: "
    for role, entries in after.items():
        for entry in entries:
            if entry not in (before or {}).get(role, []):
                person = example.files[f"people/{entry['person']}.yaml"].data["name"]
                ends = (
                    before
                    and "until" in entry
                    and any(e["person"] == entry["person"] for e in before.get(role, []))
                )
                verb = "no longer" if ends else "is"
                return author, f"{subject}{person} {verb} {role.replace('-', ' ')}"
    return author, f"{subject}assignments"


def _told_of_work(file: File, before: Data | None, after: Data, day: str, example: Example) -> Told:
    role = f"{example.works[file.owner].kind}-manager"
    manager = example.holder(role, file.owner, day) or example.holder(
        "portfolio-manager", "investment", day
    )
    name = example.name(file.owner)
    if file.kind in _SIGNERS:
        author, words = _SIGNERS[file.kind](file, before, after, example)
        topic = REPORT if author == manager else SIGNED
        return Told(author or manager, f"{name}: {words}", topic)
    if file.kind in ("project", "programme"):
        words = _plan(file, before, after)
        is_first = " moves to " in words or words == "new programme"  # its projects follow
        return Told(manager, f"{name}: {words}", PLAN if is_first else REPORT)
    author, words = _register(file, before, after, manager)
    is_report = author == manager and not words.startswith("exception: ")
    return Told(author, f"{name}: {words}", REPORT if is_report else SIGNED)


def _assignment(file: File, before: Data | None, after: Data, example: Example) -> tuple[str, str]:
    author, words = _appointed(file, before, after, example)
    return author, words.partition(": ")[2]


def _approval(_: File, before: Data | None, after: Data, __: Example) -> tuple[str, str]:
    decision = after["decision"]
    outcome = decision["outcome"].replace("-", " ")
    return decision["by"], f"{after['gate']} {outcome if before is None else 'condition met'}"


def _review(_: File, before: Data | None, after: Data, __: Example) -> tuple[str, str]:
    words = f"assurance review, {after['rating']}"
    return after["reviewers"][0], words if before is None else "recommendation done"


def _report(file: File, before: Data | None, after: Data, _: Example) -> tuple[str, str]:
    month = dt.date.fromisoformat(f"{file.id}-01").strftime("%B %Y")
    if before is None:
        return after["by"], f"status report for {month}"
    if "accepted" in after and "accepted" not in before:
        return after["accepted"]["by"], f"report for {month} accepted"
    if len(after.get("corrections", ())) > len(before.get("corrections", ())):
        return after["corrections"][-1]["by"], f"report for {month} corrected"
    return after["by"], f"report for {month} checked"


_SIGNERS = {"assignment": _assignment, "approval": _approval, "review": _review, "report": _report}
_PLAIN = "plan brought up to date"
_PHASES = {
    "initiation": "initiation begins",
    "delivery": "delivery begins",
    "closing": "closing begins",
    "design": "design begins",
    "deliver": "delivery begins",
}
_STATUSES = {"on-hold": "put on hold", "closed": "closed", "cancelled": "cancelled"}


def _plan(file: File, before: Data | None, after: Data) -> str:
    """The most important change of a project or programme."""
    if before is None:
        return f"new {file.kind}"
    if before["status"] != after["status"] and after["status"] in _STATUSES:
        return _STATUSES[after["status"]]
    if before["phase"] != after["phase"]:
        return _PHASES.get(after["phase"], f"now in {after['phase']}")
    for id, milestone in after.get("milestones", {}).items():
        old = before.get("milestones", {}).get(id)
        if old and "actual" in milestone and "actual" not in old:
            return f"reached: {_lower(milestone['title'])}"
    for id, milestone in after.get("milestones", {}).items():
        old = before.get("milestones", {}).get(id, {})
        if old.get("baseline") and old["baseline"] != milestone.get("baseline"):
            approved = date_in_words(milestone["baseline"])
            return f"{_lower(milestone['title'])} re-baselined to {approved}"
        new = milestone.get("forecast")
        if milestone.get("critical") and new and old.get("forecast", new) != new:
            return f"{_lower(milestone['title'])} moves to {date_in_words(new)}"
    return _PLAIN


_SINGLE = {
    "mandate": "mandate",
    "business-case": "business case",
    "pid": "initiation document",
    "finance": "finance",
    "change-plan": "plan for people's change",
    "end-report": "end report",
}
_NEW = {
    "analysis": "analysis",
    "risk": "new risk",
    "issue": "new issue",
    "change-request": "change asked for",
    "exception": "exception",
    "decision": "decided",
    "dependency": "needs",
    "lesson": "lesson",
}


_OTHERWISE = {"analysis": "analyses", "dependency": "dependencies"}


def _register(file: File, before: Data | None, after: Data, manager: str) -> tuple[str, str]:
    if file.kind in _SINGLE:
        approved = after.get("approved", {}).get("by")
        if approved and "approved" not in (before or {}):
            return (manager if before is None else approved), f"{_SINGLE[file.kind]} approved"
        return manager, _SINGLE[file.kind] + ("" if before is None else " brought up to date")
    for author, words in _entries(file, before or {}, after):
        return author or manager, words
    return manager, f"{_OTHERWISE.get(file.kind, f'{file.kind}s')} reviewed".replace("-", " ")


def _entries(file: File, before: Data, after: Data) -> Iterator[tuple[str | None, str]]:
    """What happened to the entries of a register, the most telling first."""
    kind = file.kind.replace("-", " ")
    for id, entry in after.items():
        old = before.get(id)
        title = _lower(entry.get("title") or entry.get("do") or entry.get("text") or id)
        if old is None:
            by = entry.get("raised_by") or entry.get("requested_by")
            decided = entry.get("decided", {}).get("by")
            yield decided or by, f"{_NEW.get(file.kind, kind)}: {title}"
            continue
        signed = entry.get("decision") or entry.get("accepted") or {}
        if signed and not (old.get("decision") or old.get("accepted")):
            yield signed["by"], f"{kind} {signed['outcome'].replace('-', ' ')}: {title}"
        elif "closed" in entry and "closed" not in old:
            yield None, f"{kind} closed: {title}"
        elif len(entry.get("measurements", ())) > len(old.get("measurements", ())):
            yield entry["measurements"][-1].get("by"), f"measured: {title}"


def _lower(title: Any) -> str:
    """The title as it reads after a colon; names and abbreviations keep their capitals."""
    text = str(title)
    first = text.partition(" ")[0]
    keeps = first.isupper() or not first[1:].islower() or first in _NAMES
    return text if keeps else text[0].lower() + text[1:]


_NAMES = frozenset({"Beta", "Grebes", "Harrow", "Hourly", "Bill"})


_WEIGHTS = (  # what comes first where several things were written down at once
    "status report",
    "new pro",
    "initiation document",
    "business case",
    " begin",
    "put on hold",
    "cancelled",
    "closed",
    "re-baselined",
    "reached: ",
    "exception",
    "decided",
    "new issue",
    "new risk",
)
LEAST = len(_WEIGHTS) + 1


def weight(words: str) -> int:
    """How early the words stand; those of the weight `LEAST` say little beside others."""
    if words.endswith((" reviewed", " brought up to date")):
        return LEAST
    return next((i for i, part in enumerate(_WEIGHTS) if part in words), len(_WEIGHTS))
