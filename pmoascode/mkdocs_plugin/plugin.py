"""What our plugin does at each event of MkDocs."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from pmoascode.mkdocs_plugin.apart import Apart
from pmoascode.mkdocs_plugin.generated import GeneratedPage, is_apart, page_file, written_in
from pmoascode.mkdocs_plugin.options import Options
from pmoascode.mkdocs_plugin.package import brought, dress, weigh_words
from pmoascode.mkdocs_plugin.preview import go_on, in_place, keep_up
from pmoascode.mkdocs_plugin.settings import UNNAMED
from pmoascode.pages.content_policy import WrittenScripts, unfit, with_policy
from pmoascode.pages.disk import navigation
from pmoascode.pages.own_templates import FOLDER
from pmoascode.pages.page import Site
from pmoascode.pages.sandbox import Refused
from pmoascode.pages.shells import Shells, standard
from pmoascode.publication import site_of
from pmoascode.revision import opened

Generate = Callable[..., Site]  # of the records folder, and the settings as texts

_LOOK_EVERY = 0.1  # seconds
_ALIGNED = re.compile(r'(?<=<t[dh]) style="text-align: (left|center|right);"')


def _as_configured(
    records: Path, today: str, at: str, root: str, since: str, audience: str
) -> Site:
    day = date.fromisoformat(today) if today else None
    return site_of(opened(records, at=at or None, today=day), root, since, audience)


class Plugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Adds the pages of the portfolio to a MkDocs site."""

    generate: Generate = staticmethod(_as_configured)  # our own commands have the site at hand
    _made: Site | None = None
    _listed: Sequence[File] = ()  # every page of the site
    _data: Sequence[File] = ()  # every data file
    _scripts: set[str] = set()  # noqa: RUF012 -- of the templates, as rendered in this build
    is_preview: bool = False
    written: dict[str, object] = {}  # noqa: RUF012 -- of the preview, over its many plugins

    @event_priority(100)  # before the search takes its own
    def _weigh(self, config: MkDocsConfig) -> MkDocsConfig:
        weigh_words(config)
        return config

    def _prepare(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse settings under which our links would not hold."""
        if not config.use_directory_urls:
            raise PluginError("pmoascode needs `use_directory_urls: true` in mkdocs.yml.")
        if isinstance(own := self.config.content_security_policy, dict) and (wrong := unfit(own)):
            raise PluginError("content_security_policy in mkdocs.yml: " + "; ".join(wrong) + ".")
        dress(config)
        return config

    on_config = CombinedEvent(_weigh, _prepare)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for each page and each data file, and order the navigation."""
        for file in brought(files, config, with_guides=self.config.guides):
            files.append(file)
        if self.is_preview:
            keep_up(files, config)
        written = [file.src_uri for file in files.documentation_pages()]
        site = self._made = self._site(config)
        if not site.is_whole:
            config.repo_url = config.edit_uri = None  # pages written by hand would lead there
        if site.name and config.site_name == UNNAMED:
            config.site_name = escape(site.name)
        frame = [(page.path, page.nav, page.title) for page in site.pages if page.nav]
        is_framed_anew = self.written.get("") != (config.site_name, frame)
        self.written[""] = (config.site_name, frame)  # what stands around every page
        for page in site.pages:
            file = page_file(page, written, config, site.sections)
            file.is_new = is_framed_anew or self.written.get(file.src_uri) != page
            self.written[file.src_uri] = page
            files.append(file)
        self._data = [
            File.generated(config, data.path, content=data.content) for data in site.files
        ]
        for data in self._data:
            files.append(data)
        if config.nav is None:
            config.nav = navigation(site.pages, written)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: pages.Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill the hand-written page with the data that it asks for."""
        if page.meta.get("pmo") is not True or not self._made:
            return markdown
        before = (page.file.content_string.count("\n") - markdown.count("\n")) or 1
        front = "---\npmo: true\n" + "#\n" * (before - 3) + "---\n"
        try:
            return self._made.fill(page.file.src_uri, front + markdown).removeprefix(front)
        except Refused as error:
            said = f"{written_in(config)}/{page.file.src_uri}:{error.line}: {error}"
            if self.is_preview:
                return in_place(said)
            raise PluginError(said) from error

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation for the pages that are written apart."""
        self._nav = nav
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take pages outside the navigation and data files out of MkDocs' hands; note scripts."""
        env.add_extension(WrittenScripts)
        self._scripts = cast(WrittenScripts, env.extensions[WrittenScripts.identifier]).known
        self._shells = Shells(env, self._with_policy)
        self._listed = list(files.documentation_pages())
        for file in (*filter(is_apart, self._listed), *self._data):
            files.remove(file)
        return env

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """The map of the site has all pages."""
        context["pages"] = self._listed
        return context

    @event_priority(100)  # before the search writes what it has found
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages outside the navigation, and the data files."""
        apart = Apart(config, self._nav, self._listed, self._shells)
        of_pages = filter(is_apart, self._listed)
        anew = (file for file in of_pages if file.is_modified() or not self.is_preview)
        apart.write(anew, self._data)

    @event_priority(100)
    def _show_to_search(
        self, context: TemplateContext, *, page: pages.Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        # A search indexes what it finds in the content: here the summary alone.
        if isinstance(page, GeneratedPage):
            page.content = page.found_by
            if page.made.words:
                page.meta["tags"] = [escape(word, quote=False) for word in page.made.words]
        return context

    @event_priority(-100)
    def _show_to_readers(
        self, context: TemplateContext, *, page: pages.Page, **_: object
    ) -> TemplateContext:
        if isinstance(page, GeneratedPage):
            page.meta.pop("tags", None)
            if not is_apart(page.file):
                page.content = page.made.html
        return context

    on_page_context = CombinedEvent(_show_to_search, _show_to_readers)

    def on_page_content(self, html: str, *, page: pages.Page, **_: object) -> str:
        """Columns of hand-written tables keep their side by class: the policy stops styles."""
        return html if isinstance(page, GeneratedPage) else _ALIGNED.sub(r' class="pmo-\1"', html)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: pages.Page, config: MkDocsConfig) -> str:
        """Make the theme's HTML standard, as that of stamped pages is, and add the policy."""
        if is_apart(page.file):
            return output  # it has both
        return self._with_policy(standard(output, page.content or ""))

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for pages without a source, such as the one for an unknown address."""
        is_page = template_name.endswith(".html")
        return self._with_policy(standard(output_content)) if is_page else output_content

    def _with_policy(self, html: str) -> str:
        more = self.config.content_security_policy
        if more is False:
            return html
        return with_policy(html, self._scripts, more if isinstance(more, dict) else {})

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build again when a record or template changes; looked at ten times a second."""
        server.build_delay = _LOOK_EVERY / 4
        records = self._records(config)
        if records.is_dir():
            vars(server.observer)["_timeout"] = _LOOK_EVERY  # MkDocs sets no interval of ours
        for folder in (records, records.parent / FOLDER):
            if folder.is_dir():
                server.watch(str(folder))
        go_on(server, self.written.clear)
        return server

    def _records(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.records

    def _site(self, config: MkDocsConfig) -> Site:
        own = self.config
        settings = own.today, own.at, config.site_url or "", own.since, own.audience
        return self.generate(self._records(config), *settings)
