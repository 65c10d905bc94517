"""The questions of `pmo init`: each answer as an option gives it, else as asked, else as usual."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from pmoascode.cli import init_types as types
from pmoascode.cli.init_sources import git_user, installed_program, remote
from pmoascode.cli.options import Day
from pmoascode.forge import browsable
from pmoascode.starting import REASONS, Answers, Around, Program, Someone, Superior, tidy
from pmoascode.starting.answers import same
from pmoascode.starting.posts import TITLES

T = TypeVar("T")

FORGES = ("github", "gitlab", "none")
SUPERIORS: Mapping[str, Superior] = {
    "ceo": "chief-executive",
    "coo": "chief-operating-officer",
    "cio": "chief-information-officer",
    "department": "department",
}
NONE = "-"  # said where there is none
_AROUND = ("forge", "repository", "program")  # what may be said of the example too
_INTRODUCTION = """\
The records of a project office come into {folder}.
Enter takes what stands in brackets. People are named in one line, with an address
and an account where they are known:
Ana Keller <ana.keller@harbour.example> @akeller
"""


@dataclass(frozen=True)
class Given:
    """What the options say; None where they are silent."""

    organisation: str | None = None
    currency: str | None = None
    fiscal_year: str | None = None
    head: Someone | None = None
    reports_to: str | None = None
    department: str | None = None
    superior: Someone | None = None
    executive: Someone | None = None
    reason: str | None = None
    portfolio: str | None = None
    programme: str | None = None
    project: str | None = None
    sponsor: Someone | None = None
    manager: Someone | None = None
    start: dt.date | None = None
    finish: dt.date | None = None
    budget: Decimal | None = None
    forge: str | None = None
    repository: str | None = None
    program: Program | None = None

    def refuse_for_example(self) -> None:
        """Raises UsageError where something is said that the example says itself."""
        said = [name for name, value in asdict(self).items() if value is not None]
        wrong = [_option(name) for name in said if name not in _AROUND]
        if wrong:
            raise click.UsageError(f"the example has its own, so leave out {', '.join(wrong)}")


@dataclass(frozen=True)
class Interview:
    """Questions asked one after the other, if somebody is there to answer."""

    given: Given
    asks: bool

    def value(self, name: str, question: str, kind: click.ParamType[T], usual: T | str | None) -> T:
        """What the option of the name says, else what is answered, else what is usual.

        Raises:
            UsageError: nobody is there to ask, and nothing is usual.
        """
        said: T | None = getattr(self.given, name)
        if said is not None:
            return said
        if self.asks:
            shown = types.as_typed(usual) if isinstance(usual, Someone) else usual
            answer: T = click.prompt(question, default=shown, type=kind, show_choices=True)
            return answer
        if usual is None:
            raise click.UsageError(f"nobody is there to ask, so give {_option(name)}")
        return kind.convert(usual, None, None)

    def value_if_any(self, name: str, question: str, kind: click.ParamType[T]) -> T | None:
        """The same of what may be left out; None where it is."""
        said: T | None = getattr(self.given, name)
        if said is not None or not self.asks:
            return said
        answer: T | None = click.prompt(
            question, default="", show_default=False, value_proc=_unless_empty(kind)
        )
        return answer


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _unless_empty(kind: click.ParamType[T]) -> Callable[[str], T | None]:
    return lambda text: kind.convert(text, None, None) if text.strip() else None


def answers(given: Given, folder: Path, day: dt.date, *, asks: bool) -> Answers:
    """Everything that is to be known before the first record is written.

    Raises:
        UsageError: something is missing, and nobody is there to ask.
    """
    talk, line = Interview(given, asks), types.Line()
    if asks:
        click.echo(_INTRODUCTION.format(folder=folder))
    organisation = talk.value("organisation", "Organisation", line, _titled(folder.name))
    currency = talk.value("currency", "Currency of all amounts", types.CURRENCY, "EUR")
    year = talk.value(
        "fiscal_year", "First day of the fiscal year, month-day", types.YEAR_START, "01-01"
    )
    head = talk.value("head", "Head of the project office", types.Person(), git_user(folder))
    above = _above(talk)
    work = _work(talk, head, above.superior, day)
    return Answers(
        day=day,
        organisation=organisation,
        currency=currency,
        fiscal_year_start=year,
        head=head,
        around=around(given, folder, asks=asks),
        **above._asdict(),
        **work._asdict(),
    )


class _Above(NamedTuple):
    """Where the office stands, as `Answers` has it."""

    reports_to: Superior
    department: str
    superior: Someone | None
    executive: Someone | None
    reason: str


def _above(talk: Interview) -> _Above:
    person, department, executive = types.Person(), "", None
    choice, given = click.Choice[str](tuple(SUPERIORS)), talk.given
    if given.reports_to != "department" and (given.department or given.executive):
        raise click.UsageError("--department and --executive go with --reports-to department")
    post = SUPERIORS[talk.value("reports_to", "The office reports to the", choice, "ceo")]
    if post == "department":
        department = talk.value("department", "Which department", types.Line(), "Operations")
        superior = talk.value_if_any("superior", "Its director, if named", person)
        executive = talk.value_if_any("executive", "Chief Executive, if named", person)
    else:
        superior = talk.value_if_any("superior", f"{TITLES[post]}, if named", person)
    reason = talk.value("reason", "Why there", types.Line(), REASONS[post])
    return _Above(post, department, superior, executive, reason)


class _Work(NamedTuple):
    """The first project and what it belongs to, as `Answers` has them."""

    portfolio: str
    programme: str
    project: str
    sponsor: Someone | None
    manager: Someone
    start: dt.date | None
    finish: dt.date | None
    budget: Decimal | None


def _work(talk: Interview, head: Someone, superior: Someone | None, day: dt.date) -> _Work:
    line = types.Line()
    portfolio = talk.value(
        "portfolio", "Portfolio, whose projects one board compares", line, "Change portfolio"
    )
    programme = talk.value(
        "programme", f"Programme of the first project ({NONE} for none)", line, "First programme"
    )
    project = talk.value("project", "First project", line, "First project")
    sponsor = _sponsor(talk, superior)
    manager = talk.value("manager", "Its project manager", types.Person(), head)
    start = (
        talk.value_if_any("start", "Its first day, if it is agreed", Day())
        if sponsor is None or same(sponsor, manager)
        else talk.value("start", "Its first day", Day(), f"{day}")
    )
    finish = talk.value_if_any("finish", "Its last day, if it is agreed", Day())
    budget = talk.value_if_any("budget", "Its budget, if it is agreed", types.Amount())
    programme = "" if programme == NONE else programme
    return _Work(portfolio, programme, project, sponsor, manager, start, finish, budget)


def _sponsor(talk: Interview, usual: Someone | None) -> Someone | None:
    if usual is None:
        return talk.value_if_any("sponsor", "Its sponsor, if there is one yet", types.Person())
    return talk.value("sponsor", "Its sponsor", types.Person(), usual)


def around(given: Given, folder: Path, *, asks: bool) -> Around:
    """The forge, the repository and the program."""
    talk = Interview(given, asks)
    place = browsable(given.repository or remote(folder))
    usual = "gitlab" if "gitlab" in place else "github"
    choice = click.Choice[str](FORGES)
    forge = talk.value("forge", "Where the repository is kept", choice, usual)
    if forge == "none":
        return Around()
    if not place:
        question = "Its place there, OWNER/NAME, if there is one yet"
        place = talk.value_if_any("repository", question, types.Repository()) or ""
    program = given.program or installed_program()
    if program is None:
        question = "Program of the check, OWNER/NAME@COMMIT, if known"
        program = talk.value_if_any("program", question, types.ProgramPlace())
    address = types.at_forge(place, forge)
    return Around("gitlab" if forge == "gitlab" else "github", address, program)


def _titled(name: str) -> str | None:
    words = tidy(name.replace("-", " ").replace("_", " "))
    return words[:1].upper() + words[1:] or None
