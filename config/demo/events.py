"""Fictitious terms and means for events in the demo region, in the shape such policy has."""

from config.demo import refuse_outside_demo_mode
from config.demo.accounts import BERNHEZE, MEIERIJSTAD, OSS
from config.demo.organisations import REGION, SINCE
from partners.models import Organisation, Region
from workflows.models import EventClass, EventTerm, Service, ServiceCapacity

TERM_SOURCE = "Voorbeeldbeleid evenementen (demo)"
CAPACITY_SOURCE = "Voorbeeldcapaciteit (demo)"
TERMS: tuple[tuple[EventClass, int, int], ...] = (
    (EventClass.NOTICE, 3, 3),
    (EventClass.REGULAR, 8, 5),
    (EventClass.ATTENTION, 12, 8),
    (EventClass.RISK, 16, 12),
)
"""Each class with the weeks before the event, and the score it begins at."""
CAPACITY = {Service.POLITIE: 200, Service.BRANDWEER: 4, Service.GHOR: 3}


def load() -> None:
    """Needs the reference data; may be run again."""
    refuse_outside_demo_mode()
    for code in (OSS, MEIERIJSTAD, BERNHEZE):
        gemeente = Organisation.objects.get(code=code)
        for event_class, weeks, from_score in TERMS:
            EventTerm.objects.update_or_create(
                organisation=gemeente,
                event_class=event_class,
                valid_from=SINCE,
                defaults={"weeks": weeks, "from_score": from_score, "source": TERM_SOURCE},
            )
    region = Region.objects.get(code=REGION)
    for service, amount in CAPACITY.items():
        ServiceCapacity.objects.update_or_create(
            region=region,
            service=service,
            valid_from=SINCE,
            defaults={"amount": amount, "source": CAPACITY_SOURCE},
        )
