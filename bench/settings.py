"""The product's settings, with this folder as one app more: Viewflow wants a flow to be in one."""

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "bench"]
