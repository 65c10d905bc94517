"""JUnit XML is read by another program: failures are what blocks, and counts are true."""

from dataclasses import replace

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.junit import written
from tests.formats.damaged import HOSTILE, result


def suites(text: str) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}


def cases(text: str) -> dict[tuple[str, str], TestCase]:
    return {(c.classname, c.name): c for suite in suites(text).values() for c in suite}


def test_a_suite_is_a_family_and_its_counts_are_true() -> None:
    text = written(result())
    read = JUnitXml.fromstring(text.encode())
    assert list(suites(text)) == [
        *("check", "dependencies", "reading", "risks", "structure", "not asked")
    ]
    assert (read.tests, read.failures, read.errors, read.skipped) == (9, 3, 0, 3)
    for suite in suites(text).values():
        found = list(suite)
        assert suite.tests == len(found)
        assert suite.failures == sum(any(isinstance(r, Failure) for r in c.result) for c in found)
        assert suite.skipped == sum(any(isinstance(r, Skipped) for r in c.result) for c in found)


def test_a_case_is_a_rule_and_a_record() -> None:
    found = cases(written(result()))
    failed = found["project/hermes", "reference-to-missing-record"]
    assert failed.result[0].message.startswith(HOSTILE)
    assert failed.result[0].type == "error"
    assert "portfolio/projects/hermes/project.yaml:13:98" in failed.result[0].text
    assert found["risk/apollo/vendor-late", "risk-review-overdue"].result[0].message == (
        "waived until 2026-11-30"
    )


@pytest.mark.parametrize(("fail_on", "failed"), [(Severity.ERROR, False), (Severity.WARNING, True)])
def test_a_warning_fails_where_the_check_does(fail_on: Severity, *, failed: bool) -> None:
    case = cases(written(result(fail_on=fail_on)))[
        "risk/apollo/vendor-late", "risk-owner-without-role"
    ]
    assert bool(case.result) is failed


def test_what_was_there_before_passes_and_says_so() -> None:
    found = cases(written(result()))
    case = found["dependency/apollo/address-service", "dependency-late-unmarked"]
    assert case.result == []
    assert (case.system_out or "").startswith("there before: error: ")


def test_characters_that_xml_has_not_are_made_visible() -> None:
    given = result()
    strange = Finding("a<b", Severity.ERROR, Place("x\x00.yaml"), "\x00\x1b\ufffe\ud800 ]]> & \"'")
    alone = replace(given, verdict=replace(given.verdict, findings=(strange,)))
    (case,) = (c for (_, name), c in cases(written(alone)).items() if name == "a<b")
    assert case.result[0].message == r"\x00\x1b\xfffe\xd800 ]]> & " + "\"'"
    assert case.classname == r"portfolio/x\x00.yaml"


def test_a_clean_run_is_no_empty_report() -> None:
    given = result(quiet=True)
    clean = replace(given, verdict=replace(given.verdict, findings=(), standing=(), waived=()))
    read = JUnitXml.fromstring(written(clean).encode())
    assert (read.tests, read.failures) == (1, 0)
