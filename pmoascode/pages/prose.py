"""Prose of the records as HTML: a small subset of Markdown, rendered by us and then cleaned."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br", "h3", "h4", "h5"}
_RULES = [
    "list",
    "blockquote",
    "heading",
    "emphasis",
    "link",
    "backticks",
    "escape",
    "entity",
    "newline",
]
_LOWEST = 5  # a heading inside prose stands below those of the page
# Text in which no mark of Markdown can hide: one line that starts with a letter.
_PLAIN = re.compile(r"[^\W\d_][^\n\r\\`*_\[\]<>&#|~]*\Z")

_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(_RULES)


@lru_cache(maxsize=8192)
def prose(text: str | None) -> Markup:
    """The text as safe HTML: paragraphs, lists, emphasis, code and links that leave the site."""
    if not text or not text.strip():
        return Markup("")
    text = text.strip()
    if _PLAIN.match(text):
        return Markup("<p>{}</p>").format(text)
    tokens = _MARKDOWN.parse(text)
    _lower_headings(tokens)
    rendered = str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
    return Markup(_cleaned(rendered))  # noqa: S704 -- cleaned in this very line


@lru_cache(maxsize=8192)
def brief(text: str | None, length: int = 180) -> Markup:
    """The text's first words without any mark, for a list."""
    words = nh3.clean(str(prose(text)).replace("<", " <"), tags=set()).split()
    shown = Markup(" ".join(words)).unescape()  # noqa: S704 -- plain text again, escaped below
    if len(shown) > length:
        shown = shown[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return escape(shown)


def _cleaned(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_leaving,
        url_schemes={"https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    ).strip()


def _leaving(_tag: str, name: str, value: str) -> str | None:
    """The address of a link that leaves the site; a relative one leads nowhere that is known."""
    is_kept = name != "href" or value.lower().startswith(("https:", "mailto:"))
    return value if is_kept else None


def _lower_headings(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + 2, _LOWEST)}"
