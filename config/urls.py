"""Every address of the product; each app names its own."""

from django.conf import settings
from django.urls import include, path
from django.views.i18n import set_language

from config.landing import accessibility, health, home, no_such_page

urlpatterns = [
    path("", home, name="home"),
    path("gezond", health, name="health"),
    path("toegankelijkheid", accessibility, name="accessibility"),
    path("taal", set_language, name="set_language"),
    # Accounts, their addresses and first passwords come from the functional administrator.
    path("account/signup/", no_such_page, name="no_signup"),
    path("account/email/", no_such_page, name="no_email"),
    path("account/confirm-email/", no_such_page, name="no_confirm_email"),
    path("account/confirm-email/<str:key>/", no_such_page, name="no_confirm_email_key"),
    path("account/password/set/", no_such_page, name="no_first_password"),
    path("account/", include("allauth.urls")),
    path("", include("partners.urls")),
    path("", include("casework.urls")),
    path("", include("workflows.urls")),
    path("", include("notifications.urls")),
    path("api/v1/", include("config.api_urls")),
]

if settings.DEBUG or settings.DEMO:
    from config.gallery import gallery

    urlpatterns.append(path("componenten", gallery, name="gallery"))
