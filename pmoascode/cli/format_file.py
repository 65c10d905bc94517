"""The option `--write FORMAT=FILE`: which format goes into which file."""

from pathlib import Path
from typing import Any

import click

from pmoascode.formats import FORMATS


class FormatFile(click.ParamType[tuple[str, Path]]):
    """A format and the file that it is written to, as in `sarif=build/pmo.sarif`."""

    name = "format=file"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """The two halves; the file may be new, or one that is replaced."""
        if isinstance(value, tuple):
            return value
        name, _, file = value.partition("=")
        if name not in FORMATS or not file:
            known = ", ".join(FORMATS)
            self.fail(f"{value!r} is no FORMAT=FILE; the formats are {known}", param, ctx)
        path = Path(file).resolve()  # so that a link stays one, and its target is replaced
        if path.exists() and not path.is_file():
            self.fail(f"{file} is no file that can be replaced", param, ctx)
        return name, path


def each_its_own(
    ctx: click.Context,
    param: click.Parameter,
    value: tuple[tuple[str, Path], ...],
) -> tuple[tuple[str, Path], ...]:
    """The formats and files, where no file is named twice."""
    if len({file for _, file in value}) < len(value):
        said = "two formats cannot go into one file: name a file for each"
        raise click.BadParameter(said, ctx, param)
    return value
