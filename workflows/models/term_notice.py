"""What the watch told of a deadline: each notice once, whatever runs twice or stood still."""

from django.db import models
from django.db.models import Q

from casework.models import Case, DisclosureRequest, Escalation, Referral
from workflows.models.case_term import CaseTerm
from workflows.models.step import Step

THINGS = ("step", "term", "escalation", "referral", "disclosure_request")


def _of_one_thing() -> Q:
    one = Q()
    for thing in THINGS:
        one |= Q(**{f"{other}__isnull": other != thing for other in THINGS})
    return one


class TermNotice(models.Model):
    """Of the deadline `due_at` of one of `THINGS` of the case: one that moves begins anew.

    `is_sent` is false for what was passed over, because a more serious notice was due as well.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey(
        Step, null=True, on_delete=models.CASCADE, related_name="notices", db_index=False
    )
    term = models.ForeignKey(
        CaseTerm, null=True, on_delete=models.CASCADE, related_name="notices", db_index=False
    )
    escalation = models.ForeignKey(
        Escalation, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    referral = models.ForeignKey(
        Referral, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    disclosure_request = models.ForeignKey(
        DisclosureRequest, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    level = models.SlugField(max_length=20, db_index=False)
    due_at = models.DateTimeField()
    is_sent = models.BooleanField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=[thing, "due_at", "level"], name=f"one_notice_a_{thing}_deadline"
                )
                for thing in THINGS
            ),
            models.CheckConstraint(condition=_of_one_thing(), name="a_notice_is_of_one_thing"),
        ]

    def __str__(self) -> str:
        return self.level
