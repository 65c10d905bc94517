"""One answer at the terminal: what there is to choose from, asked again until it can be read."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

import click

from pmoascode.cli.terminal import width
from pmoascode.editors.ids import Offer
from pmoascode.exchange.cleaning import folded
from pmoascode.finding import CannotRun
from pmoascode.formats.result import visible

_FEWEST = 2  # letters from which on an answer can stand for one of the choices
_MOST = 12  # choices that are listed; of more than these the likeliest


def prompted(
    name: str, usual: str, read: Callable[[str], Any], *, may_be_empty: bool = False
) -> Any:
    """What is read of the answer; asked again, with the reason, until it can be read."""
    default = usual or ("" if may_be_empty else None)
    while True:
        try:
            text = click.prompt(
                f"  {name}", default=default, show_default=bool(usual), err=True
            ).strip()
        except click.Abort:
            click.echo("\nstopped: nothing was written", err=True)
            raise
        try:
            value = read(text)
        except CannotRun as flaw:
            click.echo(f"  {visible(str(flaw))}", err=True)
            continue
        if isinstance(value, str) and value and value != text:
            click.echo(f"    {visible(value)} is taken", err=True)
        return value


def show(choices: Sequence[Offer]) -> None:
    """Lists the choices: on one line where they explain themselves."""
    if not any(_label(choice) for choice in choices):
        line = "    " + " / ".join(choice.id for choice in choices)
        if choices and len(line) <= (width() or 80):
            click.echo(line, err=True)
            return
    listed = choices[:_MOST]
    wide = max((len(choice.id) for choice in listed), default=0)
    for choice in listed:
        click.echo(visible(f"    {choice.id:{wide}}  {_label(choice)}".rstrip()), err=True)
    if len(choices) > _MOST:
        click.echo(f"    and {len(choices) - _MOST} more", err=True)


def _label(choice: Offer) -> str:
    """What is said of a choice beside its id."""
    if not choice.title:
        return choice.about
    about = choice.about.rstrip(".")
    return ", ".join(filter(None, (choice.title, about[:1].lower() + about[1:])))


def among(value: str, choices: Sequence[Offer]) -> str:
    """The value.

    Raises:
        CannotRun: it is none of the choices.
    """
    values = [choice.id for choice in choices]
    if value not in values:
        near = get_close_matches(value, values, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise CannotRun(f"“{value}” is none of these{hint}")
    return value


def meant(text: str, choices: Sequence[Offer]) -> str:
    """The one choice that the text begins, or whose name has it; else the text itself."""
    if any(text == choice.id for choice in choices) or len(folded(text)) < _FEWEST:
        return text
    for found in (
        [c.id for c in choices if c.id.startswith(text.lower())],
        [c.id for c in choices if folded(text) in folded(f"{c.id} {_label(c)}")],
    ):
        if len(found) == 1:
            return found[0]
    return text
