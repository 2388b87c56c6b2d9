"""Which desk a partner has for a theme in a region: the gemeente's own desk before the regional."""

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Case
from partners.acting import moment
from partners.models import ContactPoint, DatedQuerySet, Kind
from partners.refusals import Refused


def desk_of(case: Case, kind: str) -> ContactPoint:
    """
    :raises Refused: when that kind of partner has no desk in force for the theme in this region.
    """
    desk = _desks(case, kind).order_by(F("gemeente").asc(nulls_last=True), "pk").first()
    if desk is None:
        raise Refused(
            _("Voor %(kind)s is in deze regio nog geen aanspreekpunt vastgelegd.")
            % {"kind": Kind(kind).label}
        )
    return desk


def has_desk(case: Case, kind: str) -> bool:
    return _desks(case, kind).exists()


def _desks(case: Case, kind: str) -> DatedQuerySet[ContactPoint]:
    return ContactPoint.objects.in_force(timezone.localdate(moment())).filter(
        Q(gemeente=case.lead) | Q(gemeente__isnull=True),
        region=case.region,
        theme=case.theme,
        organisation__kind=kind,
    )
