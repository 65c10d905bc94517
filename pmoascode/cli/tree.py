"""The option value for the page of a commit on its forge."""

from typing import Any

import click

from pmoascode.forge import Web, web


class Tree(click.ParamType[Web]):
    """The address at which a browser shows the files of a commit."""

    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Web:
        """The pages of the repository around that commit."""
        if isinstance(value, Web):
            return value
        found = web(value)
        if found is None:
            self.fail(
                f"{value!r} is no page of a commit, such as https://github.com/OWNER/NAME/tree/COMMIT"
                " or https://gitlab.com/GROUP/NAME/-/tree/COMMIT",
                param,
                ctx,
            )
        return found
