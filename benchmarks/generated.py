"""A generated portfolio of any size; the same number gives the same bytes."""

import datetime as dt
import random
from pathlib import Path

_WORDS = ("claims", "portal", "ledger", "meter", "archive", "billing", "depot", "network", "grant")
_PEOPLE = 40


def written(folder: Path, projects: int) -> Path:
    """Writes an office with so many projects of about 4 KB each below the folder."""
    chance = random.Random(projects)
    _write(folder / "organisation.yaml", "name: Harbour Works\ncurrency: EUR\n")
    _write(folder / "policy/policy.yaml", "schema: 1\nprofile: standard\n")
    _write(folder / "programmes/renewal/programme.yaml", "name: Renewal\nstatus: proposed\n")
    for number in range(_PEOPLE):
        _write(folder / f"people/person-{number}.yaml", f"name: Person {number}\n")
    for number in range(projects):
        _write(folder / f"projects/project-{number:05}/project.yaml", _project(number, chance))
        _write(folder / f"people/manager-{number}.yaml", f"name: Manager {number}\n")
        _write(folder / f"assignments/project-{number:05}.yaml", _assignments(number))
    return folder


def _project(number: int, chance: random.Random) -> str:
    start = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(14))
    cost = chance.randrange(50, 5000) * 1000
    lines = [
        f"# Project {number}, kept by its manager",
        f"name: {_title(chance)} {number}",
        f"summary: {_sentence(chance, 40)}",
        "programme: renewal",
        "phase: idea",
        "status: active",
        f"tier: {chance.choice(('small', 'medium', 'large'))}",
        f"start: {{baseline: {start}, actual: {start}}}",
        f"finish: {{baseline: {_later(start, 500)}, forecast: {_later(start, 510)}}}",
        "budget:",
        f"  baseline: {cost}",
        f"  forecast: {cost + chance.randrange(-900, 1900)}.50",
        f"  actual: {cost // 3}",
        "tolerances: {time: 30 days, cost: 10 %}",
        "scope_included:",
        *(f"  - {_sentence(chance, 8)}" for _ in range(4)),
        "milestones:",
    ]
    for step in range(12):
        day = _later(start, 38 * step + 20)
        lines += [
            f"  step-{step}:",
            f"    title: {_sentence(chance, 6)}",
            f"    owner: person-{chance.randrange(_PEOPLE)}",
            f"    critical: {'true' if step % 3 == 0 else 'false'}",
            f"    baseline: {day}",
            f"    forecast: {_later(day, chance.randrange(10))}",
            f"    reason: {_sentence(chance, 14)}",
        ]
    return "\n".join(lines) + "\n"


def _assignments(number: int) -> str:
    """Each project has a manager of its own, so that nobody has more work than time."""
    return (
        f"sponsor:\n  - {{person: person-{number % _PEOPLE}, from: 2026-01-01, time: 0.1 %}}\n"
        f"project-manager:\n  - {{person: manager-{number}, from: 2026-01-01, time: 60 %}}\n"
    )


def _later(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days)


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_WORDS).title()} {chance.choice(_WORDS)}"


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
