"""What stands around the records: the site, the forge's files, the editor's, a word of welcome."""

from collections.abc import Iterator, Mapping

from pmoascode.editors import IGNORED, editor_files
from pmoascode.starting.answers import Around
from pmoascode.starting.templating import text

RECORDS = "portfolio"  # the folder of the records
CHECKOUT = "actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0"
REQUESTS = {"github": "pull request", "gitlab": "merge request", None: "pull request"}
_SITE = "/.github/actions/site"  # of the program: the action that builds the site


def around(said: Around, pipeline: str) -> Mapping[str, str]:
    """The files beside the records that do not speak of the organisation, by their path.

    `pipeline` is the text of the pipeline for GitLab.
    """
    return dict(sorted(_files(said, pipeline)))


def _files(said: Around, pipeline: str) -> Iterator[tuple[str, str]]:
    yield ".gitattributes", text("gitattributes")
    yield ".gitignore", text("gitignore", editors=IGNORED)
    yield "mkdocs.yml", text("mkdocs.yml", repository=said.repository, edit_uri=said.edit_uri)
    yield from editor_files(RECORDS).items()
    if said.forge == "github":
        yield from _of_github(said)
    elif said.forge == "gitlab":
        yield ".gitlab-ci.yml", _pipeline(said, pipeline)
        template = ".gitlab/merge_request_templates/Default.md"
        yield template, text("change.md", request=REQUESTS[said.forge])


def _of_github(said: Around) -> Iterator[tuple[str, str]]:
    name, _, commit = said.uses.partition("@")
    version = f" # v{said.program.version}" if said.program and said.program.version else ""
    for workflow in ("check", "nightly", "publish"):
        yield (
            f".github/workflows/{workflow}.yml",
            text(
                f"github/{workflow}.yml",
                checkout=CHECKOUT,
                uses=f"{name}@{commit}{version}",
                site=f"{name}{_SITE}@{commit}{version}",
            ),
        )
    yield ".github/dependabot.yml", text("github/dependabot.yml")
    template = ".github/pull_request_template.md"
    yield template, text("change.md", request=REQUESTS[said.forge])


def _pipeline(said: Around, pipeline: str) -> str:
    """The pipeline as the program ships it, with the program's own place filled in."""
    head, begin, jobs = pipeline.partition("\nstages:")
    package = said.program.requirement if said.program else ""
    named = f'variables:\n  PMO_PACKAGE: "{package}"\n'
    return head + begin + jobs.replace("variables:\n", named, 1)
