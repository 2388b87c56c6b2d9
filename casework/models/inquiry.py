"""Whether a person, an enterprise or premises is known at partners: that, and nothing more.

What was looked for is not kept here; the trail has it, apart.
"""

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from casework.models.subject import SubjectKind
from partners.models import Ground, Membership, Organisation, Person

if TYPE_CHECKING:
    from partners.actor import Actor

ASKED_OF = (SubjectKind.PERSON, SubjectKind.PREMISES, SubjectKind.ENTERPRISE)


@dataclass(frozen=True)
class Sought:
    """Whom or what is asked about; kept in the trail alone, apart."""

    kind: SubjectKind
    words: str
    born_on: str = ""


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of inquiry_policies.why_not_see_inquiry: one's own, in this capacity."""
        return self.filter(person=actor.person, organisation=actor.organisation)


class Inquiry(models.Model):
    """The database answers, once: `known_ids` are the partners that know, and may say so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=SubjectKind)
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    known_ids = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "inquiries"
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["person", "asked_at"], name="inquiries_of_an_hour")]

    def __str__(self) -> str:
        return str(self.pk)
