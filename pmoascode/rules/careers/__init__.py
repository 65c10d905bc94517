"""Rules on the career paths that the roles make, on promotions, and on the profiles of roles."""

from pmoascode.rule import Rule
from pmoascode.rules.careers.career_path_circular import career_path_circular
from pmoascode.rules.careers.career_path_dead_end import career_path_dead_end
from pmoascode.rules.careers.career_path_falling import career_path_falling
from pmoascode.rules.careers.career_path_without_entry import career_path_without_entry
from pmoascode.rules.careers.promotion_off_the_path import promotion_off_the_path
from pmoascode.rules.careers.promotion_without_evidence import promotion_without_evidence
from pmoascode.rules.careers.responsibility_without_home import responsibility_without_home
from pmoascode.rules.careers.role_profile_incomplete import role_profile_incomplete

RULES: tuple[Rule, ...] = (
    career_path_circular,
    career_path_dead_end,
    career_path_falling,
    career_path_without_entry,
    promotion_off_the_path,
    promotion_without_evidence,
    responsibility_without_home,
    role_profile_incomplete,
)
