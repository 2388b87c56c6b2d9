"""Judge the settings for files at start-up, not at the first upload."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from casework.documents.scanner import why_not_address


@register
def scanner_address(**options: Any) -> list[CheckMessage]:
    address: str = settings.DOCUMENT_SCANNER
    why_not = why_not_address(address) if address else None
    return [Error(f"DOCUMENT_SCANNER {why_not}.", id="casework.E001")] if why_not else []
