"""No byte of the built example tells more of people than the policy publishes."""

import gzip
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from mkdocs.utils import get_theme_dir

from demo.example import TODAY
from demo.replay import ROOT, replay
from pmoascode.audience.ordinary import ORDINARY
from pmoascode.cli import pmo
from pmoascode.office import Office, load
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.worktree import built_in_files, files_in

POLICY = "portfolio/policy/policy.yaml"
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
MODES = ("full", "initials", "role")
GENERAL = ("rules/", "reference/")  # the same for every office; their examples are invented


@cache
def office() -> Office:
    return load(files_in(ROOT / "portfolio"), built_in_files())


@cache
def people() -> tuple[Person, ...]:
    return office().all(Person)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's repository, without the hand-written pages that tell of its people."""
    folder = tmp_path_factory.mktemp("example") / "office"
    replay(folder)
    for written in (folder / "site/docs").iterdir():
        if written.is_dir() and written.name != "assets":
            shutil.rmtree(written)
    return folder


@pytest.fixture(scope="module", params=MODES)
def built(request: pytest.FixtureRequest, example: Path) -> tuple[str, Mapping[str, str]]:
    """The mode, and every file of the site with its path and its unfolded text."""
    mode: str = request.param
    text = (ROOT / POLICY).read_text("utf-8")
    wanted = f"people: {{publish: {mode}}}"
    said, changed = re.subn(r"^people: .*$", wanted, text, flags=re.MULTILINE)
    assert changed == 1
    (example / POLICY).write_text(said, "utf-8")
    for file in (example / "portfolio/people").iterdir():  # nobody's own word counts here
        kept = re.sub(r"^publish: .*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(kept, "utf-8")
    into = example / "build" / mode
    arguments = ["build", "--records", str(example / "portfolio"), "--today", TODAY]
    ran = CliRunner().invoke(pmo, [*arguments, "--into", str(into)])
    assert ran.exit_code == 0, ran.output
    return mode, {path: text for path, text in _texts(into) if not path.startswith(GENERAL)}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The path and text of every file but for those that the theme brings along unchanged."""
    theme = Path(get_theme_dir("material"))
    for file in sorted(folder.rglob("*")):
        brought = theme / file.relative_to(folder)
        is_brought = brought.is_file() and brought.read_bytes() == file.read_bytes()
        if file.is_file() and not is_brought:
            path = file.relative_to(folder).as_posix()
            content = file.read_bytes()
            content = gzip.decompress(content) if path.endswith(".gz") else content
            # Calendars fold their lines; what is no text at all is read letter by letter.
            text = content.decode("utf-8", "surrogateescape").replace("\r\n ", "")
            yield path, "\n".join([path, text, *_read(text)])


def _read(text: str) -> Iterator[str]:
    """What the text says to those who undo the escapes of HTML, of addresses and of JSON."""
    plain = unescape(text)
    addressed = unquote(text)
    said = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    yield from (other for other in (plain, addressed, said) if other != text)


def told(files: Mapping[str, str], words: set[str], gap: str = "") -> list[tuple[str, str]]:
    """The files in which one of the words stands by itself, in capitals or not."""
    each = "|".join(sorted(map(re.escape, words)))
    found = re.compile(rf"(?<![^\W_])(?:{each})(?![^\W_]){gap}", re.IGNORECASE)
    return sorted({(path, hit[0]) for path, text in files.items() for hit in found.finditer(text)})


def parts(person: Person) -> set[str]:
    return set(re.findall(r"[^\W_]+", person.name))


def test_the_search_of_this_test_finds_what_is_there(built: tuple[str, Mapping[str, str]]) -> None:
    mode, files = built
    if mode == "full":
        named = {"Oluwaseun", "mei-ling-chan"}
        assert {hit for _, hit in told(files, named)} >= named
        assert "people/mei-ling-chan/index.html" in files
        assert any("Mei-Ling Chan" in text for path, text in files.items() if "search" in path)


def test_no_part_of_a_name_is_told(built: tuple[str, Mapping[str, str]]) -> None:
    mode, files = built
    if mode != "full":
        wanted = {part for person in people() for part in parts(person)}
        assert told(files, {part for part in wanted if part.lower() not in ORDINARY}) == []


def test_parts_that_are_words_too_are_known_and_stand_beside_no_other_part(
    built: tuple[str, Mapping[str, str]],
) -> None:
    mode, files = built
    words = {part for person in people() for part in parts(person) if part.lower() in ORDINARY}
    assert words == {"Grace", "van", "den"}
    if mode != "full":
        assert told(files, {"Grace"}, r"\W+Mensah") == []
        assert told(files, {"van"}, r"\W+den\W+Berg") == []


def test_no_id_is_told(built: tuple[str, Mapping[str, str]]) -> None:
    mode, files = built
    if mode != "full":
        assert told(files, {person.id for person in people()}) == []


def test_no_address_or_login_is_told_in_any_mode(built: tuple[str, Mapping[str, str]]) -> None:
    _, files = built
    private = {person.email for person in people() if person.email}
    for person in people():
        known = person.identities
        if known:
            private |= set(known.emails)
            private |= {each.login for each in (known.github, known.gitlab) if each}
    assert len(private) > 30
    assert told(files, private) == []


def test_only_who_is_named_has_a_page(built: tuple[str, Mapping[str, str]]) -> None:
    mode, files = built
    pages = {path.split("/")[1] for path in files if re.fullmatch(r"people/[^/]+/index.html", path)}
    named = {person.id for person in people()} if mode == "full" else set()
    assert pages - {"capability"} == named


def test_skills_certificates_and_mentors_are_told_in_no_mode(
    built: tuple[str, Mapping[str, str]],
) -> None:
    _, files = built
    usual = {name for role in office().known(Role) for name in role.certifications}
    usual |= {
        n for tier in office().policy.tiers for n in office().policy.rigour(tier).pm_certifications
    }
    private = {each.do for person in people() for each in person.development}
    private |= {each.text for person in people() for each in person.experience}
    private |= {each.name for person in people() for each in person.certifications}
    private -= usual  # what roles ask for is no secret
    assert private
    assert told(files, private) == []
    assert [path for path, text in files.items() if re.search(r"Mentor\b|>\d of 7<", text)] == []
