"""Long tables and lists that go on over further sheets."""

import re

import pytest

from pmoascode.pages.links import broken
from pmoascode.pages.long_parts import size
from pmoascode.pages.page import Page
from pmoascode.pages.sheets import LIMIT, MOST, sheets

TEXT = "Vendor misses the second drop. " * 8
ROW = (
    '<tr><th scope="row"><a href="../projects/p{0}/">Row {0}</a></th>'
    '<td><a href="#end">end</a> {1}</td></tr>'
)
HEAD = '<thead><tr><th scope="col">Project</th><th scope="col">Says</th></tr></thead>'
TABLE = (
    '<div class="pmo-table" role="region">'
    '<table class="plain"><caption>Risks &amp; more</caption>\n{}{}</table></div>'
)


def rows(first: int, last: int) -> str:
    return "".join(ROW.format(number, TEXT) + "\n" for number in range(first, last + 1))


def body(inside: str, group: str = "") -> str:
    head = f'<tr class="pmo-group"><th scope="rowgroup">{group}</th></tr>\n' if group else ""
    return f"<tbody>\n{head}{inside}</tbody>\n"


def page(*parts: str, path: str = "risks") -> Page:
    return Page(path, "Risks <all>", "\n".join(["<h1>Risks</h1>", *parts, '<p id="end">End</p>']))


LONG = page(TABLE.format(HEAD, body(rows(1, 600))))


def numbers(pages: list[Page]) -> list[int]:
    return [int(found) for each in pages for found in re.findall(r">Row (\d+)</a></th>", each.html)]


def test_every_row_is_on_one_sheet_in_its_order() -> None:
    found = list(sheets(LONG))
    assert len(found) > 3
    assert numbers(found) == list(range(1, 601))


def test_no_sheet_is_larger_than_a_page_may_be() -> None:
    for each in sheets(LONG):
        assert len(each.html.encode()) < 40_000, each.path


def test_a_sheet_says_what_it_has_and_a_search_passes_it_over() -> None:
    first, second, *_ = sheets(LONG)
    assert (first.path, second.path) == ("risks", "risks/rows/1-2")
    kept = len(numbers([first]))
    assert f"Rows 1 to {kept} of 600." in first.html
    assert second.title.startswith(f"Risks <all>, rows {kept + 1} to ")
    assert "<h1>Risks &lt;all&gt;, rows" in second.html
    assert (first.is_found, second.is_found) == (True, False)
    assert "<caption>Risks &amp; more</caption>" in second.html
    assert '<p class="pmo-headline">Risks &amp; more</p>' in second.html
    assert HEAD in second.html
    assert second.html.count("<div") == second.html.count("</div>") > 0


@pytest.mark.parametrize("path", ["risks", "", "portfolios/investment"])
def test_links_of_sheets_lead_where_those_of_the_page_led(path: str) -> None:
    up = "../" * (path.count("/") + 1 if path else 0)
    table = TABLE.format(HEAD, body(rows(1, 300).replace("../projects", f"{up}projects")))
    found = list(sheets(page(table, path=path)))
    files = {f"{each.path}/index.html".lstrip("/"): each.html for each in found}
    files |= {f"projects/p{number}/index.html": "" for number in range(1, 301)}
    assert len(found) > 2
    assert list(broken(files)) == []


def test_a_group_that_is_cut_has_its_head_on_both_sheets() -> None:
    groups = (
        body(rows(1, 20), "North") + body(rows(21, 300), "South") + body(rows(301, 302), "East")
    )
    found = list(sheets(page(TABLE.format(HEAD, groups))))
    heads = [re.findall(r'rowgroup">(\w+)<', each.html) for each in found]
    assert heads[0] == ["North", "South"]
    assert heads[1] == ["South"]
    assert heads[-1][-1] == "East"
    assert numbers(found) == list(range(1, 303))


def test_a_long_list_goes_on_too() -> None:
    items = "".join(f'<li><a href="../projects/p{n}/">Row {n}</a> {TEXT}</li>' for n in range(300))
    found = list(sheets(page(f'<ul class="pmo-columns">{items}</ul>')))
    assert len(found) > 2
    assert sum(each.html.count("<li>") for each in found) == 300
    assert all(each.html.count('<ul class="pmo-columns">') == 1 for each in found)


