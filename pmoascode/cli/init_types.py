"""What is said of an office at its start, as an option or as an answer: read by the same types."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from pmoascode.forge import browsable
from pmoascode.starting import Program, Someone, program, tidy

_LONGEST = 300  # characters of a name, as in the records
_PERSON = re.compile(
    r"(?P<name>[^<>@]+?)?\s*(?:<(?P<email>[^<>\s]+@[^<>\s]+)>)?\s*(?:@(?P<login>[\w.-]+))?"
)
_ADDRESS = re.compile(r"(https://[\w.:-]+/)?[\w.-]+(/[\w.-]+)+", re.ASCII)
_HOSTS = {"github": "https://github.com/", "gitlab": "https://gitlab.com/"}


class Line(click.ParamType[str]):
    """A text on one line that says something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text without what cannot be seen."""
        line = tidy(str(value))
        if not line:
            self.fail("write at least a letter", param, ctx)
        if len(line) > _LONGEST:
            self.fail(f"{len(line)} characters are too many; {_LONGEST} fit", param, ctx)
        return line


class Person(click.ParamType[Someone]):
    """A name, and if they are known an address and an account."""

    name = "person"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Someone:
        """The person whom the text names."""
        if isinstance(value, Someone):
            return value
        found = _PERSON.fullmatch(tidy(str(value)))
        if not found or not found["name"]:
            self.fail(
                f"{value!r} is no person; write a name, and then if you like an address and an "
                "account, as in: Ana Keller <ana.keller@harbour.example> @akeller",
                param,
                ctx,
            )
        name = Line().convert(found["name"], param, ctx)
        return Someone(name, found["email"] or "", found["login"] or "")


def as_typed(someone: Someone) -> str:
    """The person as somebody would write them."""
    email = f" <{someone.email}>" if someone.email else ""
    return someone.name + email + (f" @{someone.account}" if someone.account else "")


class Pattern(click.ParamType[str]):
    """A text of one form."""

    def __init__(self, name: str, expression: str, form: str) -> None:
        self.name = name
        self._expression = re.compile(expression)
        self._form = form

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, if it has the form."""
        text = str(value).strip()
        if not self._expression.fullmatch(text):
            self.fail(f"{value!r} is not {self._form}", param, ctx)
        return text


CURRENCY = Pattern("currency", "[A-Z]{3}", "the three letters of a currency, such as EUR")
YEAR_START = Pattern(
    "month-day",
    "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31",
    "a month and a day, such as 04-01",
)


class Amount(click.ParamType[Decimal]):
    """An amount of money, not below zero."""

    name = "amount"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The exact amount."""
        if isinstance(value, Decimal):
            return value
        try:
            if not re.fullmatch(r"\d{1,13}(\.\d\d?)?", str(value).strip(), re.ASCII):
                raise InvalidOperation
            return Decimal(str(value).strip())
        except InvalidOperation:
            self.fail(f"{value!r} is no amount, such as 250000; without separators", param, ctx)


class Repository(click.ParamType[str]):
    """The address of a repository; `OWNER/NAME` stays as it is until the forge is known."""

    name = "repository"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as https, without `.git`."""
        address = browsable(str(value).strip())
        if not _ADDRESS.fullmatch(address):
            self.fail(
                f"{value!r} is no repository; write OWNER/NAME, or its address with https",
                param,
                ctx,
            )
        return address


def at_forge(repository: str, forge: str) -> str:
    """The address of `OWNER/NAME` at the forge; an address stays, and what is none goes."""
    if _ADDRESS.fullmatch(repository) is None:
        return ""
    return repository if "://" in repository else _HOSTS[forge] + repository


class ProgramPlace(click.ParamType[Program]):
    """The program's repository and commit."""

    name = "program"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Program:
        """The program that the text names."""
        if isinstance(value, Program):
            return value
        found = program(str(value).strip())
        if found is None:
            self.fail(
                f"{value!r} names no commit of the program; write OWNER/NAME@COMMIT, or "
                "https://HOST/PATH@COMMIT, with all 40 digits: a branch or a tag can be moved",
                param,
                ctx,
            )
        return found
