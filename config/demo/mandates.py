"""What the gemeenten of the demo mandated: the huisverbod to the hulpofficier van justitie."""

from django.db import transaction

from config.demo import organisations as demo
from config.demo import refuse_outside_demo_mode
from config.demo.accounts import BERNHEZE, MEIERIJSTAD, OSS
from partners.models import Mandate, Organisation
from workflows.mandates import HOVJ

SOURCE = "Mandaatbesluit huisverbod (demo), op grond van Wth art. 3 lid 1"


@transaction.atomic
def load() -> None:
    """Needs the reference data; may be run again."""
    refuse_outside_demo_mode()
    police = Organisation.objects.get(code=demo.POLITIE)
    for gemeente in Organisation.objects.filter(code__in=(OSS, BERNHEZE, MEIERIJSTAD)):
        Mandate.objects.update_or_create(
            giver=gemeente,
            holder=police,
            mandate=HOVJ,
            power="huisverbod.impose",
            valid_until=None,
            defaults={"source": SOURCE, "valid_from": demo.SINCE},
        )
