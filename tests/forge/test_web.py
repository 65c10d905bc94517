"""Where a browser finds what a summary names."""

import pytest

from pmoascode.forge import Web, web

GITHUB = web("https://github.com/harbour/office/tree/0a1b2c")
GITLAB = web("https://git.example:8443/group/sub/office/-/tree/0a1b2c")


@pytest.mark.parametrize(
    ("pages", "file", "request_", "account"),
    [
        (
            GITHUB,
            "https://github.com/harbour/office/blob/0a1b2c/portfolio/a.yaml#L3",
            "https://github.com/harbour/office/pull/7",
            "https://github.com/tberg",
        ),
        (
            GITLAB,
            "https://git.example:8443/group/sub/office/-/blob/0a1b2c/portfolio/a.yaml#L3",
            "https://git.example:8443/group/sub/office/-/merge_requests/7",
            "https://git.example:8443/tberg",
        ),
    ],
)
def test_each_forge_has_its_own_addresses(
    pages: Web, file: str, request_: str, account: str
) -> None:
    assert pages.file("portfolio/a.yaml", 3) == file
    assert pages.request(7) == request_
    assert pages.account("tberg") == account


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("a)(?#%.yaml", "a%29%28%3F%23%25.yaml"),
        ("[x]<y>`\n.yaml", "%5Bx%5D%3Cy%3E%60%0A.yaml"),
        ("é.yaml", "%C3%A9.yaml"),
        ("\udcff.yaml", "%FF.yaml"),  # a name in no encoding, as the disk gives it
    ],
)
def test_nothing_of_a_file_name_ends_or_bends_the_address(name: str, quoted: str) -> None:
    assert GITHUB is not None
    assert GITHUB.file(name, 1).endswith(f"/blob/0a1b2c/{quoted}#L1")
    assert GITHUB.account(f"../{name}").startswith("https://github.com/..%2F")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://github.com/harbour/office",
        "https://github.com/harbour/office/tree/",
        "https://github.com/harbour/office/tree/a b",
        "https://github.com/harbour/of)fice/tree/a",
        "javascript:alert(1)//harbour/office/tree/a",
        "git@github.com:harbour/office/tree/a",
    ],
)
def test_any_other_address_is_none(address: str) -> None:
    assert web(address) is None
