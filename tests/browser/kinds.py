"""One page of each kind."""

from pathlib import Path

KINDS = (
    "",
    "attention/",
    "changes/",
    "decisions/",
    "programmes/",
    "programmes/clear-supply/",
    "projects/",
    "projects/leak-sensors/",
    "projects/ledger-move/",
    "pipeline/",
    "history/",
    "roadmap/",
    "milestones/",
    "money/",
    "benefits/",
    "risks/",
    "registers/",
    "registers/risks/",
    "people/",
    "people/mei-ling-chan/",
    "people/capability/",
    "careers/",
    "standards/",
    "covers/",
    "covers/careers/",
    "roles/",
    "roles/sponsor/",
    "roles/sponsor/job-description/",
    "responsibilities/",
    "projects/leak-sensors/responsibilities/",
    "capacity/",
    "organisation/",
    "calendar/",
    "scorecard/",
    "governance-health/",
    "meetings/",
    "meetings/investment-board/2026-10-13/",
    "findings/",
    "rules/",
    "rules/roles/",
    "rules/project-without-sponsor/",
    "reference/",
    "reference/project/",
    "data/",
)
NOT_OURS = {
    "assets",
    "feeds",
    "search",
    "guides",
    "explanation",
    "tutorials",
}  # hand-written, or no pages


def folders(site: Path) -> set[str]:
    """The folders of the site that hold pages of ours."""
    return {path.name for path in site.iterdir() if path.is_dir()} - NOT_OURS
