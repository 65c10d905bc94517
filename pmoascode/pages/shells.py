"""The theme's frame around pages: rendered for the first of a kind, then stamped on the others."""

import copy
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateError

_SLOT = re.compile(r"pmo0(\w+)0pmo")
# The theme's list of a page's headings, alone.
_CONTENTS = (
    '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'
)

# An empty tabindex, and the autocomplete of a check box.
_UNKNOWN = re.compile(r' tabindex=""(?=>)|(?<=\bid="__(?:drawer|search)") autocomplete="off"')
# A third of a frame is white space, which counts in these elements alone.
_KEPT = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_HAS_CONTENTS, _ITS_LABEL = 'id="__toc"', '<label class="md-nav__title" for="__toc">'

Shell = Sequence[str]  # text and names of slots in turn; the text first
Context = Mapping[str, Any]  # what the theme's templates know


@dataclass(frozen=True, slots=True)
class Stamp:
    """All of a page but its content, which comes when it is written."""

    shell: Shell
    values: Mapping[str, str]

    def __call__(self, content: str) -> str:
        """The finished HTML of the page."""
        values = {**self.values, "content": content}
        return "".join(
            values.get(part, "") if index % 2 else part for index, part in enumerate(self.shell)
        )


class Shells:
    """The frames of one site, by the kind of page.

    A shell is used once it has proved itself: stamped on the second page of its kind it must give
    what the theme gives. A theme that puts more of a page into its frame than is known here
    renders all pages of the kind itself.
    """

    def __init__(self, environment: Environment, finish: Callable[[str], str]) -> None:
        """Begin without a frame; `finish` is what happens to every page that the theme made."""
        self._finish = finish
        self._main = environment.get_template("main.html")
        self._contents = environment.from_string(_CONTENTS)
        self._shells: dict[Hashable, Shell | None] = {}
        self._proved: set[Hashable] = set()
        self._lists: dict[Hashable, str] = {}

    def stamp(self, page: Any, context: Context) -> Stamp | None:
        """What makes the page of its content, where the frame of its kind has proved itself."""
        kind = _kind(page, context["base_url"])
        shell = self._shells.get(kind)
        return self._stamp(shell, page, context) if shell and kind in self._proved else None

    def page(self, page: Any, context: Context) -> str:
        """The finished HTML of the page, as the theme renders it."""
        kind = _kind(page, context["base_url"])
        whole = self._rendered(page, context)
        shell = self._shells.get(kind)
        if kind not in self._shells:
            self._shells[kind] = self._shell(page, context)
        elif shell and self._stamp(shell, page, context)(page.content) == whole:
            self._proved.add(kind)
        else:
            self._shells[kind] = None
        return whole

    def _rendered(self, page: Any, context: Context) -> str:
        html = self._main.render({**context, "page": page})
        return self._finish(standard(html, page.content))

    def _shell(self, page: Any, context: Context) -> Shell | None:
        """What the theme puts around a page of the kind, with slots for what is the page's own."""
        if "<h1" not in page.content:
            return None  # themes give such a page a heading of theirs
        blank = copy.copy(page)
        blank.title, blank.content = _slot("title"), "<h1>" + _slot("content")
        blank.meta = page.meta | {"title": _slot("title")}
        if page.meta["description"]:
            blank.meta["description"] = _slot("description")
        if page.edit_url:
            blank.edit_url = _slot("edit")
        if page.canonical_url:
            blank.canonical_url = _slot("address")
        if page.toc:
            blank.toc = [_Heading()]
        try:
            text = self._rendered(blank, context)
            if page.toc:
                text = text.replace(self._list(blank, context), _slot("contents"))
        except TemplateError:
            return None
        return _SLOT.split(text.replace("<h1>" + _slot("content"), _slot("content")))

    def _stamp(self, shell: Shell, page: Any, context: Context) -> Stamp:
        values = {
            "title": page.title,
            "description": page.meta["description"],
            "edit": page.edit_url or "",
            "address": page.canonical_url or "",
        }
        if page.toc:
            values["contents"] = self._list(page, context)
            values["first"] = page.toc.items[0].id
        return Stamp(shell, values)

    def _list(self, page: Any, context: Context) -> str:
        """The theme's list of the page's headings; many pages have the same."""
        key = tuple((h.id, h.title, tuple((s.id, s.title) for s in h.children)) for h in page.toc)
        if key not in self._lists:
            list_ = self._contents.render({**context, "page": page})
            self._lists[key] = standard(list_).strip()
        return self._lists[key]


def standard(html: str, content: str = "") -> str:
    """The theme's HTML without indentation, and without what the standard does not know.

    The content that it is put around stays as it is.
    """
    before, _, after = html.partition(content) if content else (html, "", "")
    has_list = _HAS_CONTENTS in before or _HAS_CONTENTS in after
    return _standard(before, has_list) + content + _standard(after, has_list)


def _standard(part: str, has_list: bool) -> str:
    if not has_list:  # a label without its control
        part = part.replace(_ITS_LABEL, '<label class="md-nav__title">')
    pieces = _KEPT.split(_UNKNOWN.sub("", part))
    pieces[::2] = [_INDENT.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)


class _Heading:
    """A heading that stands for any other."""

    id, title, level, children = "pmo0first0pmo", "pmo0first0pmo", 2, ()
    url = "#" + id


def _slot(name: str) -> str:
    return f"pmo0{name}0pmo"


def _kind(page: Any, base: str) -> Hashable:
    """What the frame of a page may depend on, other than by the texts of the page."""
    has = page.meta["description"], page.edit_url, page.canonical_url, page.toc
    folder = page.url.partition("/")[0]
    own = tuple(page.meta["hide"]), page.meta["alternates"]
    return base, folder, *own, *(bool(each) for each in has)
