"""A version of a formule: what a lawyer may change about a regime without changing its shape."""

from django.db import models

from partners.models import Dated, DatedQuerySet
from workflows.formules.formule import Formule


class FormuleVersion(Dated):
    """A running case keeps the version it began with. `content` is read as a `Formule`."""

    theme = models.SlugField()
    version = models.PositiveIntegerField()
    content = models.JSONField()

    objects = DatedQuerySet["FormuleVersion"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["theme", "-version"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["theme", "version"], name="one_formule_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.version}"

    @property
    def formule(self) -> Formule:
        return Formule.read(self.content)
