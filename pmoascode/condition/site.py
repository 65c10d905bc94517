"""Whether the status site can be built here, and takes its pages from the records."""

import re
from collections.abc import Iterator

from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup
from pmoascode.forge import browsable

NEEDED = ("mkdocs", "material")  # what the extra `site` installs
_PLUGIN = re.compile(r"""^\s*(-\s*)?["']?pmoascode["']?\s*(:.*)?(#.*)?$""", re.MULTILINE)
_REPOSITORY = re.compile(r"^repo_url:\s*\S", re.MULTILINE)


def site(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the site."""
    lacking = [name for name in NEEDED if name not in setup.packages]
    if lacking:
        said = f"no site can be built at this desk: {' and '.join(lacking)} cannot be found"
        yield Remark("site-extra", "missing", said, f'pip install "{setup.requirement}"')
    else:
        yield Remark("site-extra", "ok", "the site can be built at this desk")
    text = setup.files.get("mkdocs.yml")
    if text is None:
        yield Remark("mkdocs", "ok", "there is no mkdocs.yml: the program's own settings hold")
    elif not _PLUGIN.search(text):
        said = "mkdocs.yml does not name the plugin, so the site has no page of a record"
        yield Remark("mkdocs", "missing", said, "add `- pmoascode` under `plugins:`")
    elif setup.git.remote and not _REPOSITORY.search(text):
        said = "mkdocs.yml names no repository, so no page can be edited from the site"
        step = "-/" if setup.forge == "gitlab" else ""
        edit = f"`edit_uri: {step}edit/{setup.main}/site/docs/`"
        add = f"add `repo_url: {browsable(setup.git.remote)}` and {edit}"
        yield Remark("mkdocs", "odd", said, add)
    else:
        yield Remark("mkdocs", "ok", "mkdocs.yml names the plugin")
