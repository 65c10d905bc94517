"""Projects, programmes and their money as they were: phase, dates and amounts of the day."""

from collections.abc import Iterator
from typing import Any

from demo.births import drafted, shifted, started
from demo.example import TODAY, Data, Example, File

_PLANNED_LATER = ("change_budget", "stages", "tranches")


def work_as_of(file: File, data: Data, day: str, example: Example) -> Data:
    """The project or programme on the day; `data` is without later facts already."""
    data["phase"], data["status"] = _phase(file, day, example), _status(file, day, example)
    if day < started(file.id, example):
        for field in ("start", "finish", "priority", "links", "vacancies", "milestones"):
            data.pop(field, None)
    if day < drafted(file.id, example):
        for field in _PLANNED_LATER:
            data.pop(field, None)
    if data.get("hold", {}).get("since", "") > day:
        del data["hold"]
    if day >= _latest(file, example):
        return data
    figures = _figures(file, day, example)
    forecasts = figures.get("milestones", {})
    dated = [*data.get("milestones", {}).items(), *data.get("stages", {}).items()]
    for id, milestone in [*dated, *data.get("tranches", {}).items()]:
        _dates(milestone, file.data, forecasts.get(id), day, example, file.id)
        _drop(milestone, id, file, day, example)
    if "finish" in data:
        _dates(data["finish"], file.data, figures.get("finish"), day, example, file.id)
    if "budget" in data:
        data["budget"] = _budget(file, data["budget"], figures, day, example)
    return _in_order(_before_changes(data, "project", file.id, day, example), file.data)


def finance_as_of(file: File, data: Data, day: str, example: Example) -> Data:
    """The money on the day: the last report's figures, and no actuals of periods to come."""
    if day >= _latest(file, example):
        return data
    figures = _figures(file, day, example)
    data["budget"] = _budget(file, data["budget"], figures, day, example)
    for line in data.get("lines", {}).values():
        for field in ("forecast", "actual"):
            line.pop(field, None)
    done = example.reports(file.owner, day)
    last = shifted(done[-1]["date"], -20)[:7] if done else ""
    for period, values in data.get("periods", {}).items():
        if period > last:
            for field in ("actual", "planned_value", "earned_value", "narrative"):
                values.pop(field, None)
            values.pop("forecast")
    data.pop("percent_complete", None)
    data = _before_changes(data, "finance", file.owner, day, example)
    _cut_to_total(data)
    return data


def _cut_to_total(data: Data) -> None:
    """Takes from the last periods what the budget of the day did not have yet."""
    periods = data.get("periods", {})
    budget = data["budget"].get("baseline", 0)
    over = sum(values["budget"] for values in periods.values()) - budget
    for values in reversed(periods.values()):
        less = min(over, values["budget"])
        values["budget"] -= less
        over -= less


def forecast_of(work: str, milestone: str, day: str, example: Example) -> str | None:
    """The date that the work then expected of its milestone."""
    data = example.works[work].data["milestones"].get(milestone, {})
    figures = _figures(example.works[work], day, example).get("milestones", {})
    expected: str | None = figures.get(milestone) or data.get("baseline")
    return expected


def _latest(file: File, example: Example) -> str:
    """The day of the newest figures: of the end, else of the last report of it or its parts."""
    work = example.works[file.owner]
    if work.data["status"] == "closed":
        return example.gates(work.id)["close"]
    if work.data["status"] == "cancelled":
        return _stopped(work.id, example)
    parts = [w.id for w in example.works.values() if w.data.get("programme") == work.id]
    days = [r["date"] for part in (work.id, *parts) for r in example.reports(part, TODAY)]
    return max(days, default=TODAY)


def _figures(file: File, day: str, example: Example) -> Data:
    reports = example.reports(file.owner, day)
    return reports[-1].get("figures", {}) if reports else {}


def _phase(file: File, day: str, example: Example) -> str:
    lifecycle = example.lifecycle(file.id)
    gates = example.gates(file.id)
    phases = list(lifecycle["phases"])
    phase = phases[0]
    for gate, its in lifecycle["gates"].items():
        if gates.get(gate, "9999") <= day:
            phase = its["before"]
    ended = [m.get("actual", "") for m in file.data.get("milestones", {}).values()]
    is_closing = file.data["phase"] in ("closing", "closed") and phase == "delivery"
    return "closing" if is_closing and max(ended) <= day else phase


