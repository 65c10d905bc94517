"""What has become of a milestone, asked at the terminal."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pmoascode.acts.milestones import milestone_of, reached_on
from pmoascode.acts.values import value_of
from pmoascode.cli.asking import said
from pmoascode.measures.wording import called
from pmoascode.office import Work
from pmoascode.records.kinds import KINDS

_KIND = next(kind for kind in KINDS if kind.name == "project")


def outcome(work: Work, id: str, today: dt.date) -> Mapping[str, Any]:
    """The fields of the milestone that change: a new forecast, or the day it was reached."""
    milestone = milestone_of(work, id)

    def read(text: str) -> str:
        word, _, day = text.partition(" ")
        if word == "reached":
            day = str(value_of(_KIND, ("milestones", id, "actual"), day or f"{today}"))
            return f"{word} {day}"
        return str(value_of(_KIND, ("milestones", id, "forecast"), text))

    about = "When it is expected now: a day; or `reached`, or `reached` and the day."
    name = called(milestone.title, id)
    answer = said(name, about, read, str(milestone.expected or ""), word="forecast")
    word, _, day = answer.partition(" ")
    return reached_on(dt.date.fromisoformat(day)) if day else {"forecast": word}


def reason(work: Work, id: str, fields: Mapping[str, Any]) -> Mapping[str, str]:
    """The reason for a day after the baseline, if nothing says it yet; empty if there is none."""
    old = work.milestones.get(id)
    baseline, day = old and old.baseline, fields.get("actual") or fields.get("forecast")
    is_late = bool(day and baseline and day > baseline.isoformat())
    if not is_late or "reason" in fields or (old and old.reason):
        return {}
    text = said("Reason (optional)", "Why it is late.", str, may_be_empty=True)
    return {"reason": text} if text else {}
