"""Registers the shared templates and static files with Django."""

from django.apps import AppConfig


class FrontendConfig(AppConfig):
    """Templates and static files only; it has no models."""

    name = "frontend"
