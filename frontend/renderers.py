"""Renders every Django form, field and widget through the templates of the design system."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """The one way a form becomes HTML; chosen by the setting FORM_RENDERER."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