def test_a_short_table_stays_whole_beside_a_long_one() -> None:
    short = TABLE.format(HEAD, body(rows(1, 5)))
    found = list(sheets(page(short, TABLE.format(HEAD, body(rows(6, 400))))))
    assert short in found[0].html
    assert short not in found[1].html


def anchored(first: int, last: int) -> str:
    return re.sub(r"<tr>(.*?Row (\d+)<)", r'<tr id="risk-\2">\1', rows(first, last))


def test_a_link_to_a_row_arrives_at_the_way_to_its_sheet() -> None:
    found = list(sheets(page(TABLE.format(HEAD, body(anchored(1, 300))))))
    gone = set(numbers(found[1:]))
    assert gone
    for number in gone:
        way = re.search(
            rf'<i id="risk-{number}"></i>(?:<i id="[^"]*"></i>)*<a href="([^"]*)">', found[0].html
        )
        assert way, number
        sheet = next(each for each in found if f"{each.path}/" == f"risks/{way[1]}")
        assert f'<tr id="risk-{number}">' in sheet.html
    assert {f"risk-{n}" for n in range(1, 301)} <= set(re.findall(r'id="([^"]*)"', found[0].html))


def folded(table: str, name: str) -> str:
    return f'<details class="pmo-data"><summary>{name}</summary>\n{table}<p>Note.</p>\n</details>'


def test_what_is_folded_leaves_a_long_page_first_the_largest_before_others() -> None:
    small = folded(TABLE.format(HEAD, body(rows(1, 4))), "Of the first drawing")
    large = folded(TABLE.format(HEAD, body(rows(5, 60))), "Of the second &amp; third")
    shown = TABLE.format(HEAD, body(rows(61, 140)))
    first, second = sheets(page(small, shown, large))
    assert small in first.html
    assert shown in first.html
    assert '<a href="rows/1-2/">Of the second &amp; third, 56 rows</a>' in first.html
    assert (numbers([second]), second.html.count("<p>Note.</p>")) == (list(range(5, 61)), 1)
    assert "<details" not in second.html


def test_registers_of_a_long_project_leave_it_the_least_pressing_first() -> None:
    def register(name: str, first: int) -> str:
        table = TABLE.format(HEAD, body(anchored(first, first + 24)))
        return f'<h2 id="{name}">Of {name}</h2>\n{table}\n'

    names = ("status", "risks", "issues", "reports", "findings")
    parts = [register(name, 25 * place) for place, name in enumerate(names)]
    found = list(sheets(page(*parts, path="projects/apollo")))
    assert [each.path for each in found[1:]] == ["projects/apollo/rows/reports"]
    assert numbers([found[1]]) == list(range(75, 100))
    assert re.findall(r'<h2 id="(\w+)">', found[0].html) == list(names)
    for number in range(75, 100):
        assert f'<i id="risk-{number}"></i>' in found[0].html
        assert f'<tr id="risk-{number}">' in found[1].html
    files = {f"{each.path}/index.html": each.html for each in found}
    files |= {f"projects/projects/p{number}/index.html": "" for number in range(200)}
    assert list(broken(files)) == []


def test_shorter_tables_are_cut_where_nothing_else_can_go() -> None:
    tables = [TABLE.format(HEAD, body(rows(20 * n, 20 * n + 19))) for n in range(8)]
    found = list(sheets(page(*tables)))
    assert len(found) > 1
    assert size(found[0].html) <= LIMIT
    assert sorted(numbers(found)) == list(range(160))


@pytest.mark.parametrize(
    "table",
    [
        TABLE.format(HEAD, body(rows(1, 20))),  # not long
        TABLE.format(HEAD, body(rows(1, 9).replace(TEXT, TEXT * 20))),  # long by few rows
        TABLE.format(HEAD, body(rows(1, 300).replace("<td>", '<td rowspan="2">'))),
        TABLE.format(HEAD, body(rows(1, 40)) + f"<!--{'x' * MOST}-->").replace("<table", "<svg"),
    ],
    ids=["short", "of few rows", "with cells over several rows", "no table"],
)
def test_what_cannot_be_cut_stays(table: str) -> None:
    assert list(sheets(page(table))) == [page(table)]
