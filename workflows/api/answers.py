"""From a JSON object to the form of a step, and from its mistakes to those of the API."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Form
from django.utils.datastructures import MultiValueDict
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.settings import api_settings

from partners.actor import Actor
from workflows.api.questions import FILES
from workflows.forms.step_form import StepForm
from workflows.models import Step

Mistakes = dict[str, list[ErrorDetail]]

NO_TEXT = ErrorDetail("Geef tekst, een getal of een lijst daarvan.", code="invalid_type")
UNKNOWN = ErrorDetail("Deze taak vraagt dit niet.", code="unknown")
NO_FILES = ErrorDetail("Bestanden voegt u toe op de pagina van de taak.", code="no_files")


def filled_in(step: Step, actor: Actor, content: Any) -> StepForm:
    """The form of the step, bound and valid; `content` is the JSON object that came in.

    :raises ValidationError: with every mistake at once.
    """
    data: MultiValueDict[str, str] = MultiValueDict()
    mistakes: Mistakes = {}
    form: StepForm = step.flow_task.form(data, step=step, actor=actor)
    for name, value in content.items():
        if name == FILES or name not in form.fields:
            mistakes[name] = [NO_FILES if name == FILES else UNKNOWN]
        elif (texts := _texts(value)) is None:
            mistakes[name] = [NO_TEXT]
        else:
            data.setlist(name, texts)
    if not form.is_valid():
        mistakes = {**mistakes_of(form), **mistakes}
    if mistakes:
        raise ValidationError(mistakes)
    return form


def _texts(value: Any) -> list[str] | None:
    """As a page would send it; None for what no page can send."""
    if value is None:
        return []
    many: Iterable[Any] = value if isinstance(value, list) else [value]
    texts = [_text(one) for one in many]
    return None if None in texts else [text for text in texts if text is not None]


def _text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can spell
        return None
    return text


def mistakes_of(form: Form, names: Mapping[str, str] | None = None) -> Mistakes:
    """What is wrong with a form, field by field; `names` has how the API calls its fields."""
    called = {NON_FIELD_ERRORS: api_settings.NON_FIELD_ERRORS_KEY, **(names or {})}
    return {
        called.get(name, name): [
            ErrorDetail(message, code=error.code or "invalid")
            for error in errors
            for message in error.messages
        ]
        for name, errors in form.errors.as_data().items()
    }
