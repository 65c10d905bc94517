"""Serves a site with MkDocs, as `mkdocs serve` does, and makes it anew as the records change."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.commands import serve as serve_command
from mkdocs.exceptions import MkDocsException

from pmoascode.finding import CannotRun
from pmoascode.mkdocs_plugin.plugin import Plugin
from pmoascode.mkdocs_plugin.preview import hush
from pmoascode.pages.page import Site


def serve(configuration: Path, address: str, records: Path, generate: Callable[[], Site]) -> None:
    """Serves the site; a saved change writes those pages again that it changes.

    The search of the preview finds what was written last.

    Raises:
        CannotRun: MkDocs refuses the configuration.
    """
    Plugin.written, Plugin.is_preview = {}, True
    hush()
    Plugin.generate = staticmethod(lambda *_: generate())
    try:
        serve_command.serve(
            str(configuration),
            build_type="dirty",
            dev_addr=address,
            watch=[str(records)],
            strict=False,  # MkDocs warns of its own partial builds
        )
    except MkDocsException as error:
        raise CannotRun(f"the site cannot be built: {error}") from error
    finally:
        Plugin.is_preview = False
