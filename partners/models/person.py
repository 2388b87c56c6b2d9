"""A person who logs in, or the service account of another system."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

CHANGEABLE = ("password", "last_login", "name")
"""By the web, as config.privileges grants it; an administrator changes the rest."""


class People(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """What someone may do hangs on a membership, never on the account: no superusers, no groups."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    is_service = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = People()

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes what its owner may change: libraries save whole accounts, the web may not."""
        if not self._state.adding and not args:
            kwargs.setdefault("update_fields", CHANGEABLE)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.name
