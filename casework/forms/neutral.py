"""Words that may go to who has no case: without an address, as far as a form can tell."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

POSTCODE = re.compile(r"\b[1-9][0-9]{3} ?(?!IV|GM|VR)[A-Z]{2}\b")
HOUSE = re.compile(
    r"(straat|laan|weg|plein|pad|dijk|hof|kade|singel|steeg|plantsoen|dreef|gracht|park)\s+[0-9]",
    re.IGNORECASE,
)


def refuse_address(text: str) -> None:
    """
    :raises ValidationError: when it holds a postcode or a street with a number.
    """
    if POSTCODE.search(text) or HOUSE.search(text):
        raise ValidationError(_("Laat het adres weg: hier horen geen postcodes of huisnummers."))


def refuse_digits(text: str) -> None:
    """
    :raises ValidationError: when it holds any number, as an address has and a wijk has not.
    """
    if any(one.isdigit() for one in text):
        raise ValidationError(
            _("Noem alleen een woonkern of wijk: zonder cijfers, postcode of huisnummer.")
        )
