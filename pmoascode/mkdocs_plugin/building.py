"""Builds a site with MkDocs, as `mkdocs build` does."""

import logging
from pathlib import Path

from mkdocs.commands import build as build_command
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from pmoascode.finding import CannotRun
from pmoascode.mkdocs_plugin.plugin import Plugin
from pmoascode.pages.page import Site


def address(configuration: Path) -> str:
    """The address at which the site will stand, as the configuration says; else empty."""
    return _loaded(configuration).site_url or ""


def build(configuration: Path, into: Path, site: Site) -> None:
    """Builds the site of the pages into the folder.

    Raises:
        CannotRun: MkDocs refuses the configuration or a hand-written page.
    """
    Plugin.generate = staticmethod(lambda *_: site)
    _run(_loaded(configuration, site_dir=str(into)))


def _loaded(configuration: Path, **settings: str) -> MkDocsConfig:
    try:
        return load_config(str(configuration), **settings)
    except MkDocsException as error:
        raise CannotRun(f"{configuration} cannot be used: {error}") from error


def _run(config: MkDocsConfig) -> None:
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    try:
        build_command.build(config)
    except MkDocsException as error:
        raise CannotRun(f"the site cannot be built: {error}") from error
