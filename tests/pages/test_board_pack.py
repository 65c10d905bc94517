"""The board pack: cover with contents, pages without links into the site, numbers of sheets."""

import datetime as dt
import re

from pmoascode.charts.roadmap import roadmap
from pmoascode.pages.board_pack import board_pack, first_sheets, foot, sheet, sheets
from pmoascode.pages.page import Page
from tests.charts.cases import ROADMAPS, TODAY

COVER = ("Harbour & Sons", "Change board", dt.date(2026, 11, 10))
HEAD = '<head><script>alert(1)</script><link rel="stylesheet" href="../assets/pmo.css"></head>'
MONEY = Page("money", "Money", '<h1>Money</h1><p><a class="x" href="../projects/">all</a></p>')
APOLLO = Page(
    "projects/apollo",
    "Apollo <claims>",
    '<h1>Apollo</h1><div class="pmo-new-sheet"></div><div class="pmo-report">As planned'
    ' <a href="https://files.example/plan">plan</a></div>\n<div class="pmo-new-sheet"></div>'
    "<h2>Money</h2>",
)
PDF = (
    b"2 0 obj\n<</Type /Page\n>>endobj\n8 0 obj\n<</Type /Page\n>>endobj\n"
    b"12 0 obj\n<</Type /Page\n>>endobj\n14 0 obj\n<</Type /Pages /Kids [2 0 R]>>endobj\n"
    b"15 0 obj\n<</pack-0 [8 0 R /XYZ 6 792 0]\n/pack-1 [12 0 R /XYZ 6 792 0]>>endobj\n"
)


def test_the_cover_says_for_whom_and_where_each_page_begins() -> None:
    text = board_pack((MONEY, APOLLO), HEAD, COVER, {0: 2, 1: 5})
    assert "<p>Harbour &amp; Sons</p><h1>Board pack for the Change board</h1>" in text
    assert '<a href="#pack-0">Money</a></th><td class="num">2</td>' in text
    assert '<a href="#pack-1">Apollo &lt;claims&gt;</a></th><td class="num">5</td>' in text
    assert '<section class="pmo-new-sheet" id="pack-1"><h1>Apollo</h1>' in text
    assert '<link rel="stylesheet" href="../assets/pmo.css">' in text
    assert "<script" not in text


def test_parts_of_a_high_drawing_are_those_of_their_own_page() -> None:
    groups = ROADMAPS["sixty-projects"], ROADMAPS["sixty-projects"][:4]
    pages = [Page(f"{n}", f"{n}", roadmap(each, TODAY, "roadmap")) for n, each in enumerate(groups)]
    text = board_pack(pages, HEAD, COVER)
    for body in text.split('<section class="pmo-new-sheet"')[1:]:
        (whole,) = re.findall(r'<g id="([^"]+)"', body)
        asked = re.findall(r'<use href="#([^"]+)"', body)
        assert len(asked) > 1
        assert set(asked) == {whole}
        assert text.count(f'id="{whole}"') == 1


def test_without_a_forum_and_before_it_is_printed() -> None:
    text = board_pack((MONEY,), HEAD, ("", "", dt.date(2026, 11, 10)))
    assert "<h1>Board pack</h1>" in text
    assert '<td class="num"></td>' in text


def test_the_foot_is_one_string_whatever_the_board_is_called() -> None:
    assert foot(("Harbour & Sons", 'A" } \\ \n<b>', dt.date(2026, 11, 10))) == (
        ':root { --pmo-sheet: "Harbour \\26  Sons · as of 10\\a0 Nov\\a0 2026'
        ' · Board pack for the A\\22  \\7d  \\5c  \\a \\3c b\\3e "; }\n'
    )


def test_links_lead_out_of_the_site_or_nowhere() -> None:
    assert sheet(MONEY) == '<h1>Money</h1><p><a class="x">all</a></p>'
    assert '<a href="https://files.example/plan">' in sheet(APOLLO)


def test_of_a_project_the_report_alone_is_in_the_pack() -> None:
    assert "As planned" in sheet(APOLLO)
    assert "<h2>Money</h2>" not in sheet(APOLLO)


def test_the_first_sheets_are_read_from_what_chromium_prints() -> None:
    assert first_sheets(PDF) == {0: 2, 1: 3}
    assert sheets(PDF) == 3
    assert first_sheets(b"%PDF-1.7 nothing known") == {}
