"""Words that readers type for a page whose title and summary do not have them."""

from collections.abc import Mapping
from unicodedata import combining, normalize

# By the path of the page. A word leads to one page, the one that answers the question best.
WORDS: Mapping[str, str] = {
    "*/pid": "PID",  # of each project
    "": "dashboard, overview",
    "alignment": "strategy, strategic objectives, goals, OKR",
    "attention": "who's late, overdue, silent, red, amber, RAG, escalations, blocked",
    "benefits": "benefits realisation, outcomes, value",
    "calendar": "diary, key dates, iCal",
    "capacity": "workload, resources, utilisation, availability, FTE, staffing, overallocated",
    "careers": "career path, training, development",
    "changes": "news, since last month, movement",
    "covers": "scope of the PMO, services",
    "data": "export, download, Excel, CSV, JSON, API",
    "decisions": "approvals, asks",
    "dependencies": "interdependencies",
    "findings": "errors, warnings, violations, breaches",
    "governance-health": "waivers, compliance, audit, data quality",
    "history": "trend, status",
    "meetings": "minutes, agenda",
    "milestones": "delay, delayed, slippage, slipped, deadlines, baseline",
    "money": "budgets, forecasts, costs, actuals, spending, overspend, finances, variance, "
    "earned value, EVM, CPI, SPI, EAC",
    "organisation": "org chart, organisation chart, structure, units",
    "people": "staff, team, contacts, directory",
    "people/capability": "skills, succession, key person",
    "pipeline": "gates, stage gate, phases, stages, funnel, intake, demand",
    "priority": "priorities, ranking, scoring",
    "reference": "fields, YAML, schema",
    "registers": "RAID",
    "registers/change-requests": "change control, change log",
    "registers/exceptions": "tolerance breached",
    "registers/improvements": "continual improvement",
    "registers/issues": "issue log",
    "registers/lessons": "lessons learned, lessons learnt",
    "registers/reviews": "assurance, gateway review, health check",
    "registers/risks": "risk log",
    "responsibilities": "RACI, responsibility matrix",
    "risks": "threats, opportunities, heat map, exposure",
    "roadmap": "Gantt chart, timeline, schedule, plan",
    "roles": "job descriptions, vacancies, vacant",
    "roles/project-manager": "PM",
    "roles/project-board": "steering committee",
    "roles/sponsor": "SRO, senior responsible owner, executive",
    "rules": "policy, checks",
    "scorecard": "KPIs, key performance indicators, metrics, performance",
    "standards": "templates, policies, processes, methodology, framework",
}


def words(path: str, title: str) -> tuple[str, ...]:
    """What readers also type for the page at the path; a title with accents also without them."""
    said = WORDS.get(path) or WORDS.get(f"*/{path.rpartition('/')[2]}")
    listed = said.split(", ") if said else []
    bare = "".join(each for each in normalize("NFKD", title) if not combining(each))
    plain = normalize("NFKC", bare)
    return (*listed, plain) if plain != normalize("NFKC", title) else tuple(listed)
