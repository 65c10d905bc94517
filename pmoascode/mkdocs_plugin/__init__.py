"""The MkDocs adapter: hands finished pages to MkDocs, which puts its theme around them."""

from pmoascode.mkdocs_plugin.plugin import Plugin  # where MkDocs looks for it

__all__ = ["Plugin"]
