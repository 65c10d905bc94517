"""The reference of commands, made of what each command says of itself."""

from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path

import click

from pmoascode.cli import pmo
from tests.docs.guide import DOCS

ALL = DOCS / "reference/commands.md"
FOR_RECORDS = DOCS / "reference/record-commands.md"
_FIRST, _LAST = "new", "import"  # of the commands that have a page of their own
_WIDTH = 90  # characters of a line of help
_HEAD = """# Commands

What `pmo COMMAND --help` says, for all commands. The page is made from the program itself.
Those that make, change or write records have [a page of their own](record-commands.md).

`--records`, `--today`, `--dry-run`, `--yes`, `--anyway` and `--format` mean the same everywhere.
"""
_HEAD_FOR_RECORDS = """# Commands for records

What `pmo COMMAND --help` says, for the commands that make, change or write records; the others
are among [all commands](commands.md). The page is made from the program itself.

A command that changes records shows the change and what the rules would say of it before it writes.
"""
_OF_KINDS = """
Each kind has its options, made of its fields: `pmo new risk --help` explains those of a risk, and
the [record reference](../reference/index.md) all of them. For example:
"""


def pages() -> dict[Path, str]:
    """The pages in Markdown, by file."""
    names = pmo.list_commands(click.Context(pmo))
    first, last = names.index(_FIRST), names.index(_LAST) + 1
    others = [*names[:first], *names[last:]]
    links = (
        # by the anchor that the command has on its own page
        f"- [pmo {name}]({FOR_RECORDS.name}#pmo-{name}){{ #pmo-{name} }}\n"
        for name in names[first:last]
    )
    return {
        ALL: "".join([_HEAD, *_sections(others), "\n## Commands for records\n\n", *links]),
        FOR_RECORDS: "".join([_HEAD_FOR_RECORDS, *_sections(names[first:last])]),
    }


def _sections(names: Sequence[str]) -> Iterator[str]:
    root = click.Context(pmo, info_name="pmo", max_content_width=_WIDTH, terminal_width=_WIDTH)
    for name in names:
        command = pmo.get_command(root, name)
        if command is None:
            continue
        yield f"\n## pmo {name}\n\n{_block(command, root, name)}"
        if isinstance(command, click.Group):
            context = click.Context(command, root, info_name=name)
            yield from _parts(command, context)


def _parts(group: click.Group, context: click.Context) -> Iterator[str]:
    """The commands of a group; of the kinds of record one stands for all."""
    names = ["risk"] if context.info_name == "new" else group.list_commands(context)
    for name in names:
        command = group.get_command(context, name)
        if command:
            lead = _OF_KINDS if context.info_name == "new" else ""
            yield f"{lead}\n{_block(command, context, name)}"


def _block(command: click.Command, parent: click.Context, name: str) -> str:
    context = click.Context(command, parent, info_name=name, help_option_names=["-h", "--help"])
    told = copy(command)  # a command that was called without its group keeps other names of help
    told._help_option = None
    lines = (line.rstrip() for line in told.get_help(context).splitlines())
    text = "\n".join(lines)
    return f"```text\n{text}\n```\n"
