"""Offices that begin, in few words, and what the rules say of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pmoascode.cli.init_sources import shipped
from pmoascode.office import Office, load
from pmoascode.starting import Answers, Around, Someone, as_blob, begun, program
from pmoascode.workspace import Workspace

SHIPPED = shipped()
DAY = dt.date(2026, 11, 23)
COMMIT = "0123456789abcdef0123456789abcdef01234567"
PROGRAM = program(f"harbour/pmoascode@{COMMIT}")
GITHUB = Around("github", "https://github.com/harbour/office", PROGRAM)
GITLAB = Around("gitlab", "https://gitlab.com/harbour/office", PROGRAM)

ANA = Someone("Ana Keller", "ana.keller@harbour.example", "akeller")
MARIA = Someone("Maria Silva", "maria.silva@harbour.example", "msilva")
TOM = Someone("Tom Berg")
HARBOUR = Answers(
    day=DAY,
    organisation="Harbour Mutual",
    head=ANA,
    manager=TOM,
    sponsor=MARIA,
    superior=MARIA,
    reports_to="chief-operating-officer",
    project="Apollo claims portal",
    programme="Front door",
    portfolio="Change",
    finish=dt.date(2027, 6, 30),
    budget=Decimal(1250000),
    around=GITHUB,
)


def harbour(**changes: Any) -> Answers:
    """The answers of Harbour Mutual with these in place of its own."""
    return replace(HARBOUR, **changes)


def files(answers: Answers) -> Mapping[str, bytes]:
    """The repository of the answers."""
    return begun(answers, SHIPPED)


def records(answers: Answers) -> Mapping[str, str]:
    """The texts of its records, by their path below the records' folder."""
    return {
        path.removeprefix("portfolio/"): content.decode()
        for path, content in files(answers).items()
        if path.startswith("portfolio/")
    }


def office(answers: Answers) -> Office:
    """The office of the answers."""
    blobs = {path: as_blob(text.encode()) for path, text in records(answers).items()}
    return load(blobs, SHIPPED.built_in)


def found(answers: Answers) -> list[str]:
    """What the check says of the records."""
    blobs = {path: as_blob(text.encode()) for path, text in records(answers).items()}
    verdict = Workspace(Path("portfolio"), blobs, answers.day).verdict
    return [f"{each.place.path}: {each.message}" for each in verdict.findings]
