"""Set-up repeats a step when its inputs changed, and only then."""

import sys
from pathlib import Path

import pytest

from config.prepare import Setup

# Stand in for the builders: they note on a list that they ran.
BUILD = """
from pathlib import Path
Path("frontend/static/site.css").write_text("")
with Path("builds").open("a") as builds: builds.write("x")
"""
COMPILE = """
from pathlib import Path
for source in Path("locale").glob("**/*.po"): source.with_suffix(".mo").write_text("")
with Path("compilations").open("a") as compilations: compilations.write("x")
"""


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    for folder in (".venv/bin", "config", "frontend/static", "locale/en/LC_MESSAGES"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    (tmp_path / "frontend/build.py").write_text(BUILD)
    (tmp_path / "config/messages.py").write_text(COMPILE)
    return Setup(tmp_path)


def test_assets_are_built_when_a_source_changed_and_when_they_are_gone(setup: Setup) -> None:
    source = setup.root / "frontend/page.css"
    for change, builds in (("a", 1), ("a", 1), ("b", 2)):
        source.write_text(change)
        setup.assets()
        assert len((setup.root / "builds").read_text()) == builds
    (setup.root / "frontend/static/site.css").unlink()
    setup.assets()
    assert len((setup.root / "builds").read_text()) == 3


def test_translations_are_compiled_when_a_catalogue_changed_or_was_not(setup: Setup) -> None:
    catalogue = setup.root / "locale/en/LC_MESSAGES/django.po"
    for change, compilations in (("a", 1), ("a", 1), ("b", 2)):
        catalogue.write_text(change)
        setup.translations()
        assert len((setup.root / "compilations").read_text()) == compilations
    catalogue.with_suffix(".mo").unlink()
    setup.translations()
    assert len((setup.root / "compilations").read_text()) == 3


def test_a_step_that_fails_stops_the_set_up_and_is_not_taken_for_done(setup: Setup) -> None:
    (setup.root / "frontend/build.py").write_text("raise SystemExit(3)")
    for _ in range(2):
        with pytest.raises(SystemExit, match=r"-m frontend\.build"):
            setup.assets()
