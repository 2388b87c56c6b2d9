"""What a partner sends to ask another for a disclosure."""

from typing import Any

from django.utils import timezone

from casework.models import Case
from tests.cast import Cast


def wanted(case: Case, cast: Cast, **changes: Any) -> dict[str, Any]:
    return {
        "casus": case.reference,
        "houder": cast.police.organisation.code,
        "omschrijving": "Eerdere meldingen",
        "doel": "Wegen welke maatregel past",
        "grondslagOntvanger": "avg-6-1-e",
        "noodzaak": "Nodig om te wegen.",
        "uiterlijk": timezone.localdate().isoformat(),
        **changes,
    }
