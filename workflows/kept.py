"""What the lead, or one before it that disclosed it, last answered at a step, as data."""

from typing import Any

from casework.models import Case, Part


def kept(case: Case, kind: str) -> dict[str, Any]:
    """Answers by name; empty when that step was not done."""
    leads = case.participations.filter(part=Part.LEAD).values("organisation")
    rows = case.contributions.filter(kind=kind, organisation__in=leads)
    last = rows.order_by("-created_at", "-pk").first()
    return {item["name"]: item["value"] for item in last.content} if last else {}
