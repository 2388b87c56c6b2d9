"""Nouns of the partners, a file each."""

from partners.models.adjacency import Adjacency
from partners.models.api_token import ApiToken
from partners.models.calendar_key import CalendarKey
from partners.models.clearance import Clearance
from partners.models.contact_point import ContactPoint
from partners.models.dated import Dated, DatedQuerySet
from partners.models.ground import Ground
from partners.models.mandate import Mandate
from partners.models.matrix_cell import MatrixCell
from partners.models.membership import Membership, Role
from partners.models.organisation import Kind, Organisation, ServiceArea
from partners.models.person import Person
from partners.models.region import Region

__all__ = [
    "Adjacency",
    "ApiToken",
    "CalendarKey",
    "Clearance",
    "ContactPoint",
    "Dated",
    "DatedQuerySet",
    "Ground",
    "Kind",
    "Mandate",
    "MatrixCell",
    "Membership",
    "Organisation",
    "Person",
    "Region",
    "Role",
    "ServiceArea",
]
