"""Long tables without the columns in which no row says anything."""

import pytest

from pmoascode.pages.columns import filled

HEAD = "<thead><tr><th>Project</th><th>Programme</th><th>Spent</th></tr></thead>"


def rows(*cells: str, number: int = 4) -> str:
    said = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">A</th>{said}</tr>' * number


@pytest.mark.parametrize(
    ("body", "head", "left"),
    [
        (rows("", "") + rows("", "1"), ("Project", "Spent"), rows("") + rows("1")),
        (rows("", "", number=5), ("Project",), rows(number=5)),
        (
            '<tr><th>A</th><td class="num" data-sort="0"></td><td>1</td></tr>' * 5,
            ("Project", "Spent"),
            "<tr><th>A</th><td>1</td></tr>" * 5,
        ),
        (
            rows("", "1") + '<tr><th colspan="3">all</th></tr>',
            ("Project", "Spent"),
            rows("1") + '<tr><th colspan="2">all</th></tr>',
        ),
        (
            rows("", "") + '<tr><th>B</th><td colspan="2">no report yet</td></tr>',
            ("Project", "Programme"),
            rows("") + '<tr><th>B</th><td colspan="1">no report yet</td></tr>',
        ),
    ],
)
def test_a_column_in_which_no_row_says_anything_is_left_out(
    body: str, head: tuple[str, ...], left: str
) -> None:
    heads = "".join(map("<th>{}</th>".format, head))
    assert filled(HEAD + body) == f"<thead><tr>{heads}</tr></thead>{left}"


@pytest.mark.parametrize(
    "body",
    [
        "",
        rows("", "1"),
        rows("x", "1") + rows("", ""),
        rows("", "1") + rows("x", ""),
        '<tr><th>A</th><td colspan="2">no report yet</td></tr>' * 5,
        rows("", "1") + "<tfoot><tr><th>All</th><td>2</td><td>1</td></tr></tfoot>",
        '<tr><th rowspan="2">A</th><td></td><td>1</td></tr><tr><td></td><td>2</td></tr>' * 5,
    ],
)
def test_other_columns_stay(body: str) -> None:
    assert filled(HEAD + body) == HEAD + body
