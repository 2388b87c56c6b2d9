"""What the watch told of a deadline: each notice once, whatever runs twice or stood still."""

from django.db import models
from django.db.models import Q

from casework.models import Case
from workflows.models.case_term import CaseTerm
from workflows.models.step import Step


class TermNotice(models.Model):
    """Of the deadline `due_at` of a step or of a term of the case: one that moves begins anew.

    `is_sent` is false for what was passed over, because a more serious notice was due as well.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey(
        Step, null=True, on_delete=models.CASCADE, related_name="notices", db_index=False
    )
    term = models.ForeignKey(
        CaseTerm, null=True, on_delete=models.CASCADE, related_name="notices", db_index=False
    )
    level = models.SlugField(max_length=20, db_index=False)
    due_at = models.DateTimeField()
    is_sent = models.BooleanField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["step", "due_at", "level"], name="one_notice_a_step_deadline"
            ),
            models.UniqueConstraint(
                fields=["term", "due_at", "level"], name="one_notice_a_term_deadline"
            ),
            models.CheckConstraint(
                condition=Q(step__isnull=True) ^ Q(term__isnull=True),
                name="a_notice_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.level
