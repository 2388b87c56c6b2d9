"""Print the demo accounts as a table; refused outside demo mode."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from config.demo import refuse_outside_demo_mode
from config.demo.accounts import ACCOUNTS, DOMAIN, PASSWORD
from partners.models import Membership


class Command(BaseCommand):
    help = "Prints who may log in to the demo, as what, and with which password."

    def handle(self, **options: Any) -> None:
        refuse_outside_demo_mode()
        rows = [(_("E-mail"), _("Rol"), _("Organisatie")), *_rows()]
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
        rows.insert(1, ("-" * widths[0], "-" * widths[1], "-" * widths[2]))
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())
        self.stdout.write("")
        self.stdout.write(_("Wachtwoord van alle accounts: %(password)s") % {"password": PASSWORD})


def _rows() -> list[tuple[str, str, str]]:
    """In the order of the declaration; a second capacity shows the address again."""
    order = {account.email: place for place, account in enumerate(ACCOUNTS)}
    memberships = Membership.objects.filter(
        person__is_demo=True, person__email__endswith=f"@{DOMAIN}"
    ).select_related("person", "organisation")
    return [
        (one.person.email, _role(one), one.organisation.name)
        for one in sorted(memberships, key=lambda one: (order.get(one.person.email, 999), one.pk))
    ]


def _role(membership: Membership) -> str:
    role = membership.get_role_display()
    if membership.deputy_of_id is not None:
        return _("%(role)s (plaatsvervanger)") % {"role": role}
    return f"{role} ({membership.mandate})" if membership.mandate else role
