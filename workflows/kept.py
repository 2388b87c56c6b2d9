"""What the lead gemeente last answered at a step, as data."""

from typing import Any

from casework.models import Case


def kept(case: Case, kind: str) -> dict[str, Any]:
    """Answers by name; empty when that step was not done."""
    rows = case.contributions.filter(kind=kind, organisation=case.lead)
    last = rows.order_by("-created_at", "-pk").first()
    return {item["name"]: item["value"] for item in last.content} if last else {}
