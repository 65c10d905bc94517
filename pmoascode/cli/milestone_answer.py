"""What has become of a milestone, asked at the terminal."""

import datetime as dt
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

import click

from pmoascode.acts.milestones import milestone_of, reached_on
from pmoascode.acts.values import value_of
from pmoascode.cli.asking import said
from pmoascode.measures.wording import called
from pmoascode.office import Work
from pmoascode.records.kinds import KINDS

_KIND = next(kind for kind in KINDS if kind.name == "project")


def is_new(work: Work, id: str) -> bool:
    """Whether the plan has no such milestone, nor one that a slip of the finger may have meant."""
    return id not in work.milestones and not get_close_matches(id, work.milestones, 1)


def begun(work: Work, id: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a new milestone: as given, and its title and day as they are answered."""
    click.echo(f"{work.name} has no milestone {id} yet; this makes it.", err=True)
    fields = dict(given)
    if "title" not in fields:
        fields["title"] = said("Title", "What is true once it is reached.", _reader(id, "title"))
    if not fields.keys() & {"baseline", "forecast", "actual"}:
        about = "The approved day, while the plan is not agreed; Enter leaves it out."
        day = said("Baseline (optional)", about, _reader(id, "baseline"), may_be_empty=True)
        fields |= {"baseline": day} if day else {}
    if not fields.keys() & {"baseline", "forecast", "actual"}:
        fields["forecast"] = said("Forecast", "The day expected today.", _reader(id, "forecast"))
    return fields


def _reader(id: str, field: str) -> Callable[[str], str]:
    """Reads an answer as the field of the milestone takes it; an empty one stays empty."""
    keys = ("milestones", id, field)
    return lambda text: str(value_of(_KIND, keys, text)) if text else ""


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
