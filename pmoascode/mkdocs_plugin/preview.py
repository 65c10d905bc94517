"""The preview of MkDocs: what is wrong is told, and the server goes on with what it has."""

import logging
from collections.abc import Callable
from contextlib import suppress
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from pmoascode.finding import CannotRun
from pmoascode.pages.own_pages import asks

_LOG = logging.getLogger("mkdocs.plugins.pmoascode")
_MKDOCS = logging.getLogger("mkdocs.commands.build")


class AskingFile(File):
    """A hand-written page with data, which a change of any record may change."""

    def is_modified(self) -> bool:
        """A preview makes it anew each time."""
        return True


def keep_up(files: Files, config: MkDocsConfig) -> None:
    """Let the pages that ask for data follow the records, not their own file alone."""
    for file in files.documentation_pages():
        if file.src_dir and _is_asking(file):
            to = file.src_dir, config.site_dir, config.use_directory_urls
            files.remove(file)
            files.append(AskingFile(file.src_uri, *to, inclusion=file.inclusion))


def _is_asking(file: File) -> bool:
    with suppress(OSError, UnicodeDecodeError):  # MkDocs says so when it reads the page
        return asks(file.content_string)
    return False


def in_place(said: str) -> str:
    """What a page that cannot be filled shows instead; also told at the terminal."""
    _LOG.error("%s", said)
    told = f"This page cannot be shown until this is put right: {escape(said)}"
    return f'<div class="admonition failure"><p>{told}</p></div>\n'


def go_on(server: LiveReloadServer, forget: Callable[[], None]) -> None:
    """Let the server show the last site when one cannot be made, where MkDocs would stand still."""
    build = server.builder

    def attempt() -> None:
        try:
            build()
        except (CannotRun, MkDocsException) as error:
            forget()  # what has been made was not written
            said = "" if isinstance(error, Abort) else f"{error}\n"  # MkDocs has told it
            _LOG.error("%sThe preview stays as it was until this is put right.", said)

    server.builder = attempt


def hush() -> None:
    """Leave out MkDocs' warning of its partial builds: ours write all that has changed."""
    _MKDOCS.addFilter(lambda record: "'dirty' build" not in record.getMessage())
