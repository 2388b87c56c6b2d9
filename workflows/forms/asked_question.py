"""The field of a question that the formule puts to a partner beside the request."""

from django import forms

from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.formules.formule import AskedQuestion


def field_of(asked: AskedQuestion) -> forms.Field:
    """Never required by itself: who refuses need not answer it.

    :raises ValueError: when the formule has a kind of question that there is none of.
    """
    if asked.kind == "text":
        field: forms.Field = long_text(asked.question, required=False)
    elif asked.kind == "yes_no":
        field = yes_no(asked.question)
    elif asked.kind == "day":
        field = day(asked.question)
    elif asked.kind == "choice":
        field = choice(asked.question, asked.choices)
    else:
        raise ValueError(f"no such kind of question: {asked.kind!r}")
    field.required = False
    return field
