"""The day on which each record, and each entry of a register, was first written down."""

import datetime as dt
from collections.abc import Callable

from demo.example import FIRST_DAY, TODAY, Data, Example, File

_OWN_DAY = {  # the field that tells it
    "risk": "raised",
    "issue": "raised",
    "change-request": "requested",
    "exception": "raised",
    "lesson": "recorded",
    "improvement": "raised",
    "mandate": "requested",
    "end-report": "date",
    "report": "date",
    "review": "date",
    "waiver": "created",
    "person": "active_from",
    "analysis": "date",
}


def shifted(day: str, days: int) -> str:
    """The day that many days later."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


def born(file: File, example: Example) -> str:
    """The day on which the file first had something in it; never before the office began."""
    if file.is_register:
        days = (entry_born(file, id, example) for id in file.data)
        return max(FIRST_DAY, min(days))
    if file.kind in _OWN_DAY:
        return max(FIRST_DAY, str(file.data[_OWN_DAY[file.kind]]))
    if file.kind == "meeting":
        return file.id
    if file.kind == "approval":
        return max(FIRST_DAY, str(file.data["decision"]["date"]))
    return max(FIRST_DAY, _BY_KIND.get(file.kind, _at_first)(file, example))


def entry_born(file: File, id: str, example: Example) -> str:
    """The day on which the entry was first written down."""
    entry = file.data[id]
    if file.kind in _OWN_DAY:
        day = str(entry[_OWN_DAY[file.kind]])
    elif file.kind in _ENTRIES:
        day = _ENTRIES[file.kind](entry, file, example)
    else:
        return FIRST_DAY
    return max(day, work_born(file.owner, example) if file.owner else FIRST_DAY)


def work_born(work: str, example: Example) -> str:
    """The day on which the project or programme was first heard of."""
    file = example.works[work]
    asked = example.one(work, "mandate").get("requested") or file.data.get("x_proposed")
    gates = sorted(example.gates(work).values())
    day = asked or (gates[0] if gates else FIRST_DAY)
    if file.kind == "project" and "programme" in file.data:
        day = max(day, work_born(file.data["programme"], example))
    return max(FIRST_DAY, str(day))


def started(work: str, example: Example) -> str:
    """The day of its first gate, else the one on which it was first heard of."""
    return min(example.gates(work).values(), default=work_born(work, example))


def authorised(work: str, example: Example) -> str:
    """The day of the gate that opened delivery; a day that never comes where there was none."""
    gates = example.gates(work)
    return gates.get("authorise") or gates.get("blueprint") or "9999-12-31"


def drafted(work: str, example: Example) -> str:
    """The day on which the plan was written that the gate to delivery then approved."""
    day = authorised(work, example)
    return day if day.startswith("9999") else shifted(day, -14)


def _planned(work: str, example: Example) -> str:
    day = drafted(work, example)
    return started(work, example) if day.startswith("9999") else day


def _at_first(*_: object) -> str:
    return FIRST_DAY


def _assigned(file: File, _: Example) -> str:
    return min(str(entry["from"]) for entries in file.data.values() for entry in entries)


_BY_KIND: dict[str, Callable[[File, Example], str]] = {
    "project": lambda file, example: work_born(file.id, example),
    "programme": lambda file, example: work_born(file.id, example),
    "business-case": lambda file, example: _planned(file.owner, example),
    "pid": lambda file, example: _planned(file.owner, example),
    "finance": lambda file, example: authorised(file.owner, example),
    "change-plan": lambda file, example: shifted(
        min(e["from"] for e in example.one(file.owner, "assignment")["change-manager"]), 28
    ),
    "assignment": _assigned,
}


def _confirmed(entry: Data, _: File, __: Example) -> str:
    days = [part["date"] for part in entry.get("confirmed", {}).values()]
    return shifted(min(days), -14) if days else shifted(entry["need_by"], -115)


def _measured(entry: Data, file: File, example: Example) -> str:
    if not file.owner:
        return FIRST_DAY
    return max(_planned(file.owner, example), str(entry.get("baseline", {}).get("date", "")))


_ENTRIES: dict[str, Callable[[Data, File, Example], str]] = {
    "decision": lambda entry, *_: str(entry["decided"]["date"]),
    "action": lambda entry, *_: min(
        shifted(min(entry.get("done", "9999"), entry["due"]), -40), shifted(TODAY, -14)
    ),
    "assumption": lambda entry, *_: shifted(entry["test_by"], -100),
    "dependency": _confirmed,
    "benefit": _measured,
    "requirement": lambda entry, file, example: (
        entry["approved"]["date"] if "approved" in entry else authorised(file.owner, example)
    ),
    "deliverable": lambda _, file, example: authorised(file.owner, example),
    "stakeholder": lambda _, file, example: started(file.owner, example),
    "delegation": lambda entry, *_: shifted(entry["from"], -14),
}
