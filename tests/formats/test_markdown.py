"""The summary: blocked or not first, whose move it is, nothing read as Markdown, never too long."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.encoded import LONGEST, encoded
from pmoascode.formats.markdown import written
from pmoascode.formats.result import Result
from tests.formats.damaged import HOSTILE, result

FIXED = result()
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def with_findings(*findings: Finding) -> Result:
    return replace(FIXED, verdict=replace(FIXED.verdict, findings=findings, standing=(), waived=()))


def seen(text: str) -> str:
    """What a reader sees of the Markdown."""
    rendered = unescape(re.sub("<[^>]+>", "", READER.render(text)))
    return rendered.replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize(
    ("given_", "first"),
    [
        (FIXED, "## ⛔ This change is blocked: 3 findings have to be put right"),
        (result(fail_on=Severity.WARNING), "## ⛔ This change is blocked: 4 findings have to be"),
        (
            with_findings(Finding("a", Severity.ERROR, Place("a"), "m")),
            "## ⛔ This change is blocked: one finding has to be put right",
        ),
        (
            with_findings(Finding("a", Severity.WARNING, Place("a"), "m")),
            "## ⚠️ This change is not blocked: 1 warning",
        ),
        (with_findings(), "## ✅ This change is not blocked: nothing to put right"),
        (replace(with_findings(), is_change=False), "## ✅ The records are not blocked: nothing"),
    ],
)
def test_the_first_line_says_blocked_or_not(given_: Result, first: str) -> None:
    assert written(given_).splitlines()[0].startswith(first)


@pytest.mark.parametrize(
    ("more", "move"),
    [
        ({}, "Tom Berg, project manager"),
        ({"people/tom-berg.yaml": "name: Tom Berg\npublish: initials\n"}, "T. B., project manager"),
        ({"people/tom-berg.yaml": "name: Tom Berg\npublish: role\n"}, "the project manager"),
        ({"assignments/apollo.yaml": ""}, "the project manager (nobody holds the role)"),
        (
            {"assignments/apollo.yaml": "sponsor:\n  - {person: maria-silva, from: 2026-01-01}\n"},
            "Maria Silva, sponsor",
        ),
    ],
)
def test_whose_move_it_is(more: dict[str, str], move: str) -> None:
    said = seen(written(result(more)))
    assert re.search(
        rf"^Apollo claims portal project/apollo\s+Whose move: {re.escape(move)}$",
        said,
        re.MULTILINE,
    )


def test_a_name_that_is_not_published_stands_nowhere() -> None:
    assert "is owned by S. O. (S. O.)" in seen(written(FIXED))
    named = result({"people/sam-okoro.yaml": "name: Sam Okoro\nunit: it\n"})
    assert "is owned by Sam Okoro (sam-okoro)" in seen(written(named))


def test_the_parts_come_in_their_order() -> None:
    text = written(FIXED)
    parts = ["### What blocks", "### Warnings", "<summary>There before", "<summary>Waived: 1"]
    places = [text.index(part) for part in [*parts, "<summary>Rules not asked: 2"]]
    assert places == sorted(places)
    assert text.count("<details>") == text.count("</details>") == 3


def test_quiet_has_what_counts_alone() -> None:
    assert "<details>" not in written(result(quiet=True))


_PIECES = [
    *("1. ", "- ", "    ", "```", "***", "__", "](", "<script>", "<!--", "&lt;", "&#60;", "a"),
    *("http://a.b", "www.a.b", "| a |", "---", "\u202e", *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n"),
]
pieces = st.sampled_from(_PIECES)
hostile = st.lists(pieces | st.text(max_size=3), max_size=12).map("".join)


@given(hostile)
@settings(max_examples=400, deadline=None)
def test_nothing_is_read_as_markdown_or_html(text: str) -> None:
    shown = encoded(text)
    for frame in ("{}", "- {}", "#### {}", "- **{}**", "<code>{}</code>"):
        plain = READER.parse(frame.format("x"))
        tokens = READER.parse(frame.format(shown or "x"))
        assert [t.type for t in tokens] == [t.type for t in plain]
        kinds = [[c.type for c in t.children or []] for t in tokens if t.type == "inline"]
        allowed = [[c.type for c in t.children or []] for t in plain if t.type == "inline"]
        assert [[k for k in found if k not in _TEXT] for found in kinds] == [
            [k for k in found if k not in _TEXT] for found in allowed
        ]
    expected = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))
    assert seen(shown).strip() == " ".join(expected.split())


_TEXT = {"text", "text_special"}


@pytest.mark.parametrize(
    "link", ["@all", "#12", "https://evil.example", "www.evil.example", "a@b.c"]
)
def test_what_a_forge_would_link_is_broken(link: str) -> None:
    assert link not in unescape(encoded(f"see {link} there"))


def test_the_hostile_name_is_seen_as_it_is() -> None:
    text = written(FIXED)
    assert HOSTILE in seen(text)
    assert "<img" not in text
    assert "](" not in text


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_it_stays_small_and_counts_what_it_leaves_out(severity: Severity) -> None:
    findings = [
        Finding("a-rule", severity, Place(f"projects/p{n}/project.yaml"), f"{n} " + "<" * 900, "r")
        for n in range(500)
    ]
    full = with_findings(*findings)
    full = replace(full, verdict=replace(full.verdict, standing=tuple(findings)))
    text = written(full)
    assert len(text.encode()) < 60_000
    left = [int(n) for n in re.findall(r"… and (\d+) more", text)]
    shown = len(re.findall(rf"^- (?:\*\*)?{severity.label}", text, re.MULTILINE))
    assert len(left) == 2
    assert shown + sum(left) == 1000


def test_a_long_value_is_cut() -> None:
    assert seen(encoded("a" * 900)).strip() == "a" * (LONGEST - 1) + "…"
