"""Rules on the career paths that the roles make, on promotions, and on the profiles of roles."""

from pmoascode.rule import Rule
from pmoascode.rules.careers.beginner_without_mentor import beginner_without_mentor
from pmoascode.rules.careers.career_path_circular import career_path_circular
from pmoascode.rules.careers.career_path_dead_end import career_path_dead_end
from pmoascode.rules.careers.career_path_falling import career_path_falling
from pmoascode.rules.careers.career_path_without_entry import career_path_without_entry
from pmoascode.rules.careers.certificate_not_renewed import certificate_not_renewed
from pmoascode.rules.careers.promotion_off_the_path import promotion_off_the_path
from pmoascode.rules.careers.promotion_without_evidence import promotion_without_evidence
from pmoascode.rules.careers.responsibility_without_home import responsibility_without_home
from pmoascode.rules.careers.role_profile_incomplete import role_profile_incomplete
from pmoascode.rules.careers.skill_gap_without_development import skill_gap_without_development

RULES: tuple[Rule, ...] = (
    beginner_without_mentor,
    career_path_circular,
    career_path_dead_end,
    career_path_falling,
    career_path_without_entry,
    certificate_not_renewed,
    promotion_off_the_path,
    promotion_without_evidence,
    responsibility_without_home,
    role_profile_incomplete,
    skill_gap_without_development,
)
