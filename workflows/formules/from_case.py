"""A formule from how one overleg was composed, so that the next may begin with it."""

from typing import Any

from django.utils.translation import gettext as _

from casework.models import Case
from partners.actor import Actor
from partners.models import Role
from workflows.models import FormuleVersion

COMPOSED = frozenset({"adhoc"})
"""Themes in which each case picks its own partners anew."""


def why_not_keep_as_formule(actor: Actor, case: Case) -> str | None:
    """Only an overleg of one's own making has a composition of its own, and once it is over."""
    if case.theme not in COMPOSED:
        return _("Alleen een casusgericht overleg heeft een eigen samenstelling.")
    if actor.role != Role.COORDINATOR or actor.organisation_id != case.lead_id:
        return _("Alleen de IV-coördinator die de regie had, bewaart de samenstelling.")
    if case.closed_at is None:
        return _("Bewaar de samenstelling als het overleg is afgerond.")
    return None


def content_from(case: Case, version: FormuleVersion) -> dict[str, Any]:
    """The formule of the case with the partners that were asked in it, and no others.

    The question and the answers of the case stay out: they may tell of somebody.
    """
    kinds = set(case.requests.values_list("asked__kind", flat=True))
    content = version.content
    partners = [one for one in content["partners"] if one["kind"] in kinds]
    return {**content, "partners": partners, "sharings": _sharings(content, kinds)}


def _sharings(content: dict[str, Any], kinds: set[str]) -> list[dict[str, Any]]:
    """Without those of partners that did not take part."""
    own = {f"answer_{one['kind']}" for one in content["partners"] if one["kind"] not in kinds}
    return [one for one in content["sharings"] if one["thing"] not in own]
