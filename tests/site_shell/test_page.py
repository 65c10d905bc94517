"""Links between pages hold wherever the site is put."""

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmoascode.pages.page import address, file_address


@pytest.mark.parametrize(
    ("from_path", "to_path", "anchor", "link"),
    [
        ("", "", "", "./"),
        ("", "projects/apollo", "", "projects/apollo/"),
        ("projects/apollo", "", "", "../../"),
        ("projects/apollo", "projects/kestrel", "", "../kestrel/"),
        ("projects/apollo", "projects", "", "../"),
        ("projects", "projects/apollo", "risks", "apollo/#risks"),
        ("projects/apollo", "projects/apollo", "", "./"),
        ("projects/apollo", "projects/apollo", "risks", "#risks"),
        ("risks", "people/zoë", "", "../people/zo%C3%AB/"),
    ],
)
def test_address(from_path: str, to_path: str, anchor: str, link: str) -> None:
    assert address(from_path, to_path, anchor) == link


@pytest.mark.parametrize(
    ("from_path", "file_path", "link"),
    [
        ("", "data/portfolio.json", "data/portfolio.json"),
        ("projects/apollo", "data/a b.csv", "../../data/a%20b.csv"),
    ],
)
def test_file_address(from_path: str, file_path: str, link: str) -> None:
    assert file_address(from_path, file_path) == link


paths = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True), max_size=4).map("/".join)


@given(paths, paths)
def test_a_browser_arrives_where_the_link_should_lead(from_path: str, to_path: str) -> None:
    root = "https://pages.example.org/office/"
    start = root + (from_path + "/" if from_path else "")
    goal = root + (to_path + "/" if to_path else "")
    assert unquote(urljoin(start, address(from_path, to_path))) == goal
