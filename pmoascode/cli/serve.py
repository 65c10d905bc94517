"""The command `pmo serve`: the site on this machine, made anew while you edit."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.mkdocs_plugin import serving, settings
from pmoascode.publication import site_of
from pmoascode.revision import opened


@click.command(
    epilog="""\b
Examples:
  pmo serve
  pmo serve --address localhost:8001 --today 2026-11-10"""
)
@options.records
@options.today
@click.option("--address", default="localhost:8000", show_default=True, metavar="HOST:PORT")
@options.audience
def serve(records: Path | None, today: dt.date | None, address: str, audience: str) -> None:
    """Show the site and refresh it while you edit.

    Each saved change of a record is on the page within moments. Stop with Ctrl-C.
    """
    folder = opened(records, today=today).folder
    serving.serve(
        settings.configuration(folder.parent),
        address,
        folder,
        lambda: site_of(opened(folder, today=today), audience=audience),
    )
