"""AVE (Aanpak Voorkoming Escalatie): how high a case stands, and who leads it there."""

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from partners.models import Dated, DatedQuerySet, Membership

if TYPE_CHECKING:
    from partners.actor import Actor


class AvePhaseNumber(models.IntegerChoices):
    GREEN = 1, _("Fase 1: groen")
    ORANGE = 2, _("Fase 2: oranje")
    RED = 3, _("Fase 3: rood")
    DARK_RED = 4, _("Fase 4: donkerrood")


class AveReason(models.TextChoices):
    """A choice, so that no reason tells of persons; AVE scales up for the first three."""

    STAGNATION = "stagnation", _("De samenwerking stagneert")
    COMPLEXITY = "complexity", _("De casus is zeer complex")
    SAFETY = "safety", _("De veiligheid is in het geding")
    PLAN = "plan", _("Het plan van aanpak begint")
    CALM = "calm", _("De aanpak werkt: het kan een fase lager")


class AveRule(Dated):
    """Who leads a phase and who may scale from it, as agreed for a theme.

    `leaders` and `scalers` are pairs "kind:role", with "*" for any kind of partner; who leads a
    phase may always scale from it.
    """

    theme = models.SlugField()
    phase = models.PositiveSmallIntegerField(choices=AvePhaseNumber)
    leader_title = models.CharField(max_length=120)
    leaders = ArrayField(models.CharField(max_length=40))
    scalers = ArrayField(models.CharField(max_length=40))
    source = models.CharField(max_length=200)

    objects = DatedQuerySet["AveRule"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["theme", "phase"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["theme", "phase", "valid_from"], name="one_ave_rule_a_phase"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.phase}"

    def lets_lead(self, membership: Membership) -> bool:
        return fits(membership, self.leaders)

    def lets_scale(self, membership: Membership) -> bool:
        return fits(membership, self.scalers)


def fits(membership: Membership, pairs: list[str]) -> bool:
    role = membership.role
    return bool({f"{membership.organisation.kind}:{role}", f"*:{role}"} & set(pairs))


class AvePhaseQuerySet(models.QuerySet["AvePhase"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ave_policies.why_not_see_phase: with the overview of its case."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        return self.filter(
            open_to(actor, "case__"),
            case__overview_ids__contains=mine,
            case__party_ids__contains=mine,
        )


class AvePhase(models.Model):
    """One is open a case; what ended is history. `leader` acts for one of the partners."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ave_phases")
    phase = models.PositiveSmallIntegerField(choices=AvePhaseNumber)
    reason = models.CharField(max_length=12, choices=AveReason)
    leader = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AvePhaseQuerySet.as_manager()

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at__isnull=True), name="one_open_phase"
            ),
            models.CheckConstraint(
                condition=models.Q(phase__in=AvePhaseNumber.values), name="phase_of_ave"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase} {self.pk}"
