"""What a change does to a project or programme: its state, dates and money."""

import datetime as dt
from decimal import Decimal
from typing import Any

from pmoascode.measures import tolerance
from pmoascode.measures.told import Fields, Ground, Sentences, Weight, moved, plain, rest
from pmoascode.measures.wording import amount, days
from pmoascode.office import Work
from pmoascode.office.naming import scope_name
from pmoascode.records.finance import Finance

_HARDLY = Decimal("0.05")  # percent: what rounds to nothing


def of_work(ground: Ground, old: Work | None, new: Work | None, fields: Fields) -> Sentences:
    """What a change does to a project or programme."""
    if old is None and new is not None:
        yield f"new {new.kind}, {new.status}", "major"
    elif new is None:
        yield "taken away", "major"
    elif old is not None:
        yield from _of_moved_work(ground, old, new, fields)


def _of_moved_work(ground: Ground, old: Work, new: Work, fields: Fields) -> Sentences:
    others = []
    dated: set[str] = set()
    for field in fields:
        match field.keys:
            case ("status",):
                yield f"{plain(field.old)} became {plain(field.new)}", "major"
            case ("phase",):
                yield f"entered the phase {_phase(ground, new)}", "major"
            case ("milestones", str(id), *_) if id not in dated:
                dated.add(id)
                yield from _milestone(ground, old, new, id)
            case ("milestones", str(_), *_):
                pass
            case ("finish", *_) if "finish" not in dated:
                dated.add("finish")
                yield from _finish(ground, old, new)
            case ("finish", *_):
                pass
            case ("budget", str(part)):
                yield from _money(ground, part, field.old, field.new)
            case ("programme" | "portfolio" as what,):
                now = scope_name(field.new, ground.after) if field.new else "none"
                yield f"the {what} is now {now}", "minor"
            case _:
                others.append(field)
    yield from rest(others)


def _phase(ground: Ground, work: Work) -> str:
    phase = ground.after.phase(work)
    return phase.title if phase else work.phase or "none"


def _milestone(ground: Ground, old: Work, new: Work, id: str) -> Sentences:
    was, now = old.milestones.get(id), new.milestones.get(id)
    if now is None or was is None:
        shown = now or was
        title = shown.title if shown else id
        yield f"milestone {title} is {'new' if now else 'taken away'}", "minor"
        return
    if now.actual and not was.actual:
        yield f"{now.title} was reached on {now.actual}", "major"
    elif now.status == "dropped" and was.status != "dropped":
        yield f"{now.title} was dropped", "major"
    yield from _dates(ground, now.title, was, now)


def _finish(ground: Ground, old: Work, new: Work) -> Sentences:
    if old.finish and new.finish:
        yield from _dates(ground, "the end", old.finish, new.finish)
    elif new.finish:
        yield "its end has a day now", "minor"


def _dates(ground: Ground, title: str, was: Any, now: Any) -> Sentences:
    if was.baseline != now.baseline:
        change = moved(was.baseline, now.baseline)
        yield f"the approved day of {title} moved {change}", "major"
    if was.forecast != now.forecast and now.forecast and not now.actual:
        change = moved(was.forecast or was.baseline, now.forecast)
        outside = _outside(ground, now.baseline, now.forecast)
        yield f"{title} moved {change}{outside}", "major" if outside else "minor"


def _outside(ground: Ground, baseline: dt.date | None, expected: dt.date) -> str:
    if baseline is None or ground.work is None:
        return ""
    limit = ground.after.tolerance(ground.work).time
    standing = tolerance.of_time(baseline, expected, limit)
    if standing == "within":
        return ""
    behind = days((expected - baseline).days)
    return f", {behind} behind its baseline, outside the tolerance of {limit or 'no days'}"


def _money(ground: Ground, part: str, old: Any, new: Any) -> Sentences:
    names = {
        "baseline": "the approved cost",
        "forecast": "the cost expected",
        "actual": "the money spent",
    }
    name = names.get(part)
    if name is None:
        yield f"changed: {part.replace('_', ' ')} of the budget", "detail"
        return
    if not isinstance(new, Decimal | int):
        yield f"{name} is no longer stated", "minor"
        return
    now = amount(Decimal(new), ground.after.currency)
    if not isinstance(old, Decimal | int) or not old:
        yield f"{name} is {now}", "minor"
        return
    share = (Decimal(new) - Decimal(old)) / Decimal(old) * 100
    if abs(share) < _HARDLY:
        yield f"{name} went to {now}, a change below 0.1 %", "minor"
        return
    weight: Weight = "minor" if part == "actual" else "major"
    yield f"{name} went to {now} ({share:+,.1f} %)".replace("-", "\N{MINUS SIGN}"), weight


def of_finance(
    ground: Ground, old: Finance | None, new: Finance | None, fields: Fields
) -> Sentences:
    """What a change does to the money of the work."""
    if old is None or new is None:
        yield f"the finance record is {'new' if new else 'taken away'}", "minor"
        return
    others = []
    for field in fields:
        if field.keys[0] == "budget" and len(field.keys) == 2:
            yield from _money(ground, str(field.keys[1]), field.old, field.new)
        else:
            others.append(field)
    yield from rest(others)
