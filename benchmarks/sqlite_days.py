"""The same questions asked of SQLite day by day: a row a day, as a report writer would do it."""

import datetime as dt
import sqlite3

from benchmarks.staffed import FINISH, START
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.period import Period

NEEDED = ("sponsor", "project-manager", "senior-user", "senior-supplier")  # until the work ends

_SETUP = """
CREATE TABLE calendar (day INTEGER PRIMARY KEY);
CREATE TABLE held (person TEXT, role TEXT, work TEXT, first INTEGER, last INTEGER, time REAL);
"""
_LOAD = """
CREATE TABLE load AS
SELECT person, day, SUM(time) AS total FROM held JOIN calendar ON day BETWEEN first AND last
GROUP BY person, day
"""
_OVER = """
SELECT person, MIN(day), MAX(day), total FROM (
  SELECT *, day - ROW_NUMBER() OVER (PARTITION BY person, total ORDER BY day) AS run
  FROM load WHERE total > 100
) GROUP BY person, total, run
"""
_ROLES = """
SELECT role, SUM(time * (1.0 / ?)) FROM held JOIN calendar ON day BETWEEN first AND last
WHERE day BETWEEN ? AND ? GROUP BY role
"""
_GAPS = """
SELECT needed.work, needed.role, day FROM (
  SELECT work, role, CASE WHEN role IN ('sponsor', 'project-manager') THEN ? ELSE MIN(first) END
  AS begun FROM held WHERE role IN (?, ?, ?, ?) GROUP BY work, role
) AS needed JOIN calendar ON day BETWEEN begun AND ?
WHERE NOT EXISTS (
  SELECT 1 FROM held WHERE held.work = needed.work AND held.role = needed.role
  AND day BETWEEN first AND last
)
"""


def filled(office: Office) -> sqlite3.Connection:
    """The assignments in a data base in memory; one without an end ends with its project."""
    base = sqlite3.connect(":memory:")
    base.executescript(_SETUP)
    last = FINISH.toordinal()
    days = ((day,) for day in range(START.toordinal(), last + 1))
    base.executemany("INSERT INTO calendar VALUES (?)", days)
    base.executemany(
        "INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                a.person,
                a.role,
                a.scope_id,
                a.from_.toordinal(),
                a.until.toordinal() if a.until else last,
                float(a.time.number) if a.time else 0,
            )
            for a in office.all(Assignment)
        ),
    )
    base.execute("CREATE INDEX by_work ON held (work, role)")
    return base


def answers(base: sqlite3.Connection, months: tuple[Period, ...]) -> tuple[int, float, int]:
    """Over-allocated days of people, the demand of all roles and months, days without a holder."""
    base.execute(_LOAD)
    over = sum(last - first + 1 for _, first, last, _ in base.execute(_OVER))
    demand = sum(
        total
        for month in months
        for _, total in base.execute(_ROLES, (month.days, _day(month.first), _day(month.last)))
    )
    gaps = base.execute(_GAPS, (_day(START), *NEEDED, _day(FINISH)))
    return over, demand, sum(1 for _ in gaps)


def _day(day: dt.date) -> int:
    return day.toordinal()
