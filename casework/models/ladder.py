"""The ladder of forums, from one's own desk to a structure of its own (domain brief 1.7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """In the order of the ladder; 1v stands beside 1. GRIP is another ladder, that of crises."""

    OWN = "0", _("0: eigen gemeente, IV-functionaris")
    IV = "1", _("1: IV-overleg of AOV-overleg")
    CARE_AND_SAFETY = "1v", _("1v: casusoverleg van het Zorg- en Veiligheidshuis")
    CASE = "2", _("2: casusgericht overleg, ad hoc")
    MANAGEMENT = "3", _("3: managementoverleg van gemeentesecretarissen of regiostaf")
    LOCAL = "4", _("4: bestuurlijk, driehoek of portefeuillehouders")
    REGIONAL = "5", _("5: regionaal bestuurlijk, algemeen bestuur of eenheidsoverleg")
    STRUCTURE = "6", _("6: eigen structuur, bij voorkeur niet")

    @property
    def height(self) -> int:
        """1 and 1v are equally high: another forum, and no step up."""
        return int(self.value[0])
