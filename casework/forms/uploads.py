"""Files in a form: each checked and scanned before the form is valid, so nothing typed is lost."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework.documents.checking import BadFile, CheckedUpload, check
from casework.documents.media_types import LABELS, TYPES
from casework.documents.names import clean_name
from casework.documents.scanner import ScannerUnavailable

MAX_FILES = 10


def _limits() -> str:
    return _("Hoogstens %(count)d bestanden van elk hoogstens %(size)s: %(types)s.") % {
        "count": MAX_FILES,
        "size": filesizeformat(settings.DOCUMENT_MAX_BYTES),
        "types": LABELS,
    }


limits = lazy(_limits, str)


class FilesInput(forms.FileInput):
    """A browser cannot be handed its files back, so name those that have to be chosen again."""

    allow_multiple_selected = True
    template_name = "casework/document/_files_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        uploads = value if isinstance(value, list) else []
        context["chosen_before"] = [clean_name(upload.name) for upload in uploads if upload]
        return context


class FilesField(forms.Field):
    """Cleans to a list of `CheckedUpload`, or to every file's mistake at once."""

    widget = FilesInput

    def __init__(self, *, label: Any, required: bool = False, help_text: Any = "") -> None:
        super().__init__(label=label, required=required, help_text=help_text or limits())
        self.error_messages["required"] = _lazy("Kies minstens één bestand.")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": ",".join(f".{suffix}" for suffix in TYPES)}

    def clean(self, value: "list[UploadedFile[bytes]] | None") -> list[CheckedUpload]:
        uploads = value or []
        self.validate(uploads)
        if len(uploads) > MAX_FILES:
            told = _("Kies hoogstens %(limit)d bestanden tegelijk.") % {"limit": MAX_FILES}
            raise ValidationError(told, code="count")
        return _checked(uploads)


def _checked(uploads: "list[UploadedFile[bytes]]") -> list[CheckedUpload]:
    checked, errors = [], []
    for upload in uploads:
        try:
            checked.append(check(upload))
        except BadFile as bad:
            errors.append(ValidationError(bad.reason, code=bad.code))
        except ScannerUnavailable as error:
            # Asking once more for each file would only keep the person waiting.
            told = _(
                "De virusscanner is nu niet bereikbaar. Er is niets bewaard; probeer het later."
            )
            raise ValidationError([*errors, ValidationError(told, code="scanner")]) from error
    if errors:
        raise ValidationError(errors)
    return checked
