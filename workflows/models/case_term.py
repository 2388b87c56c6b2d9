"""A term of the case itself, as its formule had it when it began; it may pause and be extended."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from casework.models import Case
from partners.models import Role
from workflows.terms import Length, Pause, Reckoning, Term, end_of_term, reckon

if TYPE_CHECKING:
    from partners.actor import Actor


class CaseTermQuerySet(models.QuerySet["CaseTerm"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_case_term: all who take part in the case."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(case__party_ids__contains=[actor.organisation_id])

    def running(self) -> Self:
        return self.filter(ended_at__isnull=True)


class CaseTerm(models.Model):
    """`owner` is a role at the lead; `due_on` is empty while it pauses without a bound.

    `extension` and `most_pause` tell what the formule allows; `extended_at` that it was extended.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="terms")
    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=120)
    owner = models.CharField(max_length=20, choices=Role)
    source = models.CharField(max_length=200)
    starts_on = models.DateField()
    length = models.CharField(max_length=6)
    extension = models.CharField(max_length=6, blank=True)
    most_pause = models.CharField(max_length=6, blank=True)
    warn_days = models.JSONField(default=list)
    is_statutory = models.BooleanField()
    is_exempt = models.BooleanField()
    extended_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CaseTermQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "code"],
                condition=Q(ended_at__isnull=True),
                name="one_running_term_a_code",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def open_pause(self) -> "TermPause | None":
        return next((one for one in self.pauses.all() if one.until is None), None)

    def is_paused(self, on: date) -> bool:
        """A pause that reached its bound is over, whether somebody said so or not."""
        return self.ended_at is None and any(
            one.from_on <= on and (one.last is None or on < one.last) for one in self._bounded()
        )

    def reckoned(self, equalled: AbstractSet[date]) -> Reckoning | None:
        """Its end and why; None while it pauses without a bound."""
        bounded = list(self._bounded())
        if any(one.last is None for one in bounded):
            return None
        term = Term(
            Length.parse(self.length),
            is_statutory=self.is_statutory,
            is_exempt=self.is_exempt,
            extension=Length.parse(self.extension) if self.extended_at else None,
            pauses=tuple(
                Pause(one.from_on, one.last)
                for one in bounded
                if one.last is not None and one.from_on < one.last
            ),
        )
        return reckon(term, self.starts_on, equalled)

    def latest_resumption(self, pause: "TermPause") -> date | None:
        """The day on which a bound ends this pause; None where there is no bound."""
        bounds = [self._most_pause_ends(pause), pause.at_most_until]
        days = [one for one in bounds if one is not None]
        return max(min(days), pause.from_on) if days else None

    def _most_pause_ends(self, pause: "TermPause") -> date | None:
        if not self.most_pause:
            return None
        pauses = list(self.pauses.all())
        first = min(one.from_on for one in pauses)
        bound = end_of_term(first, Length.parse(self.most_pause), is_statutory=False) - first
        used = sum(
            ((one.until - one.from_on) for one in pauses if one.until is not None), timedelta()
        )
        return pause.from_on + max(bound - used, timedelta())

    def _bounded(self) -> "Iterable[TermPause]":
        """Its pauses, each with the day on which it is over at the latest as `last`."""
        for pause in self.pauses.all():
            pause.last = pause.until or self.latest_resumption(pause)
            yield pause


class TermPause(models.Model):
    """The term does not run from `from_on` up to, and not including, `until`.

    `at_most_until` bounds this one pause, where the law gives it an end of its own.
    """

    term = models.ForeignKey(CaseTerm, on_delete=models.CASCADE, related_name="pauses")
    from_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    at_most_until = models.DateField(null=True, blank=True)
    last: date | None = None

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term"], condition=Q(until__isnull=True), name="one_open_pause_a_term"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("from_on")),
                name="a_pause_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_on}..{self.until or ''}"
