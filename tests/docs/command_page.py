"""The reference of commands, made of what each command says of itself."""

from collections.abc import Iterator
from copy import copy

import click

from pmoascode.cli import pmo
from tests.docs.guide import DOCS

PAGE = DOCS / "reference/commands.md"
_WIDTH = 90  # characters of a line of help
_HEAD = """# Commands

What `pmo COMMAND --help` says, for all commands. The page is made from the program itself.

`--records`, `--today`, `--dry-run`, `--yes`, `--anyway` and `--format` mean the same everywhere. A
command that changes records shows the change and what the rules would say of it before it writes.
"""
_OF_KINDS = """
Each kind has its options, made of its fields: `pmo new risk --help` explains those of a risk, and
the [record reference](../reference/index.md) all of them. For example:
"""


def page() -> str:
    """The page in Markdown."""
    return "".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    root = click.Context(pmo, info_name="pmo", max_content_width=_WIDTH, terminal_width=_WIDTH)
    for name in pmo.list_commands(root):
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
