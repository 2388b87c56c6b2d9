"""On whose behalf something is done: a person in one membership, never a bare account."""

from dataclasses import dataclass

from partners import matrix
from partners.clock import today
from partners.models import Membership, Organisation, Person, Role
from partners.models.membership import CASE_ROLES


@dataclass(frozen=True)
class Actor:
    membership: Membership

    @property
    def person(self) -> Person:
        return self.membership.person

    @property
    def organisation(self) -> Organisation:
        return self.membership.organisation

    @property
    def organisation_id(self) -> int:
        return self.membership.organisation_id

    @property
    def role(self) -> Role:
        return Role(self.membership.role)

    @property
    def role_label(self) -> str:
        return self.membership.get_role_display()

    @property
    def line(self) -> str:
        """Which line of the role matrix holds for this capacity."""
        of = self.membership
        return matrix.line_of(of.organisation.kind, of.role, of.mandate)

    @property
    def reads_cases(self) -> bool:
        return self.role in CASE_ROLES

    @property
    def clearances(self) -> tuple[str, ...]:
        """The themes of whose restricted cases and classes this actor may know, at this moment."""
        return self.membership.cleared_themes(today()) if self.reads_cases else ()

    def is_cleared_for(self, clearance: str) -> bool:
        """`clearance` is a theme; empty needs none."""
        return not clearance or clearance in self.clearances

    @property
    def is_privacy_officer(self) -> bool:
        return self.role == Role.PRIVACY_OFFICER

    @property
    def reads_trail(self) -> bool:
        return self.reads_cases or self.is_privacy_officer