def _status(file: File, day: str, example: Example) -> str:
    status, gates = file.data["status"], example.gates(file.id)
    if day < started(file.id, example) or status == "proposed":
        return "proposed"
    ends = {
        "closed": gates.get("close", "9999"),
        "cancelled": _stopped(file.id, example),
        "on-hold": file.data.get("hold", {}).get("since", "9999"),
    }
    return status if ends.get(status, "9999") <= day else "active"


def _stopped(work: str, example: Example) -> str:
    stops = (d for d in example.one(work, "decision").values() if d.get("category") == "stop")
    return min((d["decided"]["date"] for d in stops), default="9999")


def _dates(
    part: Data, source: Data, forecast: str | None, day: str, example: Example, work: str
) -> None:
    """Sets what was then approved and expected; what had happened is there already."""
    final = part.get("forecast")
    approved = part.get("baseline")
    if day < drafted(work, example):
        part.pop("baseline", None)
    if "actual" not in part and source["status"] != "cancelled":
        expected = forecast or _old(approved, work, day, example) or final
        if expected:
            part["forecast"] = expected
    if "actual" not in part and part.get("forecast") == part.get("baseline"):
        part.pop("reason", None)
    if not example.is_here(part.get("owner", ""), day):
        del part["owner"]


def _old(approved: Any, work: str, day: str, example: Example) -> Any:
    """The date that stood before a change request put this one in its place."""
    for change in _later_changes(work, day, example):
        if change["new"] == approved:
            return change["old"]
    return approved


def _drop(milestone: Data, id: str, file: File, day: str, example: Example) -> None:
    if milestone.get("status") == "dropped" and day < _stopped(file.id, example):
        milestone.pop("status")
        milestone.pop("reason", None)
        figures = _figures(file, day, example).get("milestones", {})
        milestone["forecast"] = figures.get(id, milestone["forecast"])


def _budget(file: File, final: Data, figures: Data, day: str, example: Example) -> Data:
    budget = {"baseline": final.get("baseline")}
    first = example.one(file.owner, "mandate").get("rough_cost") or final.get("baseline")
    budget["forecast"] = figures.get("cost_forecast") or first or final.get("forecast")
    budget["actual"] = figures.get("cost_actual")
    if file.kind == "programme":
        moved = _moves_of_programme(file.id, example)
        budget["forecast"] = final["forecast" if moved <= day else "baseline"]
        budget["reason"] = final.get("reason") if moved <= day else None
    elif budget["forecast"] == final.get("forecast"):
        budget["reason"] = final.get("reason")
    if day < drafted(file.owner, example):
        budget["baseline"] = None
    return {field: value for field, value in budget.items() if value is not None}


def _moves_of_programme(programme: str, example: Example) -> str:
    """The day on which the programme's money last moved with one of its projects'."""
    days = ["0000"]
    for work in example.works.values():
        if work.data.get("programme") == programme:
            overruns = example.one(work.id, "exception").values()
            days += [e["raised"] for e in overruns if e["dimension"] == "cost"]
            days += [_stopped(work.id, example)] if work.data["status"] == "cancelled" else []
            days += [
                day for day, change in _changes(work.id, example) if "budget" in change["path"]
            ]
    return max(days)


def _changes(work: str, example: Example) -> Iterator[tuple[str, Data]]:
    """The values that approved change requests put in place, with the day of the decision."""
    for request in example.one(work, "change-request").values():
        decision = request.get("decision", {})
        if decision.get("outcome", "").startswith("approved"):
            for change in request.get("changes", ()):
                yield decision["date"], change


def _later_changes(work: str, day: str, example: Example) -> Iterator[Data]:
    return (change for decided, change in _changes(work, example) if decided > day)


def _before_changes(data: Data, kind: str, work: str, day: str, example: Example) -> Data:
    """The data with the values that change requests replaced only later."""
    for change in _later_changes(work, day, example):
        record, *keys, last = change["path"].split(".")
        part = data if record == kind else None
        for key in keys:
            part = part.get(key) if part else None
        if part and last in part:
            part[last] = change["old"]
    return data


def _in_order(data: Data, source: Data) -> Data:
    """The fields in the order in which the source has them."""
    return {key: data[key] for key in source if key in data}
