"""The command line: one file a command, loaded when it is called."""

import gc
import os
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from pmoascode import __version__
from pmoascode.finding import CannotRun

_COMMANDS = {
    "init": "init.init",
    "doctor": "doctor.doctor",
    "check": "check.check",
    "changes": "changes.changes",
    "rules": "rules.rules",
    "explain": "explain.explain",
    "who": "who.who",
    "leave": "leave.leave",
    "my": "my.my",
    "career": "career.career",
    "capacity": "capacity.capacity",
    "build": "build.build",
    "serve": "serve.serve",
    "pages": "pages.pages",
    "pack": "pack.pack",
    "new": "new.new",
    "report": "report.report",
    "milestone": "milestone.milestone",
    "set": "set_.set_command",
    "approve": "approve.approve",
    "reject": "approve.reject",
    "implement": "implement.implement",
    "assign": "assign.assign",
    "waive": "waive.waive",
    "close": "close.close",
    "withdraw": "close.withdraw",
    "rename": "rename.rename",
    "fmt": "fmt.fmt",
    "fingerprint": "fingerprint.fingerprint",
    "codeowners": "codeowners.codeowners",
    "import": "import_.import_group",
    "editor-schemas": "editor_schemas.editor_schemas",
    "completion": "completion.completion",
}


class _Lazy(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order in which a newcomer needs them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of the name, imported now.

        Raises:
            CannotRun: it makes the site, and what that takes is not installed.
        """
        if cmd_name not in _COMMANDS:
            return None
        if ctx.resilient_parsing:  # the shell asks, and wants an answer at once
            from pmoascode.cli.completing import light

            if known := light(cmd_name, _SUMMARIES[cmd_name]):
                return known
        module, _, name = _COMMANDS[cmd_name].partition(".")
        try:
            command: click.Command = getattr(import_module(f"pmoascode.cli.{module}"), name)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != "mkdocs":
                raise
            if ctx.resilient_parsing:  # the shell asks what there is
                return None
            raise CannotRun(
                f"`pmo {cmd_name}` needs MkDocs, which is not installed here; install the program "
                "with its extra `site`, as in: pip install 'pmoascode[site]'"
            ) from error
        return _completed(command) if ctx.resilient_parsing else command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_SUMMARIES.items()))


def _completed(command: click.Command) -> click.Command:
    """The command, as a shell asks it."""
    from pmoascode.cli.completing import with_ids

    return with_ids(command)


_SUMMARIES = {
    "init": "Start an office: its first records, its site and its checks.",
    "doctor": "Tell what is missing, odd or unprotected in a repository and its set-up.",
    "check": "Judge the records by the rules of the office.",
    "changes": "Tell what changed since a revision or a day.",
    "rules": "List the rules, their family, severity and profile.",
    "explain": "Explain a rule: the defect, why it matters, how to put it right.",
    "who": "Say who holds which role, since when, until when, and who comes next.",
    "leave": "Show all that falls vacant when somebody goes, then end their assignments.",
    "my": "Show what is due from you, what waits for your decision, what you answer for.",
    "career": "Show skills, next steps and evidence: of one person, or of the office.",
    "capacity": "Set demand against capacity, and name who has too much and what nobody does.",
    "build": "Check the records and build the status site.",
    "serve": "Show the site and refresh it while you edit.",
    "pages": "Write the pages as files, for any site generator.",
    "pack": "Print the pages that a board wants as one PDF.",
    "new": "Make a new record: a project, a risk, a person, a decision, and so on.",
    "report": "Write the status report of a period, filled in from the records.",
    "milestone": "Move, reach, drop or add a milestone, and say what that touches.",
    "set": "Change fields of records; all else of the file stays.",
    "approve": "Record a decision at a gate, or on what waits for one.",
    "reject": "Record that something is not approved, and why.",
    "implement": "Make the changes of an approved change request.",
    "assign": "Appoint somebody to a role.",
    "waive": "Write a waiver: one rule that one record may break for a while.",
    "close": "Close an entry of a register, or a project.",
    "withdraw": "Take back what will not happen; the record stays.",
    "rename": "Give a record another id; references follow.",
    "fmt": "Lay files of records out in one form, their meaning unchanged.",
    "fingerprint": "Print what an approval says of the records that it is about.",
    "codeowners": "Write CODEOWNERS: whom the forge asks to review what.",
    "import": "Make records of a table.",
    "editor-schemas": "Let your editor complete the office's ids and explain each field.",
    "completion": "Print the set-up of your shell's completion.",
}


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with `pmo init`; `pmo COMMAND --help` shows examples.",
)
@click.version_option(__version__, prog_name="pmo", message="%(prog)s %(version)s")
def pmo() -> None:
    """A programme management office kept as text in git.

    Projects, programmes and role assignments are YAML files; their rules are checked before a
    change is merged, and what is merged is published as a status site.
    """


def console() -> NoReturn:
    """Runs `main` and leaves at once: to give memory back piece by piece takes seconds."""
    try:
        main()
    except SystemExit as ended:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(ended.code if isinstance(ended.code, int) else 0)


def main() -> NoReturn:
    """Runs the command line and ends with its exit status.

    0: nothing at or above --fail-on; 1: findings; 2: could not run; 3: a fault of this program;
    130: interrupted.
    """
    gc.set_threshold(100_000, 20)  # what a command makes stays, nearly all, until it ends
    try:
        status = pmo.main(prog_name="pmo", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        status = 130
    except KeyboardInterrupt:
        status = 130
    except click.ClickException as error:
        error.show()
        status = 2
    except CannotRun as error:
        click.echo(f"pmo: {error}", err=True)
        status = 2
    except BrokenPipeError:
        # the reader has gone, as in `pmo check | head`; say nothing at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as error:
        click.echo(f"pmo: {error.strerror or error}: {error.filename or 'output'}", err=True)
        status = 2
    except Exception:  # noqa: BLE001 - the last line of defence says that it is our fault
        if "_PMO_COMPLETE" in os.environ:  # nothing may break into the line that is being typed
            sys.exit(3)
        click.echo(traceback.format_exc(), err=True)
        click.echo(
            f"pmo {__version__}: this is a fault of the program, not of your records. "
            "Please report it with the lines above.",
            err=True,
        )
        status = 3
    sys.exit(status if isinstance(status, int) else 0)
