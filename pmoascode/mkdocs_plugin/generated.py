"""Our pages as MkDocs knows pages: finished before it sees them."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pmoascode.pages.disk import edit_address, hidden, rivals, search_rank, searched, source_name
from pmoascode.pages.page import Heading, Page

_ID = re.compile(r'\bid="([^"]+)"')


class GeneratedFile(File):
    """A MkDocs file of one of our pages, which knows whether it is to be written again."""

    is_new: bool = True  # for the preview: the page is not the one written last

    def is_modified(self) -> bool:
        """Whether a preview must write the page; a build writes every page."""
        return self.is_new


def is_apart(file: File) -> bool:
    """Whether the file is of a page of ours that stands outside the navigation."""
    return isinstance(file, GeneratedFile) and file.inclusion is InclusionLevel.NOT_IN_NAV


class GeneratedPage(pages.Page):
    """A MkDocs page that is finished before MkDocs sees it."""

    def __init__(
        self, page: Page, file: File, config: MkDocsConfig, sections: Collection[str]
    ) -> None:
        """Take over the page; themes print titles raw, so they are escaped here."""
        name = page.title if page.path else page.nav or page.title
        super().__init__(escape(name), file, config)
        self.made = page
        self.found_by = searched(page)
        self.markdown, self.content = "", self.found_by
        self.toc = _contents(page.headings)
        self.meta = {"title": escape(page.title), "description": escape(page.summary)}
        self.meta["search"] = search_rank(page)
        self.meta["alternates"] = page.alternates
        self.meta["hide"] = hidden(page, sections)
        self.edit_url = _edit_url(page.source, config) if page.source else None

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # found when asked for
        """The anchors that hand-written pages may link to."""
        return set(_ID.findall(self.made.html))

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to render."""


def page_file(
    page: Page, written: Sequence[str], config: MkDocsConfig, sections: Collection[str]
) -> GeneratedFile:
    """The file of the page, with the page in it.

    Raises:
        PluginError: a hand-written file stands in its place.
    """
    name = source_name(page)
    for rival in set(rivals(page)) & set(written):
        raise PluginError(f"{rival} is written by hand and generated too; rename the file.")
    listed = InclusionLevel.UNDEFINED if page.nav or not page.path else InclusionLevel.NOT_IN_NAV
    file = cast(GeneratedFile, GeneratedFile.generated(config, name, content="", inclusion=listed))
    GeneratedPage(page, file, config, sections)
    return file


def _contents(headings: Sequence[Heading]) -> TableOfContents:
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.title), heading.id, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)


def _edit_url(source: str, config: MkDocsConfig) -> str | None:
    written = _written_in(config.config_file_path, config.docs_dir)
    said = {"repo_url": config.repo_url, "edit_uri": config.edit_uri, "docs_dir": written}
    return edit_address(source, said) or None


def written_in(config: MkDocsConfig) -> str:
    """The folder of hand-written pages, as `mkdocs.yml` names it."""
    return _written_in(config.config_file_path, config.docs_dir)


@lru_cache(maxsize=4)
def _written_in(configuration: str, folder: str) -> str:
    return Path(folder).relative_to(Path(configuration or ".").resolve().parent).as_posix()
