"""The summary: blocked or not first, whose move it is, nothing read as Markdown, never too long."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pmoascode.finding import Finding, Place, Severity
from pmoascode.forge import Web
from pmoascode.formats.encoded import LONGEST, encoded
from pmoascode.formats.markdown import written
from pmoascode.formats.result import Result
from pmoascode.formats.whose_move import (
    OF_THE_ANALYST,
    OF_THE_DIRECTOR,
    OF_THE_SIGNER,
    OF_WHO_DECIDES,
)
from pmoascode.rules import RULES
from tests.formats.damaged import HOSTILE, result
from tests.gate.requests import By, text, with_files

FIXED = result()
NAMED = text("policy/policy.yaml") + "people: {publish: full}\n"
WEB = Web("github", "https://github.com/harbour/office", "0a1b2c")
FILES = "https://github.com/harbour/office/blob/0a1b2c/portfolio"
ACCOUNT = "identities: {github: {login: tberg, id: 4711}}\n"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def with_findings(*findings: Finding) -> Result:
    return replace(FIXED, verdict=replace(FIXED.verdict, findings=findings, standing=(), waived=()))


def links(text: str) -> list[tuple[str, str]]:
    """Each link of the Markdown: where it goes, and what a reader sees of it."""
    found = re.findall(r'<a href="([^"]*)">(.*?)</a>', READER.render(text))
    return [(unescape(to), unescape(re.sub("<[^>]+>", "", said))) for to, said in found]


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
    group = said[said.index("Apollo claims portal project/apollo\n") :]
    assert re.findall(r"^Whose move: (.*)$", group, re.MULTILINE)[0] == move


@pytest.mark.parametrize(
    ("rule", "record", "move"),
    [
        (
            "approver-is-requester",
            "change-request/apollo/pilot-in-october",
            "Ana Keller, portfolio",
        ),
        ("approver-is-project-manager", "approval/apollo/authorise-project", "Ana Keller,"),
        ("own-limits-changed", "project/apollo", "Maria Silva, sponsor"),
        ("self-appointment", "assignment/apollo/sponsor/0", "Ana Keller, portfolio manager"),
        ("sign-off-in-another-name", "pid/apollo/apollo", "Maria Silva, sponsor"),
        ("report-in-another-name", "report/apollo/2026-10", "Tom Berg, project manager"),
        ("sign-off-in-another-name", "report/apollo/2026-10", "Maria Silva, sponsor"),
        ("rating-jump-unchecked", "report/apollo/2026-10", "Omar Haddad, PMO analyst"),
        ("policy-changed-without-owner", "", "Ana Keller, PMO director"),
        ("role-given-without-authority", "assignment/pmo/pmo-analyst/0", "the PMO"),
        ("baseline-moved-without-change", "project/apollo", "Tom Berg, project manager"),
        ("risk-without-owner", "risk/apollo/vendor-late", "Tom Berg, project manager"),
        ("sign-off-in-another-name", "person/tom-berg", "the PMO"),
    ],
)
def test_the_rule_says_whose_move_it_is(rule: str, record: str, move: str) -> None:
    finding = Finding(rule, Severity.ERROR, Place("policy/policy.yaml"), "m", record=record)
    office = with_files({"policy/policy.yaml": NAMED})
    verdict = replace(FIXED.verdict, findings=(finding,), standing=(), waived=())
    said = seen(written(replace(FIXED, verdict=verdict, office=office)))
    assert re.findall(r"^Whose move: (.*)$", said, re.MULTILINE)[1].startswith(move)


def test_who_decides_is_known_from_before_the_change() -> None:
    now = with_files(
        {
            "policy/policy.yaml": NAMED,
            "assignments/apollo.yaml": "sponsor:\n  - {person: tom-berg, from: 2026-01-01}\n",
        }
    )
    finding = Finding(
        "own-limits-changed", Severity.ERROR, Place("a"), "m", record="project/apollo"
    )
    verdict = replace(FIXED.verdict, findings=(finding,), standing=(), waived=())
    said = seen(written(replace(FIXED, verdict=verdict, office=now, before=with_files({}))))
    assert "Whose move: Maria Silva, sponsor." in said


def test_every_rule_that_has_its_own_mover_is_in_the_catalogue() -> None:
    named = OF_THE_SIGNER | OF_WHO_DECIDES | OF_THE_ANALYST | OF_THE_DIRECTOR
    assert named <= {rule.name for rule in RULES}


def test_the_first_lines_name_whoever_has_to_move() -> None:
    lines = seen(written(FIXED)).split("\n")
    assert lines[1] == (
        "Whose move: S. O., project manager (1 finding), Tom Berg, project manager (1 finding) and"
        " the PMO (1 finding). Put it right in this same pull request, what is your own first: one"
        " repair often clears more than one finding. The check runs again by itself after each"
        " change and each review."
    )


def test_of_many_the_first_lines_count_the_rest() -> None:
    people = {
        f"assignments/p{n}.yaml": f"project-manager:\n  - {{person: q{n}, from: 2026-01-01}}\n"
        for n in range(9)
    }
    people |= {f"people/q{n}.yaml": f"name: Person {n}\npublish: full\n" for n in range(9)}
    people |= {f"projects/p{n}/project.yaml": f"name: Project {n}\n" for n in range(9)}
    found = [
        Finding("a", Severity.ERROR, Place(f"projects/p{n}/project.yaml"), "m") for n in range(9)
    ]
    full = replace(with_findings(*found), office=with_files(people))
    assert "Person 5, project manager (1 finding) and 3 more." in seen(written(full))


def test_the_records_as_a_whole_are_put_right_anywhere() -> None:
    assert "pull request" not in written(replace(FIXED, is_change=False, quiet=True))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("say in `change_reason` why", "say in <code>change&#95;reason</code> why"),
        ("`a` and `b`", "<code>a</code> and <code>b</code>"),
        ("one ` alone", "one &#96; alone"),
        ("`<b>`", "<code>&#60;b&#62;</code>"),
    ],
)
def test_what_stands_between_backticks_is_code(said: str, shown: str) -> None:
    text = written(with_findings(Finding("a", Severity.ERROR, Place("a"), said)))
    assert f"- **error**: {shown}\\\n" in text


def test_a_name_that_is_not_published_stands_nowhere() -> None:
    assert "is owned by S. O." in seen(written(FIXED))
    named = result({"people/sam-okoro.yaml": "name: Sam Okoro\nunit: it\n"})
    assert "is owned by Sam Okoro (sam-okoro)" in seen(written(named))


def test_the_parts_come_in_their_order() -> None:
    text = written(replace(FIXED, before=FIXED.office))
    parts = ["### What blocks", "### Not in the way", "<summary>There before", "<summary>Waived: 1"]
    places = [text.index(part) for part in [*parts, "<summary>Rules not asked: 2"]]
    assert places == sorted(places)
    assert text.count("<details>") == text.count("</details>") == 3


def test_quiet_has_what_counts_alone() -> None:
    assert "<details>" not in written(result(quiet=True))


def test_what_was_there_before_is_shown_first_where_the_change_touches_it() -> None:
    said = seen(written(FIXED))
    after = said[said.index("Still open here from before: 1") :]
    assert "dependency Address service" in after
    assert "; whose move: Tom Berg, project manager" in after
    assert "There before this change" not in said


@pytest.mark.parametrize(
    ("author", "is_near"), [("tom-berg", True), ("maria-silva", False), ("nobody", False)]
)
def test_what_waits_for_the_author_is_shown_first(author: str, is_near: bool) -> None:
    office = with_files({"policy/policy.yaml": NAMED})
    found = Finding("a", Severity.WARNING, Place("projects/apollo/project.yaml"), "m")
    verdict = replace(FIXED.verdict, findings=(), standing=(found,), waived=())
    given_ = replace(FIXED, verdict=verdict, office=office, before=office)
    said = written(replace(given_, pull_request=By(author).request))
    assert ("### Still open here from before: 1" in said) == is_near
    assert ("There before this change, and not in its way: 1" in said) != is_near


@pytest.mark.parametrize(
    ("given_", "sentence"),
    [
        (with_findings(), "As far as these rules go, it can be merged as it is; the forge may"),
        (with_findings(Finding("a", Severity.WARNING, Place("a"), "m")), "Warnings hold nothing"),
    ],
)
def test_of_a_change_that_is_not_blocked_it_says_that_it_can_be_merged(
    given_: Result, sentence: str
) -> None:
    assert sentence in written(given_)
    assert "merged" not in written(replace(given_, is_change=False, quiet=True))
    assert "merged" not in written(FIXED)


def test_each_finding_links_to_its_line_and_the_whole_to_its_pull_request() -> None:
    said = links(written(replace(FIXED, web=WEB, pull_request=By("tom-berg").request)))
    assert said[0] == ("https://github.com/harbour/office/pull/7", "Pull request 7")
    assert ("https://github.com/harbour/office/pull/7/files", "Files changed") in said
    apollo = "projects/apollo/project.yaml"
    assert (f"{FILES}/{apollo}#L9", f"portfolio/{apollo}, line 9") in said


def test_without_the_address_of_the_commit_there_is_no_link() -> None:
    assert links(written(replace(FIXED, pull_request=By("tom-berg").request))) == []


@pytest.mark.parametrize(
    ("path", "below", "to"),
    [
        ("../.github/CODEOWNERS", "portfolio", ".github/CODEOWNERS"),
        ("a.yaml", "", "a.yaml"),
        ("a) [b](c) `d`.yaml", "in/office", "in/office/a%29%20%5Bb%5D%28c%29%20%60d%60.yaml"),
    ],
)
def test_a_file_is_found_from_the_root_whatever_its_name(path: str, below: str, to: str) -> None:
    one = with_findings(Finding("a", Severity.ERROR, Place(path, 2), "m"))
    (link,) = links(written(replace(one, web=WEB, below=below, in_tree={path})))
    assert link[0] == f"https://github.com/harbour/office/blob/0a1b2c/{to}#L2"
    assert path.removeprefix("../") in link[1].replace("\N{WORD JOINER}", "")


def test_a_file_that_the_commit_does_not_have_is_no_link() -> None:
    one = with_findings(Finding("a", Severity.ERROR, Place("built-in/roles/x.yaml"), "m"))
    assert links(written(replace(one, web=WEB))) == []


@pytest.mark.parametrize(
    ("publish", "shown"), [("full", [("https://github.com/tberg", "Tom Berg")]), ("initials", [])]
)
def test_whoever_is_named_in_full_is_linked_to_their_account(
    publish: str, shown: list[tuple[str, str]]
) -> None:
    record = f"name: Tom Berg\npublish: {publish}\n{ACCOUNT}"
    given_ = result({"people/tom-berg.yaml": record})
    found = links(written(replace(given_, web=WEB)))
    assert sorted({link for link in found if "/blob/" not in link[0]}) == shown


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
