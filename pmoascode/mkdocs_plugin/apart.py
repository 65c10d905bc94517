"""What we write instead of MkDocs: data, and pages that other plugins see all the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from pmoascode.mkdocs_plugin.generated import GeneratedPage
from pmoascode.pages.page import Page
from pmoascode.pages.shells import Shells, Stamp
from pmoascode.worktree import in_processes


@dataclass(frozen=True)
class Apart:
    """Writes what MkDocs is not to, in as many processes as there are processors."""

    config: MkDocsConfig
    nav: Navigation
    listed: Sequence[File]  # every page of the site
    shells: Shells
    _contexts: dict[tuple[str, int], TemplateContext] = field(default_factory=dict)

    def write(self, pages: Iterable[File], others: Iterable[File]) -> None:
        """Write all the files; the search sees the pages while other processes write them."""
        jobs: list[Callable[[], None]] = [file.copy_file for file in others]
        stamped = list[GeneratedPage]()
        is_last = len(self.config.plugins.events["post_page"]) == 1  # no plugin wants the text
        for file in pages:
            page = cast(GeneratedPage, file.page)
            stamp = self.shells.stamp(page, self._context(page)) if is_last else None
            if stamp:
                jobs.append(partial(_write, stamp, page.made, file.abs_dest_path))
                stamped.append(page)
            else:
                self._build(page)
        in_processes(jobs, meanwhile=partial(self._tell, stamped))

    def _context(self, page: GeneratedPage) -> TemplateContext:
        """What the theme's templates know of the page: all else is alike in one folder."""
        key = page.url.partition("/")[0], page.url.count("/")
        if key not in self._contexts:
            self._contexts[key] = get_context(self.nav, self.listed, self.config, page)
        return cast(TemplateContext, {**self._contexts[key], "page": page})

    def _told(self, page: GeneratedPage) -> TemplateContext:
        """The same, as the plugins have it that are told of every page."""
        plugins = self.config.plugins
        context = self._context(page)
        return plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)

    def _tell(self, pages: Iterable[GeneratedPage]) -> None:
        for page in pages:
            self._told(page)

    def _build(self, page: GeneratedPage) -> None:
        """Write the page as MkDocs does."""
        context = self._told(page)
        stamp = self.shells.stamp(page, context)
        page.content = page.made.html
        html = stamp(page.content) if stamp else self.shells.page(page, context)
        html = self.config.plugins.on_post_page(html, page=page, config=self.config) or ""
        write_file(html.encode("utf-8"), page.file.abs_dest_path)


def _write(stamp: Stamp, page: Page, path: str) -> None:
    write_file(stamp(page.html).encode("utf-8"), path)
